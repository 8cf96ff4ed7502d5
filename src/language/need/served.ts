import { beneficiariesIn, labelledCount } from '../people/beneficiaries.ts';
import type { Scan } from '../text/words.ts';
import type { Beneficiaries } from '../types.ts';
import { piece, type Section } from './labels.ts';

/** People and households first, at most two counts: more would be details of the same. */
function mainCounts(s: Scan, from = 0): Beneficiaries[] {
  const found = beneficiariesIn(s);
  const clean = found.filter(
    (b) =>
      !/(?:da co|hien co|truoc day|nam ngoai|da duoc|cach|trong do(?: co)?|gom) $/.test(
        s.flat.slice(Math.max(0, b.start - 12), b.start),
      ),
  );
  const use = clean.length ? clean : found;
  const unique: Beneficiaries[] = [];
  // "Xã có 14 bản … lắp đèn tại 3 bản": what stands behind the request is served by it.
  const ordered = [...use.filter((b) => b.start >= from), ...use.filter((b) => b.start < from)];
  for (const { start: _s, end: _e, ...b } of ordered) if (!unique.some((u) => u.unit === b.unit)) unique.push(b);
  const heads = unique.filter((b) => b.unit !== 'villages' && b.unit !== 'cooperatives');
  const groups = unique.filter((b) => b.unit === 'villages' || b.unit === 'cooperatives');
  return [...heads.slice(0, 2), ...groups.slice(0, 1)];
}

/** Whom a need serves: what stands under its label, else the counts of the whole text, those behind its title first. */
export function servedIn(s: Scan, labelled: Section | undefined, title: string | null): Beneficiaries[] {
  if (!labelled) {
    const at = title ? s.raw.toLowerCase().indexOf(title.slice(0, 24).toLowerCase()) : -1;
    return mainCounts(s, Math.max(0, at));
  }
  const value = piece(s, labelled);
  const label = s.flat.slice(labelled.labelStart, labelled.start);
  const counts = mainCounts(value);
  // "Trẻ em hưởng lợi: 6.200 em": "em" are children where the label says so.
  if (/(?<!\p{L})tre(?! (?:mo coi )?hoc)/u.test(label) && counts[0]?.unit === 'students')
    return [{ ...counts[0], unit: 'children' }, ...counts.slice(1)];
  if (counts.length > 0) return counts;
  const said = labelledCount(label, value);
  return said.length > 0 ? said : mainCounts(s);
}
