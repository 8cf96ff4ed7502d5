import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage, openBrowser, phonePage } from '../support/browser.ts';
import { freshDataFolder } from '../support/data-folder.ts';
import { freePort, type RunningService, startService } from './service.ts';

const letter =
  'Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.';
const patience = { timeout: 30_000 };

let browser: Browser;
let service: RunningService;
let dataDir: string;
let drop: () => Promise<void>;
let port: number;
let senh: Page;
let minh: Page;

beforeAll(async () => {
  ({ dataDir, drop } = await freshDataFolder());
  port = await freePort();
  [browser, service] = await Promise.all([openBrowser(), startService(dataDir, port)]);
  [senh, minh] = await Promise.all([enters('Thào A Sếnh'), enters('Quàng Văn Minh')]);
});
afterAll(async () => {
  await Promise.all([senh, minh].map((page) => page && closePage(page)));
  await browser?.close();
  await service?.stop();
  await drop?.();
});

/** A window of its own, in which somebody of the demonstration was chosen. */
async function enters(name: string): Promise<Page> {
  const page = await phonePage(browser, { width: 360 });
  await page.goto(`${service.url}/demo/people`);
  await page.getByRole('button', { name }).click();
  await page.locator('.message.bot .said', { hasText: 'Đã liên kết' }).first().waitFor();
  return page;
}
const last = async (page: Page): Promise<string> =>
  (await page.locator('.message.bot .said').allTextContents()).at(-1) ?? '';
const says = async (page: Page, text: string, hears: string | RegExp): Promise<string> => {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => last(page), patience).toMatch(hears);
  return last(page);
};
const presses = async (page: Page, label: string, hears: string | RegExp): Promise<string> => {
  await page.getByRole('button', { name: label, exact: true }).last().click();
  await expect.poll(() => last(page), patience).toMatch(hears);
  return last(page);
};

/** The screen as it is, for the guide: kept only when asked (PICTURES=1), so that a test changes no file of the tree. */
async function pictured(page: Page, name: string): Promise<void> {
  // What slides in has arrived, and nothing blinks.
  await page.locator('.message.bot').last().scrollIntoViewIfNeeded();
  await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))');
  expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(360);
  const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
  const keep = process.env['PICTURES'] === '1';
  if (keep) mkdirSync(folder, { recursive: true });
  await page.screenshot({
    scale: 'css',
    animations: 'disabled',
    caret: 'hide',
    ...(keep ? { path: join(folder, `${name}.png`) } : {}),
  });
}

test('it says in three lines what runs, where to open it and how to stop it', () => {
  expect(service.lines).toEqual([
    expect.stringMatching(/^Nhịp Cầu runs: demonstration, embedded database/),
    `Open ${service.url}/demo`,
    'Stop it with Ctrl+C.',
  ]);
});

test('a pasted sentence becomes a draft, is completed and submitted, and the officer sees it in a second window', async () => {
  const card = await says(senh, letter, /BẢN NHÁP – CHƯA GỬI/u);
  expect(card).toContain('Đối tượng hưởng lợi: 120 hộ (3 bản)');
  expect(card).not.toMatch(/NC-|đã nhận/u);
  await pictured(senh, 'need-draft');
  await says(senh, '120 hộ có nước sạch quanh năm', /gọi ai/u);
  await says(senh, 'Lò Văn Minh, Phó Chủ tịch, 0912 000 018', /Liên hệ: Lò Văn Minh/u);
  const receipt = await presses(senh, 'Gửi Sở Ngoại vụ', /✅ Sở Ngoại vụ đã nhận NC-\d{4}-\d{4}/u);
  await pictured(senh, 'receipt');
  const code = /NC-\d{4}-\d{4}/u.exec(receipt)![0];
  await expect.poll(() => last(minh), patience).toContain(`Nhu cầu mới ${code}`);
  await presses(minh, 'Mở', new RegExp(`chờ xem xét – ${code}`, 'u'));
  await pictured(minh, 'officer');
  await presses(minh, 'Tiếp nhận xem xét', new RegExp(`nhận xem xét ${code}`, 'u'));
});

test('an NGO’s card', async () => {
  const card = await says(minh, 'sci con han ko', /Save the Children/u);
  expect(card).toContain('Dữ liệu minh họa');
  await pictured(minh, 'ngo-card');
});

test('killed in mid-form and started again, the form goes on with the same question, and what was typed meanwhile arrives', async () => {
  await says(senh, 'gửi nhu cầu mới', /1\/8/u);
  await says(senh, 'Thư viện thân thiện cho trường tiểu học Co Mạ', /2\/8/u);
  await says(senh, 'giáo dục', /3\/8/u);
  await service.kill();
  await senh.getByRole('textbox').fill('1.100 học sinh có sách đọc hằng ngày');
  await senh.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect.poll(() => senh.locator('#waiting li').count(), patience).toBe(1);
  service = await startService(dataDir, port);
  await expect.poll(() => last(senh), { timeout: 30_000 }).toMatch(/4\/8/u);
  await presses(senh, 'xã Co Mạ', /5\/8/u);
  await senh.reload();
  await expect.poll(() => last(senh), patience).toMatch(/5\/8/u);
  const mine = await senh.locator('#log .message.me .said').allTextContents();
  expect(mine.filter((text) => text === '1.100 học sinh có sách đọc hằng ngày')).toHaveLength(1);
});
