import { test } from 'vitest';
import { readFileSync, appendFileSync } from 'node:fs';
import { openBrowser } from './support/browser.ts';
import { openDemo } from './browser/demo-page.ts';
test('try', async () => {
  const browser = await openBrowser();
  const demo = await openDemo(browser, 'http://127.0.0.1:4477');
  const out = (s: string) => appendFileSync('/tmp/try.out', s + '\n');
  for (const line of readFileSync('/tmp/try.in', 'utf8').split('\n').filter(Boolean)) {
    const [phone, what, rest] = [line.split(' ')[0] as never, line.split(' ')[1]!, line.split(' ').slice(2).join(' ')];
    if (what === 'role') { await demo.role(phone, rest as never); await new Promise(r => setTimeout(r, 1500)); out(`--- ${phone} is ${rest}`); continue; }
    const before = (await demo.texts(phone)).length;
    await demo.types(phone, rest);
    let n = 0; let last = -1;
    for (let i = 0; i < 40; i++) { await new Promise(r => setTimeout(r, 250)); const l = (await demo.texts(phone)).length; if (l > before + 1 && l === last && ++n > 2) break; last = l; }
    const texts = await demo.texts(phone);
    out(`\n>> [${phone}] ${rest}`);
    for (const t of texts.slice(before + 1)) out(t);
    const box = phone === ('web' as never) ? demo.web().locator('button.option, .buttons button') : demo.phone(phone).locator('.buttons button, .keys button, .keyboard button');
    const labels = await box.allTextContents().catch(() => []);
    out('   [' + labels.slice(-8).join('] [') + ']');
  }
  await demo.close(); await browser.close();
}, 600_000);
