import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { needSlots, readNeed, understand } from '../../src/language/index.ts';
import { names, now } from './support.ts';

const c = { vocabulary: names, now };

test('of several needs in one letter the first is read, and nothing of the others', () => {
  const text =
    'Xã Phiêng Khoài có 2 nhu cầu. Thứ nhất: nhà lớp học trường Kim Chung, 410 học sinh, 6,5 tỷ, đối ứng 500 triệu, tháng 6/2027 - tháng 5/2028, liên hệ Trần Thị Nhạn 0916200324. Thứ hai: giếng khoan cho 45 hộ bản Hang Mon, 220 triệu, quý 1/2027, liên hệ Vừ A Tông 0333200399.';
  const need = readNeed(text, c);
  expect(need.others).toBe(true);
  expect(needSlots(text, c)).toMatchObject({
    title: 'Nhà lớp học trường Kim Chung',
    beneficiaries: [{ count: 410, unit: 'students' }],
    budget: { amount: 6.5e9, currency: 'VND' },
    end: '2028-05-31',
    contact: { name: 'Trần Thị Nhạn', phone: '0916200324' },
  });
});

test('a second form beneath the first is another need', () => {
  const form = (k: number, title: string, sum: string) =>
    `Tên dự án: ${title}\nHưởng lợi: ${k}00 hộ\nKinh phí: ${sum}\nThời gian: 2027\nLiên hệ: Lò Văn Hải, 091200000${k}`;
  const need = readNeed(`${form(1, 'Trồng rừng phòng hộ', '500 triệu')}\n\n${form(2, 'Xây cầu treo', '2 tỷ')}`, c);
  expect(need).toMatchObject({ title: 'Trồng rừng phòng hộ', others: true, contact: { phone: '0912000001' } });
  expect(need.beneficiaries).toEqual([{ count: 100, unit: 'households' }]);
});

test('lists of works and lines of one form are one need', () => {
  expect(
    readNeed(
      'Xã Co Mạ xin xây trường gồm: 1. Nhà lớp học 500 triệu\n2. Bếp ăn 200 triệu\nTổng 700 triệu, 90 học sinh',
      c,
    ).others,
  ).toBeUndefined();
  expect(
    readNeed('1. Tên: Xây cầu treo\n2. Hưởng lợi: 90 hộ\n3. Kinh phí: 2 tỷ\n4. Thời gian: 2027', c).others,
  ).toBeUndefined();
});

test('a table flattened to single spaces is read by its columns', () => {
  const head = 'STT Nội dung Đơn vị đề xuất Địa bàn Đối tượng Tổng kinh phí (triệu đồng) Viện trợ Đối ứng Thời gian';
  const row =
    '1 Phòng chống tảo hôn Sở Dân tộc và Tôn giáo Bắc Yên, Sốp Cộp 5.000 thanh niên 2.300 2.000 300 2027-2029';
  expect(needSlots(`${head}\n${row}`, c)).toMatchObject({
    org: 'Sở Dân tộc và Tôn giáo',
    title: 'Phòng chống tảo hôn',
    place: ['Bắc Yên', 'Sốp Cộp'],
    beneficiaries: [{ count: 5000, unit: 'people' }],
    budget: { amount: 2.3e9, currency: 'VND' },
    requested_aid: { amount: 2e9, currency: 'VND' },
    counterpart: { amount: 3e8, currency: 'VND' },
    start: '2027-01-01',
    end: '2029-12-31',
  });
  const two = readNeed(`${head}\n${row}\n2 Xây cầu treo Sở Xây dựng Mai Sơn 900 người 5.000 4.500 500 2027`, c);
  expect(two).toMatchObject({ title: 'Phòng chống tảo hôn', others: true });
});

test('words in two columns that do not agree with their heads stay as they are', () => {
  const text = 'Nội dung Kinh phí Viện trợ Đối ứng Thời gian\nkhông có gì ở đây cả';
  expect(readNeed(text, c).money).toBeUndefined();
});

/** Parts of a letter in several wordings, with what each says. */
const parts = {
  who: ['UBND xã Co Mạ đề xuất ', 'Xã Co Mạ chúng tôi muốn ', 'Em đăng ký giúp xã Co Mạ nhu cầu ', 'V/v '],
  what: ['xây cầu treo dân sinh', 'cấp nước sạch cho khu tái định cư', 'dạy nghề may cho phụ nữ nghèo'],
  served: ['phục vụ 120 hộ', 'số hộ hưởng lợi: 120', 'giúp được 120 hộ gia đình'],
  money: [
    'tổng 2 tỷ, xin 1,8 tỷ, đối ứng 200 triệu',
    'nguồn vốn 2 tỷ gồm 1,8 tỷ xin tài trợ và 200 triệu đối ứng',
    'cần 2 tỷ, mình lo 200 triệu',
    'dự toán 2 tỷ (NGO 1,8 tỷ, địa phương 200 triệu)',
  ],
  time: ['từ 01/02/2027 đến 30/11/2027', 'bắt đầu tháng 2, xong tháng 11 năm 2027', 'tháng 2 - tháng 11 năm 2027'],
  whom: [
    'có gì gọi Kiều Anh Đức theo số 0912000111',
    '0912000111 (Kiều Anh Đức)',
    'Kiều Anh Đức, Ban Kinh tế, 0912000111',
  ],
};

test('a letter is read part by part, whatever wordings its parts are joined from', () => {
  const wrong: string[] = [];
  for (const who of parts.who)
    for (const what of parts.what)
      for (const served of parts.served)
        for (const money of parts.money)
          for (const time of parts.time)
            for (const whom of parts.whom)
              for (const sep of ['. ', '; ', '\n']) {
                const behind = who === 'V/v ' ? `${sep}UBND xã Co Mạ báo cáo như sau` : '';
                const text = `${who}${what}${behind}${sep}${[served, money, time, whom].join(sep)}`;
                const got = needSlots(text, c) as { [k: string]: never };
                const want = {
                  org: 'UBND xã Co Mạ',
                  title: what[0]!.toUpperCase() + what.slice(1),
                  beneficiaries: [{ count: 120, unit: 'households' }],
                  budget: { amount: 2e9, currency: 'VND' },
                  counterpart: { amount: 2e8, currency: 'VND' },
                  end: '2027-11-30',
                  contact: { phone: '0912000111', name: 'Kiều Anh Đức' },
                };
                for (const [k, v] of Object.entries(want))
                  if (JSON.stringify(got[k]) !== JSON.stringify(v))
                    wrong.push(`${k} ${JSON.stringify(got[k])} | ${text}`);
              }
  expect(wrong).toEqual([]);
});

test('whatever single words in it would mean, a whole need from a unit is one', () => {
  const missed: string[] = [];
  for (const file of ['needs', 'needs-voices', 'needs-voices-2', 'needs-fresh-2', 'needs-fresh-3'])
    for (const line of readFileSync(new URL(`./data/${file}.jsonl`, import.meta.url), 'utf8').split('\n')) {
      if (!line) continue;
      const { text } = JSON.parse(line) as { text: string };
      const { intent } = understand(text, { ...c, asker: 'department' });
      if (intent !== 'submit_need') missed.push(`${intent} | ${text.slice(0, 90)}`);
    }
  expect(missed).toEqual([]);
});

test('a correction of a need stays one, however much it says', () => {
  for (const text of [
    'Cho em sửa kinh phí của nhu cầu số 12 thành 500 triệu, đối tượng là 120 hộ, thời gian từ tháng 3/2027 đến tháng 9/2027 với ạ',
    'nc 12 doi kinh phi thanh 500 trieu, so ho thanh 120 ho, lam tu thang 3/2027 den thang 9/2027, lien he anh Hai 0912000111',
  ])
    expect(understand(text, { ...c, asker: 'department' }).intent).toBe('edit_need');
});
