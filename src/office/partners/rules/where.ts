import { readPlaces, type Vocabulary } from '../../../language/index.ts';

/** Former districts by name and communes of today by code: how the register says where somebody works. */
export interface Where {
  readonly districts: readonly string[];
  readonly communes: readonly string[];
}

/** All communes of today that lie where somebody works. */
export function communesOf(
  of: { readonly formerDistricts: readonly string[]; readonly communes: readonly string[] },
  v: Vocabulary,
): string[] {
  const within = v.lists.districts
    .filter(({ name }) => of.formerDistricts.includes(name))
    .flatMap(({ units }) => units);
  return [...new Set([...within, ...of.communes])];
}

/**
 * Where these communes lie: who works in the former district may work in the commune. Districts that are named whole stand for their communes, so that a
 * commune which two districts share does not bring in the other one.
 */
export function whereOf(communes: readonly string[], v: Vocabulary): Where {
  const whole = v.lists.districts.filter(({ units }) => units.every((code) => communes.includes(code)));
  const covered = new Set(whole.flatMap(({ units }) => units));
  const single = communes.filter((code) => !covered.has(code));
  const around = v.lists.districts.filter(({ units }) => units.some((code) => single.includes(code)));
  return { districts: [...new Set([...whole, ...around].map(({ name }) => name))], communes };
}

/**
 * The places that a question names, today's or former: null where it names none, or the whole province. Where the words fit several places all of them
 * count: a search that finds too much is narrowed by the next sentence.
 */
export function whereAsked(text: string, v: Vocabulary): Where | null {
  const read = readPlaces(text, v, false);
  if (!read) return null;
  const communes = [
    ...read.communes,
    ...read.unclear.flatMap(({ options }) => options.flatMap(({ codes }) => [...codes])),
  ];
  return communes.length > 0 ? whereOf([...new Set(communes)], v) : null;
}

/** "xã Co Mạ" for each of these codes. */
export const placeNames = (codes: readonly string[], v: Vocabulary): Readonly<Record<string, string>> =>
  Object.fromEntries(
    v.lists.places
      .filter(({ code }) => codes.includes(code))
      .map(({ code, kind, name }) => [code, `${kind === 'xa' ? 'xã' : 'phường'} ${name}`]),
  );
