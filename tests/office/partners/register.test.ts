import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/base/database/store.ts';
import { orderExpiry } from '../../../src/office/partners/index.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { testStore } from '../../support/store.ts';

let store: Store;
let close: () => Promise<void>;
let office: TestOffice;

beforeAll(async () => {
  ({ store, close } = await testStore());
  office = await testOffice(store);
  await office.link('minh', office.demo.minh.id);
  await office.link('ha', office.demo.ha.id);
  await office.link('director', office.demo.director.id);
  await office.link('senh', office.demo.senh.id);
});
afterAll(async () => {
  await office?.stop();
  await close?.();
});

const say = async (text: string, who = 'minh') => (await office.say(who, text)).join('\n');
const press = async (label: string, who = 'minh') => (await office.press(who, label)).join('\n');

describe('a search that goes on', () => {
  test('who works in health at Mộc Châu; after the list one that is named is its card', async () => {
    expect(await say('ngo nao lam y te o moc chau')).toMatch(/y tế; thị xã Mộc Châu cũ \(2\)[\s\S]*KFHI[\s\S]*Orbis/u);
    expect(await say('the plan thi sao')).toMatch(/^🟢 Plan International – Anh/u);
    expect(await say('du an cua ho')).toContain('Plan International: dự án (1)');
  });

  test('nothing found: buttons leave out one condition, where that finds something', async () => {
    expect(await say('to chuc nao lam van hoa o moc chau')).toMatch(/Chưa có tổ chức nào[\s\S]*bớt một điều kiện:/u);
    expect(office.buttons('minh')).toEqual(['Thị xã Mộc Châu cũ, mọi lĩnh vực', 'Văn hóa, mọi địa bàn']);
    expect(await press('Văn hóa, mọi địa bàn')).toContain('Room to Read');
    expect(await say('tổ chức nào của Nhật')).not.toContain('điều kiện');
    expect(office.buttons('minh')).toEqual([]);
  });

  test('who is suspended, who was not spoken to for long, who was introduced this year', async () => {
    expect(await say('tổ chức nào bị đình chỉ', 'director')).toMatch(/bị đình chỉ \(1\)\n🔴 Saemaul/u);
    expect(await say('tc nao chua dky', 'director')).toContain('chưa đăng ký (5)');
    const plan = await say('đã giới thiệu danh mục cho bao nhiêu tổ chức', 'director');
    const silent = /Trên 180 ngày chưa liên hệ: (\d+)/u.exec(plan)![1];
    expect(await press('Lâu chưa liên hệ', 'director')).toContain(`lâu chưa liên hệ 1–5/${silent}`);
    expect(await say('tổ chức nào lâu chưa liên hệ', 'director')).toContain(`1–5/${silent}`);
    expect(await press('Đã giới thiệu cho ai', 'director')).toMatch(
      /năm 2026 \(3\)[\s\S]*ChildFund[\s\S]*Orbis[\s\S]*Save/u,
    );
  });

  test('who could fund is headed by what was asked, not by the sentence', async () => {
    expect(await say('ai co the tai tro nuoc sach o long he')).toMatch(
      /^Có thể giới thiệu: nước sạch; xã Long Hẹ 1–3/u,
    );
    expect(await say('the sci thi sao')).toMatch(/Save the Children \(SCI\)/u);
  });

  test.each([
    ['ai la truong dai dien cua plan', 'Plan International, người đứng đầu:\nChưa có thông tin'],
    ['website cua oxfam la gi', 'Oxfam, trang web:\nChưa có thông tin'],
    ['can bo phu trach sci', 'Save the Children, cán bộ phụ trách:\nanh Minh'],
  ])('%s: that one fact, with its day', async (question, answer) => {
    const said = await say(question);
    expect(said).toContain(answer);
    expect(said).toMatch(/cập nhật \d\d\/\d\d\/2026$/u);
  });
});

describe('missions', () => {
  test('which give small grants for something: their ways in Vietnamese, whole', async () => {
    const said = await say('su quan nao co quy nho lam bep an');
    expect(said).toMatch(/^Viện trợ nhỏ, giáo dục 1–5\/6/u);
    expect(said).toContain('– Hàn Quốc: ODA qua KOICA, viện trợ nhỏ (chưa xác minh)');
    expect(said).not.toMatch(/…|Scheme|plus/u);
    expect(await press('Tất cả đại sứ quán')).toContain('1–5/12');
    expect(await say('sứ quán nào tài trợ nước sạch')).toMatch(/nước sạch \(3\)/u);
  });

  test('corrected and taken back by sentence; who changed what stands behind a button', async () => {
    expect(await say('đsq Úc thêm lĩnh vực văn hóa', 'ha')).toContain('Sửa ĐSQ Úc:\nLĩnh vực: thêm văn hóa');
    await press('Ghi vào sổ', 'ha');
    expect(await press('Hoàn tác', 'ha')).toContain('như trước khi sửa');
    expect(await say('ĐSQ Nhật thêm quỹ hỗ trợ cộng đồng', 'ha')).toContain('thêm quỹ hỗ trợ cộng đồng');
    await press('Ghi vào sổ', 'ha');
    expect(await press('Xem thẻ', 'ha')).toContain('cấp cơ sở; quỹ hỗ trợ cộng đồng');
    const history = await press('Lịch sử sửa', 'ha');
    expect(history).toContain('23/11/2026 14:00 Nguyễn Thị Thu Hà: sửa');
    expect(history).toMatch(/viện trợ nhỏ: GGP.* → GGP.*quỹ/u);
    await say('đsq nhật bỏ quỹ hỗ trợ cộng đồng', 'ha');
    await press('Ghi vào sổ', 'ha');
    expect(await say('dsq nhat', 'ha')).not.toContain('cộng đồng');
    expect(await say('sci con han ko', 'senh')).toContain('Save the Children');
    expect(office.buttons('senh')).not.toContain('Lịch sử sửa');
  });

  test('a new one is called by its country', async () => {
    expect(await say('thêm đại sứ quán Brazil', 'ha')).toMatch(/Thêm đại sứ quán vào sổ\nEmbassy of Brazil in Hanoi/u);
    await say('bỏ qua', 'ha');
    expect(await press('Thêm vào sổ', 'ha')).toContain('✅ Đã thêm vào sổ');
    expect(await press('Xem thẻ', 'ha')).toMatch(/^Đại sứ quán Brazil\n/u);
    expect(await say('thêm đại sứ quán Chi Lê', 'senh')).not.toContain('Thêm đại sứ quán vào sổ');
  });
});

describe('a correction is a correction', () => {
  test.each([
    ['ngay 2/11 plan nop ho so gia han', 'Hồ sơ gia hạn: nộp thứ Hai, 02/11/2026'],
    ['người liên hệ mới của Plan là chị Hà Minh Họa, 0912 000 678', 'Người liên hệ mới: Hà Minh Họa'],
    ['tiêu chí tiềm lực của Plan đạt, theo báo cáo tài chính 2025', 'tiềm lực – đạt: theo báo cáo'],
  ])('%s: saved, and taken back by its button', async (sentence, read) => {
    const row = () =>
      store.aside(
        (sql) => sql`select (select count(*)::int from certificate_request) as requests,
          (select count(*)::int from partner_contact) as contacts, (select criteria from partner where key = 'plan') as criteria`,
      );
    const before = await row();
    expect(await say(sentence)).toContain(read);
    await press('Ghi vào sổ');
    expect(await row()).not.toEqual(before);
    expect(await press('Hoàn tác')).toContain('như trước khi sửa');
    expect(await row()).toEqual(before);
  });

  test('right after a card it needs no name', async () => {
    await say('oxfam con han ko');
    expect(await say('gia han den 05/12/2029')).toContain('Sửa Oxfam:');
    await press('Bỏ bản nháp');
  });

  test('of a merger, who is named first goes', async () => {
    expect(await say('care sáp nhập vào oxfam')).toBe('Sửa CARE:\nSáp nhập vào: Oxfam');
    await press('Bỏ bản nháp');
  });

  test('a term beyond the law’s is pointed out, with where the law says so', async () => {
    const said = await say('SCI gia hạn đến 09/01/2032');
    expect(said).toMatch(/🟡 Quá 5 năm tính từ 08\/01\/2027.*Điều 9 Nghị định 58\/2022\/NĐ-CP, chưa xác minh/u);
    await press('Bỏ bản nháp');
    expect(await say('SCI gia hạn đến 08/01/2032')).not.toContain('Quá 5 năm');
  });

  test('what nothing does is said in one sentence, and the draft waits', async () => {
    const said = await say('nhắc các xã chưa nộp');
    if (said.includes('chưa làm được')) expect(said).toContain('Sửa Save the Children:');
    else expect(said).not.toContain('Bản nháp chưa gửi. Để gửi');
    await press('Bỏ bản nháp').catch(() => '');
  });
});

test('every line of a card comes from a row, and says from which day it is', async () => {
  expect(await say('tiêu chí tiềm lực của SCI đạt, theo báo cáo tài chính 2025', 'ha')).toContain(
    'Sửa Save the Children',
  );
  await press('Ghi vào sổ', 'ha');
  const first = await say('sci', 'ha');
  const rest = await press('Xem đủ', 'ha');
  const rows: readonly (readonly [line: RegExp, day: RegExp])[] = [
    // The entry: the footer's day.
    [
      /^🟡 Save the Children|^Tổ chức Cứu trợ|^Y tế, giáo dục|^Huyện Mường La|^Quan hệ:|^Dữ liệu minh họa/u,
      /cập nhật 20\/11\/2026/u,
    ],
    // The certificate, its request, the grants, the last talk, the introduction, what was found about the criteria.
    [/^VPĐD:|^đến thứ|^Số 105/u, /giấy đăng ký 23\/11\/2026/u],
    [/^Gia hạn:/u, /nộp 02\/11\/2026/u],
    [/^Đang làm 2 dự án/u, /dự án 23\/11\/2026/u],
    [/^Gặp gần nhất/u, /Gặp gần nhất 12\/10\/2026/u],
    [/^Giới thiệu danh mục/u, /danh mục: 12\/10\/2026/u],
    [/^Tiêu chí lựa chọn/u, /đạt 1\/5 \(23\/11\/2026\)/u],
    [/^Cán bộ phụ trách|^Số liệu ghi/u, /./u],
  ];
  const lines = `${first}\n${rest}`.split('\n');
  for (const line of lines) {
    const row = rows.find(([shape]) => shape.test(line));
    expect(row, `no row stands behind “${line}”`).toBeDefined();
    expect(lines.join('\n')).toMatch(row![1]);
  }
  for (const [shape] of rows)
    expect(
      lines.some((line) => shape.test(line)),
      String(shape),
    ).toBe(true);
});

test('a certificate that has run out is told about once a month, for a year', async () => {
  const told = () =>
    store.aside(
      (sql) => sql<{ name: string; left: number }[]>`
        select distinct r->>'name' as name, (r->>'left')::int as left from notice, jsonb_array_elements("values"->'rows') r
        where template = 'partner.expiring' and (r->>'left')::int < 0 order by 1, 2`,
    );
  const via = { channel: 'task', request: 'test' } as const;
  // VSO ran out 210 days before 23/11: the next whole month of thirty days is that very day.
  await office.kernel.write({ actor: office.demo.admin.actor, via }, async (work) =>
    orderExpiry(work, Temporal.PlainDate.from('2026-11-23')),
  );
  await office.later({ hours: 24 });
  expect(await told()).toEqual([]);
  for (let day = 0; day < 30; day++) await office.later({ hours: 24 });
  const after = await told();
  expect(after.filter(({ name }) => name === 'VSO').length).toBe(1);
  expect(after.find(({ name }) => name === 'CARE')!.left).toBeLessThanOrEqual(-60);
});
