import { isPassing } from '../../base/database/errors.ts';
import type { Store } from '../../base/database/store.ts';
import type { Id } from '../../base/ids.ts';
import type { Clock } from '../../base/time/clock.ts';
import { bulkSlot } from './bulk.ts';
import { type Mark, Marks } from './marks.ts';
import { replacedId } from './slots.ts';
import type { Channel, ChatKey, Outcome, ReadyFile, Say } from './types.ts';

/** A message that is written and may be sent: it is leased to this process. */
export interface Outbound {
  readonly id: Id<'message'>;
  readonly seq: string;
  readonly at: Temporal.Instant;
  readonly chat: Id<'chat'>;
  readonly key: ChatKey;
  readonly say: Say;
  /** Set when it carries a notice: how it ended decides what becomes of that. */
  readonly notice: Id<'notice'> | null;
  readonly ifUnknown?: 'resend' | 'report';
  /** A question that was answered before this is sent: its buttons are taken off. */
  readonly answered?: Id<'message'>;
}

export interface DispatcherParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly channel: (account: Id<'account'>) => Channel | undefined;
  readonly files: (ids: readonly Id<'file'>[]) => Promise<ReadyFile[]>;
  /** Whether a failure of this code is worth another try on the same chat. */
  readonly retries: (why: string) => boolean;
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
  /** What became of notices, once it is written. */
  readonly noticed: (ends: readonly { notice: Id<'notice'>; chat: Id<'chat'>; outcome: Outcome }[]) => Promise<void>;
}

/** How often one message is tried on one chat before it counts as failed, or its fate as unknown. */
const mostTries = 5;
const mostRefs = 5_000;
const backoffMs = (tries: number) => Math.min(500 * 2 ** (tries - 1), 30_000);

/**
 * Brings written messages to their platforms: in order within a chat, chats beside each other, with what each platform answered
 * written down before the next is tried. Nothing is decided in memory that a restart would not find in the rows.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #marks: Marks;
  readonly #chains = new Map<Id<'chat'>, Outbound[]>();
  /** Accounts that the platform told to wait, until when. */
  readonly #paused = new Map<Id<'account'>, Temporal.Instant>();
  readonly #ends = new Map<Id<'message'>, { notice: Id<'notice'>; chat: Id<'chat'>; outcome: Outcome }>();
  /** What was sent last, by the platforms' names: a question is mostly answered soon. */
  readonly #refs = new Map<Id<'message'>, string>();
  readonly #stop = new AbortController();

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.#marks = new Marks(parts.store, parts.clock, (marks) => this.#written(marks));
  }

  /** Sends these; each chat's in the order given. */
  send(messages: readonly Outbound[]): void {
    for (const message of messages) {
      const chain = this.#chains.get(message.chat);
      if (chain) chain.push(message);
      else {
        this.#chains.set(message.chat, [message]);
        void this.#drain(message.chat);
      }
    }
  }

  /** Messages that this process has in hand, those included that are sent and only not marked yet. */
  inHand(): ReadonlySet<string> {
    const chained = [...this.#chains.values()].flatMap((chain) => chain.map((m): string => m.id));
    return new Set([...chained, ...this.#marks.unwritten()]);
  }

  /** How many notices are being sent. */
  get notices(): number {
    let count = 0;
    for (const chain of this.#chains.values()) for (const message of chain) if (message.notice) count += 1;
    return count;
  }

  /** What is being sent or waits to be marked. */
  get depth(): number {
    let depth = this.#marks.depth;
    for (const chain of this.#chains.values()) depth += chain.length;
    return depth;
  }

  /** What another process was told by the platform holds for this one too. */
  pause(account: Id<'account'>, until: Temporal.Instant): void {
    this.#paused.set(account, until);
  }

  /** Finishes what is being sent, for at most `ms`; the rest stays in its rows and is taken up by the next start. */
  async stop(ms: number): Promise<void> {
    const until = this.#parts.clock.monotonic() + ms;
    while (this.depth > 0 && this.#parts.clock.monotonic() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
    this.#stop.abort();
    await this.#marks.drained(Math.max(200, until - this.#parts.clock.monotonic()));
  }

  async #drain(chat: Id<'chat'>): Promise<void> {
    const chain = this.#chains.get(chat)!;
    for (let message = chain[0]; message && !this.#stop.signal.aborted; message = chain[0]) {
      try {
        await this.#bring(message);
      } catch (error) {
        if (isPassing(error)) {
          // The database is away while a file is read or a pause is noted: the message waits for it.
          await this.#parts.clock.sleep(this.#parts.clock.now().add({ milliseconds: 500 }), this.#stop.signal);
          continue;
        }
        // A bug in a channel: the row says so, the chain goes on.
        this.#parts.log({ level: 'error', what: 'a send broke', error: String(error) });
        this.#end(message, { end: 'failed', why: 'own_fault' });
      }
      chain.shift();
    }
    if (chain.length === 0) this.#chains.delete(chat);
  }

  async #bring(message: Outbound): Promise<void> {
    const { clock } = this.#parts;
    const channel = this.#parts.channel(message.key.account);
    if (!channel) return this.#end(message, { end: 'failed', why: 'no_channel' });
    const files = message.say.files?.length ? await this.#parts.files(message.say.files) : [];
    const replaces =
      message.say.slot && channel.can(message.key.account).edit
        ? await this.#replaced(message).catch(() => undefined)
        : undefined;
    for (let tries = 1; ; tries++) {
      const paused = this.#paused.get(message.key.account);
      if (paused && Temporal.Instant.compare(clock.now(), paused) < 0) await clock.sleep(paused, this.#stop.signal);
      const { bulk } = channel.can(message.key.account);
      if (message.notice && bulk !== undefined) {
        await clock.sleep(await bulkSlot(this.#parts.store, message.key.account, bulk, clock.now()), this.#stop.signal);
      }
      if (this.#stop.signal.aborted) return;
      const outcome = await channel
        .send(message.key, { id: message.id, seq: message.seq, at: message.at, say: message.say, files }, replaces)
        .catch((error: unknown): Outcome => {
          this.#parts.log({ level: 'error', what: 'a channel threw', channel: channel.name, error: String(error) });
          return { end: 'unknown', why: 'own_fault' };
        });
      if (outcome.end === 'wait') {
        if (outcome.scope === 'account') await this.#pauseAll(message.key.account, outcome.until);
        else await clock.sleep(outcome.until, this.#stop.signal);
        tries--;
        continue;
      }
      const again =
        (outcome.end === 'unknown' && message.ifUnknown !== 'report') ||
        (outcome.end === 'failed' && this.#parts.retries(outcome.why));
      if (outcome.end === 'sent' && message.answered)
        void this.#strip(channel, message.key, message.answered, outcome.ref);
      if (!again || tries >= mostTries) return this.#end(message, outcome);
      this.#marks.add({
        message: message.id,
        state: 'sending',
        why: outcome.why,
        at: clock.now(),
        unknown: outcome.end === 'unknown',
      });
      await clock.sleep(clock.now().add({ milliseconds: backoffMs(tries) }), this.#stop.signal);
    }
  }

  #end(message: Outbound, outcome: Exclude<Outcome, { end: 'wait' }>): void {
    if (message.notice) this.#ends.set(message.id, { notice: message.notice, chat: message.chat, outcome });
    const at = this.#parts.clock.now();
    if (outcome.end === 'sent') {
      if (outcome.ref) {
        if (this.#refs.size >= mostRefs) this.#refs.clear();
        this.#refs.set(message.id, outcome.ref);
      }
      this.#marks.add({
        message: message.id,
        state: 'sent',
        ref: outcome.ref,
        at,
        ...(outcome.billed === undefined ? {} : { billed: outcome.billed }),
      });
      return;
    }
    this.#parts.log({ level: 'warn', what: 'a message was not brought', why: outcome.why, end: outcome.end });
    this.#marks.add({
      message: message.id,
      state: outcome.end === 'unknown' ? 'unknown' : 'failed',
      why: outcome.why,
      at,
      unknown: outcome.end === 'unknown',
    });
    if (outcome.end === 'unreachable') {
      void this.#parts.store
        .aside(
          (sql) =>
            sql`update chat set unreachable_since = ${at.toString()} where id = ${message.chat} and unreachable_since is null`,
        )
        .catch((error) =>
          this.#parts.log({ level: 'error', what: 'an unreachable chat was not marked', error: String(error) }),
        );
    }
  }

  async #written(marks: readonly Mark[]): Promise<void> {
    const ends = marks.flatMap((m) => {
      const end = m.state === 'sending' ? undefined : this.#ends.get(m.message);
      if (end) this.#ends.delete(m.message);
      return end ? [end] : [];
    });
    if (ends.length > 0) await this.#parts.noticed(ends);
  }

  /** The platform said "wait" to the whole account: written down, so that all processes obey. */
  async #pauseAll(account: Id<'account'>, until: Temporal.Instant): Promise<void> {
    this.#paused.set(account, until);
    await this.#parts.store.aside(
      (sql) => sql`update account set paused_until = ${until.toString()} where id = ${account}`,
    );
  }

  /** Takes the buttons off a question that was answered, unless the answer stands in its place. */
  async #strip(channel: Channel, to: ChatKey, question: Id<'message'>, ref: string): Promise<void> {
    if (!channel.strip) return;
    try {
      // A quick answer may come before the question's own mark is written.
      for (let tries = 0; tries < 4 && !this.#stop.signal.aborted; tries++) {
        if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 150));
        const asked = this.#refs.get(question) ?? (await this.#refOf(question));
        if (!asked) continue;
        if (asked !== ref) await channel.strip(to, asked);
        return;
      }
    } catch (error) {
      // Buttons that stay on do no harm: pressed, they say how things stand.
      this.#parts.log({ level: 'info', what: 'the buttons of an answered question stayed on', error: String(error) });
    }
  }

  async #refOf(message: Id<'message'>): Promise<string | null | undefined> {
    const [row] = await this.#parts.store.aside(
      (sql) => sql<{ ref: string | null }[]>`select ref from delivery where message_id = ${message}`,
    );
    return row?.ref;
  }

  /** The platform's reference of the message whose place this one takes. */
  async #replaced(message: Outbound): Promise<string | undefined> {
    const [old] = await this.#parts.store.aside(
      (sql) => sql<{ ref: string | null }[]>`
        select d.ref from message m join delivery d on d.message_id = ${replacedId(sql)} where m.id = ${message.id}`,
    );
    return old?.ref ?? undefined;
  }
}
