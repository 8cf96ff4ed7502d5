/**
 * Words left as they were keyed when the typing program was off: Telex ("chuwcs" for "chức") and VNI ("so73" for "sở").
 * A word is only rewritten when what comes out is a syllable of Vietnamese and the message shows that it was keyed so.
 */

import { matches } from './matches.ts';

const onset = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?';
const rimes =
  'a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ' +
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uơ ' +
  'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu';
const syllable = new RegExp(`^${onset}(?:${rimes.split(' ').join('|')})$`);

/** Whether a word without marks can be a syllable of Vietnamese: "hoa", "nghiep", not "fred". */
export const isSyllable = (flat: string): boolean => plainSyllable.test(flat);
const plainSyllable = new RegExp(`^${onset}(?:${rimes.normalize('NFD').replace(/\p{M}/gu, '').split(' ').join('|')})$`);

const tones: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const vniTones: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
/** English words that read as Telex; they never show that a message was keyed so and stay as they are. */
const english = new Set(
  'room too see now how low show grow row soon new few view been seen keen tool cool door moon noon toot draw law saw raw bee fee tree three free book look food need week keep meet deep street this his has as is us or her march more core six tax max box mix text next best last list test must cost most lost past part port art sort car bar war bus gas its host post mars poor root roots boot boots own town down teen teens meets trees bees beer deer peer doors rooms tools pool pools loop seem seems'.split(
    ' ',
  ),
);
const candidate = /w|aa|ee|oo|dd|[aeiouy][a-z]{0,6}[sfrxj]|[a-z][1-9]/i;
const keyed = /[\p{L}0-9]+/gu;
/** No syllable, however it is keyed, is longer: "nghieengsx". */
const longestKeyed = 12;

function withTone(letters: string, tone: string): string {
  if (!tone) return letters;
  const vowels = [...letters.matchAll(/[aăâeêioôơuưy]/g)].map((m) => m.index);
  const lead = /^(?:gi|qu)(?=[aăâeêioôơuưy])/.test(letters) ? 1 : 0;
  const seats = vowels.slice(lead);
  if (!seats.length) return letters;
  const marked = seats.filter((i) => 'ăâêôơư'.includes(letters[i]!));
  const closed = seats[seats.length - 1]! < letters.length - 1;
  const seat = marked.length
    ? marked[marked.length - 1]!
    : seats.length === 1
      ? seats[0]!
      : closed || seats.length === 3
        ? seats[1]!
        : seats[0]!;
  return `${letters.slice(0, seat + 1)}${tone}${letters.slice(seat + 1)}`.normalize('NFC');
}

function decode(word: string): { text: string; strong: boolean } | null {
  let acc = '';
  let tone = '';
  let strong = false;
  const put = (from: string, to: string) => {
    const at = acc.lastIndexOf(from);
    if (at < 0) return false;
    acc = acc.slice(0, at) + to + acc.slice(at + 1);
    strong = true;
    return true;
  };
  for (const ch of word) {
    const voiced = /[aăâeêioôơuưy]/.test(acc);
    if (/[1-5]/.test(ch)) {
      if (!voiced || tone) return null;
      tone = vniTones[ch]!;
    } else if (ch === '6') {
      if (!(put('a', 'â') || put('o', 'ô') || put('e', 'ê'))) return null;
    } else if (ch === '7' || (ch === 'w' && /[uo]/.test(acc) && !/[aă]$/.test(acc))) {
      if (acc.includes('uo')) acc = acc.replace('uo', 'ươ');
      else if (acc.includes('ưo')) acc = acc.replace('ưo', 'ươ');
      else if (!(put('o', 'ơ') || put('u', 'ư'))) return null;
      strong = true;
    } else if (ch === '8' || ch === 'w') {
      // "dwngj": a "w" with no vowel before it is "ư".
      if (ch === 'w' && acc !== '' && !voiced && word.length > 3) {
        acc += 'ư';
        strong = true;
      } else if (!put('a', 'ă')) return null;
    } else if (ch === '9' || (ch === 'd' && acc === 'd')) {
      if (acc[0] !== 'd') return null;
      acc = `đ${acc.slice(1)}`;
      strong = true;
    } else if (tones[ch] && voiced) {
      if (tone && tone !== tones[ch]) return null;
      tone = tones[ch]!;
    } else if (
      /[aeo]/.test(ch) &&
      /[aeo][a-z]{0,11}$/.test(acc) &&
      acc.lastIndexOf(ch) >= 0 &&
      !/[aeo]/.test(acc.slice(acc.lastIndexOf(ch) + 1))
    ) {
      put(ch, ch === 'a' ? 'â' : ch === 'e' ? 'ê' : 'ô');
    } else acc += ch;
  }
  if (!syllable.test(acc)) return null;
  return { text: withTone(acc, tone), strong };
}

/** Rewrites Telex and VNI leftovers: "toor chuwcs" becomes "tổ chức". Other text comes back as it is; costs one test where nothing is keyed. */
export function untype(text: string): string {
  if (!candidate.test(text)) return text;
  // "Chiềng Khoong" and "Noong Lay" are names, not "không" in Telex.
  const named = (word: string, at: number) =>
    /^(?:khoong|noong)$/i.test(word) && (/^\p{Lu}/u.test(word) || /chi[eêề]ng $/i.test(text.slice(0, at)));
  let strong = 0;
  let weak = 0;
  let foreign = 0;
  for (const m of matches(keyed, text)) {
    const w = m[0].toLowerCase();
    if (w.length > longestKeyed || !/^[a-z][a-z0-9]*$/.test(w) || named(m[0], m.index)) continue;
    if (english.has(w)) foreign++;
    else if (!syllable.test(w)) {
      const d = decode(w);
      if (!d) foreign++;
      else if (!d.strong) weak++;
      else if (!/\d/.test(w) || (/[6-9]/.test(w) && /[1-5]/.test(w)) || /[6-9][a-z]/.test(w)) strong++;
    }
  }
  // "xax Co Maj": two words with a tone letter, and nothing that looks like another language.
  // Among many words of another language one that reads as Telex is of that language: "poor".
  if (strong > 0 ? foreign >= 3 && foreign > 2 * strong : weak < 2 || foreign > 0) return text;
  return text.replace(/[a-z][a-z0-9]*/gi, (word, at: number) => {
    const low = word.toLowerCase();
    if (word.length > longestKeyed || named(word, at)) return word;
    if (english.has(low) || syllable.test(low)) return word;
    const d = decode(low);
    if (!d) return word;
    return word[0] === low[0] ? d.text : d.text[0]!.toUpperCase() + d.text.slice(1);
  });
}

/** One word keyed in Telex or VNI, rewritten; null when it is not. For messages so short that nothing else shows how they were keyed. */
export function untypeWord(word: string): string | null {
  if (word.length > longestKeyed) return null;
  const low = word.toLowerCase();
  if (!/^[a-z][a-z0-9]*$/.test(low) || english.has(low) || syllable.test(low)) return null;
  return decode(low)?.text ?? null;
}
