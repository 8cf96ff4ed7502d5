import { randomBytes } from 'node:crypto';
import { type Actor, guest } from '../../src/base/access/access.ts';
import type { Store } from '../../src/base/database/store.ts';
import { type Id, newId } from '../../src/base/ids.ts';
import { enterRun } from '../../src/base/runs/runs.ts';
import { keyring } from '../../src/base/secrets/keyring.ts';
import { failureOf } from '../../src/chat/channels/failures.ts';
import type { Ports, Slice } from '../../src/chat/dialogue/types.ts';
import { auditAppender } from '../../src/chat/kernel/audit.ts';
import { type Kernel, type KernelParts, kernel } from '../../src/chat/kernel/kernel.ts';
import { plain } from '../../src/chat/messaging/rich-text.ts';
import type { Channel, Inbound, Outcome, Outgoing, Settled } from '../../src/chat/messaging/types.ts';
import { vocabulary } from '../../src/language/index.ts';
import { type FakeClock, fakeClock } from './clock.ts';
import { drained } from './drained.ts';

/** A channel that keeps what it was given to send; `outcome` may be changed to make it fail. */
export interface RecordingChannel extends Channel {
  readonly sent: { chat: string; what: Outgoing; replaces: string | undefined }[];
  outcome: (chat: string, what: Outgoing) => Outcome | Promise<Outcome>;
}

export function recordingChannel(): RecordingChannel {
  const sent: RecordingChannel['sent'] = [];
  const channel: RecordingChannel = {
    name: 'telegram',
    sent,
    outcome: (_, what) => ({ end: 'sent', ref: what.id }),
    can: () => ({ edit: true, buttons: 100, text: 4096, files: ['*/*'], fileBytes: 50_000_000 }),
    async send(to, what, replaces) {
      sent.push({ chat: to.chat, what, replaces });
      return channel.outcome(to.chat, what);
    },
    async *fetch() {},
    state: () => ({ ok: true, since: Temporal.Instant.fromEpochMilliseconds(0), says: 'recording' }),
  };
  return channel;
}

/** A kernel for tests: real database, real units; a recording channel, a fake clock, and people as plain data. */
export interface TestKernel {
  readonly kernel: Kernel;
  readonly clock: FakeClock;
  readonly channel: RecordingChannel;
  readonly account: Id<'account'>;
  readonly log: { level: string; what: string; [more: string]: unknown }[];
  /** Who is behind a chat; guests where nothing is set. */
  readonly people: Map<string, Actor>;
  /** Sends an event and waits until it is settled. */
  event(chat: string, input: Inbound['input'], also?: Partial<Inbound>): Promise<Settled>;
  /** Types a text; gives what was answered, once it is sent. */
  say(chat: string, text: string): Promise<string[]>;
  /** Presses the button with this label on the chat's last message that has one. */
  press(chat: string, label: string): Promise<string[]>;
  /** The texts sent to a chat so far. */
  read(chat: string): string[];
  stop(): Promise<void>;
}

let keys = 0;

export async function testKernel(
  store: Store,
  slices: readonly Slice[],
  also: Omit<Partial<KernelParts>, 'ports'> & { ports?: Partial<Ports> } = {},
): Promise<TestKernel> {
  const clock = (also.clock as FakeClock | undefined) ?? fakeClock();
  const channel = recordingChannel();
  const people = new Map<string, Actor>();
  const log: TestKernel['log'] = [];
  const words = vocabulary({ places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: [] });
  const account = await store.aside(async (sql) => {
    const id = newId<'account'>(clock.now().epochMilliseconds);
    const [row] = await sql<{ id: Id<'account'> }[]>`
      insert into account (id, channel, name, created_at) values (${id}, 'telegram', 'test', ${clock.now().toString()})
      on conflict (channel, name) do update set name = excluded.name returning id`;
    return row!.id;
  });
  const ports: Ports = {
    identify: async (_, who) => who.map(({ external }) => ({ actor: people.get(external) ?? guest, until: null })),
    gate: () => 'pass',
    helper: async () => ({ name: 'chị Hà', phone: '0212 3xxx xxx' }),
    vocabulary: () => words,
    wish: () => null,
    keepUnclear: async () => {},
    meant: async () => {},
    undelivered: async () => {},
    parked: async () => {},
    ...also.ports,
  };
  const runs = also.runs ?? (await enterRun(store, clock));
  const made = kernel({
    store,
    slices,
    runs,
    channel: () => channel,
    files: async () => [],
    retries: (why) => failureOf(why).retry === 'later',
    audit: auditAppender(keyring(randomBytes(32))),
    undoSeconds: 120,
    log: (line) => {
      log.push(line);
      if (process.env['SHOW_LOG']) console.log(line);
    },
    perMinute: 100_000,
    ...also,
    clock,
    ports,
  });
  const settledSends = async () => {
    await drained(made);
  };
  const test: TestKernel = {
    kernel: made,
    clock,
    channel,
    account,
    log,
    people,
    async event(chat, input, more = {}) {
      const [end] = await made.intake.settle([
        {
          key: `k${++keys}`,
          chat: { account, chat, kind: 'private' },
          from: { external: chat },
          sentAt: clock.now(),
          input,
          ...more,
        },
      ]);
      await settledSends();
      return end!;
    },
    async say(chat, text) {
      const before = channel.sent.length;
      await test.event(chat, { kind: 'text', text });
      return channel.sent
        .slice(before)
        .filter((s) => s.chat === chat)
        .map((s) => plain(s.what.say.text));
    },
    async press(chat, label) {
      const on = channel.sent.findLast(
        (s) => s.chat === chat && s.what.say.buttons?.flat().some((b) => b.label === label),
      );
      if (!on) throw new Error(`no message in ${chat} has a button “${label}”`);
      const before = channel.sent.length;
      const button = on.what.say.buttons!.flat().findIndex((b) => b.label === label);
      await test.event(chat, { kind: 'press', message: on.what.id, button });
      return channel.sent
        .slice(before)
        .filter((s) => s.chat === chat)
        .map((s) => plain(s.what.say.text));
    },
    read: (chat) => channel.sent.filter((s) => s.chat === chat).map((s) => plain(s.what.say.text)),
    async stop() {
      await made.stop(1_000);
      if (!also.runs) await runs.stop();
    },
  };
  return test;
}
