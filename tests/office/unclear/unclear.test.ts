import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile } from '../../../src/base/files/store.ts';
import type { Id } from '../../../src/base/ids.ts';
import { localDay } from '../../../src/base/time/zone.ts';
import { keptDays, sweepUnclear } from '../../../src/office/unclear/index.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let made: TestStore;
let of: TestOffice;
const rows = () =>
  made.store.aside((sql) => sql<Record<string, unknown>[]>`select * from unclear_message order by text, asker`);

beforeAll(async () => {
  made = await testStore();
  of = await testOffice(made.store);
  await of.link('senh', of.demo.senh.id);
  await of.link('admin', of.demo.admin.id);
});
afterAll(async () => {
  await of?.stop();
  await made?.close();
});

test('words that nobody understands are kept, masked and without their person', async () => {
  await of.say('senh', 'qwrt zxcv anh Lò Văn Minh 0912 000 018 plkj');
  await of.say('senh', 'qwrt zxcv anh Lò Văn Minh 0912 000 018 plkj');
  await of.say('khach', 'zzz vvv');
  const kept = await rows();
  expect(kept.map((row) => [row['text'], row['asker'], row['why']])).toEqual([
    ['qwrt zxcv anh Nguyễn Văn A 0900000000 plkj', 'department', 'unsure'],
    ['qwrt zxcv anh Nguyễn Văn A 0900000000 plkj', 'department', 'unsure'],
    ['zzz vvv', 'guest', 'unsure'],
  ]);
  // Nothing leads back: no account, no chat, no hour.
  expect(Object.keys(kept[0]!).sort()).toEqual(
    ['asker', 'day', 'field', 'id', 'lang', 'meant', 'next', 'read', 'sure', 'text', 'why'].sort(),
  );
  const messages = await made.store.aside(
    (sql) => sql`select id from message where id = any(${`{${kept.map((r) => r['id']).join(',')}}`}::uuid[])`,
  );
  expect(messages).toEqual([]);
});

test('an answer that does not fit its question is kept with the question', async () => {
  await of.say('senh', '/nhucau');
  await of.say('senh', 'xyz');
  await of.say('senh', 'để sau');
  expect((await rows()).find((row) => row['text'] === 'xyz')).toMatchObject({
    why: 'answer',
    field: 'submit-need.title',
  });
});

test('the administrator pages through them and takes a file that the replay reads; nobody else does', async () => {
  const [list] = await of.say('admin', 'xem các câu chưa hiểu');
  expect(list).toMatch(/Câu chưa hiểu trong 180 ngày: 3\n[\s\S]*1\. “qwrt zxcv anh Nguyễn Văn A[^”]*”\n2 lần, đơn vị/u);
  const [said] = await of.press('admin', 'Tải danh sách');
  expect(said).toContain('📎 3 câu chưa hiểu');
  const file = of.channel.sent.at(-1)!.what.say.files![0]!;
  const stored = (await openFile((work) => made.store.aside(work), file as Id<'file'>))!;
  const pieces: Uint8Array[] = [];
  for await (const piece of stored.open()) pieces.push(piece);
  const lines = Buffer.concat(pieces)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({ text: 'qwrt zxcv anh Nguyễn Văn A 0900000000 plkj', role: 'department', times: 2 });
  const audited = await made.store.aside(
    (sql) => sql<{ action: string }[]>`select action from audit_event where action = 'unclear.export'`,
  );
  expect(audited).toHaveLength(1);
  expect((await of.say('senh', '/chuahieu')).join()).toContain('không thuộc quyền');
});

test('what the person chose when asked back is kept beside the words', async () => {
  await of.link('ha', of.demo.ha.id);
  // Which words are unsure changes as the vocabulary grows: halves of two wishes, until one pair is.
  const halves = [
    'xem hạn nộp',
    'tổ chức nào',
    'nhu cầu ấy',
    'liên hệ ai',
    'đợt này',
    'dự án gì',
    'thủ tục',
    'báo lại',
  ];
  const pairs = halves.flatMap((one) => halves.filter((other) => other !== one).map((other) => `${one} ${other} thì`));
  let label: string | undefined;
  for (const text of pairs) {
    const [asked] = await of.say('ha', text);
    if (!/Nhịp Cầu chưa chắc đã hiểu đúng/u.test(asked ?? '')) continue;
    label = of.channel.sent.at(-1)!.what.say.buttons![0]![0]!.label;
    break;
  }
  await of.press('ha', label!);
  const meant = (await rows()).filter((row) => row['asker'] === 'officer' && row['meant'] !== null);
  expect(meant).toHaveLength(1);
  expect([meant[0]!['read'], meant[0]!['next']]).toContain(meant[0]!['meant']);
});

test('they go after their time', async () => {
  const today = localDay(of.clock.now());
  expect(await made.store.aside((sql) => sweepUnclear(sql, today.add({ days: keptDays })))).toBe(0);
  const before = (await rows()).length;
  expect(await made.store.aside((sql) => sweepUnclear(sql, today.add({ days: keptDays + 1 })))).toBe(before);
  expect(await rows()).toEqual([]);
});
