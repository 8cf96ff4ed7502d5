import { differing, lettersOf, slips } from '../text/distance.ts';
import { foldKeep } from '../text/fold.ts';
import { type Hit, longest } from '../text/phrases.ts';
import type { Scan } from '../text/words.ts';
import { bestMarked, grouped } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { PlaceName } from './names.ts';

/** Words before a name that say what kind of place it is. */
export type PlaceKind = 'xa' | 'phuong' | 'thi_tran' | 'huyen' | 'thi_xa' | 'thanh_pho' | 'tinh' | null;

/** A place found in running text, with all the places that the words fit. */
export interface PlaceHit {
  readonly start: number;
  readonly end: number;
  /** Offsets with the word before ("xã") and the "cũ" behind. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly names: readonly PlaceName[];
  readonly kind: PlaceKind;
  /** "cũ" or "mới" behind the name. */
  readonly age: 'old' | 'new' | null;
  /** Read through a slip of typing. */
  readonly slip: boolean;
  readonly ward: boolean;
}

const kindBefore =
  /(?<![\p{L}\d])(?:(cac xa|cac phuong|xa|x\.?|commune(?: of)?)|(phuong|p\.?|ward(?: of)?)|(thi tran|tt\.?)|(huyen|h\.?|district(?: of)?|dia ban huyen)|(thi xa|tx\.?)|(thanh pho|tp\.?|t\.p\.?|city(?: of)?)|(tinh|province(?: of)?)) ?$/u;
const kinds: readonly PlaceKind[] = ['xa', 'phuong', 'thi_tran', 'huyen', 'thi_xa', 'thanh_pho', 'tinh'];
const kindAfter = /^ (?:(commune|communes)|(ward)|(district)|(city|town)|(province))(?!\p{L})/u;
const afterKinds: readonly PlaceKind[] = ['xa', 'phuong', 'huyen', 'thanh_pho', 'tinh'];
/** Names that are words too: a name only with "xã" and the like before it, or with capitals in a text that uses them. */
const wordNames = new Set([
  'doan ket',
  'quyet tam',
  'quyet thang',
  'tan phong',
  'hoa binh',
  'tan lap',
  'tan hop',
  'thao nguyen',
  'to mua',
  'tan thanh',
  'sao vang',
  'hong bang',
  'dan chu',
  'tu nan',
  'tan lang',
  'hat lot',
  'hat mon',
  'bo muoi',
  'co noi',
  'chieng la',
  'tan yen',
  'na ot',
  'song pe',
  'phieng luong',
  'ta xua',
  'tu do',
  'gia phu',
  'huy ha',
  'co ma',
  'kim bon',
  'long he',
  'sap xa',
  'xa chieng',
  'to hieu',
  'moc son',
]);
const person = /(?<![\p{L}\d])(?:anh|chi|ong|ba|co|chu|bac|em|dong chi|d\/c|dc|ten|ho ten|ms|mr|mrs) $/u;

function hitsIn(s: Scan, v: Vocabulary): Hit<PlaceName>[] {
  return v.places.phrases.find(s).filter(
    (h) =>
      // "cô Tòng Thị Ngân" is no "Co Tòng".
      !(h.clashes > 0 && s.words[h.from]!.marked && /^cô(?!\p{L})/u.test(s.raw.slice(h.start))) &&
      !(h.clashes > 0 && h.agrees === 0 && !kindBefore.test(s.flat.slice(Math.max(0, h.start - 12), h.start))),
  );
}

/** So many misspelt names are looked for in one text. */
const mostSlips = 40;
/** What follows "xã" and begins no name: "xã tôi mùa này". */
const notName = /^(?:toi|em|minh|nha|chung|ta|nao|nay|khac|cu|moi|ban|la|da|co|xin|can|de|se|gui|nop)$/;

/** Places misspelt by one slip, looked for only behind "xã", "phường", "huyện" where no name was found, and over the whole of an answer. */
function slipsAt(s: Scan, v: Vocabulary, from: number, communesOnly: boolean): Hit<PlaceName>[] {
  const first = s.words[from];
  if (!first || first.digits) return [];
  let best: Hit<PlaceName>[] = [];
  let least = 2;
  for (let n = 2; n <= 3 && from + n <= s.words.length; n++) {
    const last = s.words[from + n - 1]!;
    const text = s.flat.slice(first.start, last.end);
    if (/[^a-z ]/.test(text) || text.length < 5) continue;
    const letters = lettersOf(text);
    for (const f of v.places.folded) {
      if (differing(letters, f.letters) > 2) continue;
      if (communesOnly && (f.name.is === 'district' || f.name.is === 'province')) continue;
      const k = slips(text, f.flat, 1);
      if (k > 1 || k > least) continue;
      if (k < least) best = [];
      least = k;
      best.push({
        value: f.name,
        from,
        to: from + n,
        start: first.start,
        end: last.end,
        clashes: 0,
        agrees: 0,
        exact: false,
      });
    }
  }
  return best;
}

/** The places that a text names, left to right, each with what it may stand for. `answer`: the text answers "where?". */
export function placesIn(s: Scan, v: Vocabulary, answer: boolean): PlaceHit[] {
  let hits = longest(hitsIn(s, v));
  // A misspelt name behind "xã": "xã Mường Bng".
  const taken = (i: number) => hits.some((h) => i >= h.from && i < h.to);
  const slipped: Hit<PlaceName>[] = [];
  let tries = 0;
  for (let i = 0; i < s.words.length - 1 && tries < mostSlips; i++) {
    const w = s.words[i]!.flat;
    if (
      (w === 'xa' || w === 'phuong' || w === 'huyen') &&
      !taken(i) &&
      !taken(i + 1) &&
      !taken(i + 2) &&
      !notName.test(s.words[i + 1]!.flat)
    ) {
      tries++;
      slipped.push(...slipsAt(s, v, i + 1, w !== 'huyen'));
    }
  }
  if (answer && hits.length === 0 && slipped.length === 0 && s.words.length <= 4)
    slipped.push(...slipsAt(s, v, 0, false));
  if (slipped.length) hits = [...hits, ...slipped].sort((a, b) => a.from - b.from || a.to - b.to);
  const out: PlaceHit[] = [];
  let listKind: PlaceKind = null;
  for (const group of grouped(hits)) {
    const { start, end } = group[0]!;
    const before = s.flat.slice(Math.max(0, start - 16), start);
    const b = kindBefore.exec(before);
    const a = kindAfter.exec(s.flat.slice(end, end + 12));
    let kind: PlaceKind = b
      ? kinds[b.slice(1).findIndex((g) => g !== undefined)]!
      : a
        ? afterKinds[a.slice(1).findIndex((g) => g !== undefined)]!
        : null;
    // "xã Mai Sơn, Yên Châu và Sông Mã": the word before the first goes for all.
    const follows =
      out.length > 0 &&
      /^ ?(?:,|va|voi|cung|hoac|hay|&|and|or|;|\+|-|cu,|cu va|cu,) ?$/.test(s.flat.slice(out.at(-1)!.outerEnd, start));
    if (!kind && follows) kind = listKind;
    listKind = kind;
    const aged = /^ ?\(?(cu|moi|truoc day|hien nay|bay gio)(?!\p{L})\)?/u.exec(s.flat.slice(end, end + 14));
    const oldWord = /^ ?\(?cũ/i.test(s.raw.slice(end)) || aged?.[1] === 'cu' || aged?.[1] === 'truoc day';
    const age = aged
      ? oldWord
        ? 'old'
        : aged[1] === 'moi' || aged[1] === 'hien nay' || aged[1] === 'bay gio'
          ? 'new'
          : null
      : null;
    const flat = s.flat.slice(start, end);
    // "ven sông Mã": the river.
    // "bản Nà Ớt, xã Phiêng Cằm": a village that bears the name of an old commune.
    if (
      !kind &&
      /(?:(?<!dia )ban|thon|xom|tieu khu) $/.test(before) &&
      /^ ?[,(-]? ?(?:thuoc |o |tai |cua )?(?:xa|phuong)(?!\p{L})/u.test(s.flat.slice(end, end + 14))
    )
      continue;
    if (flat === 'song ma' && /(?:ven|doc|bo|luu vuc|qua|doan) $/.test(before)) continue;
    if (!kind && !age && !follows && !answer) {
      if (person.test(before) || /(?<!\p{L})bạn $/iu.test(s.raw.slice(Math.max(0, start - 5), start))) continue;
      const raw = s.raw.slice(start, end);
      const capital = /^\p{Lu}\S* \p{Lu}/u.test(raw);
      const introduced =
        /(?:(?<!\p{L})(?:o|tai|cho|cua|xa|ban|dia ban|khu vuc|vung|tu|ve|len|vao|ba con|nhan dan|truong|tram y te|in|at|for|from|tru|ngoai|ngoai tru|khong tinh|khong ke|except) |, |: ?|^)$/u.test(
          before,
        );
      if (wordNames.has(flat) && !capital && !introduced) continue;
      // A name inside a longer one: "Nguyễn Mai Sơn", "Hoàng Yên Châu".
      if (
        capital &&
        /\p{Lu}\p{L}{1,7} $/u.test(s.raw.slice(Math.max(0, start - 8), start)) &&
        !/(?:Xã|Phường|Huyện|Thành Phố|TP|Bản|Tỉnh|UBND|Sở|Hội|Trường|THCS|TH|THPT|MN|TYT|PTDTBT|HTX|Ở|Tại|Cho) $/iu.test(
          s.raw.slice(0, start),
        )
      )
        continue;
    }
    const names = resolve(s, group, kind, age);
    if (names.length === 0) continue;
    out.push({
      start,
      end,
      outerStart: b ? start - (before.length - b.index) : start,
      outerEnd: aged && age ? end + aged[0].length : a && kind ? end + a[0].length : end,
      names,
      kind,
      age,
      slip: slipped.includes(group[0]!),
      ward: kind === 'phuong',
    });
  }
  return out;
}

/** What the words can stand for, given what was said before and behind them and which marks were typed. */
function resolve(s: Scan, group: readonly Hit<PlaceName>[], kind: PlaceKind, age: 'old' | 'new' | null): PlaceName[] {
  let names = bestMarked(s, group).map((h) => h.value);
  const all = group.map((h) => h.value);
  const only = (keep: (n: PlaceName) => boolean) => {
    const kept = names.filter(keep);
    if (kept.length) names = kept;
    else if (all.some(keep)) names = all.filter(keep);
  };
  if (kind === 'huyen') only((n) => n.is === 'district');
  else if (kind === 'thi_xa' || kind === 'thanh_pho') only((n) => n.is === 'district');
  else if (kind === 'tinh') only((n) => n.is === 'province');
  else if (kind === 'thi_tran') only((n) => n.is === 'old' && n.old.kind === 'thi_tran');
  else if (kind === 'xa')
    only((n) => (n.is === 'commune' && n.place.kind === 'xa') || (n.is === 'old' && n.old.kind !== 'thi_tran'));
  else if (kind === 'phuong')
    only((n) => (n.is === 'commune' && n.place.kind === 'phuong') || (n.is === 'old' && n.old.kind === 'phuong'));
  if (kind === 'xa' || kind === 'phuong') only((n) => n.is === 'commune' || n.is === 'old');
  if (age === 'old') only((n) => n.is === 'old' || n.is === 'district');
  if (age === 'new') only((n) => n.is === 'commune');
  // "Mộc Châu" was a ward before, too: today's is meant unless "cũ" is said.
  if (age !== 'old')
    names = names.filter((n) => n.is !== 'old' || !names.some((x) => x.is === 'commune' && x.name === n.name));
  // "Sơn La" alone is the province.
  if (kind === null && names.some((n) => n.is === 'province')) names = names.filter((n) => n.is === 'province');
  return [...new Set(names)];
}

/** The bare name that a slot holds: "Mộc Châu", "TP Sơn La", "Sơn La" for the province. */
export function bareName(h: PlaceHit): string {
  const today = h.names.find((n) => n.is === 'commune') ?? h.names[0]!;
  if (today.is === 'district' && foldKeep(today.name) === 'son la') return 'TP Sơn La';
  return today.name;
}
