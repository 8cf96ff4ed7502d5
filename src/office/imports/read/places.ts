import { fold, readPlaces, type Vocabulary } from '../../../language/index.ts';
import type { ProblemCode } from '../types.ts';
import { several } from './words.ts';

/** Places of a cell: names of former districts, codes of today's communes and wards, and what must be said about it. */
export interface PlaceCell {
  readonly districts: readonly string[];
  readonly communes: readonly string[];
  readonly problems: readonly {
    readonly code: ProblemCode;
    readonly said: string;
    readonly beside?: readonly string[];
  }[];
}

const wholeProvince = /^(?:toan|ca) tinh$|^tinh son la$|^son la$|province[- ]?wide/;

/**
 * Reads where a partner works. A former district stays one ("huyện Mai Sơn cũ"), communes are today's; a name that no longer exists becomes
 * today's and is told; one that fits several, or was split, is asked about with what it could be. "Toàn tỉnh" is every former district.
 */
export function readPlaceCell(text: string, vocabulary: Vocabulary): PlaceCell {
  const districts = new Set<string>();
  const communes = new Set<string>();
  const problems: { code: ProblemCode; said: string; beside?: readonly string[] }[] = [];
  const { lists } = vocabulary;
  for (const part of partsOf(text)) {
    if (wholeProvince.test(fold(part))) {
      for (const district of lists.districts) districts.add(district.name);
      continue;
    }
    const read = readPlaces(part, vocabulary, true);
    if (!read || (read.communes.length === 0 && read.unclear.length === 0 && !read.province)) {
      problems.push({ code: 'place_unknown', said: part });
      continue;
    }
    if (read.province) for (const district of lists.districts) districts.add(district.name);
    for (const { said, options } of read.unclear)
      problems.push({ code: 'place_unclear', said, beside: options.map((option) => option.label) });
    for (const { said, now } of read.renamed) problems.push({ code: 'place_renamed', said, beside: [now] });
    const whole = lists.districts.find(
      ({ units }) => units.length === read.communes.length && units.every((code) => read.communes.includes(code)),
    );
    if (whole && fold(part).includes(fold(whole.name))) districts.add(whole.name);
    else for (const code of read.communes) communes.add(code);
  }
  return { districts: [...districts], communes: [...communes], problems };
}

/** Commas separate places, except before the district in which a commune lies: "xã Mường Chanh, huyện Mai Sơn". */
const partsOf = (text: string): string[] =>
  several(text).flatMap((part) =>
    part
      .split(/,(?!\s*(?:huyện|thị xã|thành phố|tp|tx|h\.|huyen|thi xa)(?!\p{L}))|\svà\s/iu)
      .flatMap((one) => (/^\s*(?:huyện|thị xã|thành phố|huyen)/iu.test(one) ? one.split(',') : [one]))
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );
