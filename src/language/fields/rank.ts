import { longest, Phrases } from '../text/phrases.ts';
import { type Scan, scan } from '../text/words.ts';
import { type FieldOfWork, fieldsOfWork } from '../types.ts';
import { fieldWords, noFieldWords } from './words.ts';

/** The fields of work in the words officials use, lower case so that they stand inside a sentence. */
export const fieldNames: Readonly<Record<FieldOfWork, { readonly vi: string; readonly en: string }>> = {
  agriculture: { vi: 'nông, lâm, ngư nghiệp và sinh kế', en: 'agriculture and livelihoods' },
  health: { vi: 'y tế, dinh dưỡng', en: 'health and nutrition' },
  education: { vi: 'giáo dục và đào tạo', en: 'education' },
  vocational: { vi: 'đào tạo nghề, việc làm', en: 'vocational training and jobs' },
  social: {
    vi: 'vấn đề xã hội (trẻ em, phụ nữ, người khuyết tật, nhà ở)',
    en: 'social issues (children, women, disability, housing)',
  },
  environment: { vi: 'môi trường, biến đổi khí hậu', en: 'environment and climate' },
  disaster_response: { vi: 'phòng, chống thiên tai, cứu trợ', en: 'disaster risk and relief' },
  war_legacy: { vi: 'khắc phục hậu quả chiến tranh', en: 'legacies of war' },
  culture: { vi: 'văn hóa, thể thao, du lịch cộng đồng', en: 'culture, sports and community tourism' },
  economy: { vi: 'phát triển kinh tế, thương mại', en: 'economic development and trade' },
  infrastructure: { vi: 'hạ tầng, giao thông', en: 'infrastructure and transport' },
  water_sanitation: { vi: 'nước sạch và vệ sinh', en: 'water and sanitation' },
  governance: { vi: 'quản trị, cải cách hành chính, chuyển đổi số', en: 'governance and digital transformation' },
};

const phrases = new Phrases<{ readonly field: FieldOfWork | null; readonly weight: number }>();
for (const phrase of noFieldWords.split('|')) phrases.add(phrase, { field: null, weight: 0 });
for (const field of fieldsOfWork) {
  for (const weight of [1, 2, 3] as const) {
    for (const phrase of fieldWords[field][weight].split('|')) phrases.add(phrase, { field, weight });
  }
}
/** Single syllables that mean something else without marks ("bo", "ga", "cau", "lao") count only when typed with them. */
const needsMarks = new Set(
  'bò lợn dê gà vịt ngô sắn mía chè mận xoài nhãn lúa rau nấm giống cầu đường kè cống nước lũ bão lao mắt bom đạn rừng rác giới nghề sách điện chợ trâu cam tre quế dứa thuốc bệnh giếng gạo xanh mương tưới nương ruộng dạy lốc cỏ lạc khoai răng dệt xòe xưởng thêu xuồng'
    .split(' ')
    .map((w) => w),
);
const plainOf = new Map<string, true>();
for (const w of needsMarks) plainOf.set(w.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd'), true);
/** Names of bodies and places of work that say nothing of the field. */
const noField = /(?:so|hoi|truong|phong|nganh|bo|chi cuc|trung tam) $/;

/** How much evidence a text gives for each field it gives any for. Later words count a little less: the title comes first. */
export function fieldScores(
  s: Scan,
  skip: readonly { readonly start: number; readonly end: number }[] = [],
): Map<FieldOfWork, number> {
  const scores = new Map<FieldOfWork, number>();
  const seen = new Set<string>();
  for (const h of longest(phrases.find(s))) {
    if (skip.some((k) => h.start < k.end && k.start < h.end)) continue;
    const { field } = h.value;
    if (!field) continue;
    const flat = s.flat.slice(h.start, h.end);
    const one = h.to - h.from === 1;
    // Unmarked single syllables: only in texts typed without marks, as a hint.
    let weight = h.value.weight;
    if (one && plainOf.has(flat) && !s.words[h.from]!.marked) {
      if (s.marks > 0) continue;
      weight = 0.6;
    }
    if (one && weight === 3 && noField.test(s.flat.slice(Math.max(0, h.start - 10), h.start))) weight = 1;
    const key = `${field} ${flat}`;
    if (seen.has(key)) weight *= 0.3;
    seen.add(key);
    // "lớp xóa mù chữ cho 180 chị em": whom it is for says less than what it is.
    const served = / (?:cho|for) /.test(s.flat.slice(Math.max(0, h.start - 40), h.start)) && scores.size > 0;
    if (served) weight *= 0.8;
    const late = s.flat.length > 0 ? 1 - 0.5 * (h.start / s.flat.length) : 1;
    const long = 1 + 0.08 * Math.min(3, h.to - h.from - 1);
    scores.set(field, (scores.get(field) ?? 0) + weight * weight * late * long);
  }
  return scores;
}

/** Fields that a text names side by side: "y tế và giáo dục", "health or education". */
export function joinedFields(s: Scan): FieldOfWork[][] {
  const hits = longest(phrases.find(s)).filter((h) => h.value.field && h.value.weight === 3);
  const out: FieldOfWork[][] = [];
  for (let i = 1; i < hits.length; i++) {
    const [a, b] = [hits[i - 1]!, hits[i]!];
    if (a.value.field === b.value.field) continue;
    if (!/^ ?(?:,|va|hoac|hay|cung|voi|and|or|&|\+|\/) ?$/.test(s.flat.slice(a.end, b.start))) continue;
    const last = out.at(-1);
    if (last && last.at(-1) === a.value.field) last.push(b.value.field!);
    else out.push([a.value.field!, b.value.field!]);
  }
  return out;
}

/** Fields by evidence, likeliest first. */
export function rankIn(s: Scan, skip: readonly { readonly start: number; readonly end: number }[] = []): FieldOfWork[] {
  return [...fieldScores(s, skip)].sort((a, b) => b[1] - a[1]).map(([f]) => f);
}

/** Fields of work for which a text gives evidence, the likeliest first; empty when it gives none. */
export function rankFields(text: string): FieldOfWork[] {
  return rankIn(scan(text));
}

/** The field that an answer names: "y tế", "giáo dục", "nước sạch", "education"; its likeliest reading. Null when it names none. */
export function readField(text: string): FieldOfWork | null {
  return rankFields(text)[0] ?? null;
}
