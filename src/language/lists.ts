import type { VocabularyLists } from './types.ts';

/** The JSON lists as they lie in the data folders. */
export interface ListSources {
  readonly communes: unknown;
  readonly districts: unknown;
  readonly departments: unknown;
  readonly formerDepartments?: unknown;
  readonly ngos: unknown;
  readonly missions?: unknown;
  readonly notNgos?: unknown;
}

/** Lists of names from the JSON files. */
export function listsFrom(_s: ListSources): VocabularyLists {
  return { places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: [] };
}
