import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/base/database/store.ts';
import { seedNeeds } from '../../../src/demo/needs.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { testStore } from '../../support/store.ts';

let store: Store;
let close: () => Promise<void>;
let office: TestOffice;
const via = { channel: 'cli', request: 'test' } as const;

beforeAll(async () => {
  ({ store, close } = await testStore());
  office = await testOffice(store);
  const { demo, round } = office;
  await office.kernel.write({ actor: demo.minh.actor, via }, (work) => seedNeeds(work, { ...demo, round }));
  await office.link('minh', demo.minh.id);
  await office.link('ha', demo.ha.id);
  await office.link('senh', demo.senh.id);
  await office.say('ha', 'alo');
});
afterAll(async () => {
  await office?.stop();
  await close?.();
});

test('needs that fit an organisation: only accepted ones of its fields and area, each with why; each opens', async () => {
  await office.say('minh', 'Aide et Action con han ko');
  const [list] = await office.press('minh', 'Nhu cầu phù hợp');
  expect(list).toMatch(
    /^Aide et Action: nhu cầu phù hợp \(1\)\nNC-2026-\d{4} – 2 tỷ đồng\nXây nhà bán trú và bếp ăn điểm trường\n/,
  );
  expect(list).toContain('Vì: lĩnh vực giáo dục; tại xã Co Mạ');
  const code = /NC-2026-\d{4}/.exec(list!)![0];
  expect((await office.press('minh', code)).join('\n')).toContain('Xây nhà bán trú');
  await office.say('minh', 'sci con han ko');
  // The accepted need of its field lies in another district.
  const [none] = await office.press('minh', 'Nhu cầu phù hợp');
  expect(none).toContain('chưa có nhu cầu đã tiếp nhận nào đúng lĩnh vực và địa bàn');
});

test('a card that is wrong: the officer in charge hears of it and has it among the duties', async () => {
  const [card] = await office.say('senh', 'sci con han ko');
  expect(card).toContain('còn 46 ngày');
  const [ask] = await office.press('senh', 'Báo sai');
  expect(ask).toContain('Thẻ sai ở chỗ nào ạ?');
  const [back] = await office.say('senh', 'tổ chức đã được gia hạn đến 2032');
  expect(back).toContain('“tổ chức đã được gia hạn đến 2032”');
  const [receipt] = await office.press('senh', 'Gửi báo sai');
  expect(receipt).toContain('✅ Đã báo cán bộ phụ trách kiểm tra thẻ Save the Children');
  const [told] = await store.aside(
    (sql) => sql<{ person: string; values: object }[]>`
      select person_id as person, "values" from notice where template = 'partner.reported'`,
  );
  expect(told!.values).toMatchObject({ name: 'Save the Children', by: 'anh Sếnh (UBND xã Co Mạ)' });
  const chat = told!.person === office.demo.minh.id ? 'minh' : 'ha';
  expect((await office.say(chat, 'việc của tôi')).join('\n')).toContain('Kiểm tra thẻ Save the Children');
});

test('whom one knows there is shown to officers, and each look is logged', async () => {
  await office.say('minh', 'sci con han ko');
  const [people] = await office.press('minh', 'Liên hệ');
  expect(people).toContain('Save the Children');
  const looks = await store.aside(
    (sql) => sql`select 1 from audit_event where action = 'partner.contacts' and actor = ${office.demo.minh.id}`,
  );
  expect(looks).toHaveLength(1);
});

test('an entry that nobody checked for long says so until an officer has', async () => {
  const stale = await store.aside(
    (sql) =>
      sql<{ name: string }[]>`select name_en as name from partner where verified_at is null and kind = 'ngo' limit 1`,
  );
  const [card] = await office.say('minh', `${stale[0]!.name} còn hạn không`);
  expect(card).toContain('chưa xác minh');
  await office.press('minh', 'Đã kiểm tra, đúng');
  const [checked] = await office.say('minh', `${stale[0]!.name} còn hạn không`);
  expect(checked).not.toContain('chưa xác minh');
});
