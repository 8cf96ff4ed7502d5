import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { Store } from '../base/database/store.ts';
import type { ClientAddress } from '../base/http/client.ts';
import type { Id } from '../base/ids.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import type { Clock } from '../base/time/clock.ts';
import { readAssets } from '../chat/channels/web/assets.ts';
import { assetRoutes, give } from '../chat/channels/web/page.ts';
import type { WebChannel } from '../chat/channels/web/web.ts';
import type { Kernel } from '../chat/kernel/kernel.ts';
import { buttons } from '../office/needs/texts/say.ts';
import { demoActs } from './acts.ts';
import { caster, chatOf, roles } from './cast.ts';
import { peoplePage } from './people-page.ts';
import { type DemoPlatforms, platformNames } from './platforms.ts';
import { demoStream } from './stream.ts';

interface DemoParts {
  readonly store: Store;
  readonly kernel: Pick<Kernel, 'write' | 'intake'>;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly platforms: DemoPlatforms;
  readonly web: WebChannel;
  readonly webAccount: Id<'account'>;
  readonly publicUrl: string | null;
  readonly address: ClientAddress;
  /** Ends this process as a power cut would; null where nobody would start it again. */
  readonly kill: (() => void) | null;
  readonly undoSeconds: number;
  readonly startedAt: Temporal.Instant;
}

const languages = ['vi', 'en'] as const;

/**
 * `GET /demo` (only in DEMO): three phones side by side, two of the demonstration's platforms and the real web chat, which stands
 * under `/demo/as/<role>` once for each role: there every browser is the role's chat, and nobody's own web chat is touched.
 */
export function demoPage(app: Hono, of: DemoParts): void {
  const assets = readAssets(fileURLToPath(new URL('./page/', import.meta.url)));
  const at = `/demo/a/${assets.hash}`;
  const index = assets.html({
    assets: at,
    undo: String(of.undoSeconds),
    undoLabels: languages.map((lang) => buttons.undo(lang)).join('|'),
    kill: of.kill ? 'yes' : 'no',
  });
  app.get('/demo', (c) => give(c, index, 'no-cache'));
  assetRoutes(app, '/demo/a', assets);

  const stream = demoStream(app, {
    clock: of.clock,
    platforms: of.platforms,
    service: () => ({
      pid: process.pid,
      age: of.clock.now().since(of.startedAt).total('milliseconds'),
      off: platformNames.filter((name) => !of.platforms.isOn(name)),
    }),
  });
  demoActs(app, {
    ...of,
    enter: caster(of),
    origin: of.publicUrl ? new URL(of.publicUrl).origin : null,
    changed: stream.changed,
  });
  for (const role of roles) {
    const phone = new Hono();
    of.web.routes(phone, { at: `/demo/as/${role}`, chat: chatOf(role) });
    app.route(`/demo/as/${role}`, phone);
  }
  peoplePage(app, { ...of, https: of.publicUrl?.startsWith('https:') ?? false, assets: at });
}
