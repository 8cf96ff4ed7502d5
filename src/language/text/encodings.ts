import { isSyllable } from './typing.ts';

/**
 * Text of the years before Unicode, as it looks when it is pasted: TCVN3 (fonts ".VnTime": "ViÖt Nam") and VNI-Windows (fonts "VNI-Times": "Vieät Nam").
 * It is only rewritten when its words become syllables of Vietnamese that they were not before.
 */
const tcvn3 = new Map(
  [
    ...'àµá¸ả¶ã·ạ¹ă¨ằ»ắ¾ẳ¼ẵ½ặÆâ©ầÇấÊẩÈẫÉậËđ®èÌéÐẻÎẽÏẹÑêªềÒếÕểÓễÔệÖì×íÝỉØĩÜịÞòßóãỏáõâọäô«ồåốèổæỗçộéơ¬ờêớíởëỡìợîùïúóủñũòụôư\u00adừõứøửöữ÷ựùỳúýýỷûỹüỵþĂ¡Â¢Ê£Ô¤Ơ¥Ư¦Đ§',
  ]
    .map((c, i, all): [string, string] => [all[i + 1] ?? '', c])
    .filter((_pair, i) => i % 2 === 0),
);

/** What follows a vowel in VNI, by the combining marks it stands for. */
const vniMarks: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters that are one character in VNI. */
const vniLetters: Readonly<Record<string, string>> = { ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ô: 'ơ', ö: 'ư' };
const upper = (c: string) => c !== c.toLowerCase();
const like = (model: string, c: string) => (upper(model) ? c.toUpperCase() : c);

function fromTcvn3(text: string): string {
  let out = '';
  for (const c of text) out += tcvn3.get(c) ?? c;
  return out;
}

function fromVni(text: string): string {
  let out = '';
  let vowel: boolean = false;
  for (const c of text) {
    const low = c.toLowerCase();
    const mark: string | undefined = vowel ? vniMarks[low] : undefined;
    const letter = vniLetters[low];
    if (mark) out += mark;
    else out += letter ? like(c, letter) : c;
    vowel = !mark && (/[aeiouy]/.test(low) || low === 'ô' || low === 'ö');
  }
  return out.normalize('NFC');
}

/** Characters that Vietnamese in Unicode has none of, or hardly any. */
const odd =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]/g;
const runs = /[A-Za-z\u00a1-\u00ff]+/g;
const plain = /^[A-Za-z]+$/;
const bare = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
const vietnamese = /^[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+$/;

/** How many words become syllables less how many become none. */
function gain(text: string, read: (word: string) => string): number {
  let n = 0;
  for (const [word] of text.matchAll(runs)) {
    if (plain.test(word)) continue;
    const said = read(word).toLowerCase();
    n += vietnamese.test(said) && isSyllable(bare(said)) ? 1 : -1;
  }
  return n;
}

/** Most characters that are looked at to tell how a text is encoded. */
const sample = 2000;

/** TCVN3 or VNI-Windows as Unicode; other text comes back as it is, for the price of one test. */
export function fromOldEncodings(text: string): string {
  const strange = text.match(odd)?.length ?? 0;
  // Letters with two marks are of Unicode alone.
  if (strange < 2 || /[\u1ea0-\u1ef9]/.test(text)) return text;
  const head = text.slice(0, sample);
  const asIs = gain(head, (w) => w);
  const found = [fromTcvn3, fromVni]
    .map((read) => ({ read, worth: gain(head, read) }))
    .sort((a, b) => b.worth - a.worth)[0]!;
  return found.worth >= 2 && found.worth > asIs ? found.read(text) : text;
}
