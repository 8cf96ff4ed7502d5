import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { bringsChromium, chromiumFiles } from './chromium.ts';

const flags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--font-render-hinting=none',
  // Our pages load nothing from elsewhere; whatever tries to does not find it.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a real Chromium, the one that npm brought; where it brings none, the Chrome that is installed. */
export async function openBrowser(): Promise<Browser> {
  if (!bringsChromium) return chromium.launch({ channel: 'chrome', args: flags });
  const { program, env } = await chromiumFiles();
  return chromium.launch({ executablePath: program, args: flags, env: { ...process.env, ...env } });
}

/** The phone to show; further settings as in Playwright. */
export interface Phone extends BrowserContextOptions {
  /** In CSS pixels; 360 is the narrow end of what people hold. */
  readonly width: number;
  readonly height?: number;
}

/**
 * A page as a phone in Vietnam shows it, with cookies and storage of its own. Its errors fail the test that closes it
 * through `closePage`.
 */
export async function phonePage(browser: Browser, { width, height = 740, ...settings }: Phone): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...settings,
  });
  const page = await context.newPage();
  const errors: Error[] = [];
  thrown.set(page, errors);
  page.on('pageerror', (error) => errors.push(error));
  return page;
}

const thrown = new WeakMap<Page, Error[]>();

/** Closes the phone. @throws what a script of the page threw and nobody caught. */
export async function closePage(page: Page): Promise<void> {
  await page.context().close();
  const errors = thrown.get(page) ?? [];
  if (errors.length > 0) throw new AggregateError(errors, `the page threw: ${errors.map((e) => e.message).join('; ')}`);
}
