import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage, openBrowser, phonePage } from '../support/browser.ts';

const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Nhịp Cầu</title><style>body{font:16px "Be Vietnam Pro"} b{font-weight:700}</style>
<p id="name">Đề nghị hỗ trợ nước sạch ở xã <b>Púng Bánh</b></p><p id="news"></p>
<script>
new EventSource('/news').onmessage = ({ data }) => { document.querySelector('#news').textContent = data; };
</script>`;

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url !== '/news') return response.setHeader('content-type', 'text/html').end(html);
    response.setHeader('content-type', 'text/event-stream');
    return response.write('data: Đã nhận\n\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

test('a phone shows a page, hears events and draws Vietnamese letters', async () => {
  const phone = await phonePage(browser, { width: 360 });
  await phone.goto(address);
  await expect.poll(() => phone.locator('#news').textContent()).toBe('Đã nhận');
  expect(await phone.locator('#name').textContent()).toContain('Púng Bánh');
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await phone.evaluate(`document.fonts.check('16px "Be Vietnam Pro"', 'ằỗựỹ')`)).toBe(true);
  const picture = await phone.screenshot();
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  await closePage(phone);
});

test('two phones do not share what they store', async () => {
  const [one, two] = await Promise.all([phonePage(browser, { width: 360 }), phonePage(browser, { width: 412 })]);
  await Promise.all([one.goto(address), two.goto(address)]);
  await one.evaluate(`localStorage.setItem('name', 'Lò Văn Minh')`);
  expect(await two.evaluate(`localStorage.getItem('name')`)).toBeNull();
  await closePage(one);
  await closePage(two);
});

test('nothing is loaded from elsewhere, and an error of the page is an error of the test', async () => {
  const phone = await phonePage(browser, { width: 360 });
  await phone.goto(address);
  expect(await phone.evaluate(`fetch('https://example.com/').then(() => 'loaded', () => 'refused')`)).toBe('refused');
  await phone.evaluate(`setTimeout(() => { throw new Error('broken script'); })`);
  await phone.evaluate('new Promise((resolve) => setTimeout(resolve, 20))');
  await expect(closePage(phone)).rejects.toThrow('broken script');
});
