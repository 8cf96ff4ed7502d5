import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/base/database/store.ts';
import { countryNames, findPartner, type Vocabulary, vocabulary } from '../../../src/language/index.ts';
import missions from '../../../src/office/partners/data/missions.json' with { type: 'json' };
import { nearest } from '../../../src/office/partners/rules/asked.ts';
import { bodies, vocabularyEntries } from '../../../src/office/partners/vocabulary.ts';
import { seededStore } from './seeded.ts';

let store: Store;
let close: () => Promise<void>;
let words: Vocabulary;

beforeAll(async () => {
  ({ store, close } = await seededStore());
  const entries = await store.read((reads) => vocabularyEntries(reads));
  words = vocabulary({ places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: entries });
});
afterAll(() => close?.());

const nameOf = (id: string | null) => words.lists.partners.find((entry) => entry.id === id)?.name ?? null;

const sure: readonly [canonical: string, ...spellings: string[]][] = [
  [
    'Save the Children International',
    'sci',
    'SCI',
    'save the children',
    'cuu tro tre em',
    'cứu trợ trẻ em quốc tế',
    'sav the childrn',
  ],
  ['Plan International', 'plan', 'Plan International Việt Nam', 'plan quoc te', 'bên Plan'],
  ['World Vision International', 'wvi', 'tầm nhìn thế giới', 'tam nhin the gioi vn', 'world vision', 'Wold Vision'],
  ['Oxfam', 'oxfam', 'oxfam quốc tế', 'OXFAM VN'],
  ['Operation Smile', 'phẫu thuật nụ cười', 'phau thuat nu cuoi vn', 'operation smile', 'bên Nụ cười'],
  ['CARE International', 'CARE quốc tế', 'care international', 'to chuc care quoc te tai viet nam'],
  ['American Red Cross', 'chữ thập đỏ mỹ', 'american red cross', 'chu thap do hoa ky', 'AmCross'],
  ['Fauna & Flora International', 'ffi', 'fauna flora', 'fauna and flora international'],
  ['World Wide Fund for Nature', 'wwf', 'quỹ quốc tế bảo vệ thiên nhiên', 'bên gấu trúc'],
  ['ActionAid International', 'actionaid', 'action aid', 'AAV'],
  ['Aide et Action', 'aide et action', 'aea'],
  ['ChildFund Australia', 'childfund', 'child fund', 'childfund uc'],
  ['Helvetas Swiss Intercooperation', 'helvetas', 'helvetas thuỵ sĩ', 'Helvetas Thụy Sĩ'],
  ['Habitat for Humanity International', 'habitat', 'habitat for humanity', 'hỗ trợ gia cư quốc tế'],
  ['Room to Read', 'room to read', 'room toread', 'rtr'],
  ['East Meets West Foundation', 'đông tây hội ngộ', 'dong tay hoi ngo', 'east meets west'],
  ['Rikolto', 'rikolto', 'ricolto bỉ', 'veco'],
  ['Heifer International', 'heifer', 'heifer quoc te'],
  ['Agronomes et Vétérinaires Sans Frontières', 'avsf', 'avsf pháp', 'nông nghiệp và thú y không biên giới'],
  ["Blue Dragon Children's Foundation", 'rồng xanh', 'blue dragon', 'rong xanh'],
  ["Norwegian People's Aid", 'npa', 'viện trợ nhân dân na uy'],
  ['Caritas Switzerland', 'caritas thụy sĩ', 'caritas thuy si'],
  ['Caritas Germany', 'caritas đức', 'caritas duc'],
  ['Zhi-Shan Foundation Taiwan', 'zhi shan', 'zhishan', 'zhi-shan'],
  ['The Fred Hollows Foundation', 'fred hollows', 'fhf', 'quy fred hollows'],
  ['Medical Committee Netherlands-Vietnam', 'mcnv', 'ủy ban y tế hà lan việt nam'],
  ['Good Neighbors International', 'gni', 'good neighbors', 'good neighbours'],
  ['Embassy of Japan in Hanoi', 'đại sứ quán nhật', 'đsq nhật bản', 'su quan nhat', 'dsq nhat'],
  ['Embassy of Australia in Hanoi', 'đại sứ quán úc', 'dsq uc'],
  ['Embassy of the Republic of Korea in Hanoi', 'đại sứ quán hàn quốc', 'dsq han'],
  ['JICA (SNRM project)', 'jica', 'JICA'],
  ['UNICEF', 'unicef'],
];

test.each(sure.flatMap(([canonical, ...spellings]) => spellings.map((spelling) => [spelling, canonical] as const)))(
  '“%s” is %s',
  (spelling, canonical) => {
    expect(nameOf(findPartner(spelling, words).sure)).toBe(canonical);
  },
);

test('at least sixty spellings are tried', () => {
  expect(sure.reduce((n, [, ...spellings]) => n + spellings.length, 0)).toBeGreaterThanOrEqual(60);
});

test.each([['caritas', ['Caritas Switzerland', 'Caritas Germany']]])('“%s” is asked back', (spelling, among) => {
  const { sure, candidates } = findPartner(spelling, words);
  expect(sure).toBeNull();
  expect(candidates.map(nameOf).toSorted()).toEqual([...among].toSorted());
});

test('the vocabulary has every row once, and the bodies that have none', () => {
  const ids = words.lists.partners.map((entry) => entry.id);
  expect(new Set(ids).size).toBe(ids.length);
  const count = (kind: string) => words.lists.partners.filter((entry) => entry.kind === kind).length;
  expect([count('ngo'), count('mission'), count('not_ngo')]).toEqual([44, 12, bodies.length]);
});

test.each([
  ['Helvetta', 'Helvetas Swiss Intercooperation'],
  ['ricolto', 'Rikolto'],
  ['orbiss', 'Orbis International'],
])('the nearest to “%s” is %s', (said, name) => {
  expect(nearest(said, words.lists).map((entry) => entry.name)).toContain(name);
});

test('a mission is called by its country as countries are called everywhere', () => {
  for (const { country, country_vi, name_vi } of missions) {
    expect(name_vi).toBe(`Đại sứ quán ${country_vi}`);
    expect(countryNames[country]![0]).toBe(country_vi);
  }
});

test('nothing is near to nonsense', () => {
  expect(nearest('xyzzy qwop', words.lists)).toEqual([]);
});
