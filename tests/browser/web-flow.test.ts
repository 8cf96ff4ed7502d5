import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { closePage, openBrowser, phonePage } from '../support/browser.ts';
import { freshDataFolder } from '../support/data-folder.ts';
import { violations } from './axe.ts';
import { freePort, type RunningService, startService } from './service.ts';

const patience = { timeout: 30_000 };

let browser: Browser;
let service: RunningService;
let dataDir: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ dataDir, drop } = await freshDataFolder());
  [browser, service] = await Promise.all([openBrowser(), startService(dataDir, await freePort())]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await drop?.();
});

/** Where an invitation leads, as the operator makes it. */
async function invitation(...of: string[]): Promise<string> {
  const root = new URL('../..', import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/main.ts', 'invite', ...of], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return `/vao/${/^[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(stdout)![0]}`;
}

async function open(path: string, settings: object = {}): Promise<Page> {
  const page = await phonePage(browser, { width: 360, ...settings });
  onTestFinished(() => closePage(page));
  await page.goto(service.url + path);
  return page;
}

const last = async (page: Page): Promise<string> =>
  (await page.locator('.message.bot .said').allTextContents()).at(-1) ?? '';
const hears = (page: Page, what: string | RegExp) => expect.poll(() => last(page), patience).toMatch(what);
const says = async (page: Page, text: string, hear: string | RegExp): Promise<void> => {
  await page.getByRole('textbox').fill(text);
  await page.locator('#send').click();
  await hears(page, hear);
};

/** In both colours, whatever axe-core knows. */
async function fitForAll(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `${where}, ${colorScheme}`).toEqual([]);
  }
}

/** What has the keyboard's focus, by the name that a screen reader says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `((one) => one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent.trim())(document.activeElement)`,
  );

/** Goes backwards through the page until something has the focus: from the text box up to the newest buttons first. */
async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < 80; i++) {
    const now = await focused(page);
    if (now === name) return;
    seen.push(now.slice(0, 30));
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`the keyboard does not reach "${name}", only ${[...new Set(seen)].join(', ')}`);
}

async function types(page: Page, text: string, hear: string | RegExp): Promise<void> {
  await tabTo(page, 'Nhập tin nhắn');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await hears(page, hear);
}

async function presses(page: Page, name: string, hear: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().waitFor();
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await hears(page, hear);
}

test('by keyboard alone: invited, linked, a need is written, a file added, submitted and taken back', async () => {
  const page = await open(await invitation('xã Co Mạ', 'focal_point', 'Vì Văn Phím'), {
    width: 1280,
    height: 800,
    isMobile: false,
    hasTouch: false,
  });
  // Asked for from the beginning: a browser that learns of it together with the key opens its own dialogue instead.
  page.on('filechooser', () => undefined);
  // The text box is where the keyboard is from the beginning.
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('text');
  await presses(page, 'Đồng ý', /Xin gọi là/u);
  await presses(page, 'Anh', /chào anh Phím/u);
  await types(
    page,
    'Xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.',
    /BẢN NHÁP – CHƯA GỬI/u,
  );
  await types(page, '120 hộ có nước sạch quanh năm', /gọi ai/u);
  await types(page, 'Lò Văn Minh, Phó Chủ tịch, 0912 000 018', /Liên hệ: Lò Văn Minh/u);
  await tabTo(page, 'Gửi tệp');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  await chooser.setFiles([{ name: 'Công văn 412.pdf', mimeType: 'application/pdf', buffer: pdf }]);
  await hears(page, /Đã kèm Công văn 412\.pdf/u);
  await presses(page, 'Gửi Sở Ngoại vụ', /✅ Sở Ngoại vụ đã nhận NC-\d{4}-\d{4}/u);
  await presses(page, 'Hoàn tác', /hoàn tác|CHƯA GỬI/iu);
});

/** What a person would call broken: words that are cut, things that lie upon each other, a page that is wider than its screen. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(`{
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push('the page is wider than the screen');
    const parts = [...document.querySelectorAll('header, .message .bubble, .buttons button, #composer, #composer > :not(.hidden)')];
    for (const one of parts) {
      if (one.scrollWidth > one.clientWidth + 1) found.push('cut: ' + one.textContent.slice(0, 40));
    }
    const boxes = [...document.querySelectorAll('.message .bubble, .buttons button')].map((one) => [one, one.getBoundingClientRect()]);
    for (const [at, [one, a]] of boxes.entries()) {
      for (const [other, b] of boxes.slice(at + 1)) {
        if (a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1)
          found.push(one.textContent.slice(0, 30) + ' lies upon ' + other.textContent.slice(0, 30));
      }
    }
    found;
  }`);

test('on a phone and on a computer, by day and by night: no word is cut and nothing lies upon another', async () => {
  const page = await open(await invitation('xã Bắc Yên', 'focal_point', 'Mùa Thị Sáng'), {
    isMobile: false,
    hasTouch: false,
  });
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await hears(page, /Xin gọi là/u);
  await says(
    page,
    'Kính gửi SNgV, xã Bắc Yên cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.',
    /BẢN NHÁP – CHƯA GỬI/u,
  );
  await says(page, '120 hộ có nước sạch quanh năm', /gọi ai/u);
  await says(page, 'Lò Văn Minh, Phó Chủ tịch, 0912 000 018', /Liên hệ: Lò Văn Minh/u);
  await page.setInputFiles('#file', [
    {
      name: 'Công văn số 412 đề nghị hỗ trợ.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    },
  ]);
  await hears(page, /Đã kèm/u);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator('#log .message').last().scrollIntoViewIfNeeded();
      expect(await faults(page), `${width}, ${colorScheme}`).toEqual([]);
      await pictured(page, `web-chat-${width}-${colorScheme}`);
    }
  }
});

/** The screen as it is, for the guide: kept only when asked (PICTURES=1), so that a test changes no file of the tree. */
async function pictured(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] !== '1') return;
  const path = fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));
  await page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide', path });
}

test('nothing keeps anybody out: a guest, consent, a linked person, the menu, a form, a file that is refused, no connection', async () => {
  const guest = await open('/');
  await guest.getByRole('button', { name: 'Bắt đầu' }).waitFor();
  await fitForAll(guest, 'a guest at first');
  await guest.getByRole('button', { name: 'Bắt đầu' }).click();
  await hears(guest, 'Đây là Nhịp Cầu');
  await fitForAll(guest, 'a guest');

  const page = await open(await invitation('xã Mường La', 'focal_point', 'Cầm Thị Mắt'));
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).waitFor();
  await fitForAll(page, 'consent');
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await hears(page, /Xin gọi là/u);
  await says(page, 'menu', /cần việc gì/u);
  await fitForAll(page, 'the menu');
  await says(page, 'gửi nhu cầu mới', /1\/8/u);
  await fitForAll(page, 'a form');
  await page.setInputFiles('#file', [
    { name: 'Công văn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') },
    { name: 'virus.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
  ]);
  await page.locator('.trouble').waitFor();
  await page.locator('#log .file').waitFor();
  await page.context().setOffline(true);
  await page.evaluate("dispatchEvent(new Event('online'))");
  await page.getByRole('textbox').fill('chờ mạng');
  await page.locator('#send').click();
  await page.locator('#banner').waitFor(patience);
  await fitForAll(page, 'files and no connection');
  await page.context().setOffline(false);
  await expect.poll(() => page.locator('#waiting .message').count(), { timeout: 40_000 }).toBe(1);
});

test('a screen reader hears who says what, only what is new, and in the language that is spoken', async () => {
  const page = await open('/', { locale: 'en-GB' });
  const log = page.getByRole('log', { name: 'Messages' });
  expect(await log.getAttribute('aria-live')).toBe('polite');
  await page.getByRole('button', { name: 'Start' }).click();
  await hears(page, 'This is Nhịp Cầu');
  expect(await page.getByRole('textbox').getAttribute('placeholder')).toBe('Type a message');
  await says(page, 'xin chào', 'Đây là Nhịp Cầu');
  await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('vi');
  expect(await page.getByRole('textbox').getAttribute('placeholder')).toBe('Nhập tin nhắn');
  const heard = await page.getByRole('log', { name: 'Tin nhắn' }).getByRole('listitem').allTextContents();
  // One day, whatever language its messages are in.
  expect(heard.map((text) => /^(?:Nhịp Cầu:|Anh\/chị:)?/.exec(text)?.[0])).toEqual([
    '',
    'Nhịp Cầu:',
    'Anh/chị:',
    'Nhịp Cầu:',
  ]);
  await expect.poll(() => page.locator('#talk').getAttribute('aria-busy')).toBe(null);
  await page.reload();
  await page.locator('#talk[aria-busy="true"] .message').first().waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('#talk').getAttribute('aria-busy')).toBe(null);
});

test('a guest’s "Hello" alone is answered in English, and the page with it', async () => {
  const page = await open('/');
  await says(page, 'Hello', 'This is Nhịp Cầu');
  await expect.poll(() => page.getByRole('button', { name: 'Send', exact: true }).isVisible()).toBe(true);
});
