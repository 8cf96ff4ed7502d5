/** What the peers ask, in order: the same eight questions as our form of a need. */
export const questions = [
  'Tên nhu cầu là gì?',
  'Thuộc lĩnh vực nào?',
  'Mục tiêu là gì?',
  'Thực hiện ở đâu?',
  'Ai được hưởng lợi?',
  'Kinh phí: tổng, xin tài trợ, đối ứng?',
  'Thời gian thực hiện?',
  'Ai là người liên hệ?',
] as const;

/** The summary before sending. */
export function review(answers: readonly string[]): string {
  const lines = answers.map((answer, i) => `${i + 1}. ${answer}`);
  return ['Kiểm tra lại:', ...lines, 'Gõ "Gửi" để gửi.'].join('\n');
}

/** The receipt. */
export const receipt = (need: number): string => `Đã nhận nhu cầu số ${need}. Cảm ơn anh/chị!`;

/** Whether the person confirms. */
export const confirms = (text: string): boolean => text.trim().toLowerCase() === 'gửi';

/** What is said when they do not. */
export const confirmAgain = 'Gõ "Gửi" để gửi.';
