import type { PlaceHit } from '../places/find.ts';
import type { Scan } from '../text/words.ts';
import type { UnitEntry } from '../types.ts';
import type { UnitHit } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';

const addressee = /(?<![\p{L}])(?:kinh gui|kinh thua|dear|to)(?![\p{L}])[ :]*/u;

const says =
  /^ ?(?:\(?\p{L}{0,12}\)? ?)?(?::|-|,? ?(?:xin|can|de nghi|de xuat|dang ky|gui|mong|muon|co nhu cau|nhu cau|keu goi|kinh de nghi|kinh mong|tran trong|request|propose|need|would|seek|ask|dx|dk|trinh|bao cao|du kien|hien|thuoc|chung toi|em|toi|minh))/u;
const notSender =
  /(?<![\p{L}])(?:o|tai|cho|cua|voi|gui|kinh gui|den|thuoc|in|at|for|to|dear|va|cung|phoi hop voi|qua|truong \p{L}+|tram y te|nhan dan|dia ban|ba con) $/u;

/** "đề xuất của Sở Y tế", "tôi ở xã Huổi Một", "tôi là Chủ tịch xã Bó Sinh": these name the sender whatever follows. */
const introduced =
  /(?<![\p{L}])(?:(?:de xuat|nhu cau|phieu|don vi|don vi de xuat)(?: (?:cua|la))?|(?:toi|em|minh|chung toi) (?:o|ben|la (?:\p{L}+ ){0,3}?(?:cua )?)|(?:toi|em|minh|chung toi))(?: ubnd)? ?:? ?$/u;
const belongs = /(?<![\p{L}])(?:cua|thuoc|by|from) $/u;

/** Who sends: the unit named as the subject at the head, never the addressee; else the one body that the project is said to be of. */
export function senderOf(s: Scan, units: readonly UnitHit[]): UnitHit | null {
  let best: UnitHit | null = null;
  let owner: UnitHit | null = null;
  for (const u of units) {
    if (u.units.length !== 1 || u.split) continue;
    const unit = u.units[0]!;
    if (unit.code === 'SNGV') continue;
    const before = s.flat.slice(Math.max(0, u.start - 40), u.start);
    const to = addressee.exec(s.flat.slice(Math.max(0, u.start - 60), u.start));
    if (to && !/[,.\n]/.test(s.flat.slice(Math.max(0, u.start - 60) + to.index + to[0].length, u.start))) continue;
    const subject =
      introduced.test(before) ||
      (says.test(s.flat.slice(u.end, u.end + 24)) && !/(?<![\p{L}])(?:o|tai|cho|cua|in|at|for) $/u.test(before));
    if (u.bare ? subject && u.start < 80 : subject || !notSender.test(before)) {
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
  /^ ?,? ?(?:xin|can|de nghi|de xuat|dang ky|mong|muon|kinh de nghi|keu goi|request|propose|need)(?!\p{L})/u;
const us =
  /(?<![\p{L}])(?:xa|phuong|uy ban|ubnd)(?: (?:toi|em|minh|chung toi|nay|nha))? (?:de nghi|de xuat|xin|can|mong|muon|dang ky|co nhu cau|du kien|kinh de nghi)(?![\p{L}])/u;

/** A commune that sends without being called one: "Mường Lầm xin xây cầu", or "xã đề nghị …" where only one commune is named. */
export function communeSender(s: Scan, places: readonly PlaceHit[], v: Vocabulary): UnitEntry | null {
  const communes = places.flatMap((h) => {
    const n = h.names.find((x) => x.is === 'commune');
    return n?.is === 'commune' ? [{ h, code: n.place.code }] : [];
  });
  const head = communes.find(
    ({ h }) =>
      h.start < 50 &&
      h.kind === null &&
      h.age === null &&
      speaks.test(s.flat.slice(h.end)) &&
      !/(?:o|tai|cho|in|at|for) $/.test(s.flat.slice(0, h.start)),
  );
  const only = places.length === 1 && communes.length === 1 && us.test(s.flat) ? communes[0] : undefined;
  const found = head ?? only;
  return found ? (v.units.byCode.get(found.code) ?? null) : null;
}
