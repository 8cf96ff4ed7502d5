import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { openStore, type Store } from '../../../../src/base/database/store.ts';
import { openFile } from '../../../../src/base/files/store.ts';
import { securityHeaders } from '../../../../src/base/http/headers.ts';
import { type Listening, listen } from '../../../../src/base/http/listen.ts';
import { answerErrors, Refusal } from '../../../../src/base/http/refusal.ts';
import { type Id, newId } from '../../../../src/base/ids.ts';
import { keyring } from '../../../../src/base/secrets/keyring.ts';
import { type Clock, systemClock } from '../../../../src/base/time/clock.ts';
import type { WebFiles } from '../../../../src/chat/channels/web/files.ts';
import { type WebChannel, type WebChannelOptions, webChannel } from '../../../../src/chat/channels/web/web.ts';
import type { Intake } from '../../../../src/chat/messaging/types.ts';
import { keepFile } from '../../../../src/office/attachments/keep.ts';
import { type FakeKernel, fakeKernel } from '../../../support/drivers/fake-kernel.ts';
import { type WebDriver, webDriver } from '../../../support/drivers/web-driver.ts';
import type { Bench } from '../contract.ts';

/** A database of a test file's own. */
export async function freshStore(): Promise<{ store: Store; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nhip-cau-web-'));
  const store = await openStore({ dataDir }, systemClock.now());
  return {
    store,
    async close() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Files as the service keeps them. */
export function filesOf(store: Store, clock: Clock): WebFiles {
  return {
    find: (id) => openFile((work) => store.aside(work), id),
    async put({ name, bytes }) {
      const kept = await keepFile({ store, clock }, { name, bytes, by: null });
      if (!kept.ok) throw new Refusal(422, `file_${kept.why}`, kept.says);
      return kept;
    },
  };
}

/** The web chat over real HTTP, with a kernel that believes everything. */
export interface WebSite {
  readonly url: string;
  readonly account: Id<'account'>;
  readonly channel: WebChannel;
  readonly kernel: FakeKernel;
  readonly intakeRef: { current: Intake | null };
  readonly server: Listening;
  readonly bugs: unknown[];
  person(cookie?: string): Promise<WebDriver>;
  close(): Promise<void>;
}

const secret = new Uint8Array(32).fill(7);

/** Opens a site. Two with the same `account` on one store are two processes of one service. */
export async function webSite(
  store: Store,
  more: Partial<WebChannelOptions> & { kernel?: FakeKernel; port?: number } = {},
): Promise<WebSite> {
  const clock: Clock = more.clock ?? systemClock;
  const account = more.account ?? newId<'account'>(clock.now().epochMilliseconds);
  const kernel = more.kernel ?? fakeKernel({ account, clock, store });
  const intakeRef: { current: Intake | null } = { current: kernel };
  const keys = keyring(secret);
  const bugs: unknown[] = [];
  const channel = webChannel({
    store,
    clock,
    sign: keys.sign,
    verify: keys.verify,
    intakeRef,
    files: filesOf(store, clock),
    broken: (error) => bugs.push(error),
    ...more,
    account,
  });
  const app = new Hono();
  answerErrors(app, (error) => bugs.push(error));
  app.use(securityHeaders({ https: false }));
  channel.routes(app);
  const server = await listen({ app, host: '127.0.0.1', port: more.port ?? 0 });
  return {
    url: server.url,
    account,
    channel,
    kernel,
    intakeRef,
    server,
    bugs,
    person: (cookie) => webDriver(server.url, cookie),
    async close() {
      channel.stop();
      await server.stop(3_000);
    },
  };
}

/** The bench of the contract for the web chat. */
export async function webBench(): Promise<Bench> {
  const { store, close } = await freshStore();
  const site = await webSite(store);
  return {
    channel: site.channel,
    account: site.account,
    kernel: site.kernel,
    pressedAs: 'press',
    person: () => site.person(),
    async twice(driver, act) {
      await act();
      // The page did not get the answer and sends the same again.
      const again = site.kernel.heard.findLast(({ chat }) => chat.chat === driver.chat)!;
      if (again.input.kind !== 'text') throw new Error('only texts are repeated here');
      const key = again.key.slice(again.key.indexOf(':') + 1);
      await (driver as WebDriver).post({ kind: 'text', text: again.input.text, key });
    },
    async close() {
      await site.close();
      await close();
    },
  };
}
