import { fold, reservedWord } from '../../../language/index.ts';

const polite = '(?:a|nhe|nha|vang|da|em|toi|minh|chi|anh)';
const agreeing = new RegExp(
  `^(?:${polite} )*(?:dong y|nhat tri|dong y roi|yes i agree|i agree|agree|agreed)(?: ${polite})*$`,
);
const refusing = new RegExp(
  `^(?:${polite} )*(?:khong|ko|k|hok|khg)(?: dong y| nhat tri)?(?: ${polite})*$|^(?:tu choi|no|i do not agree|i disagree|disagree)$`,
);

const tidy = (text: string) =>
  fold(text)
    .replace(/[.,!?…"“”]/g, '')
    .trim();

/** Whether a text agrees or refuses, as a whole message. "Vâng" or "ok" alone is neither: a consent must be clear. */
export function consentWord(text: string): 'agree' | 'refuse' | null {
  if (text.length > 60) return null;
  const said = tidy(text);
  if (agreeing.test(said)) return 'agree';
  return refusing.test(said) ? 'refuse' : null;
}

/** A full name, its words beginning with capitals; null for what can't be one. */
export function readFullName(text: string): string | null {
  const said = text
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:tôi|em|mình|anh|chị)\s+)?(?:họ\s+(?:và\s+)?tên(?:\s+là)?|tên(?:\s+là)?|là)\s*:?\s*/iu, '')
    .replace(/\s{0,4}(?:ạ|nhé)?[.!]?$/u, '');
  const words = said.split(' ');
  if (words.length < 2 || words.length > 7 || said.length > 60) return null;
  if (!words.every((word) => /^[\p{L}'’-]{1,12}$/u.test(word)) || reservedWord(said)) return null;
  return words.map((word) => word[0]!.toLocaleUpperCase('vi') + word.slice(1).toLocaleLowerCase('vi')).join(' ');
}

/** What somebody wants about the own data; read for every message, so a cheap test comes first. */
export function privacyWish(text: string): 'data' | 'withdraw' | null {
  if (text.length > 60 || !/d[ữư]?\S{0,6} ?li|r[úu]t|withdraw|my data|x[oó][aá]/iu.test(text)) return null;
  const said = tidy(text);
  if (
    /^(?:(?:toi|em|minh|anh|chi) )?(?:muon |xin )?rut (?:lai )?(?:su )?dong y(?: .{0,30})?$|^withdraw (?:my )?consent$/.test(
      said,
    )
  ) {
    return 'withdraw';
  }
  if (/^(?:xem |xoa |sua )?du lieu (?:ca nhan )?(?:cua )?(?:toi|em|minh)(?: a)?$|^(?:delete )?my data$/.test(said))
    return 'data';
  return /^xoa (?:sdt|so dien thoai|dien thoai|email|thong tin) (?:cua )?(?:toi|em|minh)(?: a)?$/.test(said)
    ? 'data'
    : null;
}

/** "What is this?", "đây là cái gì vậy", "how do I get linked?": who we are and how one begins. */
export function asksWho(text: string): boolean {
  return text.length <= 60 && who.test(tidy(text));
}
const who =
  /^(?:(?:a|da|em|xin|cho) )*(?:(?:what|who) (?:is|are) (?:this|you|nhip cau)|what is nhip cau(?: for)?|(?:day|cai nay|nhip cau|ban|em|may) la (?:cai )?(?:gi|ai|app gi|trang gi|ung dung gi)|who can use (?:it|this)|ai (?:duoc )?dung duoc?|how (?:do|can) i (?:get linked|link|join|get a code|sign in|log in)|lam (?:sao|the nao) (?:de )?(?:lien ket|co ma|lay ma))(?: (?:vay|the|a|ha|nhi|dung the))*$/;

/** "xem dữ liệu cá nhân của tôi", "đổi số điện thoại của tôi": what is kept about oneself, and who changes it. */
export function asksOwnData(text: string): boolean {
  return text.length <= 80 && ownData.test(tidy(text));
}
const ownData =
  /^(?:(?:toi|em|minh|cho|muon|xin|can|hay|please|i want to|can i|show) )*(?:(?:xem|xoa|sua lai|sua|thay doi|doi lai|doi|cap nhat lai|cap nhat|see|delete|change|update) )?(?:me )?(?:(?:nhung |cac )?(?:du lieu|thong tin) (?:ca nhan )?(?:cua )?(?:toi|em|minh)|(?:so dien thoai|sdt|email|thu dien tu|ho ten|ten) cua (?:toi|em|minh)|my (?:personal )?(?:data|information|phone(?: number)?|e?-?mail))(?: a| nhe| voi| giup)*$/;

/** "đổi tên gọi thành đồng chí", "gọi tôi là chị": how somebody wants to be spoken to. */
export function asksAddress(text: string): boolean {
  return text.length <= 60 && address.test(tidy(text));
}
const address =
  /^(?:(?:toi|em|minh|cho|muon|xin|can|hay) )*(?:(?:doi|sua|thay) (?:lai )?(?:ten goi|cach (?:goi|xung ho)|xung ho)(?: (?:thanh|la|sang))?(?: (?:anh|chi|dong chi))?|(?:hay |xin )?goi (?:toi|em|minh) (?:la|bang) (?:anh|chi|dong chi))(?: (?:a|nhe|thoi))*$/;

/** "hủy liên kết", "đăng xuất": the link of this chat is to end. */
export function endsLink(text: string): boolean {
  return text.length <= 60 && ends.test(tidy(text));
}
const ends =
  /^(?:(?:toi|em|minh|cho|muon|xin|can|i want to|please) )*(?:(?:huy|ngat|bo|go|xoa) lien ket|dang xuat|log ?out|sign out|unlink|disconnect)(?: (?:o day|noi nay|tai khoan|toi|a|nhe|giup|me|this account|my account))*$/;

/** Words of English that are no Vietnamese syllable, whatever their marks. */
const english =
  /(?<![\p{L}])(?:hello|please|thanks|thank|you|your|we|our|have|has|does|is|are|of|with|for|from|what|when|where|who|whom|how|which|would|could|should|project|projects|organisation|organization|registration|contact|embassy|help|like|want|donate|get|there|needed|documents|list|funding|support|about)(?![\p{L}])/giu;

/** Greetings of English as a whole message. "Hi" alone is said by everybody: then the language of the device decides. */
const greeting =
  /^(?:hello|hi there|hey there|greetings|good (?:morning|afternoon|evening|day)|dear sirs?(?: or madam)?)(?: there| everyone| all| sir| madam)?$/;
const anyonesGreeting = /^(?:hi|hey)$/;

const vietnameseLetter = /[ăâđêôơưà-ãè-êìíò-õùúýĩũạ-ỹ]/iu;

/**
 * The language that a guest's message shows, null where it shows none. English: two of its words, or a greeting, and no Vietnamese letter.
 * Vietnamese: at least two words with its letters and no word of English ("Sơn La" alone is a name that a foreigner writes too).
 * `locale`: what the device says of its owner, where it says anything.
 */
export function languageOf(text: string, locale?: string): 'vi' | 'en' | null {
  if (text.length > 2_000) return null;
  const said = tidy(text);
  const foreign = text.match(english)?.length ?? 0;
  const marked = text.split(/\s+/).filter((word) => vietnameseLetter.test(word)).length;
  if (marked > 0) return foreign === 0 && (marked >= 2 || said.includes('chao')) ? 'vi' : null;
  const greets = greeting.test(said) || (anyonesGreeting.test(said) && locale?.startsWith('en') === true);
  return foreign >= 2 || greets ? 'en' : null;
}
