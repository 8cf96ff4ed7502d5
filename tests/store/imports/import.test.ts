import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { savePieces } from '../../../src/base/files/store.ts';
import { fileKinds } from '../../../src/base/files/type.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import { readTables } from '../../../src/documents/tables.ts';
import { messyWorkbook, simpleWorkbook } from '../../office/imports/messy.ts';
import { drained } from '../../support/drained.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let db: TestStore;
let of: TestOffice;
beforeAll(async () => {
  db = await testStore();
  of = await testOffice(db.store);
  const people = { officer: of.demo.minh.id, head: of.demo.divisionHead.id, focal: of.demo.senh.id };
  for (const [chat, person] of Object.entries(people)) {
    await of.link(chat, person);
    await of.say(chat, 'menu');
    // Notices find people by their dialogue, which linking by a code would have made theirs.
    await db.store.aside(
      (sql) => sql`
        update dialogue set version = version + 1, person_id = ${person}
        where id = (select dialogue_id from chat where external = ${chat})`,
    );
  }
});
afterAll(async () => {
  await of.stop();
  await db.close();
});

const heads = [
  'Tên tiếng Anh',
  'Tên tiếng Việt',
  'Viết tắt',
  'Quốc gia',
  'Lĩnh vực',
  'Loại giấy',
  'Số giấy đăng ký',
  'Ngày cấp',
  'Ngày hết hạn',
  'Dự án',
  'Kinh phí (triệu đồng)',
  'Tình trạng',
];
const good = [
  [
    'Highland Clean Water Trust',
    'Quỹ Nước sạch vùng cao',
    'HCWT',
    'Hoa Kỳ',
    'nước sạch',
    'VPĐD',
    '101/VPDD',
    '15/01/2024',
    '14/01/2029',
    'Nước sạch vùng cao',
    2400,
    'đang thực hiện',
  ],
  [
    'Sunrise Livelihoods Network',
    null,
    'SLN',
    'Đan Mạch',
    'nông nghiệp',
    'Hoạt động',
    '88/GĐKHĐ',
    '05/03/2025',
    '04/03/2028',
    null,
    null,
    null,
  ],
];

async function keep(content: Uint8Array, name: string, mime: string = fileKinds.xlsx): Promise<Id<'file'>> {
  const id = newId<'file'>(of.clock.now().epochMilliseconds);
  await savePieces((work) => db.store.aside(work), { id, name, mime, content, uploadedBy: null, at: of.clock.now() });
  return id;
}
async function send(chat: string, content: Uint8Array, name = 'Danh ba 2026.xlsx', caption?: string): Promise<void> {
  const mime = name.endsWith('.csv') ? fileKinds.csv : fileKinds.xlsx;
  const file = await keep(content, name, mime);
  await of.event(chat, { kind: 'files', files: [{ ref: file, name, mime, file }], ...(caption ? { caption } : {}) });
  await due();
}
const due = async () => {
  await of.kernel.runDue();
  await drained(of.kernel);
};
const last = (chat: string) => of.read(chat).at(-1)!;
const buttons = (chat: string) =>
  (of.channel.sent.findLast((s) => s.chat === chat)?.what.say.buttons ?? []).flat().map((b) => b.label);
const partnersNamed = (like: string) =>
  db.store.aside(
    (sql) => sql<
      { key: string; alias: string; published: boolean; demo: boolean; relation: string; row_version: number }[]
    >`
    select key, aliases[1] as alias, published, demo, relation, row_version from partner where name_en like ${like} order by key`,
  );

test('a messy file is checked, not written; the report is a file with a line for each row', async () => {
  await send('officer', await messyWorkbook());
  expect(last('officer')).toMatch(/^Tệp có 9 tổ chức: 0 mới, 0 đổi, 1 giữ nguyên, 8 sai\./u);
  expect(buttons('officer')).toEqual(['Xem lỗi']);
  await of.press('officer', 'Xem lỗi');
  expect(of.read('officer').at(-2)).toContain('Dòng 12: ');
  const [report] = of.channel.sent.at(-1)!.what.say.files!;
  const [file] = await db.store.aside(
    (sql) => sql<{ content: Uint8Array }[]>`select content from file_piece where file_id = ${report!} order by n`,
  );
  const read = await readTables(file!.content);
  expect(read.ok && read.sheets[0]!.rows[0]!.cells).toEqual([
    'Dòng',
    'Tổ chức',
    'Kết quả',
    'Sai ở đâu',
    'Đã hiểu là',
    'Thay đổi',
  ]);
  expect(await partnersNamed('Highland%')).toEqual([]);
});

test('the same report is read in the chat page by page, every problem in the same words', async () => {
  await send('officer', await messyWorkbook());
  let said = (await of.press('officer', 'Xem lỗi'))[0]!;
  const [report] = of.channel.sent.at(-1)!.what.say.files!;
  const more = () =>
    of.channel.sent
      .findLast((s) => s.chat === 'officer' && s.what.say.buttons)!
      .what.say.buttons!.flat()
      .find((b) => b.label.startsWith('Xem tiếp'))?.label;
  expect(more()).toMatch(/^Xem tiếp \(2\//u);
  for (let next = more(); next; next = more()) {
    const page = await of.press('officer', next);
    // The file comes with the first page only.
    expect(page).toHaveLength(1);
    said += `\n${page[0]}`;
    if (next.endsWith(`${/\/(\d+)/.exec(next)![1]}/${/\/(\d+)/.exec(next)![1]})`)) break;
  }
  const read = await readTables(
    (
      await db.store.aside(
        (sql) => sql<{ content: Uint8Array }[]>`select content from file_piece where file_id = ${report!} order by n`,
      )
    )[0]!.content,
  );
  const rows = read.ok ? read.sheets[0]!.rows.slice(1) : [];
  const wrong = rows.flatMap(({ cells }) =>
    String(cells[3] ?? '')
      .split('\n')
      .filter(Boolean)
      .map((words) => `Dòng ${cells[0]}: ${words}`.slice(0, 100)),
  );
  expect(wrong.length).toBeGreaterThan(8);
  for (const line of wrong) expect(said).toContain(line);
});

test('a good file: proposed by an officer, confirmed by the division head, written as a whole, audited', async () => {
  await send('officer', await simpleWorkbook(heads, good));
  expect(last('officer')).toMatch(/^Tệp có 2 tổ chức: 2 mới, 0 đổi, 0 sai\./u);
  expect(buttons('officer')).toEqual(['Xem báo cáo từng dòng', 'Đề nghị nhập']);
  await of.press('officer', 'Đề nghị nhập');
  expect(last('officer')).toContain('Nhập danh bạ từ tệp');
  of.clock.advance({ minutes: 3 });
  await due();
  expect(last('head')).toContain('Nhập danh bạ từ tệp Danh ba 2026.xlsx');
  await of.press('head', buttons('head')[0]!);
  expect(buttons('head')).toContain('Xác nhận nhập');
  await of.press('head', 'Xác nhận nhập');
  expect(of.read('head').slice(-2).join('\n')).toContain('Đang ghi vào danh bạ');
  await due();
  await due();
  expect(of.read('head').join('\n')).toContain('✅ Đã nhập danh bạ: 2 tổ chức mới, 0 tổ chức đổi.');
  expect(of.read('officer').join('\n')).toContain('✅ Đã nhập danh bạ: 2 tổ chức mới, 0 tổ chức đổi.');
  expect(await partnersNamed('Highland%')).toEqual([
    { key: 'hcwt', alias: 'HCWT', published: false, demo: false, relation: 'partner', row_version: 1 },
  ]);
  const grants = await db.store.aside(
    (sql) =>
      sql`select title_vi, committed::text, currency, stage from aid_grant where code = 'VT-2026-016' or title_vi = 'Nước sạch vùng cao'`,
  );
  expect(grants).toContainEqual({
    title_vi: 'Nước sạch vùng cao',
    committed: '2400000000',
    currency: 'VND',
    stage: 'implementing',
  });
  const audit = await db.store.aside(
    (sql) => sql`select action, actor, after from audit_event where action = 'register.import'`,
  );
  expect(audit).toMatchObject([
    {
      after: {
        confirmedBy: of.demo.divisionHead.id,
        made: 2,
        grants: 1,
        certificates: 2,
        rows: expect.stringMatching(/^sha256:/),
      },
    },
  ]);
});

test('the same file again changes nothing; a later day of expiry changes one, and only that is said', async () => {
  await send('officer', await simpleWorkbook(heads, good));
  expect(last('officer')).toMatch(/^Tệp có 2 tổ chức: 0 mới, 0 đổi, 2 giữ nguyên, 0 sai\./u);
  expect(buttons('officer')).toEqual(['Xem báo cáo từng dòng']);
  const later = [[...good[0]!.slice(0, 8), '14/01/2034', ...good[0]!.slice(9)], good[1]!];
  await send('officer', await simpleWorkbook(heads, later));
  expect(last('officer')).toMatch(/^Tệp có 2 tổ chức: 0 mới, 1 đổi, 1 giữ nguyên, 0 sai\./u);
});

test('what was changed by hand meanwhile makes a confirmed import out of date: nothing of it is written', async () => {
  await of.press('officer', 'Đề nghị nhập');
  await db.store.aside((sql) => sql`update partner set row_version = row_version + 1 where key = 'hcwt'`);
  of.clock.advance({ minutes: 3 });
  await due();
  await of.press('head', buttons('head')[0]!);
  await of.press('head', 'Xác nhận nhập');
  await due();
  await due();
  expect(of.read('officer').join('\n')).toContain('Chưa nhập: danh bạ đã thay đổi');
  const [row] = await db.store.aside(
    (sql) => sql<{ day: string }[]>`select expires_on::text as day from ngo_certificate where number = '101/VPDD'`,
  );
  expect(row!.day).toBe('2029-01-14');
  await of.press('officer', 'Kiểm tra lại');
  await due();
  expect(last('officer')).toMatch(/^Tệp có 2 tổ chức: 0 mới, 1 đổi/u);
});

test('a CSV with semicolons works the same; one that is no register is refused with the template', async () => {
  const csv = new TextEncoder().encode('\ufeffTên tổ chức;Nước\nHope For Highlands;Pháp\n');
  await send('officer', csv, 'danh ba.csv');
  expect(last('officer')).toMatch(/^Tệp có 1 tổ chức: 1 mới/u);
  await send('officer', await simpleWorkbook(['Hàng', 'Giá'], [['gạo', 1]]), 'gia.xlsx');
  expect(last('officer')).toContain('Chưa đọc được danh bạ từ tệp gia.xlsx.');
  expect(buttons('officer')).toEqual(['Tải tệp mẫu']);
  await of.press('officer', 'Tải tệp mẫu');
  await due();
  expect(last('officer')).toContain('📎 Tệp mẫu danh bạ');
  expect(of.channel.sent.at(-1)!.what.say.files).toHaveLength(1);
});

test('a focal point’s table goes to their need, an officer’s with the words of a need too', async () => {
  const book = await simpleWorkbook(heads, good);
  await send('focal', book, 'Bang tinh.xlsx');
  expect(last('focal')).not.toContain('tổ chức:');
  await send('officer', book, 'Bang tinh.xlsx', 'đính kèm nhu cầu NC-2026-0001');
  expect(last('officer')).not.toContain('Tệp có');
});

test('a press on an old button by somebody without the right does nothing', async () => {
  const [row] = await db.store.aside(
    (sql) => sql<{ id: string }[]>`select id from register_import where state = 'checked' limit 1`,
  );
  const before = await db.store.aside((sql) => sql`select count(*) from proposal`);
  const message = of.channel.sent.findLast(
    (s) => s.chat === 'officer' && s.what.say.buttons?.flat().some((b) => b.label === 'Xem báo cáo từng dòng'),
  )!;
  await of.event('focal', { kind: 'press', message: message.what.id, button: 0 });
  expect(last('focal')).not.toContain('Tệp kèm theo');
  expect(row).toBeDefined();
  expect(await db.store.aside((sql) => sql`select count(*) from proposal`)).toEqual(before);
});

test('5,000 organisations: the process is never still for long, and all of it is written', async () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => [
    `${words[i % words.length]} ${words[(i * 7 + 3) % words.length]} ${letters(i)} Fund`,
    null,
    letters(i * 31 + 7),
    'Mỹ',
    'y tế; giáo dục',
    'Hoạt động',
    `${i}/GĐKHĐ-T`,
    '05/03/2025',
    '04/03/2028',
    `Dự án ${letters(i)}`,
    1200,
    'đang thực hiện',
  ]);
  const content = await simpleWorkbook(heads, rows);
  const file = await keep(content, 'lon.xlsx');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  await of.event('officer', {
    kind: 'files',
    files: [{ ref: file, name: 'lon.xlsx', mime: fileKinds.xlsx, file }],
  });
  await due();
  delay.disable();
  const checked = performance.now() - began;
  expect(last('officer')).toMatch(/^Tệp có 5000 tổ chức: 5000 mới/u);
  const longest = delay.max / 1e6;
  console.log(
    `${db.store.kind}: 5,000 rows checked in ${Math.round(checked)} ms, the loop still for at most ${Math.round(longest)} ms, ` +
      `99.9% under ${Math.round(delay.percentile(99.9) / 1e6)} ms`,
  );
  // What one slice takes is 8 ms; the rest is the machine's: a limit that a busy one keeps.
  expect(delay.percentile(99)).toBeLessThan(100 * 1e6);
  await of.press('officer', 'Đề nghị nhập');
  of.clock.advance({ minutes: 3 });
  await due();
  await of.press('head', buttons('head')[0]!);
  await of.press('head', 'Xác nhận nhập');
  const wrote = performance.now();
  await due();
  console.log(`${db.store.kind}: written in ${Math.round(performance.now() - wrote)} ms`);
  await due();
  expect(of.read('head').at(-1)).toContain('5000 tổ chức mới');
  const [count] = await db.store.aside(
    (sql) => sql<{ n: number }[]>`select count(*)::int as n from aid_grant where title_vi like 'Dự án %'`,
  );
  expect(count!.n).toBeGreaterThanOrEqual(5_000);
});

const words =
  'Amber Birch Cedar Delta Ember Fjord Grove Harbor Indigo Juniper Kestrel Lagoon Meadow Nimbus Orchid Prairie Quartz Raven Saffron Tundra'.split(
    ' ',
  );
/** A number as letters, so that names differ by more than digits: 0 is "Aaaa". */
function letters(n: number): string {
  let text = '';
  for (let i = 0, rest = n * 7919 + 12345; i < 5; i++, rest = Math.floor(rest / 26))
    text += String.fromCharCode(97 + (rest % 26));
  return text[0]!.toUpperCase() + text.slice(1);
}
