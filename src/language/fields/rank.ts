import type { FieldOfWork } from '../types.ts';
/** The fields of work in the words officials use. */
export const fieldNames: Readonly<Record<FieldOfWork, { readonly vi: string; readonly en: string }>> = {
  agriculture: { vi: 'nông, lâm nghiệp và sinh kế', en: 'agriculture and livelihoods' },
  health: { vi: 'y tế, dinh dưỡng', en: 'health and nutrition' },
  education: { vi: 'giáo dục', en: 'education' },
  vocational: { vi: 'đào tạo nghề, việc làm', en: 'vocational training and jobs' },
  social: { vi: 'xã hội (trẻ em, phụ nữ, người khuyết tật)', en: 'social (children, women, disability)' },
  environment: { vi: 'môi trường, biến đổi khí hậu', en: 'environment and climate' },
  disaster_response: { vi: 'phòng, chống thiên tai và cứu trợ', en: 'disaster response and relief' },
  war_legacy: { vi: 'khắc phục hậu quả chiến tranh', en: 'legacies of war' },
  culture: { vi: 'văn hóa, thể thao, du lịch', en: 'culture, sports and tourism' },
  economy: { vi: 'phát triển kinh tế', en: 'economic development' },
  infrastructure: { vi: 'hạ tầng', en: 'infrastructure' },
  water_sanitation: { vi: 'nước sạch và vệ sinh', en: 'water and sanitation' },
  governance: { vi: 'quản trị, năng lực cơ quan', en: 'governance and capacity' },
};
/** Fields for which the text gives evidence, the likeliest first. */
export function rankFields(_text: string): FieldOfWork[] {
  return [];
}
/** The field that an answer names. */
export function readField(_text: string): FieldOfWork | null {
  return null;
}
