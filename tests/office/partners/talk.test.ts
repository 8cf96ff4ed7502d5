import { afterAll, beforeAll, expect, test } from 'vitest';
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
});
afterAll(async () => {
  await office?.stop();
  await close?.();
});
const say = async (text: string) => (await office.say('minh', text)).join('\n');
const press = async (label: string) => (await office.press('minh', label)).join('\n');

test('a talk in a sentence: a Sunday is asked about, the next step is a duty and is told on its morning', async () => {
  const ask = await say('hôm qua làm việc với ĐSQ Nhật, họ quan tâm bếp ăn bán trú, hẹn gửi đề xuất trước 15/12');
  expect(ask).toContain('22/11/2026 là Chủ nhật. Làm việc đúng ngày này ạ?');
  const back = await press('thứ Sáu, 20/11/2026');
  expect(back).toContain('Ghi lần làm việc với ĐSQ Nhật Bản');
  expect(back).toContain('⏰ Việc tiếp theo, hạn thứ Ba, 15/12/2026');
  expect(await press('Ghi vào sổ')).toContain('⏰ Nhắc việc: thứ Ba, 15/12/2026 (còn 22 ngày)');
  expect(await say('lịch sử làm việc với ĐSQ Nhật')).toContain('Thứ Sáu, 20/11/2026');
  expect(await say('việc của tôi')).toContain('ĐSQ Nhật Bản'.slice(4));
  office.clock.jump(Temporal.Instant.from('2026-12-15T01:29:00Z'));
  await office.kernel.runDue();
  const told = () =>
    store.aside(
      (sql) => sql<{ values: { step: string } }[]>`select "values" from notice where template = 'partner.step'`,
    );
  expect(await told()).toHaveLength(0);
  office.clock.advance({ minutes: 2 });
  await office.kernel.runDue();
  expect((await told()).map(({ values }) => values.step)).toEqual(['Gửi đề xuất']);
});

test('an introduction counts towards the plan, and a wrong press is taken back', async () => {
  expect(await say('đã gửi danh mục cho Plan hôm nay')).toContain('Đã giới thiệu danh mục cho Plan International');
  expect(await press('Ghi vào sổ')).toContain('Năm 2026: 4/5–10 tổ chức');
  expect(await say('đã giới thiệu danh mục cho bao nhiêu tổ chức')).toContain('– đang có chương trình: 3');
  await say('da gui danh muc cho dsq uc hom nay');
  expect(await press('Ghi vào sổ')).toContain('2 cơ quan đại diện');
  expect(await press('Hoàn tác')).toContain('Đã hoàn tác');
  expect(await say('đã giới thiệu danh mục cho bao nhiêu tổ chức')).toContain('Cơ quan đại diện ngoại giao: 1');
});

test('certificates that come to a step are told once a morning to who looks after them, on working days', async () => {
  const via = { channel: 'task', request: 'test' } as const;
  await office.kernel.write({ actor: office.demo.admin.actor, via }, async (work) => {
    orderExpiry(work, Temporal.PlainDate.from('2026-12-18'));
    orderExpiry(work, Temporal.PlainDate.from('2026-12-18'));
  });
  const told = () =>
    store.aside(
      (sql) => sql<{ person: string; values: { count: number; rows: { name: string; left: number }[] } }[]>`
        select person_id as person, "values" from notice where template = 'partner.expiring'`,
    );
  // Monday, 21/12: SCI has 18 days left, Oxfam ran out on 05/12; nothing of theirs comes to a step between Friday and Monday.
  office.clock.jump(Temporal.Instant.from('2026-12-21T01:31:00Z'));
  await office.kernel.runDue();
  const monday = await told();
  expect(new Set(monday.map(({ person }) => person)).size).toBe(monday.length);
  // Friday, 25/12: SCI comes to 14 days.
  for (const day of [22, 23, 24, 25]) {
    office.clock.jump(Temporal.Instant.from(`2026-12-${day}T01:31:00Z`));
    await office.kernel.runDue();
  }
  const all = (await told()).slice(monday.length);
  expect(all.flatMap(({ values }) => values.rows)).toContainEqual({ name: 'Save the Children', left: 14 });
  expect(all.some(({ person }) => person === office.demo.director.id)).toBe(true);
});
