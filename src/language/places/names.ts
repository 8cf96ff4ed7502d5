import { lettersOf } from '../text/distance.ts';
import { foldKeep } from '../text/fold.ts';
import { Phrases } from '../text/phrases.ts';
import type { DistrictEntry, OldPlaceEntry, PlaceEntry, VocabularyLists } from '../types.ts';

/** What the name of a place may stand for. */
export type PlaceName =
  | { readonly is: 'commune'; readonly name: string; readonly place: PlaceEntry }
  | { readonly is: 'district'; readonly name: string; readonly district: DistrictEntry }
  | { readonly is: 'old'; readonly name: string; readonly old: OldPlaceEntry }
  | { readonly is: 'province'; readonly name: string };

export interface PlaceIndex {
  readonly phrases: Phrases<PlaceName>;
  /** Folded names, for typing slips. */
  readonly folded: readonly { readonly flat: string; readonly letters: number; readonly name: PlaceName }[];
  readonly byCode: ReadonlyMap<string, PlaceEntry>;
}

/** Spellings in use beside those of the lists. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/^Nặm /, 'Nậm '],
  [/^Nậm /, 'Nặm '],
  [/^Nong /, 'Noong '],
  [/^Noong /, 'Nong '],
  [/Bẩu$/, 'Pẩu'],
  [/Pẩu$/, 'Bẩu'],
  [/Khoong$/, 'Khong'],
  [/Sốp Cộp/, 'Sộp Cộp'],
  [/^Chiềng /, 'Chiêng '],
  [/^Co Mạ$/, 'Cò Mạ'],
  [/^Púng /, 'Pung '],
  [/ Cơi$/, ' Coi'],
  [/^Mường É$/, 'Mường E'],
  [/^Phiêng /, 'Phiềng '],
];

/** Indexes the names of places. "Sơn La" bare is the province; the city is "TP Sơn La". */
export function placeIndex(lists: VocabularyLists): PlaceIndex {
  const phrases = new Phrases<PlaceName>();
  const folded: { flat: string; letters: number; name: PlaceName }[] = [];
  const add = (name: PlaceName) => {
    const all = new Set([
      name.name,
      ...variants.filter(([from]) => from.test(name.name)).map(([from, to]) => name.name.replace(from, to)),
    ]);
    for (const n of all) phrases.add(n, name, true);
    const flat = foldKeep(name.name);
    folded.push({ flat, letters: lettersOf(flat), name });
    // "mocchau": the space is left out.
    const compact = flat.replace(/[^a-z]/g, '');
    if (compact !== flat && compact.length > 6) phrases.add(compact, name, true);
  };
  for (const place of lists.places) add({ is: 'commune', name: place.name, place });
  for (const district of lists.districts) add({ is: 'district', name: district.name, district });
  for (const old of lists.oldPlaces) add({ is: 'old', name: old.name, old });
  add({ is: 'province', name: 'Sơn La' });
  return { phrases, folded, byCode: new Map(lists.places.map((p) => [p.code, p])) };
}
