import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { closePage, openBrowser, phonePage } from '../support/browser.ts';
import { freshDataFolder } from '../support/data-folder.ts';
import { freePort, startService } from './service.ts';

/** How it went. */
export interface Killed {
  readonly kills: number;
  readonly messages: number;
  readonly seconds: number;
}

/** What is on the page: who said it, and what. */
const shown = (page: Page): Promise<{ me: string[]; bot: number }> =>
  page.evaluate(`({
    me: [...document.querySelectorAll('#log .message.me .said')].map((one) => one.textContent),
    bot: document.querySelectorAll('#log .message.bot').length,
  })`);

/**
 * Somebody types in a browser, a message a second whether the service is there or not, while it is killed and started again. In the end
 * each message stands on the page once, in the order in which it was typed, with one answer to each; and so it does for a page that is opened anew.
 */
export async function typeWhileKilled(of: { kills: number; messages: number }): Promise<Killed> {
  const since = performance.now();
  const { dataDir, drop } = await freshDataFolder();
  const port = await freePort();
  const [browser, first] = await Promise.all([openBrowser(), startService(dataDir, port)]);
  let service = first;
  try {
    const page = await phonePage(browser, { width: 360 });
    await page.goto(service.url);
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.locator('.message.bot').first().waitFor();

    const typed = Array.from({ length: of.messages }, (_, at) => `hạn nộp là ngày nào (${at + 1})`);
    let typing = true;
    let kills = 0;
    const killing = (async () => {
      for (; kills < of.kills; kills++) {
        // At any moment of a turn: while it is written, while its answer is on the way, while nothing happens.
        await page.waitForTimeout(200 + Math.random() * 1_500);
        await service.kill();
        service = await startService(dataDir, port);
      }
    })();
    const saying = (async () => {
      for (const text of typed) {
        await page.getByRole('textbox').fill(text);
        await page.getByRole('button', { name: 'Gửi', exact: true }).click();
        await page.waitForTimeout(700 + Math.random() * 600);
      }
      typing = false;
    })();
    await Promise.all([killing, saying]);
    expect(typing).toBe(false);

    const all = { me: typed, bot: typed.length + 1 };
    // What piled up while the service was away goes out no faster than it is worked on.
    const patience = 60_000 + typed.length * 2_000;
    await expect.poll(() => page.locator('#waiting li').count(), { timeout: patience }).toBe(0);
    await expect.poll(() => shown(page), { timeout: 30_000 }).toEqual(all);
    const again = await page.context().newPage();
    await again.goto(service.url);
    await again.locator('.message').first().waitFor();
    await expect
      .poll(
        async () => {
          const older = again.locator('#older');
          if (await older.isVisible()) await older.click();
          return shown(again);
        },
        { timeout: 30_000 },
      )
      .toEqual(all);
    await closePage(page);
    return { kills, messages: typed.length, seconds: Math.round((performance.now() - since) / 1000) };
  } finally {
    await browser.close();
    await service.stop();
    await drop();
  }
}
