import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../../src/base/database/store.ts';
import { systemClock } from '../../../../src/base/time/clock.ts';
import { fileName } from '../../../../src/chat/channels/web/files.ts';
import { hears } from '../../../support/drivers/driver.ts';
import type { WebDriver } from '../../../support/drivers/web-driver.ts';
import { filesOf, freshStore, type WebSite, webSite } from './web.bench.ts';

let site: WebSite;
let store: Store;
let close: () => Promise<void>;

beforeAll(async () => {
  const made = await freshStore();
  store = made.store;
  site = await webSite(store);
  close = async () => {
    await site.close();
    await made.close();
  };
});
afterAll(() => close());

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const upload = (
  driver: WebDriver,
  name: string,
  body: Uint8Array<ArrayBuffer> | ReadableStream,
  mime = 'application/pdf',
) =>
  fetch(`${site.url}/web/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie: driver.cookie, 'x-nhip-cau': '1', 'content-type': mime },
    body,
    duplex: 'half',
  } as RequestInit);
const get = (driver: WebDriver, id: string) =>
  fetch(`${site.url}/web/files/${id}`, { headers: { cookie: driver.cookie } });

test('a file that a person sent can be opened in that chat and in no other', async () => {
  const [mine, other] = await Promise.all([site.person(), site.person()]);
  await mine.sendFile({ name: 'Công văn 412.pdf', mime: 'application/pdf', content: pdf });
  await expect.poll(() => mine.messages().at(-1)?.files?.[0]?.id).toBeDefined();
  const id = mine.messages().at(-1)!.files![0]!.id;
  const answer = await get(mine, id);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="Cong van 412.pdf"; filename*=UTF-8''C%C3%B4ng%20v%C4%83n%20412.pdf`,
  );
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect((await get(other, id)).status).toBe(404);
  expect((await get(other, 'nonsense')).status).toBe(404);
  await Promise.all([mine.close(), other.close()]);
});

test('another’s ticket opens nothing: a file is named only by who sent it', async () => {
  const [mine, other] = await Promise.all([site.person(), site.person()]);
  const { ticket } = (await (await upload(mine, 'a.pdf', pdf)).json()) as { ticket: string };
  const key = crypto.randomUUID();
  expect((await other.post({ kind: 'files', tickets: [ticket], key })).status).toBe(422);
  expect((await other.post({ kind: 'files', tickets: ['forged'], key })).status).toBe(422);
  expect((await mine.post({ kind: 'files', tickets: [ticket], key })).status).toBe(200);
  await Promise.all([mine.close(), other.close()]);
});

test('a file of ours is shown with its name and opens', async () => {
  const driver = await site.person();
  const bytes = (async function* () {
    yield pdf;
  })();
  const { id } = await filesOf(store, systemClock).put({ name: 'danh muc.pdf', mime: 'x/y', bytes });
  await site.kernel.tell(site.channel, driver.chat, { text: ['Văn bản để ký'], files: [id] });
  const seen = await hears(driver, 'Văn bản để ký');
  expect(seen.files).toEqual([{ name: 'danh muc.pdf', mime: 'application/pdf', bytes: pdf.length }]);
  expect((await get(driver, id)).status).toBe(200);
  await driver.close();
});

test('what must not come in is refused with a sentence before it is kept', async () => {
  const driver = await site.person();
  const code = async (answer: Response) => `${answer.status} ${((await answer.json()) as { code: string }).code}`;
  expect(await code(await upload(driver, 'a.pdf', new Uint8Array(0)))).toBe('422 file_empty');
  expect(await code(await upload(driver, 'a.pdf', new TextEncoder().encode('MZ not a pdf')))).toBe('422 file_kind');
  expect(await code(await upload(driver, 'De_xuat_MAT.pdf', pdf))).toBe('422 file_secret');
  const large = new ReadableStream({
    pull(to) {
      to.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const endless = await upload(driver, 'large.pdf', large).then(code, () => 'cut off');
  expect(['413 too_large', 'cut off']).toContain(endless);
  const [{ count } = { count: -1 }] = await store.aside(
    (sql) => sql<{ count: number }[]>`select count(*)::int as count from file where bytes > 1000000`,
  );
  expect(count).toBe(0);
  await driver.close();
});

test.each([
  ['C:\\Users\\a\\Công văn.pdf', 'Công văn.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000\u202eb.pdf', 'ab.pdf'],
  ['', 'tệp'],
  [`${'x'.repeat(300)}.docx`, `${'x'.repeat(195)}.docx`],
])('the name %j becomes %j', (given, kept) => {
  expect(fileName(given)).toBe(kept);
});
