import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { animated, film } from './animation.ts';
import { type DemoPage, freshDemo, openDemo } from './demo-page.ts';

/** Pictures are kept only when asked (`npm run pictures`), so that a test changes no file of the tree. */
const keep = process.env['PICTURES'] === '1';
const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

let browser: Browser;
let service: Awaited<ReturnType<typeof freshDemo>>;
beforeAll(async () => {
  [browser, service] = await Promise.all([openBrowser(), freshDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.drop();
});

function kept(name: string, bytes: Buffer): void {
  if (!keep) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

async function picture(demo: DemoPage, name: string): Promise<void> {
  await demo.page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
  // What slides in has arrived.
  await new Promise((resolve) => setTimeout(resolve, 500));
  kept(`${name}.png`, await demo.page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' }));
}

/** Follows the chip that leads on, to the end of the story. */
async function playStory(demo: DemoPage, pauseMs: number): Promise<void> {
  const next = demo.page.locator('.chip.next');
  for (let step = 0; step < 12; step++) {
    await next.waitFor({ timeout: 15_000 });
    const label = await next.textContent();
    await next.click();
    const moved = async () => (await next.count()) === 0 || (await next.textContent({ timeout: 500 })) !== label;
    await expect.poll(moved).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await expect.poll(() => demo.page.locator('#story li.done').count()).toBe(5);
}

// The same way is played, and judged, in demo.test.ts: here it is only filmed.
test.runIf(keep)(
  'the way of a need as a moving picture of at most 2 MB, 25 seconds long',
  async () => {
    const demo = await openDemo(browser, service.url, {
      viewport: { width: 1280, height: 1000 },
      colorScheme: 'light',
    });
    onTestFinished(() => demo.close());
    await demo.hears('zalo', /./u);
    await demo.hears('telegram', /./u);
    await demo.hears('web', /./u);
    const running = film(demo.page);
    await playStory(demo, 700);
    await demo.chip('telegram', 'sci con han ko');
    await demo.hears('telegram', /Save the Children/u);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const shots = await running.stop();
    const taken = shots.reduce((sum, { ms }) => sum + ms, 0);
    const webp = await animated(browser, shots, { speed: Math.max(1, taken / 22_000), width: 880, quality: 0.6 });
    expect(webp.length).toBeLessThan(2 * 1024 * 1024);
    const frames = webp.toString('latin1').split('ANMF').length - 1;
    expect(frames).toBeGreaterThan(20);
    // What we made is what browsers show.
    const shown = await demo.page.context().newPage();
    await shown.goto('about:blank');
    const width = await shown.evaluate(
      `createImageBitmap(new Blob([Uint8Array.from(atob('${webp.toString('base64')}'), (sign) => sign.charCodeAt(0))], { type: 'image/webp' })).then((picture) => picture.width)`,
    );
    expect(width).toBe(880);
    kept('demo.webp', webp);
  },
  180_000,
);

test.each([
  ['light', 1280, 1000],
  ['dark', 1280, 1000],
  ['light', 360, 740],
  ['dark', 360, 740],
] as const)('the page in the %s at %i px', async (colorScheme, width, height) => {
  const settings = { viewport: { width, height }, colorScheme, deviceScaleFactor: width === 360 ? 2 : 1 };
  const demo = await openDemo(browser, service.url, settings);
  onTestFinished(() => demo.close());
  await demo.hears('zalo', /./u);
  await demo.hears('telegram', /./u);
  await demo.hears('web', /./u);
  expect(await demo.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  await picture(demo, `demo-${width}-${colorScheme}`);
});
