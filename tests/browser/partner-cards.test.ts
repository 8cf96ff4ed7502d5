import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/base/database/store.ts';
import { missionView, sampleNow, sampleView } from '../../src/office/partners/card/sample.ts';
import { statusCard } from '../../src/office/partners/texts/card.ts';
import type { PartnerView } from '../../src/office/partners/types.ts';
import { freshStore, type WebSite, webSite } from '../chat/channels/web/web.bench.ts';
import { closePage, openBrowser, phonePage } from '../support/browser.ts';

/** Made anew by `PICTURES=1 npx vitest run --project browser tests/browser/partner-cards.test.ts`; look at them then. */
const remake = process.env['PICTURES'] === '1';
const folder = fileURLToPath(new URL('pictures', import.meta.url));
/** How many of a thousand pixels may differ: fonts are smoothed a little differently from machine to machine. */
const tolerance = 10;

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

const day = (text: string) => Temporal.PlainDate.from(text);
const certificate = (of: Partial<NonNullable<PartnerView['certificate']>>): PartnerView => ({
  ...sampleView,
  request: null,
  certificate: { ...sampleView.certificate!, ...of },
});

/** A card for each state that an officer may meet. */
const cards: Readonly<Record<string, PartnerView>> = {
  valid: certificate({ state: 'valid', expiresOn: day('2027-06-25') }),
  expiring: certificate({ state: 'expiring', expiresOn: day('2027-01-08') }),
  renewing: sampleView,
  expired: certificate({ state: 'expired', expiresOn: day('2026-10-20') }),
  suspended: certificate({ state: 'suspended', since: day('2026-10-28') }),
  'legacy-office': certificate({ state: 'expired', kind: 'project_office_legacy', expiresOn: day('2025-10-19') }),
  none: { ...sampleView, request: null, certificate: null, here: null },
  unknown: certificate({ state: 'unknown', expiresOn: null }),
  mission: missionView,
};

/** How many of a thousand pixels of two pictures differ, as the browser reads them; all where their sizes do. */
const difference = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(`(async () => {
    const pixels = async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context.drawImage(picture, 0, 0);
      return context.getImageData(0, 0, picture.width, picture.height);
    };
    const [a, b] = [await pixels('${one.toString('base64')}'), await pixels('${other.toString('base64')}')];
    if (a.width !== b.width || a.height !== b.height) return 1000;
    let unlike = 0;
    for (let i = 0; i < a.data.length; i += 4) {
      const far = Math.max(...[0, 1, 2].map((c) => Math.abs(a.data[i + c] - b.data[i + c])));
      if (far > 48) unlike++;
    }
    return (1000 * unlike) / (a.width * a.height);
  })()`);

test('a card of each state at phone width looks as it did when it was looked at', async () => {
  const page = await phonePage(browser, { width: 360, deviceScaleFactor: 1, colorScheme: 'light' });
  onTestFinished(() => closePage(page));
  await page.goto(site.url);
  const from = site.kernel.heard.length;
  await page.getByRole('button', { name: /Bắt đầu|Start/ }).click();
  await expect.poll(() => site.kernel.heard.length).toBe(from + 1);
  const { chat } = site.kernel.heard[from]!.chat;
  if (remake) mkdirSync(folder, { recursive: true });
  const seen: Record<string, Buffer> = {};
  for (const [name, view] of Object.entries(cards)) {
    const text = statusCard('vi', view, sampleNow);
    const before = await page.locator('.message.bot .said').count();
    await site.kernel.tell(site.channel, chat, { text });
    await expect.poll(() => page.locator('.message.bot .said').count()).toBe(before + 1);
    await page.evaluate('document.fonts.ready.then(() => {})');
    const shot = await page
      .locator('.message.bot .said')
      .last()
      .screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' });
    seen[name] = shot;
    const file = `${folder}/card-${name}.png`;
    if (remake) writeFileSync(file, shot);
    expect(existsSync(file), `${file} is missing: make it with PICTURES=1 and look at it`).toBe(true);
    expect(await difference(page, readFileSync(file), shot), name).toBeLessThan(tolerance);
  }
  // The comparison tells states apart: otherwise it would prove nothing.
  expect(await difference(page, seen['valid']!, seen['suspended']!)).toBeGreaterThan(tolerance);
  expect(await difference(page, seen['none']!, seen['unknown']!)).toBeGreaterThan(tolerance);
});
