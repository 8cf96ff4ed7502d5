import type { Person, Stage } from '../stage.ts';

/** The paragraph by which a commune asks, as people paste it from their notes. */
export const letter =
  'Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.';

/** A number of a need, given only where something was submitted. */
export const code = /NC-\d{4}-\d{4}/u;

/** Sends the pasted letter to its end; the number that the receipt says. */
export async function sent({ focal }: Pick<Stage, 'focal'>, title?: string): Promise<string> {
  await focal.say(letter, 'Mục tiêu của dự án');
  await focal.say('120 hộ có nước sạch quanh năm', 'gọi ai');
  await focal.say('Lò Văn Minh, Phó Chủ tịch, 0912 000 018', 'Đủ mục để gửi');
  if (title) await retitle(focal, title);
  const receipt = await focal.press('Gửi Sở Ngoại vụ', '✅ Sở Ngoại vụ đã nhận');
  return code.exec(receipt.text)![0];
}

async function retitle(focal: Person, title: string): Promise<void> {
  await focal.press('Sửa mục khác', 'sửa mục nào');
  await focal.press('Tên đề xuất', 'Hiện là');
  await focal.say(title, 'Đủ mục để gửi');
}
