import { fold } from '../text/fold.ts';

/** Countries as officials call them, by their English name; the first is how the bot writes it in Vietnamese. The EU counts as one. */
export const countryNames: Readonly<Record<string, readonly string[]>> = {
  Japan: ['Nhật Bản', 'Nhật', 'Japan', 'Japanese'],
  Australia: ['Úc', 'Australia', 'Ô-xtrây-li-a', 'Ôxtrâylia', 'Australian', 'Aus'],
  Laos: ['Lào', 'CHDCND Lào', 'Laos', 'Lao PDR', 'nước Lào'],
  India: ['Ấn Độ', 'Ấn', 'India', 'Indian'],
  Finland: ['Phần Lan', 'Finland', 'Finnish'],
  Denmark: ['Đan Mạch', 'Denmark', 'Danish'],
  Norway: ['Na Uy', 'Nauy', 'Norway'],
  Sweden: ['Thụy Điển', 'Sweden', 'Swedish'],
  Ireland: ['Ai-len', 'Ailen', 'Ireland', 'Irish'],
  Canada: ['Ca-na-đa', 'Canada', 'Canađa', 'Gia Nã Đại', 'Canadian'],
  'New Zealand': ['Niu Di-lân', 'New Zealand', 'Niu Dilân', 'Tân Tây Lan', 'NZ', 'Niu Zi-lân', 'Newzealand'],
  'South Korea': ['Hàn Quốc', 'Hàn', 'South Korea', 'Korea', 'Korean', 'Đại Hàn', 'Đại Hàn Dân Quốc', 'Nam Hàn'],
  'United States': ['Mỹ', 'Hoa Kỳ', 'Mĩ', 'United States', 'USA', 'American', 'Hoa Kì', 'the US'],
  'United Kingdom': [
    'Anh Quốc',
    'Vương quốc Anh',
    'nước Anh',
    'Anh',
    'United Kingdom',
    'UK',
    'British',
    'Britain',
    'England',
  ],
  France: ['Pháp', 'France', 'French'],
  Germany: ['Đức', 'CHLB Đức', 'Germany', 'German', 'nước Đức'],
  Netherlands: ['Hà Lan', 'Netherlands', 'Holland', 'Dutch'],
  Belgium: ['Bỉ', 'Belgium', 'Belgian', 'Vương quốc Bỉ'],
  Switzerland: ['Thụy Sĩ', 'Thụy Sỹ', 'Switzerland', 'Swiss'],
  Spain: ['Tây Ban Nha', 'Spain', 'Spanish'],
  Italy: ['Ý', 'I-ta-li-a', 'Italia', 'Italy', 'Italian', 'nước Ý'],
  Taiwan: ['Đài Loan (Trung Quốc)', 'Đài Loan', 'Taiwan'],
  China: ['Trung Quốc', 'China', 'Chinese'],
  Thailand: ['Thái Lan', 'Thailand'],
  Cambodia: ['Campuchia', 'Cam-pu-chia', 'Cambodia'],
  Singapore: ['Singapore', 'Xinh-ga-po'],
  Malaysia: ['Malaysia', 'Ma-lai-xi-a'],
  Indonesia: ['Indonesia', 'In-đô-nê-xi-a'],
  Philippines: ['Philippines', 'Phi-líp-pin'],
  Russia: ['Liên bang Nga', 'nước Nga', 'Nga', 'Russia', 'Russian'],
  Austria: ['nước Áo', 'Cộng hòa Áo', 'Áo', 'Austria'],
  Luxembourg: ['Luxembourg', 'Lúc-xăm-bua'],
  Poland: ['Ba Lan', 'Poland'],
  'Czech Republic': ['Séc', 'Cộng hòa Séc', 'Tiệp', 'Czech Republic', 'Czech'],
  Hungary: ['Hungary', 'Hung-ga-ri'],
  Israel: ['Israel', 'I-xra-en'],
  Turkey: ['Thổ Nhĩ Kỳ', 'Turkey', 'Türkiye'],
  Portugal: ['Bồ Đào Nha', 'Portugal'],
  Greece: ['Hy Lạp', 'Greece'],
  Iceland: ['Iceland', 'Ai-xơ-len'],
  Cuba: ['Cuba', 'Cu Ba', 'Cu-ba'],
  Kenya: ['Kenya', 'Kê-ni-a'],
  'South Africa': ['Nam Phi', 'South Africa'],
  Brazil: ['Brazil', 'Bra-xin'],
  'Saudi Arabia': ['Ả Rập Xê Út', 'Saudi Arabia', 'Ả-rập Xê-út'],
  'United Arab Emirates': ['UAE', 'Các Tiểu vương quốc Ả Rập'],
  'European Union': ['Liên minh châu Âu', 'EU', 'châu Âu', 'European Union', 'phái đoàn EU'],
};

/** Names of one syllable that are other words as well (anh: you; nga, đức: given names; áo: shirt; ý: idea). */
export const countryWords: ReadonlySet<string> = new Set([
  'Anh',
  'Áo',
  'Ý',
  'Nga',
  'Đức',
  'Bỉ',
  'Hàn',
  'Mỹ',
  'Mĩ',
  'Úc',
  'Lào',
  'Ấn',
  'Séc',
  'Nhật',
  'Pháp',
  'NZ',
  'Aus',
  'Tiệp',
  'EU',
]);

const missionWords = [
  'đại sứ quán',
  'sứ quán',
  'ĐSQ',
  'DSQ',
  'lãnh sự quán',
  'tổng lãnh sự quán',
  'LSQ',
  'đại sứ',
  'phái đoàn',
];

/** Every way to say the embassy of a country. */
export function missionNames(country: string): string[] {
  const names = countryNames[country] ?? [country];
  return names.flatMap((n) => [
    ...missionWords.flatMap((w) => [`${w} ${n}`, `${w} nước ${n}`]),
    `embassy of ${n}`,
    `${n} embassy`,
  ]);
}

const byWords = new Map<string, { country: string; key: string }[]>();
let longestCountry = 1;
/** What is no country but tells one body from another all the same. */
const nations = { 'United Nations': ['Liên hợp quốc', 'Liên Hiệp Quốc', 'LHQ', 'UN', 'United Nations'] };
for (const [country, names] of Object.entries({ ...countryNames, ...nations }))
  for (const name of names) {
    const low = name.normalize('NFC').toLowerCase();
    const words = fold(low)
      .split(/[^a-z]+/)
      .filter(Boolean);
    longestCountry = Math.max(longestCountry, words.length);
    const key = words.join(' ');
    byWords.set(key, [...(byWords.get(key) ?? []), { country, key: low }]);
  }
const weak = new Set([...countryWords].map((w) => fold(w)));

/** A country among words, from `from` up to `to`. `weak`: a syllable that is another word as well and was typed without its marks. */
export interface CountryAmong {
  readonly country: string;
  readonly from: number;
  readonly to: number;
  readonly weak: boolean;
}

/** The countries among folded words; `written` are the same words as they were typed, in lower case. */
export function countriesAmong(flat: readonly string[], written: readonly string[]): CountryAmong[] {
  const out: CountryAmong[] = [];
  for (let from = 0; from < flat.length; from++) {
    for (let to = Math.min(flat.length, from + longestCountry); to > from; to--) {
      const key = flat.slice(from, to).join(' ');
      const found = byWords.get(key);
      if (!found) continue;
      const typed = written.slice(from, to).join(' ');
      const one = found.find((f) => f.key === typed) ?? found[0]!;
      // "duc" may be Đức, "đức" that is typed as something else is not.
      if (weak.has(key) && typed !== key && one.key !== typed) continue;
      out.push({ country: one.country, from, to, weak: weak.has(key) && (one.key !== typed || typed === key) });
      from = to - 1;
      break;
    }
  }
  return out;
}
