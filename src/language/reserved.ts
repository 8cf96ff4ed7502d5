import { numeralAt } from './amounts/numeral.ts';
import { fold } from './text/fold.ts';
import { trimEndOf } from './text/trim.ts';
import { untypeWord } from './text/typing.ts';
import { type Scan, scan, toneKey } from './text/words.ts';
import type { ReservedWord } from './types.ts';

/** What people type for each reserved word, folded, politeness left off. */
const table: Readonly<Record<ReservedWord, string>> = {
  send: 'gui|gui di|nop|nop di|gui luon|gui ngay|xac nhan gui|dong y gui|gui so ngoai vu|gui sngv|gui cho so|gui so|chot gui|send|send it|submit|submit it|gui duyet|trinh|guj',
  ok: 'ok|oke|okie|okay|okey|oki|okla|okela|ok la|duoc|dc|duoc roi|dc roi|on|on roi|chuan|chuan roi|chot|nhat tri|xong|fine|good|all right|alright|xac nhan|confirm|confirmed|uk|duoc do|k sao|ok chot',
  yes: 'co|vang|da|da vang|u|uh|uhm|um|ua|dung|dung roi|dung vay|dung the|phai|phai roi|dong y|chinh xac|yes|yep|yeah|yup|y|sure|correct|right|agree|da co|co chu|vang da|da dung|i agree|vang dung',
  no: 'khong|ko|k|kg|hok|hong|khg|hem|khum|kh|khong phai|ko phai|khong dong y|ko dong y|khong dung|no|nope|n|not|disagree|sai|sai roi|khong muon|no thanks',
  cancel:
    'huy|huy bo|huy di|bo|bo di|bo het|bo ban nhap|xoa|xoa di|xoa ban nhap|xoa het|cancel|cancel it|discard|abort|delete|huy ban nhap|huy nhap|huy lenh|khong gui nua|thoi huy|huj',
  later:
    'de sau|de sau di|de do|de do da|lat nua|luc khac|sau|lan sau|mai lam|mai lam tiep|de mai|hom khac|later|not now|do it later|de sau da luu|de lat|ti nua|chut nua|de em lam sau|lam sau|lam sau nhe|khi khac|gui sau|nop sau|tra loi sau|bo sung sau|dien sau|another time|maybe later|thoi de sau|thoi de do|thoi de mai|thoi de luc khac|thoi mai lam tiep|thoi hom khac|thoi lat nua|de bua khac|bua khac',
  unknown:
    'khong biet|ko biet|k biet|hok biet|kb|khong ro|ko ro|k ro|chua ro|chua biet|chiu|khong nho|ko nho|chua xac dinh|chua xac dinh duoc|khong chac|ko chac|dont know|don t know|i don t know|i dont know|unknown|not sure|no idea|idk|chang biet|hong biet|khong ro lam|chua nam duoc|dunno|khong nam duoc',
  none_yet:
    'chua|chua co|hien chua co|chua co gi|chua co dau|not yet|none yet|chua co du toan|chua lap|tam thoi chua co|den gio chua co|hien tai chua co|chua thay|chua co thong tin|chua co so lieu',
  stop: 'thoi|thoi khong lam nua|dung lai|stop|ngung|ngung lai|tam dung|ket thuc|thoat|thoat ra|quit|exit|end|nghi|dung da luu|khong lam nua|thoi khoi|thoi bo',
  menu: 'menu|trang chu|chuc nang|danh muc chuc nang|start|bat dau|home|main menu|ve trang chu|ve menu|ve dau|bang chon|mo menu|xem menu|vao menu',
  back: 'quay lai|tro lai|lui lai|quay ve|back|go back|truoc do|cau truoc|buoc truoc|ve truoc|quay lai cau truoc|previous|quay lai buoc truoc|tro ve|lui|ve cau truoc',
  skip: 'bo qua|bo qua cau nay|bo qua muc nay|khong tra loi|skip|skip it|skip this|next|cau tiep|muc khac|qua|qua cau khac|bo cau nay|cho qua|pass|bo qua di|cau khac',
  help: 'giup|tro giup|huong dan|help|help me|ho tro|giup do|cuu|can giup|can ho tro|can tro giup|giup voi|huong dan su dung|lam the nao|hdsd|can giup do|xin huong dan|xem huong dan|giup toi',
  continue:
    'tiep|tiep tuc|lam tiep|di tiep|continue|tiep di|go on|proceed|resume|lam tiep di|tiep theo|tiep nao|nhap tiep|dien tiep|tiep tuc lam|tiep tuc dien',
  person:
    'gap chuyen vien|gap can bo|gap can bo phu trach|gap nguoi|gap nguoi ho tro|gap nguoi that|gap nguoi phu trach|gap ai do|can gap chuyen vien|can gap can bo|can gap nguoi|muon gap chuyen vien|muon gap can bo|muon gap nguoi|muon gap nguoi that|can gap nguoi that|can nguoi ho tro|can nguoi giup|can nguoi huong dan|can chuyen vien ho tro|can can bo ho tro|can nguoi tu van|nguoi ho tro|noi chuyen voi nguoi|noi chuyen voi nguoi that|noi chuyen voi chuyen vien|noi chuyen voi can bo|noi may voi chuyen vien|ket noi chuyen vien|chuyen cho can bo|chuyen cho chuyen vien|goi ai|goi cho ai|gap ai|hoi ai|lien he ai|lien he voi ai|so dien thoai chuyen vien|so dien thoai can bo|so cua chuyen vien|talk to a person|talk to a human|talk to someone|speak to a person|speak to someone|speak to an officer|a real person|human|call someone|i need a person|need a person|i need help from a person',
  undo: 'hoan tac|undo|lay lai|khoi phuc|rut lai|huy thao tac|hoan tac lai|bam nham|nham roi|gui nham|lo tay|revert',
};
const byText = new Map<string, ReservedWord>();
for (const [word, phrases] of Object.entries(table))
  for (const p of phrases.split('|')) if (!byText.has(p)) byText.set(p, word as ReservedWord);

/** Words with which a reserved phrase begins: most messages hold none in their first places. */
const firstWords = new Set([...byText.keys()].map((p) => p.split(' ')[0]!));

/** "dừng" is stop and "đúng" is yes; they are one word without marks. Unmarked "dung" is read as "đúng", the more harmless. */
const marked: Readonly<Record<string, ReservedWord>> = {
  dưng2: 'stop',
  'dưng2 lai5': 'stop',
  xoa1: 'cancel',
  bo3: 'cancel',
  hủy: 'cancel',
};

const before = new Set(
  'da thua vang a em anh chi ad admin bot oi xin cho toi minh thi uh u the ok oke vay de ban hay lam on cac cau nhip hi hello hey please pls well oh roi ban chi em dc duoc'.split(
    ' ',
  ),
);
const after = new Set(
  'a ah ak nhe nha nhen nhi di em anh chi ad admin bot oi voi luon giup cai roi vay ban nhá da thoi u hen ha ho cho toi minh em ngay please pls now thanks thank you ok nua cam on camon tks nhi dum dum ho nghe nghen nhaa hihi haha ah uh cau nhip day vang thanks'.split(
    ' ',
  ),
);
/** The words of politeness with their marks: "Hạ" in "Tường Hạ" is no "hả". */
const politeKeys = new Set(
  'thế dạ thưa vâng anh chị ơi xin cho tôi mình thì ừ vậy để bạn hãy làm ơn các cậu cầu nhịp ạ à ả á nhé nhá nhe đi với luôn giúp cái rồi đã thôi hén hả há hộ ngay nữa cảm cám nhỉ dùm đấy nghe nghen ờ được đc chị'
    .split(' ')
    .map((w) => toneKey(w.normalize('NFC'))),
);
const isPolite = (words: ReadonlySet<string>, flat: string, key: string) =>
  words.has(flat) && (flat === key || politeKeys.has(key));
/** Names that look like a command with a polite word behind it when they are typed without marks: the old commune Huy Hạ. */
const names = new Set(['huy ha', 'co ma', 'tuong ha']);
/** "chị Dung", "anh Thôi": a title and one capital is a person. */
const person = /^(?:anh|chị|ông|bà|cô|chú|bác|thầy|đ\/c|đồng chí|ms\.?|mr\.?|mrs\.?) \p{Lu}\p{Ll}+[.!]*$/iu;
const capital = /^\S+(?: chí)? \p{Lu}\p{Ll}/u;

const thumbs = /^(?:\s|👍|👌|✅|🆗|🙏|\p{Emoji_Modifier})+$/u;

/**
 * The reserved word that is the whole message, or null: "gửi", "OK!!!", "dạ gửi ạ", "huỷ đi ạ", "ko biết", "để sau nhé", "chưa có ạ", "send".
 * Marks, case, punctuation and politeness do not matter; a longer answer that contains the word ("gửi trẻ mầm non") is none.
 */
export function reservedWord(text: string): ReservedWord | null {
  return text.length > 60 ? null : reservedIn(text, scan(text));
}

/** "okkkk" is "ok": a last letter held down. */
function oneOfMany(word: string): string {
  const last = word.at(-1);
  if (!last || !word.endsWith(last.repeat(3))) return word;
  return trimEndOf(word, last) + last;
}

/** The same for a text that is scanned already. */
export function reservedIn(text: string, s: Scan): ReservedWord | null {
  if (s.words.length === 0) return /👍|👌|✅|🆗/u.test(text) && thumbs.test(text) ? 'ok' : null;
  if (s.words.length > 9 || s.words.some((w) => w.digits)) return null;
  if (!s.words.some((w) => firstWords.has(w.flat) || untypeWord(w.flat) !== null)) return null;
  if (names.has(s.words.map((w) => w.flat).join(' '))) return null;
  const said = s.raw.trim();
  if (person.test(said) && capital.test(said)) return null;
  let keys = s.words.map((w) => w.key);
  let flat = s.words.map((w) => oneOfMany(w.flat));
  const typed = s.words.map((w) => untypeWord(w.flat));
  const known = (from: number, to: number): ReservedWord | null => {
    const m = marked[keys.slice(from, to).join(' ')];
    return m ?? byText.get(flat.slice(from, to).join(' ')) ?? null;
  };
  for (let pass = 0; pass < 2; pass++) {
    // The longest stretch that is a reserved word, with only politeness on both sides.
    const n = flat.length;
    let lead = 0;
    while (lead < n && isPolite(before, flat[lead]!, keys[lead]!)) lead++;
    let tail = n;
    while (tail > 0 && isPolite(after, flat[tail - 1]!, keys[tail - 1]!)) tail--;
    for (let length = n; length > 0; length--) {
      for (let from = Math.min(lead, n - length); from >= 0; from--) {
        if (from + length < tail) break;
        const word = known(from, from + length);
        if (word) return word;
      }
    }
    if (!typed.some(Boolean)) return null;
    flat = flat.map((w, i) => (typed[i] ? fold(typed[i]) : w));
    keys = flat;
  }
  return null;
}

const ordinal: Readonly<Record<string, number>> = {
  nhat: 1,
  'dau tien': 1,
  dau: 1,
  first: 1,
  nhi: 2,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  one: 1,
};
const picked =
  /^(?:(?:da|vang|em|chi|anh|ok|cho|xin|toi|minh|lay|chon|bam|i choose|choose|pick|select) )*(?:(?:cai|so|muc|lua chon|phuong an|pa|dong|option|number|no|stt|cau|nut|y|the|item)\.? )*(?:thu )?([\p{L} ]+|\d{1,3})(?: ?[.)])?(?: one)?(?: (?:a|nhe|nha|di|em|anh|chi|ban|thoi|luon|ad))*$/u;

/** The number that is the whole message: "3", "số 3", "chọn 2", "cái thứ hai", "2.". Null for anything longer, and for 0. */
export function pickedNumber(text: string): number | null {
  if (text.length > 40) return null;
  const flat = trimEndOf(
    fold(text)
      .replace(/[!,;]+/g, ' ')
      .replace(/\s+/g, ' '),
    '. )',
  )
    .replace(/^[#(]/, '')
    .trim();
  // "Nhật Bản" is no "first, friend".
  if (flat === 'nhat ban') return null;
  const m = picked.exec(flat);
  if (!m) return null;
  const said = m[1]!.trim();
  if (/^\d+$/.test(said)) return Number(said) || null;
  const word = said.replace(/ (?:a|nhe|nha|di|em|anh|chi|ban|thoi|luon|ad)$/, '');
  if (ordinal[word] !== undefined) return flat === word && word !== 'one' && word !== 'first' ? null : ordinal[word]!;
  // A number in words only behind "số", "chọn", "thứ": "ba" alone is a name as well.
  if (flat === said) return null;
  const s = scan(`so ${word} cai`);
  const n =
    s.words.length === 3
      ? numeralAt({ ...s, words: s.words.map((w) => (w.flat === word ? { ...w, marked: false } : w)) }, 1)
      : null;
  const small = n?.value ?? ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'].indexOf(word);
  return small > 0 && small <= 10 ? small : word === 'tu' ? 4 : null;
}
