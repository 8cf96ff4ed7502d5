import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type DemoPage, freshDemo, openDemo } from './demo-page.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof freshDemo>>;

beforeAll(async () => {
  [browser, service] = await Promise.all([openBrowser(), freshDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.drop();
});

async function open(settings: Parameters<typeof openDemo>[2] = {}, url = service.url): Promise<DemoPage> {
  const demo = await openDemo(browser, url, settings);
  onTestFinished(() => demo.close());
  return demo;
}

/** A page on a service of its own, where nobody has begun anything. */
async function openFresh(settings: Parameters<typeof openDemo>[2] = {}): Promise<DemoPage & { readonly url: string }> {
  const own = await freshDemo();
  onTestFinished(() => own.drop());
  return { ...(await open(settings, own.url)), url: own.url };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
async function violations({ page, web }: DemoPage): Promise<unknown[]> {
  // The frame's page is measured with the page around it.
  for (const frame of [page.mainFrame(), web()]) await frame.evaluate(axe);
  await page.evaluate(
    'Promise.all(document.getAnimations().map((one) => one.effect.getComputedTiming().iterations === Infinity ? one.cancel() : one.finished.catch(() => {})))',
  );
  return page.evaluate(
    `axe.run(document).then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')))`,
  );
}

test('within a minute a need travels from one phone to another, comes back with a reason, is mended and accepted; an NGO is looked up', async () => {
  const demo = await openFresh();
  await demo.hears('zalo', /Anh Sếnh cần việc gì/u);
  await demo.chip('zalo', 'Dán một đoạn nhu cầu');
  await demo.hears('zalo', /BẢN NHÁP – CHƯA GỬI[\s\S]*Mục tiêu của dự án là gì/u);
  await demo.types('zalo', '120 hộ có nước sạch quanh năm');
  await demo.hears('zalo', /gọi ai/u);
  await demo.chip('zalo', 'Người liên hệ');
  await demo.hears('zalo', /Đủ mục để gửi/u);
  await demo.phone('zalo').getByRole('button', { name: 'Gửi Sở Ngoại vụ', exact: true }).last().click();
  await demo.hears('zalo', /✅ Sở Ngoại vụ đã nhận NC-/u);
  expect(await demo.seconds()).toBeLessThan(60);
  // The hold is counted down on the receipt.
  const undo = demo.phone('zalo').getByRole('button', { name: 'Hoàn tác' }).last();
  expect(Number(await undo.getAttribute('data-undo'))).toBeGreaterThan(2);
  const code = /NC-\d{4}-\d{4}/u.exec((await demo.texts('zalo')).at(-1)!)![0];
  await demo.hears('telegram', new RegExp(`Nhu cầu mới ${code}`, 'u'));
  await expect.poll(() => undo.getAttribute('data-undo')).toBe(null);
  await demo.phone('telegram').getByRole('button', { name: 'Mở', exact: true }).last().click();
  await demo.hears('telegram', new RegExp(`chờ xem xét – ${code}`, 'u'));
  await demo.chip('telegram', 'Đề nghị bổ sung');
  await demo.hears('telegram', /Lý do gửi đơn vị: dự toán thiếu chi phí khảo sát/u);
  await demo.chip('telegram', 'Gửi đơn vị');
  await demo.hears('zalo', new RegExp(`đề nghị bổ sung, hoàn thiện – ${code}[\\s\\S]*Lý do: dự toán`, 'u'));
  await demo.chip('zalo', 'Sửa kinh phí');
  await demo.hears('zalo', /Tổng kinh phí: 850 triệu đồng/u);
  await demo.types('zalo', 'gửi');
  await demo.hears('telegram', new RegExp(`Đơn vị vừa sửa ${code}`, 'u'));
  await demo.chip('telegram', 'Xem bản sửa');
  await demo.hears('telegram', /Tổng 850 triệu đồng/u);
  await demo.phone('telegram').getByRole('button', { name: 'Tiếp nhận xem xét' }).last().click();
  await demo.hears('telegram', /nhận xem xét/u);
  await demo.phone('telegram').getByRole('button', { name: 'Tiếp nhận', exact: true }).last().click();
  await demo.hears('zalo', new RegExp(`🟢 đã tiếp nhận – ${code}`, 'u'));
  await expect.poll(() => demo.page.locator('#story li.done').count()).toBe(5);
  await demo.chip('telegram', 'sci con han ko');
  await demo.hears('telegram', /Save the Children[\s\S]*Dữ liệu minh họa/u);
});

test('the server killed in the middle of a form: the form is still open, the answer typed meanwhile is taken once', async () => {
  const demo = await openFresh();
  await demo.hears('zalo', /./u);
  await demo.types('zalo', 'gửi nhu cầu mới');
  await demo.hears('zalo', /1\/8/u);
  await demo.types('zalo', 'Thư viện thân thiện cho trường tiểu học Co Mạ');
  await demo.hears('zalo', /2\/8/u);
  const before = await demo.page.locator('#state').textContent();
  await demo.page.getByRole('button', { name: 'Tắt đột ngột máy chủ' }).click();
  await demo.types('zalo', 'giáo dục');
  await expect.poll(() => demo.page.locator('#state').textContent()).toContain('đã bị tắt');
  await demo.hears('zalo', /3\/8/u, 30_000);
  await expect.poll(() => demo.page.locator('#told').textContent()).toContain('Máy chủ đã chạy lại');
  expect(await demo.page.locator('#state').textContent()).not.toBe(before);
  await heldAnswer(demo.page);
  await demo.types('zalo', '1.100 học sinh có sách đọc hằng ngày');
  await demo.hears('zalo', /4\/8/u);
  const texts = await demo.texts('zalo');
  for (const once of ['giáo dục', '1.100 học sinh có sách đọc hằng ngày'])
    expect(texts.filter((text) => text === once)).toHaveLength(1);
  expect(texts.filter((text) => text.startsWith('2/8'))).toHaveLength(1);
  // Another page sees the same, from what the database kept.
  const other = await open({}, demo.url);
  await expect.poll(() => other.texts('zalo')).toEqual(texts);
});

/** Killed once more, and the button's answer comes later than the successor: the strip goes on saying what is newer. */
async function heldAnswer(page: Page): Promise<void> {
  const held = Promise.withResolvers<void>();
  await page.route('**/demo/kill', async (route) => {
    const response = await route.fetch();
    await held.promise;
    await route.fulfill({ response });
  });
  const answered = page.waitForResponse('**/demo/kill');
  const state = () => page.locator('#state').textContent();
  await page.getByRole('button', { name: 'Tắt đột ngột máy chủ' }).click();
  await expect.poll(state).toContain('đã bị tắt');
  await expect.poll(state).toContain('đang chạy');
  held.resolve();
  await (await answered).finished();
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
  expect(await page.locator('#told').textContent()).toContain('Máy chủ đã chạy lại');
}

/** A need that waits for its reviewer; its number. */
async function sent(demo: DemoPage): Promise<string> {
  await demo.hears('zalo', /./u);
  for (const [label, hears] of [
    ['Dán một đoạn nhu cầu', /Mục tiêu của dự án/u],
    ['Mục tiêu', /gọi ai/u],
    ['Người liên hệ', /Đủ mục để gửi/u],
    ['Gửi', /✅ Sở Ngoại vụ đã nhận NC-/u],
  ] as const) {
    await demo
      .phone('zalo')
      .locator('.chip', { hasText: new RegExp(`^${label}$`) })
      .click();
    await demo.hears('zalo', hears);
  }
  return /NC-\d{4}-\d{4}/u.exec((await demo.texts('zalo')).at(-1)!)![0];
}

test('a platform switched off: a notice takes the other channel, and where there is none becomes a duty to phone', async () => {
  const demo = await openFresh();
  await demo.role('web', 'officer');
  await expect
    .poll(async () => (await demo.web().locator('.message.bot .said').allTextContents()).join())
    .toContain('anh Minh');
  await demo.page.getByRole('switch', { name: 'Telegram hoạt động' }).click();
  await expect.poll(() => demo.phone('telegram').locator('.banner').textContent()).toContain('Đang tắt');
  const code = await sent(demo);
  await demo.hears('web', new RegExp(`Nhu cầu mới ${code}`, 'u'));
  expect((await demo.texts('telegram')).join()).not.toContain(code);

  // The commune has nothing but Zalo.
  await demo.page.getByRole('switch', { name: 'Zalo hoạt động' }).click();
  await demo.types('web', `trả lại ${code}, thiếu dự toán`);
  await demo.hears('web', /Lý do gửi đơn vị: thiếu dự toán/u);
  await demo.types('web', 'gửi đơn vị');
  await demo.hears('web', /Đơn vị được báo sau 5 giây/u);
  await expect
    .poll(
      async () => {
        await demo.types('web', 'việc của tôi');
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return (await demo.texts('web')).at(-1);
      },
      { timeout: 25_000, interval: 1_000 },
    )
    .toMatch(/Gọi điện cho anh Thào A Sếnh[\s\S]*0212 3000/u);

  // What is typed while a platform is off waits on the phone.
  await demo.types('telegram', 'sci con han ko');
  await expect.poll(() => demo.phone('telegram').locator('.waiting').textContent()).toContain('chờ mạng');
  for (const name of ['Telegram', 'Zalo']) await demo.page.getByRole('switch', { name: `${name} hoạt động` }).click();
  await demo.hears('telegram', /Save the Children/u);
  expect(await demo.phone('telegram').locator('.waiting').count()).toBe(0);
});

test('a role switch makes the phone another person’s, with their own history; the guest is spoken to in English', async () => {
  const demo = await open();
  await demo.hears('web', /Nhịp Cầu, the assistant/u);
  await demo.role('telegram', 'head');
  await demo.hears('telegram', /Anh Tuấn/u);
  await demo.chip('telegram', 'Tiến độ đợt này');
  await demo.hears('telegram', /Đã trả lời/u);
  const texts = await demo.texts('telegram');
  await demo.role('telegram', 'focal');
  await demo.hears('telegram', /Anh Sếnh/u);
  await demo.role('telegram', 'head');
  await expect.poll(() => demo.texts('telegram')).toEqual(texts);
  await demo.role('zalo', 'guest');
  await demo.hears('zalo', /Nhịp Cầu, the assistant/u);
  await demo.chip('zalo', 'When is the deadline?');
  await demo.hears('zalo', /Deadline for needs/u);
  // Nobody's own web chat is touched by the phone in the frame.
  expect((await demo.page.context().cookies()).map(({ name }) => name)).toEqual([]);
});

/** Words that their own box cuts, and controls that lie over each other. */
const cutWords = `(() => {
  const seen = [...document.querySelectorAll('button, label, h1, h2, p, .said, #story span')].filter(
    (one) => one.offsetParent !== null && !one.closest('.hidden, .roles input'),
  );
  const cut = seen.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline');
  const pressed = seen.filter((one) => one.matches('.chip, #tabs button, .roles label, #kill, .switch, #lang'));
  const over = pressed.filter((one, at) =>
    pressed.slice(at + 1).some((other) => {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    }),
  );
  return [...cut, ...over].map((one) => one.outerHTML);
})()`;

test('at 360 px the phones are tabs, nothing is wider than the screen, and news on another phone are seen', async () => {
  const demo = await openFresh({ viewport: { width: 360, height: 740 } });
  const tab = (name: string) => demo.page.getByRole('tab', { name });
  await tab('Zalo').waitFor();
  expect(await demo.phone('telegram').isVisible()).toBe(false);
  await tab('Zalo').press('ArrowRight');
  expect(await demo.phone('telegram').isVisible()).toBe(true);
  await expect.poll(() => demo.page.evaluate('document.activeElement.id')).toBe('tab-telegram');
  await tab('Telegram').press('ArrowRight');
  expect(await demo.web().locator('#text').isVisible()).toBe(true);
  await tab('Trang web').press('ArrowRight');
  await sent(demo);
  await expect.poll(() => tab('Telegram').textContent()).toContain('có tin mới');
  for (const lang of ['vi', 'en']) {
    if (lang === 'en') await demo.page.getByRole('button', { name: 'English' }).click();
    for (const width of [320, 360, 768, 1080, 1280, 1920]) {
      await demo.page.setViewportSize({ width, height: 900 });
      expect(await demo.page.evaluate('document.documentElement.scrollWidth'), `${lang} ${width}`).toBe(width);
      expect(await demo.page.evaluate(cutWords), `${lang} ${width}`).toEqual([]);
    }
  }
});

test.each(['light', 'dark'] as const)('nothing keeps anybody out, in the %s', async (colorScheme) => {
  const demo = await open({ colorScheme });
  await demo.hears('zalo', /./u);
  await demo.hears('telegram', /./u);
  await demo.hears('web', /./u);
  expect(await violations(demo)).toEqual([]);
  await demo.page.setViewportSize({ width: 360, height: 740 });
  expect(await violations(demo)).toEqual([]);
});

test('all of it by keyboard alone', async () => {
  const demo = await openFresh({ reducedMotion: 'reduce' });
  await demo.hears('zalo', /./u);
  const { page } = demo;
  const focused = () => page.evaluate<string>('document.activeElement.textContent.trim() || document.activeElement.id');
  const tabTo = async (there: () => Promise<boolean>, most = 80) => {
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab');
      if (await there()) return;
    }
    throw new Error(`not reached by Tab; at ${await focused()}`);
  };
  const chip = (label: string) => async () =>
    page.evaluate<boolean>(
      `document.activeElement.matches('.chip') && document.activeElement.textContent === ${JSON.stringify(label)}`,
    );
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('English');
  await tabTo(chip('Dán một đoạn nhu cầu'));
  await page.keyboard.press('Enter');
  await demo.hears('zalo', /Mục tiêu của dự án/u);
  // The next step has the focus already.
  for (const [label, hears] of [
    ['Mục tiêu', /gọi ai/u],
    ['Người liên hệ', /Đủ mục để gửi/u],
    ['Gửi', /✅ Sở Ngoại vụ đã nhận NC-/u],
  ] as const) {
    await expect.poll(focused).toBe(label);
    await page.keyboard.press('Enter');
    await demo.hears('zalo', hears);
  }
  await demo.hears('telegram', /Nhu cầu mới NC-/u);
  const code = /NC-\d{4}-\d{4}/u.exec((await demo.texts('telegram')).at(-1)!)![0];
  await tabTo(async () => (await focused()) === 'Mở');
  for (
    let i = 0;
    i < 12 &&
    (await page.evaluate(
      `document.activeElement !== [...document.querySelectorAll('#column-telegram .buttons button')].at(-1)`,
    ));
    i++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await demo.hears('telegram', new RegExp(`chờ xem xét – ${code}`, 'u'));
  await tabTo(chip('Đề nghị bổ sung'));
  await page.keyboard.press('Enter');
  await demo.hears('telegram', /Lý do gửi đơn vị/u);
  await expect.poll(focused).toBe('Gửi đơn vị');
  await page.keyboard.press('Enter');
  await demo.hears('zalo', /đề nghị bổ sung, hoàn thiện – NC-/u);
  for (let i = 0; i < 80 && !(await chip('Sửa kinh phí')()); i++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await demo.hears('zalo', /850 triệu/u);
  await expect.poll(focused).toBe('Gửi lại');
  await page.keyboard.press('Enter');
  await demo.hears('telegram', /Đơn vị vừa sửa/u);
  await tabTo(chip('Xem bản sửa'));
  for (const [label, hears] of [
    ['Xem bản sửa', /Tổng 850 triệu/u],
    ['Tiếp nhận xem xét', /nhận xem xét/u],
    ['Tiếp nhận', /đã tiếp nhận/u],
  ] as const) {
    await expect.poll(focused).toBe(label);
    await page.keyboard.press('Enter');
    await demo.hears('telegram', hears);
  }
  await demo.hears('zalo', /🟢 đã tiếp nhận/u);
  // A role by the arrow keys, and a switch by the space bar.
  await tabTo(async () => page.evaluate<boolean>(`document.activeElement.name === 'role-web'`));
  await page.keyboard.press('ArrowLeft');
  await demo.hears('web', /Anh Tuấn/u);
  await tabTo(async () => page.evaluate<boolean>(`document.activeElement.dataset.platform === 'zalo'`), 200);
  await page.keyboard.press('Space');
  await expect.poll(() => demo.phone('zalo').locator('.banner').isVisible()).toBe(true);
  await page.keyboard.press('Space');
  await expect.poll(() => demo.phone('zalo').locator('.banner').isVisible()).toBe(false);
});
