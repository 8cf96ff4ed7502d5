import type { PlaceHit } from '../places/find.ts';
import type { Scan } from '../text/words.ts';
import type { UnitHit } from '../units/find.ts';

/** Code of the body that all needs are sent to. */
export const addressee = 'SNGV';

const toWhom = /(?<![\p{L}])(?:kinh gui|kinh thua|dear|to(?! trinh| dan| khu| doi| cong| nhom| hop))(?![\p{L}])[ :]*/u;

const says =
  /^ ?(?:\(?\p{L}{0,12}\)? ?)?(?::|-|,? ?(?:xin|can|de nghi|de xuat|dang ky|gui|mong|muon|co nhu cau|nhu cau|keu goi|kinh de nghi|kinh mong|tran trong|request|propose|need|would|seek|ask|dx|dk|trinh|bao cao|du kien|hien|thuoc|chung toi|em|toi|minh|co(?= \p{L}+)|dang|con |thieu|day|bao|vua|mua nay|nho))/u;
const notSender =
  /(?<![\p{L}])(?:o|tai|cho|cua|voi|gui|kinh gui|den|thuoc|in|at|for|to|dear|va|cung|phoi hop voi|qua|truong \p{L}+|tram y te|nhan dan|dia ban|ba con) $/u;

/** "đề xuất của Sở Y tế", "tôi ở xã Huổi Một", "tôi là Chủ tịch xã Bó Sinh": these name the sender whatever follows. */
const introduced =
  /(?<![\p{L}])(?:(?:de xuat|de nghi|kien nghi|nhu cau|nc|phieu|bieu|to trinh|cong van|don vi|don vi de xuat|thay mat)(?: (?:cua|la))?|(?:toi|em|e|minh|chung toi|bac|chu|co|anh|chi|chau|ben)(?: (?:o|ben|la|cong tac tai|lam o)(?: \p{L}+){0,4}?)?(?: cua)?)(?: ubnd)? ?:? ?$/u;
const belongs = /(?<![\p{L}])(?:cua|thuoc|by|from) $/u;

/** "Em là Hoàng Thị Yến, cán bộ xã …", "Tôi Quàng Văn Inh, Bí thư chi bộ bản Pá Liềng xã …": the post of who writes. */
const post =
  /(?<!\p{L})(?:toi|em|minh|chung toi|bac|chau)(?: ten)?(?: la)? [^.;\n:]{0,40}?(?:can bo|chu tich|bi thu|cong chuc|chuyen vien|truong (?:ban|tram|phong|thon)|hieu truong|giao vien|ke toan|van thu)(?: [^.;,\n:]{0,30})? $/u;

/** Who sends: the unit named as the subject at the head, never the addressee; else the one body that the project is said to be of. */
export function senderOf(s: Scan, units: readonly UnitHit[]): UnitHit | null {
  let best: UnitHit | null = null;
  let owner: UnitHit | null = null;
  for (const u of units) {
    if (u.units.length !== 1 || u.split) continue;
    const unit = u.units[0]!;
    if (unit.code === addressee) continue;
    const before = s.flat.slice(Math.max(0, u.start - 40), u.start);
    // "thanh tra tỉnh không, mà là Sở Xây dựng"
    if (/^ ?(?:khong|ko|k)(?: phai)?,? ma(?!\p{L})/u.test(s.flat.slice(u.end, u.end + 20))) continue;
    const to = toWhom.exec(s.flat.slice(Math.max(0, u.start - 60), u.start));
    if (to && !/[,.:\n]/.test(s.flat.slice(Math.max(0, u.start - 60) + to.index + to[0].length, u.start))) continue;
    const subject =
      introduced.test(before) ||
      post.test(s.flat.slice(Math.max(0, u.start - 90), u.start)) ||
      (says.test(s.flat.slice(u.end, u.end + 24)) && !/(?<![\p{L}])(?:o|tai|cho|cua|in|at|for) $/u.test(before));
    const alone =
      /(?:^|\n|[.!] ) ?$/.test(s.flat.slice(0, u.start)) &&
      /^ ?(?:\n|[.;]( |$)|$)/.test(s.flat.slice(u.end, u.end + 3));
    if (alone && !best) best = u;
    else if (u.bare ? subject && u.start < 80 : subject || !notSender.test(before)) {
      if (!best || (subject && best.bare)) best = u;
    } else if (unit.kind !== 'commune' && belongs.test(before)) owner ??= u;
  }
  return best ?? owner;
}

/** Whether the unit only stands behind "của", in the middle of the project's name. */
export const isOwner = (s: Scan, u: UnitHit): boolean => {
  const before = s.flat.slice(Math.max(0, u.start - 40), u.start);
  return belongs.test(before) && !introduced.test(before);
};

const speaks =
  /^ ?,? ?(?:xin|can|de nghi|de xuat|dang ky|mong|muon|kinh de nghi|kinh mong|keu goi|gui|dk|dx|nho|bao cao|trinh|requests?|proposes?|needs?|would like|seeks?|wants?)(?!\p{L})/u;
const us =
  /(?<![\p{L}])(?:xa|phuong|uy ban|ubnd)(?: (?:toi|em|minh|chung toi|nay|nha))? (?:de nghi|de xuat|xin|can|mong|muon|dang ky|co nhu cau|du kien|kinh de nghi|gop|doi ung|du|bo tri|lo|dong gop|cam ket|can doi)(?![\p{L}])/u;

/** Nothing but a greeting stands before. */
const first =
  /^[\s\p{P}]*(?:(?:gui|chao|kinh gui|kinh|thua|dear|a lo|alo|bao cao|da|vang|bot|em|anh|chi|so|ngoai vu|sngv|oi|cac|ad|admin)[\s,:.!]*){0,5}$/u;
/** "Ngọc Chiến gửi:", "Mường Chanh: …", "QUỲNH NHAI (xã) - …"; a name that is a former district's too only where "xã" says which. */
const heads = (s: Scan, h: PlaceHit) => {
  const behind = s.flat.slice(h.end, h.end + 24);
  const said = /^ ?\((?:xa|phuong)\)/.test(behind);
  return (
    (said || !h.names.some((n) => n.is === 'district' || n.is === 'province')) &&
    /^ ?(?:\((?:xa|phuong)\) ?)?(?:[:;.\n-]|gui|bao cao|dang|nam nay|mua nay|hien|con |thieu|co |,(?! ?(?:ngay|\d)))/.test(
      behind,
    )
  );
};

/** A commune that sends without being called one: "Mường Lầm xin xây cầu", or "xã đề nghị …" where only one commune is named. */
export function communeSender(s: Scan, places: readonly PlaceHit[]): { code: string; outerEnd: number } | null {
  const communes = places.flatMap((h) => {
    const n = h.names.find((x) => x.is === 'commune');
    return n?.is === 'commune' ? [{ h, code: n.place.code }] : [];
  });
  const head = communes.find(
    ({ h }) =>
      h.start < 50 &&
      h.kind === null &&
      h.age === null &&
      ((speaks.test(s.flat.slice(h.end)) && !/(?:o|tai|cho|in|at|for) $/.test(s.flat.slice(0, h.start))) ||
        (first.test(s.flat.slice(0, h.start)) && heads(s, h))),
  );
  const only = places.length === 1 && communes.length === 1 && us.test(s.flat) ? communes[0] : undefined;
  if (head) return { code: head.code, outerEnd: head.h.outerEnd };
  return only ? { code: only.code, outerEnd: 0 } : null;
}
