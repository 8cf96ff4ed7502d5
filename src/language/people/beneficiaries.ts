import { type Numeral, numerals } from '../amounts/numeral.ts';
import { type Scan, scan } from '../text/words.ts';
import type { Beneficiaries } from '../types.ts';

type Unit = Beneficiaries['unit'];

/** Counted nouns behind a number, on folded text. Longer ones first. */
const nouns: readonly (readonly [Unit, string])[] = [
  ['households', 'ho dan|ho gia dinh|ho ngheo|ho|gia dinh|households|household|families|family|hhs|nha dan|noc nha'],
  [
    'students',
    'hoc sinh|hs|sinh vien|em hoc sinh|chau hoc sinh|pupils|students|student|pupil|tre mam non|chau mam non|em|schoolchildren',
  ],
  [
    'children',
    'tre em|tre nho|em be|be|thieu nhi|benh nhi|hoc sinh mam non|tre|chau be|chau|em nho|children|kids|child|infants|babies',
  ],
  ['villages', 'thon ban|ban|thon|xom|lang nghe|lang|tieu khu|to dan pho|villages|village|hamlets'],
  ['cooperatives', 'hop tac xa|htx|cooperatives|cooperative|co-ops|to hop tac'],
  [
    'people',
    'nhan khau|khau|nguoi dan|nguoi|ng|chi em|phu nu|nong dan|hoi vien|can bo|thanh nien|dan|ba con|doan vien|cu|benh nhan|lao dong|giao vien|chi|ba me|phu huynh|luot nguoi|nan nhan|ntk|nkt|people|persons|women|farmers|patients|volunteers|staff|youth|young people|nurses|trainees|residents|participants|attendees|villagers|youths|teachers|beneficiaries|workers|officials|mothers|dong bao|tinh nguyen vien|cong chuc|vien chuc|ke toan|nghe nhan|cong nhan|xa vien|tieu thuong|nhan dan|ca|luot|dai bieu|hoc vien',
  ],
];
const people = nouns.findIndex(([unit]) => unit === 'people');
const nounShape = new RegExp(
  `^ ?(?:\\+ ?)?(?:(?:cac|chau|em|of|poor|ethnic|minority|local|about|elderly|old|young|rural|vulnerable|disabled|farming|primary|secondary|school|village|pregnant|female|male|single|unemployed|smallholder|artisan|craft|migrant|grade|ward|commune|hmong|thai|dao|upland|highland|other|additional|remote|near-poor|landless) ){0,4}(?:${nouns.map(([, n]) => `(${n})`).join('|')})(?![\\p{L}\\d])`,
  'u',
);
/** What follows a counted noun and belongs to it: "phụ nữ nghèo". */
const groupAfter =
  /^ (?:nghèo|cận nghèo|khuyết tật|mồ côi|dân tộc thiểu số|DTTS|Mông|Thái|Dao|Khơ Mú|nghiện|bán trú|nội trú|mầm non|tiểu học|THCS|đơn thân|cao tuổi|yếu thế)(?!\p{L})/iu;
const notThese = /(?:moi|tung|it nhat|den|tu|cach|so|quyet dinh|lop|khoi|xa|tren|thang|dien tich|khoang cach|nhom) $/;

const countLabel =
  /(?<!\p{L})(?:tong )?so (?:luong )?(?:ho|nguoi|hoc sinh|hs|tre em|tre|chau|hoc vien|phu nu|htx)(?: (?:dan|gia dinh|ngheo|huong loi|thu huong|duoc huong loi|tham gia|hoc))*(?: ?:| la| khoang)* ?$/u;

/** Beneficiaries with where they stand. */
export function beneficiariesIn(
  s: Scan,
  found: readonly Numeral[] = numerals(s),
): (Beneficiaries & { start: number; end: number })[] {
  const out: (Beneficiaries & { start: number; end: number })[] = [];
  for (const n of found) {
    if (n.scale >= 1e6 || !Number.isInteger(n.value) || n.value < 1) continue;
    const rest = s.flat.slice(n.end, n.end + 48);
    const m = nounShape.exec(rest);
    if (!m) {
      // "số hộ 35, kinh phí …": what is counted stands before the number.
      const label =
        n.scale === 1 &&
        !/^ ?(?:trieu|tr|ty|ti|%|\/)/.test(rest) &&
        countLabel.exec(s.flat.slice(Math.max(0, n.start - 40), n.start));
      if (label)
        for (const b of labelledCount(label[0], scan(String(n.value)))) out.push({ ...b, start: n.start, end: n.end });
      continue;
    }
    let k = m.slice(1).findIndex((g) => g !== undefined);
    const noun = m[k + 1]!;
    // "45 bạn trẻ" are people; "45 bản" are villages.
    if (noun === 'ban' && /bạn$/i.test(s.raw.slice(n.end, n.end + m[0].length))) k = people;
    const before = s.flat.slice(Math.max(0, n.start - 14), n.start);
    // "5 triệu/hộ" and "mỗi 10 hộ" count nothing; a year is no number of people.
    if (notThese.test(before) && /(?:moi|tung|lop|khoi|cach) $/.test(before)) continue;
    if (
      n.digits &&
      n.value >= 2020 &&
      n.value <= 2040 &&
      !/[.,]/.test(s.flat.slice(n.start, n.end)) &&
      /nam $/.test(before)
    )
      continue;
    if (noun === 'ban' && k !== people && isOtherBan(s, n.end + m[0].length)) continue;
    if (
      (noun === 'chi' || noun === 'cu' || noun === 'em' || noun === 'ca' || noun === 'tre' || noun === 'chau') &&
      s.marks > 2 &&
      !matchesMark(noun, s.raw.slice(n.end, n.end + m[0].length))
    )
      continue;
    // "3 bể" are tanks.
    if (noun === 'be' && !/bé$/i.test(s.raw.slice(n.end, n.end + m[0].length))) continue;
    // "Trẻ em hưởng lợi: 6.200 em"
    if (
      noun === 'em' &&
      /(?:tre em|tre nho|thieu nhi|tre mo coi)(?:(?! hoc sinh)[^.;\n]){0,24}$/.test(
        s.flat.slice(Math.max(0, n.start - 40), n.start),
      )
    )
      k = nouns.findIndex(([unit]) => unit === 'children');
    const end = n.end + m[0].length;
    const g = groupAfter.exec(s.raw.slice(end));
    const words = s.raw.slice(n.end, end).trim();
    const group = g
      ? `${words}${g[0]}`.trim()
      : nouns[k]![0] === 'people' && !/^(?:người|nguoi|people|persons|người dân|dân)$/i.test(words)
        ? words
        : undefined;
    out.push({ count: n.value, unit: nouns[k]![0], ...(group ? { group } : {}), start: n.start, end });
  }
  return out;
}

const isOtherBan = (s: Scan, end: number) =>
  /^ (?:bao cao|ve|ke hoach|sao|in|chinh)(?!\p{L})/u.test(s.flat.slice(end, end + 10)) ||
  /bàn|bán|bằn/i.test(s.raw.slice(end - 3, end));
const marked: Readonly<Record<string, RegExp>> = {
  chi: /chị/i,
  cu: /cụ/i,
  em: /em/i,
  ca: /ca(?![\p{L}])/iu,
  tre: /trẻ/i,
  chau: /cháu/i,
};
const matchesMark = (noun: string, raw: string) => marked[noun]?.test(raw) ?? true;

/** "Hộ hưởng lợi: 75": the label says what is counted. */
export function labelledCount(label: string, value: Scan): Beneficiaries[] {
  const [n] = numerals(value);
  const m =
    /(?<!\p{L})(?:(ho)|(hoc sinh|hs|sinh vien)|(tre em|tre|chau)|(ban|thon)|(htx|hop tac xa)|(nguoi|phu nu|hoc vien|dan|thu huong|huong loi))(?!\p{L})/u.exec(
      label,
    );
  if (!n || !m || !Number.isInteger(n.value) || n.value < 1) return [];
  const unit = (['households', 'students', 'children', 'villages', 'cooperatives', 'people'] as const)[
    m.slice(1).findIndex((g) => g !== undefined)
  ]!;
  return [{ count: n.value, unit }];
}

/** The main count first: people and households before villages, in the order said. */
export function readBeneficiaries(text: string): Beneficiaries[] | null {
  const s = scan(text);
  const found = beneficiariesIn(s).map(({ start: _s, end: _e, ...b }) => b);
  const seen = new Set<string>();
  const unique = found.filter((b) => {
    const key = `${b.unit} ${b.count}`;
    return !seen.has(key) && seen.add(key);
  });
  if (unique.length === 0) return null;
  return [
    ...unique.filter((b) => b.unit !== 'villages' && b.unit !== 'cooperatives'),
    ...unique.filter((b) => b.unit === 'villages' || b.unit === 'cooperatives'),
  ];
}
