import { lettersOf } from '../text/distance.ts';
import { foldKeep } from '../text/fold.ts';
import { Phrases } from '../text/phrases.ts';
import type { SplitUnitEntry, UnitEntry, VocabularyLists } from '../types.ts';
import { spokenUnits } from './spoken.ts';

/** What the name of a unit stands for. `short`: an abbreviation alone ("STC"), which may be something else. */
export type UnitName =
  | { readonly is: 'unit'; readonly unit: UnitEntry; readonly short: boolean; readonly bare: boolean }
  | { readonly is: 'split'; readonly split: SplitUnitEntry };

export interface UnitIndex {
  readonly phrases: Phrases<UnitName>;
  readonly folded: readonly { readonly flat: string; readonly letters: number; readonly unit: UnitEntry }[];
  readonly byId: ReadonlyMap<string, UnitEntry>;
  readonly byCode: ReadonlyMap<string, UnitEntry>;
}

const bodies = [
  'ubnd',
  'ủy ban nhân dân',
  'uỷ ban',
  'ub',
  'ủy ban',
  'UBND các',
  'Văn phòng HĐND và UBND',
  'HĐND',
  'đảng ủy',
];

/** Indexes the names of units, with the spoken and shortened forms of departments and every way to say "UBND xã …". */
export function unitIndex(lists: VocabularyLists): UnitIndex {
  const phrases = new Phrases<UnitName>();
  const folded: { flat: string; letters: number; unit: UnitEntry }[] = [];
  const near = (name: string, unit: UnitEntry) => {
    const flat = foldKeep(name);
    folded.push({ flat, letters: lettersOf(flat), unit });
  };
  const placeName = new Map(lists.places.map((p) => [p.code, p]));
  for (const unit of lists.units) {
    const whole: UnitName = { is: 'unit', unit, short: false, bare: false };
    const place = unit.kind === 'commune' ? placeName.get(unit.code) : undefined;
    if (place) {
      const bare: UnitName = { is: 'unit', unit, short: false, bare: true };
      const kinds = place.kind === 'xa' ? ['xã', 'x'] : ['phường', 'p', 'xã'];
      for (const b of bodies) for (const k of [...kinds, '']) phrases.add(`${b} ${k} ${place.name}`, whole, true);
      for (const k of kinds) phrases.add(`${k} ${place.name}`, bare, true);
      for (const whose of ['em', 'tôi', 'mình']) phrases.add(`${kinds[0]} ${whose} ${place.name}`, bare, true);
      for (const k of ['commune', 'ward']) phrases.add(`${place.name} ${k}`, bare, true);
      for (const k of ["commune people's committee", "people's committee"])
        phrases.add(`${place.name} ${k}`, whole, true);
      phrases.add(`people's committee of ${place.name}`, whole, true);
      near(`${place.kind === 'xa' ? 'xa' : 'phuong'} ${place.name}`, unit);
    }
    for (const name of new Set([unit.name, ...unit.aliases, ...(spokenUnits[unit.code] ?? [])])) {
      const short = !/\s/.test(name) && name.length <= 7 && /^[\p{Lu}\p{Ll}&]+$/u.test(name);
      phrases.add(name, { is: 'unit', unit, short, bare: false }, true);
      if (!short) near(name, unit);
      // "Sở GD&ĐT", "sở KHCN": the abbreviation of the field after "sở".
      if (short && unit.kind === 'department' && unit.name.startsWith('Sở ')) {
        phrases.add(`sở ${name.replace(/^S(?=\p{Lu}{2})/u, '')}`, whole, true);
        phrases.add(`sở ${name}`, whole, true);
      }
    }
  }
  for (const split of lists.splitUnits)
    for (const name of [split.name, ...split.aliases]) phrases.add(name, { is: 'split', split }, true);
  return {
    phrases,
    folded,
    byId: new Map(lists.units.map((u) => [u.id, u])),
    byCode: new Map(lists.units.map((u) => [u.code, u])),
  };
}
