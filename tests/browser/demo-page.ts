import type { Browser, BrowserContextOptions, Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { freshDataFolder } from '../support/data-folder.ts';
import { freePort, type RunningService, startService } from './service.ts';

export type PhoneName = 'zalo' | 'telegram' | 'web';
export type RoleName = 'focal' | 'officer' | 'head' | 'guest';

/** A fresh demonstration, started as `npm start` does. */
export async function freshDemo(): Promise<RunningService & { drop(): Promise<void> }> {
  const { dataDir, drop } = await freshDataFolder();
  const service = await startService(dataDir, await freePort(), 'src/start.ts');
  return {
    ...service,
    async drop() {
      await service.stop();
      await drop();
    },
  };
}

/** The demonstration page in a browser, with what a test does on it. */
export interface DemoPage {
  readonly page: Page;
  phone(name: PhoneName): Locator;
  /** The frame of the web chat. */
  web(): Frame;
  /** Seconds on the page's own stopwatch. */
  seconds(): Promise<number>;
  /** Everything that stands on a phone, the newest last. */
  texts(name: PhoneName): Promise<string[]>;
  /** Waits until the newest message of the bot on a phone fits. */
  hears(name: PhoneName, words: string | RegExp, ms?: number): Promise<void>;
  role(name: PhoneName, role: RoleName): Promise<void>;
  chip(name: PhoneName, label: string): Promise<void>;
  /** Types into a phone, letter by letter. */
  types(name: PhoneName, text: string): Promise<void>;
  /** Closes it. @throws when a script of the page threw, or broke the policy of what may be loaded. */
  close(): Promise<void>;
}

/** Opens the page as somebody does who has just read its address in the terminal. */
export async function openDemo(browser: Browser, url: string, settings: BrowserContextOptions = {}): Promise<DemoPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 960 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...settings,
  });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => {
    if (/content security policy|refused to (?:load|apply|execute)/i.test(message.text())) broken.push(message.text());
  });
  await page.goto(`${url}/demo`);
  const phone = (name: PhoneName) => page.locator(`#column-${name}`);
  const web = () => page.frames().find((frame) => frame.url().includes('/demo/as/'))!;
  const messages = (name: PhoneName, who: string) =>
    name === 'web' ? web().locator(`.message${who} .said`) : phone(name).locator(`.message${who} .said`);
  return {
    page,
    phone,
    web,
    async seconds() {
      const [minutes, seconds] = (await page.locator('#stopwatch').textContent())!.split(':').map(Number);
      return minutes! * 60 + seconds!;
    },
    texts: (name) => messages(name, '').allTextContents(),
    async hears(name, words, ms = 30_000) {
      const last = async () => (await messages(name, '.bot').allTextContents()).at(-1) ?? '';
      await expect.poll(last, { timeout: ms }).toMatch(words);
    },
    role: (name, role) => phone(name).locator(`label[for="role-${name}-${role}"]`).click(),
    chip: (name, label) => phone(name).locator('.chip', { hasText: label }).click(),
    async types(name, text) {
      const box = name === 'web' ? web().locator('#text') : phone(name).getByRole('textbox');
      await box.pressSequentially(text);
      await box.press('Enter');
    },
    async close() {
      await context.close();
      expect(broken).toEqual([]);
    },
  };
}
