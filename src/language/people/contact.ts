import { foldKeep } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import { trimEndOf } from '../text/trim.ts';
import { type Scan, scan } from '../text/words.ts';
import type { ContactDetails } from '../types.ts';

/** Ten digits that begin with 0 (mobile, or a land line with its area code), with the separators that people put between them; or +84. */
const phoneShape = /(?<![\d.,/-])(?:\(?\+?84\)?[ .-]?(?:\(0\)[ .-]?)?|\(?0)(?:\d{1,3}\)?)(?:[ .-]?\d){6,8}(?!\d)/g;
const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;

/** A phone number with its place in the text. */
export function phoneIn(raw: string): { phone: string; start: number; end: number } | null {
  for (const m of matches(phoneShape, raw)) {
    const digits = m[0]
      .replace(/\D/g, '')
      .replace(/^84(?=\d{9}$)/, '0')
      .replace(/^840/, '0');
    // Mobile numbers have ten digits and begin with 03, 05, 07, 08 or 09; land lines (0212 …) ten or eleven.
    if (/^0(?:[35789]\d|69)\d{7}$/.test(digits) || /^02\d{8,9}$/.test(digits))
      return { phone: digits, start: m.index, end: m.index + m[0].length };
  }
  return null;
}

const spoken: Readonly<Record<string, string>> = {
  khong: '0',
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  tu: '4',
  nam: '5',
  lam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
};
/** A dictated number: "không chín không bốn không không không ba không sáu". */
function spokenPhone(s: Scan): { phone: string; start: number; end: number } | null {
  let digits = '';
  let from = 0;
  for (const [i, w] of s.words.entries()) {
    const d = spoken[w.flat];
    if (d === undefined || (digits === '' && d !== '0')) {
      digits = '';
      continue;
    }
    if (digits === '') from = i;
    digits += d;
    if (digits.length === 10 && spoken[s.words[i + 1]?.flat ?? ''] === undefined)
      return { phone: digits, start: s.words[from]!.start, end: w.end };
  }
  return null;
}

/** A Vietnamese phone number in national form, digits only: "0912 000 111" and "+84 912.000.111" give "0912000111". Null when there is none. */
export function readPhone(text: string): string | null {
  return phoneIn(text.normalize('NFC').replace(/[oO](?=\d{2,})/g, '0'))?.phone ?? phoneIn(text)?.phone ?? null;
}

const cue =
  /(?<![\p{L}&])(?:(?:nguoi |dau moi |can bo |thong tin |sdt )?lien he|lien lac|lh|l\/h|dau moi|d ?moi|can bo (?:phu trach|dau moi|theo doi)|phu trach|nguoi phu trach|nguoi dai dien|dai dien|ho va ten|ho ten|contact(?: person)?|focal point|dt|sdt|dien thoai|goi(?: cho| den)?|gap|alo)(?![\p{L}])(?: ?: ?| la | |\.|,)*/gu;
const title =
  /^(?:(?:ông|bà|anh|chị|cô|chú|bác|em|đ\/c|đồng chí|thầy|bs(?:cki{1,2}|ck[12])?|ts|ths|pgs|gs|ks|luật sư|bác sĩ|kỹ sư|y sĩ|(?:thiếu|trung|thượng|đại) (?:tá|úy|uý)|tên(?: là)?|tôi là|em là|bác là|ô|bac si|ten(?: la)?|ong|ba|anh|chi|co|chu|bac|dc|d\/c|dong chi|thay|ms|mrs|mr|dr|miss)\.? )/iu;
/** What somebody is in charge of, behind the word for the post: "công chức Văn hóa - Xã hội". */
const duty =
  'văn hóa|văn hoá|xã hội|vh-?xh|vật tư|kinh tế|tài chính|hành chính|tổng hợp|kế hoạch|nội vụ|y tế|giáo dục|địa chính|xây dựng|nông nghiệp|nông lâm|chính sách|văn phòng|hạ tầng|đào tạo|tư pháp|hộ tịch|lâm nghiệp|thú y|kiểm lâm|đô thị|ngoại vụ|tổ chức|thống kê|môi trường|hợp tác quốc tế|htqt|vhtt|dân tộc|du lịch|thể thao|công thương|khuyến nông|phòng \\p{L}+|van hoa|xa hoi|dia chinh|kinh te|tai chinh|van phong|tu phap|nong nghiep|chinh sach|hanh chinh';
const dutyFirst = new RegExp(`^\\s*(?:phụ trách |ban |mảng )?(?:${duty})(?!\\p{L})`, 'iu');
const body =
  '(?: (?:ubnd|hđnd|hội|mttq|mặt trận|đoàn|hnd|hpn|ccb))?(?: (?:nông dân|phụ nữ|lhpn|liên hiệp phụ nữ|thanh niên|cựu chiến binh|chữ thập đỏ|người cao tuổi|nd|pn))?(?: (?:xã|phường|tỉnh|huyện|bản))?';
/**
 * Posts, in small letters, read where one may begin: without the flag `i` this long list is compiled in a fraction of the time, which the first answers wait for.
 * Lower case keeps every offset.
 */
const position = new RegExp(
  `(?:phó |quyền |nguyên )?(?:chủ tịch${body}|giám đốc(?: sở| trung tâm(?: \\p{L}+){0,2}| htx)?|trưởng (?:bản|thôn|xóm|tiểu khu)|(?:trưởng|phó) (?:phòng|trạm|ban|khoa)(?:(?: ?- ?| và | )(?:${duty})){0,3}|phó giám đốc|hiệu trưởng|hiệu phó|bí thư(?: (?:chi bộ|đảng ủy|đoàn|chi đoàn))?(?: (?:xã|bản|phường))?|chuyên viên(?: (?:${duty})){0,3}|cán bộ(?: (?:${duty}|đầu mối)){0,3}|văn thư|kế toán|công chức(?:(?: ?- ?| và | )(?:${duty})){0,3}|chánh văn phòng|chi cục trưởng|chairman|chairwoman|director|vice chairman|headmaster|principal|officer|head of(?: \\p{L}+){1,3}|chu tich|pho chu tich|giam doc|truong phong|pho phong|hieu truong|chuyen vien|can bo|van thu|ke toan)(?!\\p{L})`,
  'uy',
);
/** How a post begins, at the beginning of a word: a short test in front of the long list, which is then read at that place alone. */
const postStart =
  /(?<!\p{L})(?:ph[óo]|quyền|nguyên|ch[ủu]|gi[áa]m|tr[ưu][ởo]ng|hi[ệe]u|bí|chuy[êe]n|c[áa]n|v[ăa]n|k[ếe]|công|chánh|chi|chair|director|vice|head|principal|officer)/gu;

/** The first post in a text of small letters from an offset on. */
function postIn(low: string, from = 0): RegExpExecArray | null {
  postStart.lastIndex = from;
  for (let start = postStart.exec(low); start; start = postStart.exec(low)) {
    position.lastIndex = start.index;
    const post = position.exec(low);
    if (post) return post;
  }
  return null;
}
const goesOn = /^(?:phó |quyền |nguyên )?(?:trưởng|phó|công chức|chuyên viên|cán bộ)/iu;
const smallWords = /(?: (?!số |là |sđt|đt|điện|ở |tại )\p{Ll}+){1,2}(?!\p{L})/uy;
const villageHead = /(?:bản|thôn|xóm|tiểu khu)$/iu;
const villageName = /(?: \p{Lu}\p{Ll}*){1,2}(?!\p{L})/uy;
/** Family names of the province, folded. */
const familyNames = new Set(
  'lo luong quang cam tong vi hoang nguyen tran le pham giang song mua vang thao ho lau bac dinh ha ca leo deo do vu bui phan dang hang trang ly phang va vu tan ban trieu chang sung hau di cu lu luu doan trinh ta sa chu kha bach nghiem quach khuat lung ngo duong dao mai to lai cao'.split(
    ' ',
  ),
);

/** Where a post ends: "trưởng phòng kinh tế" goes on in small letters, "trưởng bản Nong Vai" in the name of the village, "trưởng bản Vàng A Chứ" does not. */
function postEnd(text: string, m: RegExpExecArray): number {
  const end = m.index + m[0].length;
  if (villageHead.test(m[0])) {
    villageName.lastIndex = end;
    const name = villageName.exec(text);
    const first = name ? foldKeep(name[0].trim().split(' ')[0]!.normalize('NFC')) : '';
    return name && !familyNames.has(first) ? end + name[0].length : end;
  }
  smallWords.lastIndex = end;
  const more = goesOn.test(m[0]) ? smallWords.exec(text) : null;
  return more ? end + more[0].length : end;
}
const stopWords =
  /^(?:la|so|dt|sdt|email|mail|phone|tel|mobile|zalo|hoac|va|and|at|qua|theo|xa|phuong|ubnd|de|khi|ngay|pho|lh|ten|sinh|officer|director|chairman|head)$/;
/** Words that begin something else only with the one behind: "văn phòng" against "Văn". */
const stopPairs =
  /^(?:van (?:phong|thu)|ke toan|giam doc|hieu (?:truong|pho)|truong (?:phong|ban|tram|khoa|thon|ban)|chu tich|can bo|cong chuc|chuyen vien|lien he|don vi|chuc vu|dien thoai|so (?:dien|dt|may)|bi thu|di dong)(?!\p{L})/u;

const neverFirst =
  /^(?:UBND|ĐT|SĐT|Sở|Phòng|Trường|Xã|Phường|Email|E-mail|Zalo|Số|Điện|Tel|Phone|Mobile|Chủ|Phó|Trưởng|Giám|Hiệu|Chuyên|Cán|Kế|Văn|Liên|Director|Chairman|Head|Officer)$/u;
/** "PCT", "VHXH"; "A" is a middle name of the Mông. */
const abbreviation = /^\p{Lu}{2,}$/u;
const neverInside = /^(?:UBND|ĐT|SĐT|Email|Zalo|Tel|Phone)$/u;

/** A person's name that begins at an offset of the text: up to five words of letters, with a title left off. */
function nameAt(s: Scan, from: number, until: number): string | null {
  let text = s.raw.slice(from, until).trim();
  const titled = title.test(text);
  while (title.test(text)) text = text.replace(title, '');
  // "a Mua A Chong": anh, chị, em, bác by one letter.
  text = text.replace(/^[aceb]\.? (?=\p{Lu})/u, '');
  text = text.split(/[,;\n()\d:–—|/]| - |\.(?=\s|$)/)[0]!.trim();
  const words: string[] = [];
  const cased = /\p{Lu}/u.test(text);
  const all = text.split(/\s+/);
  for (const [i, w] of all.entries()) {
    const flatRest = foldKeep(
      all
        .slice(i, i + 2)
        .join(' ')
        .normalize('NFC'),
    );
    const flat = w.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
    if (!/^\p{L}+$/u.test(w) || words.length === 5) break;
    // "Vì Văn Thiêm" begins like "vị": with its capital it is a name.
    const name = cased && /^\p{Lu}/u.test(w) && !(words.length === 0 ? neverFirst : neverInside).test(w);
    if ((stopWords.test(flat) || stopPairs.test(flatRest)) && !name) break;
    // In text with capitals a name is capitals only; "Minh PCT xã": an abbreviation is no name.
    if (cased && !/^\p{Lu}/u.test(w)) break;
    if (cased && abbreviation.test(w) && !(words.length ? words : all).every((x) => x === x.toUpperCase())) break;
    words.push(w);
  }
  if (words.length === 0 || (words.length === 1 && !titled && !cased)) return null;
  return words.join(' ');
}

/** Name, position, phone and e-mail as far as they are said; where the text is only the answer to "whom to contact?", a bare name counts. */
export function contactIn(s: Scan, answer: boolean): (ContactDetails & { start: number }) | null {
  const phone = phoneIn(s.raw) ?? spokenPhone(s);
  const mail = email.exec(s.raw);
  const out: { name?: string; position?: string; phone?: string; email?: string } = {};
  if (phone) out.phone = phone.phone;
  if (mail) out.email = mail[0].toLowerCase().replace(/\.$/, '');
  let start = Math.min(phone?.start ?? Number.POSITIVE_INFINITY, mail?.index ?? Number.POSITIVE_INFINITY);
  // Behind "liên hệ", else just before the phone number, else the whole answer.
  for (const m of matches(cue, s.flat)) {
    const from = m.index + m[0].length;
    const name = nameAt(s, from, Math.min(s.raw.length, from + 60));
    start = Math.min(start, m.index);
    // Behind "đt" and the like small letters are a name only where the number follows.
    const near = phone && phone.start >= from && phone.start - from < 60;
    if (
      name &&
      (near || /\p{Lu}/u.test(name) || !/^(?:dt|sdt|dien thoai|phu trach|dai dien)/.test(m[0])) &&
      (/\p{Lu}/u.test(name) || smallName(name) || !/^(?:goi|gap|alo)/.test(m[0]))
    ) {
      out.name = name;
      break;
    }
  }
  const ends = Math.max(phone?.end ?? 0, mail ? mail.index + mail[0].length : 0);
  const begins = Math.min(phone?.start ?? Number.POSITIVE_INFINITY, mail?.index ?? Number.POSITIVE_INFINITY);
  // "My name is Thao Thi Do and my phone is …"
  const introduced = introduces.exec(s.raw);
  if (!out.name && introduced && (phone || mail)) out.name = introduced[1]!;
  // "Đầu mối: Lò Thị Nhung – VP UBND xã – 0396 …": a full name at the head of the answer.
  const posted = answer ? postIn(s.raw.toLowerCase()) : null;
  if (!out.name && answer) {
    const post = posted?.index || s.raw.length;
    const head = nameAt(s, 0, Math.min(post, 60));
    if (
      head &&
      !officeFirst.test(s.raw.trimStart()) &&
      (isFullName(head) || (title.test(s.raw.trimStart()) && /\p{Lu}/u.test(head))) &&
      !postIn(head.toLowerCase())
    )
      out.name = head;
  }
  // "0912 … (Lò Văn Hải)"
  const inBrackets = phone && /^ ?\(([^)\d\n]{4,40})\)/.exec(s.raw.slice(phone.end))?.[1];
  if (!out.name && inBrackets && (isFullName(inBrackets) || smallName(inBrackets))) out.name = inBrackets.trim();
  if (!out.name && (phone || mail)) {
    const name = nameBefore(s, begins, answer) ?? nameAfter(s, ends, answer);
    if (name) out.name = name;
  }
  if (!out.name && (phone || mail)) {
    // "Mình là Hà, cán bộ xã …": who writes is who is called.
    const self =
      /(?:(?<!\p{L})(?:tôi|mình|mk|em|e|bác|chú|anh|chị|cô|cháu|tên tôi|tên em|toi|minh)(?: tên)? (?:là|la)|(?<!\p{L})tôi(?= \p{Lu}\p{L}* \p{L}+ \p{L}+,)|(?<!\p{L})my name is|(?<!\p{L})i am) (\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,4})/iu.exec(
        s.raw,
      );
    const quiet =
      /(?<!\p{L})(?:tôi|mình|em|e|bác|toi|minh|bac) (?:là|la|tên|ten)(?: là| la)? ((?:\p{Ll}+ ){1,3}\p{Ll}+)(?=[,.;\n(–-]| -)/u.exec(
        s.raw,
      );
    if (quiet && smallName(quiet[1]!)) out.name = quiet[1]!;
    const said =
      self && /^\p{Lu}/u.test(self[1]!) ? nameAt(s, self.index + self[0].length - self[1]!.length, s.raw.length) : null;
    if (said && !postIn(said.toLowerCase())) out.name = said;
  }
  if (!out.name && answer && !phone && !mail) {
    const n = soleName(s);
    if (n) out.name = n;
  }
  const where = answer ? s.raw : Number.isFinite(start) ? s.raw.slice(Math.max(0, start - 60)) : '';
  const p = answer ? posted : postIn(where.toLowerCase());
  if (p && (out.name || out.phone)) out.position = where.slice(p.index, postEnd(where, p)).trim();
  else if (out.name && answer) {
    // "Thào A Sếnh, văn hóa xã, 0912 …": the post is said by its duty alone.
    const said = s.raw.split(/[,;\n]/).find((clause) => dutyFirst.test(clause) && !/\d/.test(clause));
    if (said && said.trim().length <= 40) out.position = said.trim();
  }
  // "Trưởng bản Nong Vai" names a village.
  if (out.position && out.name && out.position.toLowerCase().includes(out.name.toLowerCase())) delete out.name;
  return Object.keys(out).length > 0 ? { ...out, start: Number.isFinite(start) ? start : 0 } : null;
}

function withoutPosts(text: string): string {
  let out = text;
  const low = text.toLowerCase();
  for (let m = postIn(low); m; m = postIn(low, m.index + m[0].length)) {
    const end = postEnd(text, m);
    out = `${out.slice(0, m.index)},${' '.repeat(end - m.index - 1)}${out.slice(end)}`;
  }
  return out;
}
const shortPost = new RegExp(
  `(?<!\\p{L})(?:CT|PCT|GĐ|PGĐ|HT|PHT|TP|PTP|CB|CC|CV|KT|BT|PBT)${body}(?: (?:VHXH|VH-XH|ĐC|KT|VP))?(?!\\p{L})`,
  'giu',
);
/** A stretch with positions and labels taken out, so that what is left between commas is a name. Offsets stay. */
const bare = (text: string) =>
  withoutPosts(text)
    .replace(shortPost, (m) => `,${' '.repeat(m.length - 1)}`)
    .replace(
      /(?<!\p{L})(?:sđt|đt|điện thoại|số điện thoại|số máy|tel|phone|mobile|sdt|dt|e-?mail|mail|zalo|di động|dien thoai|số của (?:tôi|em)|số (?:tôi|em)|so toi|s[ốo](?= ?:? ?$))(?!\p{L})/giu,
      (m) => `,${' '.repeat(m.length - 1)}`,
    );

/** "Ban Phong trào", "Tổ công tác": where somebody sits, not who it is. */
const officeFirst = /^(?:Ban|Phòng|Khoa|Tổ|Chi cục|Trung tâm|Văn phòng) (?!Thị|Văn|Thi |Van )/u;

/** The name that stands before a phone number or address: the last clause that is one. */
function nameBefore(s: Scan, at: number, answer: boolean): string | null {
  const from = Math.max(0, at - 70);
  const clauses = [...bare(s.raw.slice(from, at)).matchAll(/(?:[^,;\n:(–—|.]|\.(?!\s))+/gu)].filter(
    // "Thào A Sếnh, văn hóa xã, 0912 …": what somebody is in charge of is no name.
    (m) => /\p{L}{2}/u.test(m[0]) && !dutyFirst.test(m[0]),
  );
  const near = clauses.reverse().slice(0, 2);
  // "Điêu Thị Hằng, Ban Chăm sóc sức khỏe": a full name counts before a body or an office that is nearer.
  const full = near.map((m) => trimEndOf(m[0], ' \n.–-').trim()).find((x) => isFullName(x));
  if (full && !officeFirst.test(full)) return full;
  for (const m of near) {
    const piece = trimEndOf(m[0], ' \n.–-');
    const begin = from + m.index;
    const small = smallNameAtEnd(piece, !/\p{Lu}/u.test(s.raw));
    if (small) return small;
    // "anh alo em Mai": the last word for a person is that of the name.
    for (const m of [...piece.matchAll(titleWord)].reverse()) {
      // "Kiều Anh Đức" has no "anh" in it.
      if (/^\p{Lu}/u.test(m[1]!) && /^\p{Lu}/u.test(piece.slice(0, m.index).trim().split(' ').at(-1)!)) continue;
      const at = m.index + m[0].length - m[1]!.length;
      const name = nameAt(s, begin + at, begin + piece.length);
      if (name && (/^\p{Lu}/u.test(name) || !/^em/i.test(m[1]!))) return name;
    }
    const caps = /(?<!\p{L})(\p{Lu}\p{L}+(?: \p{Lu}\p{L}*){0,4})\s*$/u.exec(piece);
    if (
      caps &&
      !neverFirst.test(caps[1]!.split(' ')[0]!) &&
      !(caps[1]!.split(' ').length < 3 && caps[1]!.split(' ').every((w) => abbreviation.test(w)))
    )
      return caps[1]!;
    if (answer) {
      const whole =
        nameAt(s, begin + (piece.length - piece.trimStart().length), begin + piece.length) ?? plainName(piece);
      if (whole) return whole;
    }
  }
  return null;
}
const titleWord =
  /(?<=^|\s)((?:ông|bà|anh|chị|cô|chú|thầy|đ\/c|đồng chí|bs\.?|ts\.?|ths\.?|pgs\.?|bác sĩ|kỹ sư|(?:thiếu|trung|thượng|đại) (?:tá|úy|uý)|tên|ten|em|ong|ba|anh|chi|co|ms|mrs|mr)\.? )(?=\p{L})/giu;

/** Two to five small words of which the first is a family name of the province. */
const surnames =
  /^ *(?:lo|lò|luong|lường|quang|quàng|cam|cầm|tong|tòng|vi|vì|hoang|hoàng|nguyen|nguyễn|tran|trần|le|lê|pham|phạm|giang|giàng|song|sồng|mua|mùa|vang|vàng|thao|thào|ho|hờ|lau|lầu|bac|bạc|dinh|đinh|ha|hà|ca|cà|leo|lèo|deo|đèo|do|đỗ|vu|vũ|bui|bùi|phan|dang|đặng|hang|hạng|trang|tráng|ly|lý|mua|phang|phàng)(?: \p{Ll}+){1,4} *$/u;

/** The name behind the number: "0912 000 018 Lò Văn Minh", "0912 000 018 - anh Minh". */
function nameAfter(s: Scan, at: number, answer: boolean): string | null {
  const rest = bare(s.raw.slice(at, at + 60));
  const lead = /^[\s,.:;()\-–—/]*/u.exec(rest)![0].length;
  const piece = rest.slice(lead).split(/[,;\n()]|\.(?:\s|$)| - /u)[0]!;
  const titled = title.test(piece);
  if (
    !titled &&
    !surnames.test(piece) &&
    !(/[(:-]/.test(rest.slice(0, lead)) && smallName(piece)) &&
    !/^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)+/u.test(piece) &&
    !answer
  )
    return null;
  const small = surnames.exec(piece);
  if (small && small[0].trim() === piece.trim()) return piece.trim();
  if (/[(:-]/.test(rest.slice(0, lead)) && smallName(piece)) return piece.trim();
  const name = nameAt(s, at + lead, at + lead + piece.length);
  if (name && (titled || answer || name.includes(' '))) return name;
  return answer ? plainName(piece) : null;
}

/** Words that no name has: a sentence is not who is to be called. */
const noName =
  /^(?:toi|em|anh|chi|minh|se|roi|chua|khong|ko|gui|xem|hoi|thi|duoc|dc|nhe|nha|cho|nay|kia|nua|biet|bao|nhan|sau|truoc|mai|dang|muon|can|ghi|sua|doi|nao|gi|sao|ai|con|moi|rui|luon|vay|day|do|the|va|hay|nhung|cua|voi|theo|cong|tac|qua|xong|them|bot|cam|on|xin)$/;

/** Family names that are also how villages begin: names of people only where a person is asked for. */
const rarerNames = new Set('kha me dieu tao khoang phung truong trinh nong vuong chau lang ngan kieu tenh'.split(' '));

/** "lo van binh", "Lò văn bình": a family name of the province first, and no word behind it that makes a sentence. */
function smallName(text: string): boolean {
  const [first, ...rest] = foldKeep(text.normalize('NFC')).toLowerCase().split(/\s+/);
  if (!(familyNames.has(first!) || rarerNames.has(first!)) || rest.length === 0 || rest.length > 4) return false;
  return (/^(?:a|van|thi)$/.test(rest[0]!) && rest.length > 1) || rest.every((w) => !noName.test(w));
}

/**
 * The name that a clause without capitals ends in: "co gi goi quang thi mai". Three words or four that begin with a family name; in a text
 * that uses capitals elsewhere only with "van", "thi" or "a" as the second.
 */
function smallNameAtEnd(clause: string, quiet: boolean): string | null {
  if (!/^[\p{Ll}\s]+$/u.test(clause)) return null;
  const words = clause
    .replace(/ (?:theo|qua)(?: so)?\s*$/, '')
    .trim()
    .split(/\s+/);
  const flat = words.map((w) => foldKeep(w.normalize('NFC')));
  const starts = [4, 3]
    .map((n) => words.length - n)
    .filter((at) => at >= 0 && !notBehind.test(flat[at - 1] ?? '') && smallName(words.slice(at).join(' ')));
  const at =
    starts.find((i) => /^(?:van|thi|a)$/.test(flat[i + 1]!)) ??
    (quiet
      ? starts.find((i) => familyNames.has(flat[i]!) && !/^(?:doan|tong|ban|dao|hang|trang|cao)$/.test(flat[i]!))
      : undefined);
  return at === undefined ? null : words.slice(at).join(' ');
}
const notBehind = /^(?:xa|phuong|ban|thon|huyen|tinh|so|hoi|truong|o|tai|va)$/;

/** The name in an answer that says nothing else of a person. "Xem lại" and "Kính gửi Sở Ngoại vụ" begin with a capital and name nobody. */
function soleName(s: Scan): string | null {
  const said = nameAt(s, 0, s.raw.length) ?? plainName(s.raw);
  if (!said) return null;
  const words = said.split(' ');
  const capitals = words.every((w) => /^\p{Lu}/u.test(w));
  if (capitals && words.length > 1) return said;
  if (title.test(s.raw.trim())) return capitals || words.every((w) => !noName.test(foldKeep(w))) ? said : null;
  const clause = bare(s.raw)
    .trim()
    .split(/[,;\n(\d:–—|/]| - |\.(?=\s|$)/)[0]!
    .trim();
  if (capitals && clause === said) return said;
  if (smallName(clause)) return clause;
  return !capitals && smallName(said) ? said : null;
}
const introduces =
  /(?<!\p{L})(?:[Mm]y name is|(?:[Tt]ên (?:tôi|em|mình)|(?:[Tt]ôi|[Ee]m|[Mm]ình) tên) là) (\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4})/u;

const knownFamily = (flat: string) => familyNames.has(flat) || rarerNames.has(flat);

/** Two words or more, each with its capital, the first a family name of the province. */
const isFullName = (name: string): boolean => {
  const all = name.split(' ');
  return all.length >= 2 && all.every((w) => /^\p{Lu}/u.test(w)) && knownFamily(foldKeep(all[0]!.normalize('NFC')));
};

/** A name typed without capitals: "lo van binh". */
function plainName(text: string): string | null {
  const clean = text.trim().replace(title, '');
  if (postIn(clean.toLowerCase())) return null;
  // "VP UBND xã": some capitals and some not are no name.
  if (/\p{Lu}/u.test(clean) && /(?:^| )\p{Ll}/u.test(clean)) return null;
  return /^\p{L}+(?: \p{L}+){1,4}$/u.test(clean) && !/\d/.test(clean) ? clean : null;
}

/** A contact person as answered: "Nguyễn Văn An, 0912 000 111", "lh Lo Van Binh 0988000222", "chị Hoa 0966 000 444". Titles are left off the name. */
export function readContact(text: string): ContactDetails | null {
  const found = contactIn(scan(text), true);
  if (!found) return null;
  const { start: _start, ...contact } = found;
  return contact;
}
