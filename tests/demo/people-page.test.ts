import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Store } from '../../src/base/database/store.ts';
import { newId } from '../../src/base/ids.ts';
import { peoplePage } from '../../src/demo/people-page.ts';

const id = newId<'person'>(1_790_000_000_000);
const person = { id, name: 'Thào A Sếnh', position: null, unit: 'UBND xã Co Mạ', role: 'focal_point' };

/** The page over a store that knows one person. */
function page(https: boolean): Hono {
  const app = new Hono();
  peoplePage(app, {
    store: { aside: async () => [person] } as unknown as Store,
    kernel: { write: (async () => ({ ok: true, code: 'K7M4PX9R' })) as never },
    keys: {} as never,
    https,
    assets: '/demo/a/x',
  });
  return app;
}

test.each([
  [true, '__Host-nhip-cau', true],
  [false, 'nhip-cau', false],
])('by https (%s) the chat that this browser was is signed out by its own cookie', async (https, name, secure) => {
  const answer = await page(https).request(`/demo/people/${id}`, { method: 'POST' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/vao/K7M4PX9R']);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(new RegExp(`^${name}=;.*Max-Age=0`));
  expect(cookie).toContain('Path=/');
  // Browsers refuse a cookie of this prefix, its end included, that is not Secure.
  expect(/; Secure/.test(cookie)).toBe(secure);
});

test('another site’s form, and a person who is not there, get nothing', async () => {
  const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
  expect((await page(true).request(`/demo/people/${id}`, foreign)).status).toBe(404);
  expect((await page(true).request(`/demo/people/${newId(1)}`, { method: 'POST' })).status).toBe(404);
  expect((await page(true).request('/demo/people/x', { method: 'POST' })).status).toBe(404);
  expect(await (await page(true).request('/demo/people')).text()).toContain('Thào A Sếnh');
});
