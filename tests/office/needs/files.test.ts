import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Id, newId } from '../../../src/base/ids.ts';
import { kindOf } from '../../../src/office/needs/flows/files.ts';
import { type Chats, chats } from './world.ts';

let c: Chats;
beforeAll(async () => {
  c = await chats();
  c.sit('senh', c.world.people.senh.actor);
});
afterAll(() => c.close());

/** A file whose bytes are stored, as a channel hands it in. */
async function stored(name: string, mime = 'application/pdf') {
  const id = newId<'file'>(c.clock.now().epochMilliseconds);
  await c.world.store.aside(
    (sql) => sql`
      with bytes as (insert into file_piece (file_id, n, content) values (${id}, 0, ${Buffer.from('abc')}))
      insert into file (id, name, mime, bytes, sha256, state, at)
      values (${id}, ${name}, ${mime}, 3, ${randomBytes(32)}, 'ready', ${c.clock.now().toString()})`,
  );
  return { ref: id, file: id, name, mime };
}
const send = async (files: Awaited<ReturnType<typeof stored>>[], caption?: string) => {
  const before = c.read('senh').length;
  await c.event('senh', { kind: 'files', files, ...(caption ? { caption } : {}) });
  return c.read('senh').slice(before).join('\n');
};
const state = async (id: Id<'file'>) =>
  (
    await c.world.store.aside(
      (sql) =>
        sql<{ state: string; bytes: Uint8Array | null }[]>`
          select state, content as bytes from file left join file_piece on file_id = id where id = ${id}`,
    )
  )[0]!;
const attached = (): Promise<{ name: string; kind: string; need_id: string | null }[]> =>
  c.world.store.aside(async (sql) => [
    ...(await sql<
      { name: string; kind: string; need_id: string | null }[]
    >`select name, kind, need_id from need_attachment order by at, name`),
  ]);

test.each([
  ['Cong_van_412.pdf', 'application/pdf', '', 'letter'],
  ['anh.jpg', 'image/jpeg', 'công văn đã ký', 'letter'],
  ['anh.jpg', 'image/jpeg', '', 'photo'],
  ['Du_toan.xlsx', 'application/vnd', '', 'paper'],
])('%s (%s) “%s” is a %s', (name, mime, caption, kind) => {
  expect(kindOf({ name, mime }, caption)).toBe(kind);
});

test('a file while nothing was ever sent is told what to do first', async () => {
  expect(await send([await stored('Du_toan.xlsx')])).toMatch(/chưa có nhu cầu nào/u);
});

test('a file sent while a draft is open goes with it, and with the need', async () => {
  await c.say(
    'senh',
    '/nhucau Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.',
  );
  expect(await send([await stored('Du_toan.xlsx')])).toMatch(/^📎 Đã kèm Du_toan\.xlsx vào bản nháp/u);
  await c.say('senh', '120 hộ có nước sạch quanh năm');
  await c.say('senh', '0912000111');
  expect((await c.say('senh', 'gửi')).join()).toMatch(/✅ Sở Ngoại vụ đã nhận/u);
  expect(await attached()).toEqual([{ name: 'Du_toan.xlsx', kind: 'paper', need_id: expect.any(String) }]);
});

test('afterwards it is asked where a photo belongs; the signed letter counts for the unit', async () => {
  const asked = await send([await stored('anh.jpg', 'image/jpeg')]);
  expect(asked).toMatch(/kèm vào đâu ạ\?/u);
  expect((await c.press('senh', 'Công văn đã ký')).join()).toMatch(/Đã có công văn của UBND xã Co Mạ/u);
  await c.say('senh', '/nhucaucuatoi');
  await c.press('senh', 'NC-2026-0001');
  expect(c.read('senh').at(-1)).toContain('📎 2 tệp, 📎 đã có công văn');
  await c.press('senh', 'Tệp');
  expect(c.read('senh').at(-1)).toMatch(/NC-2026-0001: 2 tệp\n📎 Du_toan\.xlsx\n📎 anh\.jpg/u);
});

test('a mark of secrecy refuses all that came together, and nothing of it is kept', async () => {
  const [marked, beside] = [await stored('De_xuat_MAT.docx'), await stored('phu_luc.pdf')];
  expect(await send([marked, beside])).toMatch(/dấu độ mật/u);
  for (const { file } of [marked, beside]) expect(await state(file)).toEqual({ state: 'deleted', bytes: null });
  expect((await attached()).map((a) => a.name)).not.toContain('De_xuat_MAT.docx');
});

test('Phau_thuat_mat.docx is no secret', async () => {
  expect(await send([await stored('Phau_thuat_mat.docx')])).toMatch(/kèm vào đâu/u);
});

test('ten files are the most', async () => {
  for (let i = 0; i < 8; i++) {
    await send([await stored(`phu_luc_${i}.pdf`)]);
    await c.press('senh', c.buttons('senh').find((b) => b.startsWith('NC-2026-0001'))!);
  }
  await send([await stored('phu_luc_11.pdf')]);
  expect((await c.press('senh', c.buttons('senh').find((b) => b.startsWith('NC-2026-0001'))!)).join()).toMatch(
    /tối đa 10 tệp/u,
  );
});
