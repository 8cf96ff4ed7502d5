import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/base/database/store.ts';
import type { Say } from '../../src/chat/messaging/types.ts';
import { freshStore, type WebSite, webSite } from '../chat/channels/web/web.bench.ts';
import { closePage, openBrowser, phonePage } from '../support/browser.ts';

let browser: Browser;
let store: Store;
let site: WebSite;
let close: () => Promise<void>;

beforeAll(async () => {
  const made = await freshStore();
  store = made.store;
  site = await webSite(store);
  browser = await openBrowser();
  close = async () => {
    await browser.close();
    await site.close();
    await made.close();
  };
});
afterAll(() => close());

const call = { action: 'nothing', args: null };
const card: Say = {
  text: [
    [{ b: '⚪ BẢN NHÁP – CHƯA GỬI' }],
    'Cấp nước sinh hoạt cho 3 bản, xã Co Mạ',
    '🟡 sắp hết hạn ✅ đã xong 📎 tệp ⏰ hạn',
    [{ link: 'Công văn 412', href: 'https://sonla.gov.vn/412' }, ' <i>&amp;'],
    'Mục tiêu của dự án là gì ạ?',
  ],
  buttons: [[{ label: 'Sửa mục khác', call }], [{ label: 'Để sau – đã lưu', call, way: true }]],
};

async function open(path = '/', settings: object = {}): Promise<Page> {
  const page = await phonePage(browser, { width: 360, ...settings });
  onTestFinished(() => closePage(page));
  await page.goto(site.url + path);
  return page;
}

/** What this page's chat was heard to do, and its id. */
const heardSince = (from: number) => site.kernel.heard.slice(from);

async function begin(page: Page): Promise<string> {
  const from = site.kernel.heard.length;
  await page.getByRole('button', { name: /Bắt đầu|Start/ }).click();
  await expect.poll(() => heardSince(from).length).toBe(1);
  return heardSince(from)[0]!.chat.chat;
}

const tell = (chat: string, say: Say) => site.kernel.tell(site.channel, chat, say);

test('a person begins, reads a card, types, presses, and sees that it arrived', async () => {
  const page = await open();
  const chat = await begin(page);
  const from = site.kernel.heard.length;
  await tell(chat, card);
  const bubble = page.locator('.message.bot').last();
  await expect.poll(() => bubble.locator('.said').textContent()).toContain('<i>&amp;');
  await page.getByRole('textbox').fill('120 hộ có nước sạch quanh năm');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => page.locator('.message.me .mark-sent').last().textContent()).toBe('đã gửi');
  await page.getByRole('button', { name: 'Để sau – đã lưu' }).click();
  await expect
    .poll(() => heardSince(from).map(({ input }) => input))
    .toMatchObject([
      { kind: 'text', text: '120 hộ có nước sạch quanh năm' },
      { kind: 'press', button: 1 },
    ]);
  await tell(chat, { text: ['Đã lưu. Anh/chị làm tiếp lúc nào cũng được.'] });
  await expect.poll(() => page.locator('.message.me.last .mark-sent').textContent()).toBe('đã xem');
  expect(await page.locator('.message.me .said').allTextContents()).toEqual([
    '120 hộ có nước sạch quanh năm',
    'Để sau – đã lưu',
  ]);
  expect(await page.locator('#waiting li').count()).toBe(0);
  expect(await page.locator('#log .day').count()).toBe(1);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await page.evaluate(`document.fonts.check('16px "Be Vietnam Pro"', 'ằỗựỹ')`)).toBe(true);
});

test('an invitation is handed in once and leaves the address', async () => {
  const from = site.kernel.heard.length;
  const page = await open('/vao/K7M4-PX9R');
  await expect.poll(() => heardSince(from).map(({ input }) => input)).toEqual([{ kind: 'start', code: 'K7M4-PX9R' }]);
  expect(new URL(page.url()).pathname).toBe('/');
  await page.reload();
  await page.getByRole('textbox').fill('xong');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => heardSince(from).map(({ input }) => input.kind)).toEqual(['start', 'text']);
});

test('with a keyboard alone everything can be done', async () => {
  const page = await open('/', { isMobile: false, hasTouch: false });
  const chat = await begin(page);
  const from = site.kernel.heard.length;
  await tell(chat, card);
  await page.getByRole('button', { name: 'Sửa mục khác' }).waitFor();
  await page.getByRole('textbox').focus();
  await page.keyboard.type('một');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('hai');
  await page.keyboard.press('Enter');
  await expect.poll(() => heardSince(from).map(({ input }) => input)).toEqual([{ kind: 'text', text: 'một\nhai' }]);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Shift+Tab');
    if ((await page.evaluate('document.activeElement.textContent')) === 'Sửa mục khác') break;
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => heardSince(from).at(-1)?.input).toMatchObject({ kind: 'press', button: 0 });
});

test('what is typed while the server is away is kept, survives closing the page, and is sent once', async () => {
  const own = await webSite(store);
  const page = await phonePage(browser, { width: 360 });
  await page.goto(own.url);
  await page.getByRole('textbox').waitFor();
  await own.close();
  const banner = page.locator('#banner');
  await expect.poll(() => banner.isVisible(), { timeout: 5_000 }).toBe(true);
  for (const text of ['một', 'hai']) {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  }
  await expect
    .poll(() => page.locator('#waiting .mark-sent').allTextContents())
    .toEqual(Array(2).fill('chờ mạng, sẽ tự gửi'));
  await page.close();
  const back = await webSite(store, { account: own.account, kernel: own.kernel, port: own.server.port });
  const again = await page.context().newPage();
  await again.goto(back.url);
  await expect
    .poll(() => own.kernel.heard.map(({ input }) => input), { timeout: 5_000 })
    .toEqual([
      { kind: 'text', text: 'một' },
      { kind: 'text', text: 'hai' },
    ]);
  await expect.poll(() => again.locator('#log .message.me').count()).toBe(2);
  expect(await again.locator('#banner').isVisible()).toBe(false);
  expect(new Set(own.kernel.handed).size).toBe(2);
  await page.context().close();
  await back.close();
}, 60_000);

test('an answer that was lost does not make two messages', async () => {
  const page = await open();
  await begin(page);
  const from = site.kernel.heard.length;
  let lost = 0;
  await page.route('**/web/messages', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.getByRole('textbox').fill('chỉ một lần');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => page.locator('#log .message.me .said').allTextContents()).toEqual(['chỉ một lần']);
  await expect.poll(() => page.locator('#waiting li').count(), { timeout: 5_000 }).toBe(0);
  expect(lost).toBe(2);
  expect(heardSince(from)).toHaveLength(1);
});

test('a file shows its way and its end; one that is refused says why', async () => {
  const page = await open();
  await begin(page);
  const from = site.kernel.heard.length;
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  await page.setInputFiles('#file', [
    { name: 'Công văn.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'bad.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
  ]);
  await expect
    .poll(() => page.locator('#log .file').allTextContents())
    .toEqual([expect.stringContaining('Công văn.pdf')]);
  await expect.poll(() => page.locator('.trouble').textContent()).toMatch(/PDF/);
  expect(heardSince(from).map(({ input }) => input)).toMatchObject([
    { kind: 'files', files: [{ name: 'Công văn.pdf' }] },
  ]);
  await page.getByRole('button', { name: 'Bỏ' }).click();
  expect(await page.locator('#waiting li').count()).toBe(0);
});

test('what came unread stands in the title until it is seen', async () => {
  const page = await phonePage(browser, { width: 360 });
  onTestFinished(() => closePage(page));
  // A headless browser never hides a page.
  await page.addInitScript(`Object.defineProperty(document, 'hidden', { get: () => window.away === true })`);
  await page.goto(site.url);
  const chat = await begin(page);
  await page.evaluate('window.away = true');
  for (const text of ['một', 'hai']) await tell(chat, { text: [text] });
  await expect.poll(() => page.title()).toBe('(2) Nhịp Cầu');
  await page.evaluate(`window.away = false; document.dispatchEvent(new Event('visibilitychange'))`);
  await expect.poll(() => page.title()).toBe('Nhịp Cầu');
  const reads = () => site.kernel.receipted.filter(({ state }) => state === 'read').length;
  await expect.poll(reads, { timeout: 5_000 }).toBeGreaterThanOrEqual(2);
});

test('a message that changes keeps its place', async () => {
  const page = await open();
  const chat = await begin(page);
  for (const at of [1, 2])
    await tell(chat, { text: [`Trang ${at}/2`], slot: 'list', buttons: [[{ label: `Nút ${at}`, call }]] });
  await expect.poll(() => page.locator('.message.bot .said').allTextContents()).toEqual(['Trang 2/2']);
  await page.reload();
  await expect.poll(() => page.locator('.message.bot .said').allTextContents()).toEqual(['Trang 2/2']);
});

test('an English browser reads English', async () => {
  const page = await open('/', { locale: 'en-GB' });
  await expect.poll(() => page.getByRole('button', { name: 'Start' }).isVisible()).toBe(true);
  expect(await page.getByRole('textbox').getAttribute('placeholder')).toBe('Type a message');
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.each(['light', 'dark'] as const)('nothing keeps anybody out, in the %s', async (colorScheme) => {
  const page = await open('/', { colorScheme });
  const chat = await begin(page);
  await tell(chat, card);
  await page.getByRole('textbox').fill('xin chào');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => page.locator('#log .message').count()).toBe(2);
  await page.evaluate(axe);
  const violations = await page.evaluate(
    `axe.run(document).then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')))`,
  );
  expect(violations).toEqual([]);
});
