import { countryNames, type FieldOfWork, fieldNames, fieldsOfWork, fold, rankFields } from '../../../language/index.ts';
import type { CertificateKind } from '../../partners/rules/certificate.ts';
import type { GrantStage } from '../../partners/rules/partner.ts';
import { fieldWord, kindWord, stageWord } from '../../partners/words.ts';

/** Several things in one cell: by semicolons or lines; with `comma`, by commas and "và" too. */
export const several = (text: string, comma = false): string[] =>
  text
    .split(comma ? /[;\n,/•]|(?<!\p{L})(?:và|va|and|&)(?!\p{L})/u : /[;\n•]/)
    .map((part) => part.replace(/^[\s\-–+*.]+|(?<![\s.])[\s.]+$/g, '').trim())
    .filter((part) => part !== '');

const countries = new Map<string, string>();
for (const [english, names] of Object.entries(countryNames)) {
  for (const name of [english, ...names]) countries.set(fold(name), english);
}

/** The country that a cell names, in both languages; null when it is none that is known. */
export function readCountry(text: string): { readonly en: string; readonly vi: string } | null {
  const folded = fold(text);
  const said = folded.endsWith(')') ? folded.split('(', 1)[0]!.trimEnd() : folded;
  const en =
    countries.get(fold(text)) ??
    countries.get(said) ??
    countries.get(said.replace(/^(?:nuoc|chlb|vuong quoc|cong hoa) /, ''));
  return en ? { en, vi: countryNames[en]?.[0] ?? en } : null;
}

const fieldsBySaid = new Map<string, FieldOfWork>();
for (const field of fieldsOfWork) {
  for (const name of [
    field,
    fieldNames[field].vi,
    fieldNames[field].en,
    fieldWord[field]('vi'),
    fieldWord[field]('en'),
  ])
    fieldsBySaid.set(fold(name), field);
}

/** Fields of work of a cell: by their official names, else by what each part is about. `unknown`: parts that are about none. */
export function readFields(text: string): {
  readonly fields: readonly FieldOfWork[];
  readonly unknown: readonly string[];
} {
  const fields = new Set<FieldOfWork>();
  const unknown: string[] = [];
  for (const part of several(text)) {
    const whole = fieldsBySaid.get(fold(part));
    if (whole) {
      fields.add(whole);
      continue;
    }
    for (const one of several(part, true)) {
      const field = fieldsBySaid.get(fold(one)) ?? rankFields(one)[0];
      if (field) fields.add(field);
      else unknown.push(one);
    }
  }
  return { fields: [...fields], unknown };
}

type Table<T extends string> = readonly (readonly [T, RegExp])[];
const find = <T extends string>(table: Table<T>, text: string): T | null =>
  table.find(([, words]) => words.test(fold(text)))?.[0] ?? null;

const certificateKinds: Table<CertificateKind> = [
  ['project_office_legacy', /van phong du an|vpda|project office/],
  ['rep_office', /van phong dai dien|vpdd|\bvp dd\b|representative|rep\.? office|lap van phong/],
  ['activity', /hoat dong|activity|operation|\bgdkhd\b/],
];
export const readCertificateKind = (text: string): CertificateKind | null => find(certificateKinds, text);

const stages: Table<GrantStage> = [
  ['cancelled', /huy|cancel/],
  ['suspended', /tam dung|dung thuc hien|suspend|dinh chi/],
  ['settled', /quyet toan|settled/],
  ['handed_over', /ban giao|handed/],
  ['finished', /ket thuc|hoan thanh|da xong|finish|complete|closed/],
  ['preparing', /lam ho so|chuan bi|dang xin|tham dinh|prepar/],
  ['approved', /phe duyet|approved/],
  ['signed', /da ky|ky ket|signed/],
  ['implementing', /thuc hien|trien khai|implement|ongoing|on going|dang lam|dang hoat dong/],
  ['pledged', /cam ket|pledge|du kien|planned|van dong/],
];
export const readStage = (text: string): GrantStage | null => find(stages, text);

const aidKinds: Table<'programme' | 'project' | 'non_project'> = [
  ['non_project', /phi du an|non[- ]?project|\bpda\b/],
  ['project', /du an|project|\bda\b/],
  ['programme', /chuong trinh|program|\bct\b/],
];
export const readAidKind = (text: string): 'programme' | 'project' | 'non_project' | null => find(aidKinds, text);

const kinds: Table<'ngo' | 'mission' | 'other'> = [
  ['mission', /dai su|lanh su|co quan dai dien|su quan|embassy|mission|consulate|cqddng|\bdsq\b|\blsq\b|phai doan/],
  ['other', /khac|other/],
  ['ngo', /ngo|phi chinh phu|pcpnn|to chuc/],
];
export const readKind = (text: string): 'ngo' | 'mission' | 'other' | null => find(kinds, text);

const cities: Table<'hanoi' | 'danang' | 'hcmc'> = [
  ['hanoi', /ha noi|hanoi|\bhn\b/],
  ['danang', /da nang|danang/],
  ['hcmc', /ho chi minh|hcm|sai gon|saigon/],
];
export const readCity = (text: string): 'hanoi' | 'danang' | 'hcmc' | null => find(cities, text);

/** The choices of a closed list, for saying what could stand there. */
export const choices = {
  certificateKind: Object.values(kindWord).map((word) => word('vi')),
  stage: Object.values(stageWord).map((word) => word('vi').replace(/^\S+ /u, '')),
  aidKind: ['chương trình', 'dự án', 'phi dự án'],
  city: ['Hà Nội', 'Đà Nẵng', 'TP. Hồ Chí Minh'],
  kind: ['NGO', 'cơ quan đại diện', 'khác'],
} as const;
