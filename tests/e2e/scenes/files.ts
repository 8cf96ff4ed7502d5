import { expect } from 'vitest';
import { office } from '../../base/files/make.ts';
import type { Scene } from '../stage.ts';
import { letter } from './words.ts';

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Files of a need. */
export const files: readonly Scene[] = [
  {
    name: 'a file goes with the draft and reaches the officer; a secret mark and a macro do not',
    async play({ focal, officer, later }) {
      await focal.say(letter, 'Mục tiêu của dự án');
      await focal.driver.sendFile({ name: 'Bang tinh kinh phi.pdf', mime: 'application/pdf', content: pdf });
      // A platform's file is fetched by a task.
      await later({ seconds: 1 });
      await focal.hears('📎 Đã kèm Bang tinh kinh phi.pdf');
      await refused(
        focal.driver.sendFile({ name: 'De_xuat_MAT.docx', mime: docx, content: office('docx') }),
        focal.hears,
        later,
        /mật/u,
      );
      await refused(
        focal.driver.sendFile({ name: 'De xuat.docm', mime: docx, content: office('docm') }),
        focal.hears,
        later,
        /macro|mã lệnh/u,
      );
      await focal.say('120 hộ có nước sạch quanh năm', 'gọi ai');
      await focal.say('Lò Văn Minh, 0912 000 018', 'Đủ mục để gửi');
      await focal.press('Gửi Sở Ngoại vụ', 'đã nhận');
      await later({ minutes: 3 });
      await officer.press('Mở', '📎 1 tệp');
      await officer.press('Tệp', 'Bang tinh kinh phi.pdf');
      // In the same bubble, or in one of its own where a platform sends text and files apart.
      await expect
        .poll(async () => (await officer.driver.read()).flatMap((bubble) => bubble.files))
        .toMatchObject([{ name: 'Bang tinh kinh phi.pdf', mime: 'application/pdf', bytes: pdf.length }]);
    },
  },
];

/** On the web a refused file never becomes a message: the upload says why. Elsewhere the answer does. */
async function refused(
  sending: Promise<void>,
  hears: (words: RegExp) => Promise<unknown>,
  later: (by: Temporal.DurationLike) => Promise<void>,
  why: RegExp,
): Promise<void> {
  const said = await sending.then(
    () => null,
    (error: Error) => error.message,
  );
  if (said === null) {
    await later({ seconds: 1 });
    await hears(why);
  } else expect(said).toMatch(why);
}
