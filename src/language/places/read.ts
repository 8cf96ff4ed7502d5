import { type Scan, scan } from '../text/words.ts';
import type { PlaceOption, PlacesRead } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type PlaceHit, placesIn } from './find.ts';
import type { PlaceName } from './names.ts';

const province =
  /(?:toan|ca|khap|tren dia ban|trong) (?:tinh|dia ban tinh)(?!\p{L})|cac (?:xa,? phuong|huyen) (?:trong|toan|tren dia ban|cua) tinh|province[- ]?wide|whole province|entire province|75 xa/u;
const village =
  /(?<!\p{L})(?:(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )?(?:ban|thon|tieu khu|xom|diem ban)(?!\p{L})(?: (?:so )?\d{1,2}(?!\d)| \p{L}+(?: \p{L}+)?)?/gu;

const districtWord = { huyen: 'huyện', thi_xa: 'thị xã', thanh_pho: 'thành phố' } as const;
const kindWord = { xa: 'xã', phuong: 'phường' } as const;

function todayLabel(code: string, v: Vocabulary): string {
  const p = v.places.byCode.get(code);
  return p ? `${kindWord[p.kind]} ${p.name}` : code;
}

function option(n: PlaceName, v: Vocabulary, several: boolean): PlaceOption {
  if (n.is === 'commune')
    return { codes: [n.place.code], label: `${kindWord[n.place.kind]} ${n.name}${several ? ' (mới)' : ''}` };
  if (n.is === 'district') {
    const units = n.district.units;
    const parts = units.map((c) => v.places.byCode.get(c)?.kind);
    const count = parts.every((k) => k === 'phuong')
      ? `${units.length} phường`
      : parts.some((k) => k === 'phuong')
        ? `${units.length} xã, phường`
        : `${units.length} xã`;
    return { codes: units, label: `toàn bộ địa bàn ${districtWord[n.district.kind]} ${n.name} cũ (${count})` };
  }
  if (n.is === 'old') {
    const district = v.lists.districts.find((d) => d.code === n.old.district);
    const kind = n.old.kind === 'thi_tran' ? 'thị trấn' : kindWord[n.old.kind];
    return {
      codes: [n.old.now],
      label: `${kind} ${n.name} cũ${district ? ` (${districtWord[district.kind]} ${district.name} cũ)` : ''}, nay là ${todayLabel(n.old.now, v)}`,
    };
  }
  return { codes: [], label: 'toàn tỉnh' };
}

const sameCodes = (a: PlaceOption, b: PlaceOption) =>
  a.codes.length === b.codes.length && a.codes.every((c) => b.codes.includes(c));

/** The places of the hits: resolved, or what to ask. */
export function placesReadOf(s: Scan, hits: readonly PlaceHit[], v: Vocabulary): PlacesRead | null {
  const communes = new Set<string>();
  const unclear: { said: string; options: PlaceOption[] }[] = [];
  const renamed: { said: string; now: string }[] = [];
  let whole = province.test(s.flat);
  for (const h of hits) {
    if (h.names.some((n) => n.is === 'province')) {
      // "tỉnh Sơn La" behind a commune is where that commune lies.
      if (hits.length === 1) whole = true;
      continue;
    }
    const options: PlaceOption[] = [];
    const several = h.names.length > 1;
    for (const n of h.names) {
      const o = option(n, v, several && h.names.some((x) => x.is === 'district'));
      if (!options.some((x) => sameCodes(x, o))) options.push(o);
    }
    const said = s.raw.slice(h.outerStart, h.outerEnd).trim();
    // "xã Mường Chanh, huyện Mai Sơn": the district only says where the commune lies.
    const [only] = h.names;
    if (h.names.length === 1 && only!.is === 'district' && h !== hits[0]) {
      const prior = hits[hits.indexOf(h) - 1]!;
      const inside = prior.names.flatMap((n) =>
        n.is === 'commune' ? [n.place.code] : n.is === 'old' ? [n.old.now] : [],
      );
      if (
        inside.some((c) => only!.is === 'district' && only!.district.units.includes(c)) &&
        /^[ ,(-]*(?:thuoc |cua )?$/.test(s.flat.slice(prior.outerEnd, h.outerStart))
      ) {
        // It also settles which of two communes of one name was meant.
        const asked = unclear.find((u) => u.said === s.raw.slice(prior.outerStart, prior.outerEnd).trim());
        if (asked) {
          const kept = asked.options.filter(
            (o) =>
              o.codes.length === 1 && (only as PlaceName & { is: 'district' }).district.units.includes(o.codes[0]!),
          );
          if (kept.length === 1) {
            unclear.splice(unclear.indexOf(asked), 1);
            communes.add(kept[0]!.codes[0]!);
          }
        }
        continue;
      }
    }
    if (options.length > 1 || h.slip) {
      if (h.slip && options.length === 1) {
        for (const c of options[0]!.codes) communes.add(c);
        continue;
      }
      unclear.push({ said, options: options.slice(0, 4) });
      continue;
    }
    for (const c of options[0]!.codes) communes.add(c);
    if (only!.is === 'old') renamed.push({ said, now: todayLabel(only!.old.now, v) });
  }
  const bans = villageIn(s, hits);
  if (communes.size === 0 && !whole && unclear.length === 0 && !bans) return null;
  return {
    communes: [...communes],
    province: whole && communes.size === 0 && unclear.length === 0,
    ...(bans ? { village: bans } : {}),
    unclear,
    renamed,
  };
}

/** Villages as they were said: "3 bản", "bản Nà Tra". */
function villageIn(s: Scan, hits: readonly PlaceHit[]): string | null {
  const all = [...s.flat.matchAll(village)];
  // "bán trú", "bạn", "bàn": no village, however it was typed.
  const m = all.find(
    (x) =>
      !/(?<!\p{L})(?:bán|bạn|bàn|bằn)(?!\p{L})/iu.test(s.raw.slice(x.index, x.index + x[0].length)) &&
      !/(?:^| )ban (?:tru|be|ghe|thit|hang|le|ngay|quan ly|giam|chi|to chuc|nhac|do|giao|dan toc|than|doc)/.test(
        x[0] + s.flat.slice(x.index + x[0].length, x.index + x[0].length + 8),
      ),
  );
  if (!m) return null;
  const said = s.raw.slice(m.index, m.index + m[0].length);
  const number = /^(?:\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)/.test(m[0]);
  if (number) {
    const [count, noun, a] = said.split(' ');
    return a && /^\p{Lu}/u.test(a) ? said : `${count} ${noun}`;
  }
  // A proper name, one or two capitals, not the commune's own.
  const named = /^\p{L}+ (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?|(?:số )?\d+)/u.exec(said);
  if (
    !named ||
    hits.some((h) => m.index + m[0].length > h.outerStart && m.index < h.outerStart && h.outerStart - m.index < 4)
  )
    return null;
  return named[0];
}

/**
 * The places that a text names. Today's communes and wards by code; a former district stands for its communes; old communes become today's, with a note in
 * `renamed`; what fits several ("Mai Sơn", "Chiềng Chung", "chieng hac" without marks) is in `unclear` with its options.
 * `answer`: the text answers "where?", so bare names count and one slip of typing is forgiven. Null when no place is named.
 */
export function readPlaces(text: string, vocabulary: Vocabulary, answer: boolean): PlacesRead | null {
  const s = scan(text);
  return placesReadOf(s, placesIn(s, vocabulary, answer), vocabulary);
}
