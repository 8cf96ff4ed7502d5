import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/base/database/store.ts';
import { systemClock } from '../../src/base/time/clock.ts';
import type { Say } from '../../src/chat/messaging/types.ts';
import { filesOf, freshStore, type WebSite, webSite } from '../chat/channels/web/web.bench.ts';
import { closePage, openBrowser, phonePage } from '../support/browser.ts';
import { violations } from './axe.ts';

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

test('the marks of state are drawn, whatever fonts there are, and stay in the text', async () => {
  const page = await open();
  const chat = await begin(page);
  const signs = '🟢 🟡 🔴 ⚪ ✅ 📎 ⏰';
  await tell(chat, { text: [signs, [{ b: '⏰ hạn' }]] });
  const said = page.locator('.message.bot .said').last();
  await said.waitFor();
  expect(await said.textContent()).toBe(`${signs}\n⏰ hạn`);
  expect(await said.getByRole('img').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
    'xanh',
    'vàng',
    'đỏ',
    'trắng',
    'xong',
    'tệp',
    'hạn',
    'hạn',
  ]);
  // The colour that is painted in the middle of each, the sign of the font itself being out of sight.
  const painted = await page.evaluate(`[...document.querySelectorAll('.said .mark')].map((mark) => {
    const own = getComputedStyle(mark);
    const before = getComputedStyle(mark, '::before');
    const { width, height } = mark.getBoundingClientRect();
    const drawn = own.backgroundColor !== 'rgba(0, 0, 0, 0)' || before.backgroundColor !== 'rgba(0, 0, 0, 0)';
    return drawn && width > 10 && height > 10 && own.overflow === 'hidden' && own.textIndent === '200%';
  })`);
  expect(painted).toEqual(Array(8).fill(true));
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
  await expect.poll(() => banner.isVisible()).toBe(true);
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
});

test('words that are typed before the page’s script has come stay where they are', async () => {
  const page = await phonePage(browser, { width: 360 });
  onTestFinished(() => closePage(page));
  let held = () => {};
  const holding = new Promise<void>((resolve) => {
    held = resolve;
  });
  await page.route('**/app.js', async (route) => {
    await holding;
    await route.continue();
  });
  await page.goto(site.url, { waitUntil: 'commit' });
  await page.getByRole('textbox').fill('sớm quá');
  expect(await page.locator('#send').isEnabled()).toBe(false);
  held();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.locator('#log .message.me .said', { hasText: 'sớm quá' }).waitFor();
  expect(page.url()).toBe(`${site.url}/`);
});

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
  await expect.poll(() => page.locator('#waiting li').count()).toBe(0);
  expect(lost).toBe(2);
  expect(heardSince(from)).toHaveLength(1);
});

test('a request that nobody answers is given up and made again, and a phone that slept looks for news at once', async () => {
  const page = await phonePage(browser, { width: 360 });
  onTestFinished(() => closePage(page));
  await page.clock.install();
  const streams: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/web/stream')) streams.push(request.url());
  });
  await page.goto(site.url);
  await begin(page);
  await expect.poll(() => page.locator('#waiting li').count()).toBe(0);
  const from = site.kernel.heard.length;
  let asked = 0;
  await page.route('**/web/messages', (route) => (asked++ === 0 ? undefined : route.continue()));
  await page.getByRole('textbox').fill('một lần');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => asked).toBe(1);
  await page.clock.fastForward(21_000);
  await page.clock.fastForward(2_000);
  await expect.poll(() => heardSince(from).map(({ input }) => input)).toEqual([{ kind: 'text', text: 'một lần' }]);
  await expect.poll(() => page.locator('#log .message.me .said').allTextContents()).toEqual(['một lần']);
  const before = streams.length;
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  expect(streams.length).toBe(before);
  await page.clock.fastForward(25_000);
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await expect.poll(() => streams.length).toBe(before + 1);
  expect(streams.at(-1)).toContain('after=');
});

test('the page works in a frame of our own pages, takes no focus there, and in no other', async () => {
  const page = await phonePage(browser, { width: 1280, isMobile: false, hasTouch: false });
  onTestFinished(() => closePage(page));
  // Any page of ours that is not the chat itself.
  const answer = await page.goto(`${site.url}/web/a/any/marks.css`);
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  await page.evaluate(`{
    document.body.replaceChildren(document.createElement('input'), document.createElement('iframe'));
    document.querySelector('input').focus();
    document.querySelector('iframe').src = '/';
  }`);
  const framed = page.frameLocator('iframe');
  await framed.getByRole('textbox').waitFor();
  expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT');
  const from = site.kernel.heard.length;
  await framed.getByRole('textbox').fill('trong khung');
  await framed.getByRole('button', { name: 'Gửi', exact: true }).click();
  await framed.locator('#log .message.me .said', { hasText: 'trong khung' }).waitFor();
  expect(heardSince(from).map(({ input }) => input)).toContainEqual({ kind: 'text', text: 'trong khung' });
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
  await page.getByRole('button', { name: 'Bỏ tin này' }).click();
  expect(await page.locator('#waiting li').count()).toBe(0);
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('on its way a file shows how far it is and can be stopped; a picture is seen before it has arrived', async () => {
  const page = await open();
  await begin(page);
  const from = site.kernel.heard.length;
  let hold = true;
  await page.route('**/web/files?*', async (route) => {
    while (hold) await new Promise((resolve) => setTimeout(resolve, 20));
    await route.continue().catch(() => {});
  });
  await page.setInputFiles('#file', [
    { name: 'công văn.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300_000, '%PDF-1.4 ') },
    { name: 'ảnh.png', mimeType: 'image/png', buffer: png },
  ]);
  const waiting = page.locator('#waiting .message');
  await expect.poll(() => waiting.count()).toBe(2);
  expect(await waiting.first().getByRole('progressbar', { name: 'công văn.pdf' }).isVisible()).toBe(true);
  await expect.poll(() => waiting.first().locator('.mark-sent').textContent()).toMatch(/^đang gửi/);
  expect(
    await waiting
      .last()
      .locator('img')
      .evaluate((img) => 'naturalWidth' in img && img.naturalWidth),
  ).toBe(1);
  // What comes meanwhile takes the focus from nobody.
  const stop = waiting.first().getByRole('button', { name: 'Dừng gửi' });
  await stop.focus();
  await page.evaluate("dispatchEvent(new Event('storage'))");
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Dừng gửi');
  await page.keyboard.press('Enter');
  await expect.poll(() => waiting.count()).toBe(1);
  hold = false;
  await expect.poll(() => page.locator('#log .message.me img').count()).toBe(1);
  await expect.poll(() => waiting.count()).toBe(0);
  expect(heardSince(from).map(({ input }) => input)).toMatchObject([{ kind: 'files', files: [{ name: 'ảnh.png' }] }]);
});

test('a file that is too large is refused in a sentence, before a byte of it is sent', async () => {
  const page = await open();
  await begin(page);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/web/files')) asked += 1;
  });
  await page.evaluate(`{
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(21 * 1024 * 1024)], 'quá lớn.pdf', { type: 'application/pdf' }));
    document.querySelector('#file').files = files.files;
    document.querySelector('#file').dispatchEvent(new Event('change'));
  }`);
  await expect.poll(() => page.locator('.trouble').textContent()).toContain('lớn hơn 20 MB');
  expect(await page.locator('.trouble').getAttribute('role')).toBe('alert');
  expect(asked).toBe(0);
});

test('a picture that was copied, and a file that is dropped on the page, are sent', async () => {
  const page = await open();
  await begin(page);
  const from = site.kernel.heard.length;
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (sign) => sign.charCodeAt(0));
    const given = (name) => {
      const files = new DataTransfer();
      files.items.add(new File([bytes], name, { type: 'image/png' }));
      return files;
    };
    document.querySelector('#text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: given('chụp.png'), bubbles: true, cancelable: true }));
    const over = { dataTransfer: given('kéo.png'), bubbles: true, cancelable: true };
    document.querySelector('#log').dispatchEvent(new DragEvent('dragover', over));
  }`);
  expect(await page.getByText('Thả tệp vào đây để gửi').isVisible()).toBe(true);
  await page.evaluate(`{
    const files = new DataTransfer();
    files.items.add(new File(['%PDF-1.4 x'], 'kéo.pdf', { type: 'application/pdf' }));
    document.querySelector('#log').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  }`);
  expect(await page.getByText('Thả tệp vào đây để gửi').isVisible()).toBe(false);
  await expect
    .poll(() => heardSince(from).map(({ input }) => (input.kind === 'files' ? input.files[0]?.name : input.kind)))
    .toEqual(['chụp.png', 'kéo.pdf']);
});

test('files of ours are shown with name and size, pictures as pictures, and come as what they are', async () => {
  const page = await open();
  const chat = await begin(page);
  const files = filesOf(store, systemClock);
  const bytes = async function* (content: Buffer) {
    yield new Uint8Array(content);
  };
  const pdf = Buffer.from(`%PDF-1.4\n${'x'.repeat(3000)}\n%%EOF`);
  const paper = await files.put({ name: 'Danh mục “ưu tiên” 2027.pdf', mime: 'application/pdf', bytes: bytes(pdf) });
  const photo = await files.put({ name: 'bản đồ.png', mime: 'image/png', bytes: bytes(png) });
  await tell(chat, { text: ['Danh mục đây ạ.'], files: [paper.id, photo.id] });
  const message = page.locator('.message.bot').last();
  await expect.poll(() => message.locator('.file').textContent()).toBe('Danh mục “ưu tiên” 2027.pdf 3 KB');
  await expect.poll(() => message.getByRole('img', { name: 'bản đồ.png' }).isVisible()).toBe(true);
  const [download] = await Promise.all([page.waitForEvent('download'), message.locator('.file').click()]);
  expect(download.suggestedFilename()).toBe('Danh mục “ưu tiên” 2027.pdf');
  const seen = async (id: string) => {
    const answer = await page.context().request.get(`${site.url}/web/files/${id}`);
    const { 'content-type': type, 'content-length': length, 'x-content-type-options': sniff } = answer.headers();
    return [type, length, sniff, answer.headers()['content-disposition']?.split(';')[0]];
  };
  expect(await seen(paper.id)).toEqual(['application/pdf', String(pdf.length), 'nosniff', 'attachment']);
  expect(await seen(photo.id)).toEqual(['image/png', String(png.length), 'nosniff', 'inline']);
});

test('a phone number stays on its line and can be called; dates, amounts and codes are none', async () => {
  const page = await open();
  const chat = await begin(page);
  await tell(chat, {
    text: [
      'Cán bộ theo dõi: chị Hà, điện thoại cơ quan 0212 3000 100.',
      'Gọi văn thư 0212 3xxx xxx, hoặc +84 912.000.018 trước 07/12/2026',
      '2.400.000.000 đồng, NC-2026-0042, 20.000.000.000',
      'Xem https://sonla.gov.vn/a?b=1.',
    ],
  });
  const said = page.locator('.message.bot .said').last();
  await said.waitFor();
  expect(await said.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'tel:02123000100',
    'tel:+84912000018',
    'https://sonla.gov.vn/a?b=1',
  ]);
  const tall = await said.locator('.tel').evaluateAll((all) => all.map((one) => one.getClientRects().length));
  expect(tall).toEqual([1, 1, 1]);
  expect(await said.textContent()).toContain('0212 3000 100');
});

test('what came unread stands in the title and on the tab until it is seen, and nothing is read that nobody saw', async () => {
  const page = await phonePage(browser, { width: 360 });
  onTestFinished(() => closePage(page));
  // A headless browser never hides a page.
  await page.addInitScript(`Object.defineProperty(document, 'hidden', { get: () => window.away === true })`);
  await page.goto(site.url);
  const chat = await begin(page);
  await page.evaluate('window.away = true');
  for (const text of ['một', 'hai']) await tell(chat, { text: [text] });
  await expect.poll(() => page.title()).toBe('(2) Nhịp Cầu');
  const icon = () => page.locator('#icon').getAttribute('href');
  expect(await icon()).toContain('bridge-new.svg');
  const from = site.kernel.receipted.length;
  const reads = () => site.kernel.receipted.slice(from).filter(({ state }) => state === 'read').length;
  // Longer than a page that is looked at takes to tell.
  await page.waitForTimeout(800);
  expect(reads()).toBe(0);
  await page.evaluate(`window.away = false; document.dispatchEvent(new Event('visibilitychange'))`);
  await expect.poll(() => page.title()).toBe('Nhịp Cầu');
  expect(await icon()).not.toContain('bridge-new.svg');
  await expect.poll(reads).toBe(2);
});

test('who has scrolled up is not pulled down, sees how much is new, and has read it when it comes into sight', async () => {
  const page = await open();
  const chat = await begin(page);
  for (let i = 0; i < 4; i++)
    await tell(chat, { text: Array.from({ length: 12 }, (_, line) => `tin ${i}, dòng ${line}`) });
  await expect.poll(() => page.locator('.message.bot').count()).toBe(4);
  await page.locator('#scroller').evaluate((one) => one.scrollTo(0, 0));
  const down = page.getByRole('button', { name: /Xuống tin mới nhất/ });
  await expect.poll(() => down.isVisible()).toBe(true);
  const from = site.kernel.receipted.length;
  await page.waitForTimeout(800);
  const { id } = await tell(chat, { text: ['tin mới'] });
  await expect.poll(() => down.getAttribute('aria-label')).toMatch(/\(\d chưa đọc\)/);
  await page.waitForTimeout(800);
  const read = () => site.kernel.receipted.slice(from).some(({ ref, state }) => ref === id && state === 'read');
  expect(read()).toBe(false);
  expect(await page.locator('#scroller').evaluate((one) => one.scrollTop)).toBeLessThan(50);
  await down.click();
  await expect.poll(read).toBe(true);
  await expect.poll(() => down.isVisible()).toBe(false);
});

test('older messages come when one scrolls up to them, and what is read stays where it is', async () => {
  const page = await open();
  const chat = await begin(page);
  for (let i = 1; i <= 70; i++) await tell(chat, { text: [`tin ${i}`] });
  await page.reload();
  await expect.poll(() => page.locator('.message.bot').count()).toBe(60);
  await page.locator('#scroller').evaluate((one) => one.scrollTo(0, 10));
  await expect.poll(() => page.locator('.message.bot').count()).toBe(70);
  expect(await page.locator('.message.bot .said').first().textContent()).toBe('tin 1');
  expect(await page.locator('#older').isVisible()).toBe(false);
  expect(await page.locator('#scroller').evaluate((one) => one.scrollTop)).toBeGreaterThan(300);
});

test('a message that changes keeps its place', async () => {
  const page = await open();
  const chat = await begin(page);
  for (const at of [1, 2])
    await tell(chat, { text: [`Trang ${at}/2`], slot: 'list', buttons: [[{ label: `Nút ${at}`, call }]] });
  await expect.poll(() => page.locator('.message.bot .said').allTextContents()).toEqual(['Trang 2/2']);
  // Whoever turns pages by keyboard stays where the button was.
  await page.getByRole('button', { name: 'Nút 2' }).focus();
  await tell(chat, { text: ['Trang 3/3'], slot: 'list', buttons: [[{ label: 'Nút 3', call }]] });
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Nút 3');
  await tell(chat, { text: ['Trang 2/2'], slot: 'list', buttons: [[{ label: 'Nút 2', call }]] });
  await page.reload();
  await expect.poll(() => page.locator('.message.bot .said').allTextContents()).toEqual(['Trang 2/2']);
});

test('an English browser reads English', async () => {
  const page = await open('/', { locale: 'en-GB' });
  await expect.poll(() => page.getByRole('button', { name: 'Start' }).isVisible()).toBe(true);
  expect(await page.getByRole('textbox').getAttribute('placeholder')).toBe('Type a message');
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
});

test.each(['light', 'dark'] as const)('nothing keeps anybody out, in the %s', async (colorScheme) => {
  const page = await open('/', { colorScheme });
  const chat = await begin(page);
  await tell(chat, card);
  await page.getByRole('textbox').fill('xin chào');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => page.locator('#log .message').count()).toBe(2);
  expect(await violations(page)).toEqual([]);
});
