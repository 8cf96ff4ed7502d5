import type { PlaceEntry } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';

const beside =
  /(?<!\p{L})(?:(?:xa|phuong|ben|cho|don vi|dia phuong) (?:ben canh|canh ben|ke ben|lan can|gan do|hang xom|giap ranh|sat ben|sat canh|ke can|xung quanh)|neighbou?r(?:s|ing)?(?: communes?)?|(?:nearby|adjacent|next) communes?|commune next to it)(?!\p{L})/u;

/** Whether a folded text asks for the commune next to the one that was spoken of. */
export const asksBeside = (flat: string): boolean => beside.test(flat);

/**
 * The other communes of today that came out of the same former districts. Which communes touch each other is in no list that we have,
 * so this is what can honestly be offered instead.
 */
export function sameDistrict(
  code: string,
  vocabulary: Vocabulary,
): { readonly districts: readonly string[]; readonly places: readonly PlaceEntry[] } {
  const own = vocabulary.places.byCode.get(code);
  if (!own) return { districts: [], places: [] };
  const { lists } = vocabulary;
  return {
    districts: own.formerDistricts.flatMap((d) => lists.districts.find((one) => one.code === d)?.name ?? []),
    places: lists.places.filter(
      (p) => p.code !== code && p.formerDistricts.some((d) => own.formerDistricts.includes(d)),
    ),
  };
}
