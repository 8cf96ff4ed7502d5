import { fold } from '../text/fold.ts';
import { isSyllable } from '../text/typing.ts';
import type { PartnerEntry } from '../types.ts';
import { isGeneric } from './weight.ts';

/** Partners by letters that stand for their names: those of the register, and the first letters of a name. */
export type Initials = ReadonlyMap<string, ReadonlySet<string>>;

const joining = new Set('of the for and in to et de des du la le les del e y und an on with by'.split(' '));

/** The first letters of a name, with and without small words, and without a last "International" or "Foundation". */
function initialsOf(name: string): string[] {
  const words = fold(name)
    .replace(/\([^()]*\)/g, ' ')
    .split(/[^a-z]+/)
    .filter(Boolean);
  const great = words.filter((w) => !joining.has(w));
  const ends = great.length > 1 && isGeneric(great.at(-1)!) ? [great.slice(0, -1)] : [];
  return [words, great, ...ends].map((ws) => ws.map((w) => w[0]).join(''));
}

/** The index of initials; `named`: all names of organisations. */
export function initials(named: readonly { name: string; partner: PartnerEntry }[]): Initials {
  const out = new Map<string, Set<string>>();
  const put = (letters: string, id: string) => {
    if (letters.length < 3 || letters.length > 7) return;
    const has = out.get(letters);
    if (has) has.add(id);
    else out.set(letters, new Set([id]));
  };
  for (const { name, partner } of named) {
    const flat = fold(name).replaceAll(/[.-]/g, '');
    if (/^[a-z]{3,7}$/.test(flat) && name === name.toUpperCase()) put(flat, partner.id);
    if (name === partner.name) for (const letters of initialsOf(name)) put(letters, partner.id);
  }
  return out;
}

/** Names of letters, in Vietnamese and in English as a Vietnamese ear hears them. */
const spoken: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'a:ar b:b be:b bi:b bo:b c:c xe:c si:c xi:c co:ck d:d de:d di:d do:d e:ea f:f ep:f eph:f ef:f pho:f g:g ge:g gie:g gi:gj go:g ji:g h:h hat:h ech:h hac:h ' +
    'i:i ai:i j:j giay:j gioi:j k:k ca:k ka:k kay:k key:k l:l lo:l el:l eo:l en:ln elo:l m:m em:m mo:m n:n no:n o:o au:o ou:o p:p pe:p pi:p po:p ' +
    'q:q quy:q kiu:q cu:q r:r ro:r er:r ero:r s:s et:s ex:s es:s so:s esi:s t:t te:t ti:t to:t u:u iu:u v:v ve:v vi:v vo:v w:w vekep:w vedup:w dupve:w duplu:w dupliu:w ' +
    'dapboliu:w dupboliu:w dobliu:w dabliu:w dabobliu:w x:x ich:x ichxi:x ec:x y:y icoret:y igoret:y oai:y quai:y goai:y z:z zet:z det:z giet:z dot:z ' +
    'epho:f etxi:s etsi:s ero:r elo:l emo:m eno:n ai:i ei:a'
  )
    .split(' ')
    .map((row) => row.split(':') as [string, string]),
);
const mostReadings = 64;

/** The letters that were spelt, in all readings: "ca ép hát i" gives "kfhi"; none where some word is no name of a letter. */
export function spelt(words: readonly string[]): string[] {
  const read = (from: number): string[] => {
    if (from === words.length) return [''];
    const out: string[] = [];
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to++) {
      const letters = spoken[words.slice(from, to).join('')];
      if (letters) for (const rest of read(to)) for (const l of letters) out.push(l + rest);
      if (out.length > mostReadings) return out.slice(0, mostReadings);
    }
    return out;
  };
  if (words.length < 2 || words.length > 14) return [];
  return [...new Set(read(0))].filter((letters) => letters.length >= 3);
}

/** Whether a word may be letters that stand for a name: "LLSF", "hvp"; a syllable of Vietnamese only in capitals. */
export const mayBeInitials = (flat: string, written: string): boolean =>
  /^[a-z]{3,7}$/.test(flat) && (!isSyllable(flat) || written === written.toUpperCase());
