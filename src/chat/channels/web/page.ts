import type { Context, Hono } from 'hono';
import { type Asset, type Assets, readAssets } from './assets.ts';
import type { Sessions } from './session.ts';

/** `at`: where `app` itself is mounted. `GET /` and `GET /vao/<code>` (an invitation): the page. `GET /web/a/<hash>/…`: what it loads. */
export function pageRoutes(
  app: Hono,
  of: { readonly sessions: Sessions; readonly assets?: Assets; readonly at?: string },
): void {
  const assets = of.assets ?? readAssets();
  const html = assets.html({ assets: `${of.at ?? ''}/web/a/${assets.hash}` });

  const page = (c: Context) => {
    of.sessions.openFor(c);
    c.header('vary', 'accept-encoding');
    return give(c, html, 'no-cache');
  };
  app.get('/', page);
  // The page itself hands the code in and takes it out of the address: a visit by a link preview uses nothing up.
  app.get('/vao/:code', page);

  assetRoutes(app, '/web/a', assets);
}

/** `GET <at>/<hash>/…`: what a page loads. */
export function assetRoutes(app: Hono, at: string, assets: Assets): void {
  app.get(`${at}/:hash/:path{.+}`, (c) => {
    const file = assets.files.get(c.req.param('path'));
    if (!file) return c.notFound();
    c.header('vary', 'accept-encoding');
    // A page from before an upgrade may still ask for its own version: it gets ours, but must not keep it.
    const same = c.req.param('hash') === assets.hash;
    return give(c, file, same ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
}

/** Answers with a file of a page; `cache` as the header says it. */
export function give(c: Context, asset: Asset, cache: string): Response {
  c.header('etag', asset.etag);
  c.header('cache-control', cache);
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
  c.header('content-type', asset.type);
  const gzip = asset.gzip && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? asset.gzip : null;
  if (gzip) c.header('content-encoding', 'gzip');
  return c.body(gzip ?? asset.bytes);
}
