import { partnersIn } from '../partners/find.ts';
import { placesIn } from '../places/find.ts';
import { foldKeep } from '../text/fold.ts';
import { scan } from '../text/words.ts';
import { unitsIn } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What stands for a person's values: of the same kind, so that the text is still read as it was. */
export const stands = {
  phone: '0900000000',
  email: 'ten@example.org',
  link: 'https://example.org',
  name: 'Nguyễn Văn A',
} as const;

const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu;
const link = /(?:https?:\/\/|www\.)\S+/giu;
/** Numbers of a telephone with whatever stands between the digits, with or without +84. */
const phone = /(?<![\d.,/-])(?:\+?84|0)(?:[ .()-]{0,2}\d){8,10}(?!\d)/gu;
/** Numbers of identity cards, accounts, tax codes: long, bare, and no amount. Invitations and codes of six digits too. */
const number =
  /(?<![\d.,/-])\d{6,19}(?![\d.,/-]?\d| ?(?:đồng|dong|đ|vnd|vnđ|usd|eur|tr|triệu|trieu|tỷ|ty|nghìn|k)(?!\p{L}))/giu;
/** An invitation: two groups of four. */
const code = /(?<![\p{L}\d-])(?=[\p{L}\d-]*\d)[A-Z\d]{4}-[A-Z\d]{4}(?![\p{L}\d-])/giu;

/** Family names of the province's peoples and the commonest of the country, folded. */
const families = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh mai cao luong luu ta ha lam ' +
    'lo quang ca tong luong cam bac deo hoang vi me ngan leo lu mua thao giang vang song sung trang ly hang lau ly cu chang phang ' +
    'ha xa dinh bui quach trieu phung dang chao phan tan sin ly khang hu cut moong lo mong xeo'
  ).split(' '),
);
const titles =
  /(?<!\p{L})(?:bác sĩ|bac si|đồng chí|dong chi|anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|em|cháu|chau|đ\/c|dc|thầy|thay|ms|mrs|mr|dr|bs|họ tên|ho ten|tên là|ten la|tên|my name is)[.:]? +/giu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Places, units and organisations: names too, but nobody's. */
function publicNames(text: string, vocabulary: Vocabulary): readonly Span[] {
  const s = scan(text);
  // Offsets hold only where nothing of the typing was undone.
  if (s.raw !== text) return [];
  return [
    ...partnersIn(s, vocabulary, true),
    ...unitsIn(s, vocabulary),
    ...placesIn(s, vocabulary, false).map((p) => ({ start: p.outerStart, end: p.outerEnd })),
  ];
}

/** Names of persons: behind a title, or a family name with capitals; never what the vocabulary knows as something else. */
function persons(text: string, vocabulary: Vocabulary): readonly Span[] {
  const taken = publicNames(text, vocabulary);
  const free = (start: number, end: number) => !taken.some((t) => start < t.end && t.start < end);
  const found: Span[] = [];
  const words = [...text.matchAll(/\p{L}+/gu)].map((m) => ({
    word: m[0],
    flat: foldKeep(m[0]),
    start: m.index,
    end: m.index + m[0].length,
    capital: /^\p{Lu}/u.test(m[0]),
  }));
  const joined = (i: number) => i + 1 < words.length && /^ +$/u.test(text.slice(words[i]!.end, words[i + 1]!.start));
  const titleEnds = new Set([...text.matchAll(titles)].map((m) => m.index + m[0].length));
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    const titled = titleEnds.has(w.start);
    const family = families.has(w.flat);
    const second = joined(i) ? words[i + 1] : undefined;
    // "chị Hà", "Lò Văn Minh"; in small letters only the whole shape tells: "anh lo van minh", not "em cam on anh".
    const small = !w.capital && family && second !== undefined && middle.has(second.flat) && joined(i + 1);
    if (!small && !(w.capital && (titled || family))) continue;
    let last = small ? i + 2 : i;
    while (!small && last < i + 4 && joined(last) && words[last + 1]!.capital) last++;
    if (last === i && !titled) continue;
    if (free(w.start, words[last]!.end)) found.push({ start: w.start, end: words[last]!.end });
    i = last;
  }
  return found;
}

/** Between family and given name. */
const middle = new Set(['van', 'thi', 'a']);

/**
 * A text without what is a person's: telephone numbers, addresses of mail and on the web, long bare numbers, codes, and names of persons as far as
 * they can be told (`known`: names that are certainly somebody's, in any spelling). Names of places, units and organisations stay. Each is replaced by
 * something of its kind, so that the text reads as before.
 */
export function maskPersonal(text: string, vocabulary: Vocabulary, known: readonly string[] = []): string {
  let out = text.normalize('NFC').replace(link, stands.link).replace(email, stands.email);
  out = out.replace(phone, stands.phone).replace(code, 'AAAA-AAAA');
  out = out.replace(number, (m) => (m === stands.phone ? m : '0'.repeat(m.length)));
  for (const name of known) {
    const flat = foldKeep(name.normalize('NFC').trim());
    if (!flat.includes(' ')) continue;
    for (let at = foldKeep(out).indexOf(flat); at >= 0; at = foldKeep(out).indexOf(flat)) {
      out = `${out.slice(0, at)}${stands.name}${out.slice(at + flat.length)}`;
      if (foldKeep(stands.name).includes(flat)) break;
    }
  }
  for (const { start, end } of [...persons(out, vocabulary)].reverse())
    if (out.slice(start, end) !== stands.name) out = `${out.slice(0, start)}${stands.name}${out.slice(end)}`;
  return out;
}
