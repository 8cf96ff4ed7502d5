import { fold } from '../../../language/index.ts';

/**
 * What two spellings of one name share: no marks, no punctuation, no words that say only "organisation", nothing in brackets but an abbreviation's
 * own letters. "Tổ chức Save the Children (SCI)" is "save the children".
 */
export function nameKey(name: string): string {
  const bare = fold(name.replace(/\([^()]*\)/g, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const short = bare.replace(/^(?:to chuc|quy|hoi|tc|the) (?=\S)/, '').replace(/ (?:inc|ltd|org|ngo)$/, '');
  return short === '' ? fold(name) : short;
}
