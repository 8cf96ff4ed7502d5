import { randomInt } from 'node:crypto';
import { databaseError, isLost, isPassing } from '../../../base/database/errors.ts';
import type { Store } from '../../../base/database/store.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { Outbound } from '../../messaging/dispatcher.ts';
import type { Settled } from '../../messaging/types.ts';
import type { Reads } from '../../work.ts';
import { DraftMoved, SettledMeanwhile } from './flush.ts';
import { LookFirst } from './turn.ts';
import { ChatGone, type Event, TurnTimeout, type Unit } from './unit.ts';

/** How an event left the unit: settled, or to be tried again after `ms` (its chat waits, others go on). */
export type End = Settled | { readonly again: number };

/** Unlike letters and digits that can be told on the phone. */
const codeLetters = 'ACDEFHJKMNPQRTUVWXY34679';
const parkCode = () => Array.from({ length: 5 }, () => codeLetters[randomInt(codeLetters.length)]).join('');

/** One line about an error for the inbox row and the log: never its parameters. */
export function errorLine(error: unknown): string {
  const of = databaseError(error);
  if (of) return `${of.code} ${of.message}`.slice(0, 500);
  return error instanceof Error
    ? `${error.name}: ${error.message}\n${error.stack?.split('\n').slice(1, 6).join('\n') ?? ''}`.slice(0, 2_000)
    : String(error).slice(0, 500);
}

export interface SettleParts {
  readonly unit: Unit;
  readonly store: Store;
  readonly clock: Clock;
  readonly send: (replies: readonly Outbound[]) => void;
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
  /** After an unclean stop: every event alone, its attempt counted first, until none has been running for `carefulMs`. */
  readonly careful: boolean;
  readonly carefulMs?: number;
  readonly stop: AbortSignal;
}

/** Somebody else was faster, or a restored database forgot a chat: the next try finds how things stand now. */
const isRace = (error: unknown): boolean =>
  error instanceof ChatGone || error instanceof DraftMoved || error instanceof SettledMeanwhile;

/** How often an event may fail alone (by time), or kill its process, before it is parked. */
const most = 3;

/** Takes events through units and says how each ended; knows what to do when a unit fails. */
export class Settling {
  readonly #parts: SettleParts;
  /** How often an event failed by what passes, and how often by its own time: the first must not use up the tries of the second. */
  readonly #passing = new Map<string, number>();
  readonly #slow = new Map<string, number>();
  readonly #counted = new WeakSet<Event>();
  readonly #startedAt: Temporal.Instant;
  #carefulUntil: number | null;

  constructor(parts: SettleParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
    this.#carefulUntil = parts.careful ? parts.clock.monotonic() + (parts.carefulMs ?? 20_000) : null;
  }

  /** Whether events run one by one now. */
  get careful(): boolean {
    if (this.#carefulUntil !== null && this.#parts.clock.monotonic() > this.#carefulUntil) this.#carefulUntil = null;
    return this.#carefulUntil !== null;
  }

  /** Settles events of different chats; `next` is called when more may be settled behind them. Never throws: what can't be settled now is to be tried again. */
  async settle(events: readonly Event[], next?: () => void): Promise<End[]> {
    if (this.careful || events.length === 1) {
      return this.#oneByOne(events);
    }
    try {
      return await this.#ends(events, await this.#parts.unit.run(events, next));
    } catch (error) {
      this.#parts.log({
        level: 'warn',
        what: 'a unit failed and its turns run one by one',
        turns: events.length,
        error: errorLine(error),
      });
      if (isLost(error)) return this.#wait(events);
      return this.#oneByOne(events);
    }
  }

  async #oneByOne(events: readonly Event[]): Promise<End[]> {
    const ends: End[] = [];
    for (const event of events) ends.push(await this.#alone(event));
    return ends;
  }

  async #ends(events: readonly Event[], { ends, replies }: Awaited<ReturnType<Unit['run']>>): Promise<End[]> {
    this.#parts.send(replies);
    return Promise.all(
      ends.map(async (end, at): Promise<End> => {
        if (!(end instanceof LookFirst)) return end;
        return this.#look(events[at]!, end);
      }),
    );
  }

  /** The slow read of a turn, outside the unit; then the turn runs again. A read that fails is the turn's failure. */
  async #look(event: Event, { key, look }: LookFirst): Promise<End> {
    try {
      event.found.set(key, await this.#parts.store.read((reads) => look(reads as unknown as Reads)));
      return { again: 0 };
    } catch (error) {
      return this.#failed(event, error);
    }
  }

  async #alone(event: Event): Promise<End> {
    try {
      if (this.careful) {
        const known = await this.#count(event);
        if (known) return known;
      }
      const [end] = await this.#ends([event], await this.#parts.unit.run([event]));
      if (typeof end === 'string') this.#forget(event);
      return end!;
    } catch (error) {
      if (isLost(error)) return (await this.#wait([event]))[0]!;
      return this.#failed(event, error);
    }
  }

  /** Counts an attempt by a commit of its own, so that a death of the process in the middle of it is remembered. */
  async #count(event: Event): Promise<End | undefined> {
    const { inbound } = event;
    // Once in this process: a slow read or a passing fault brings the event back here without a death in between.
    if (this.#counted.has(event)) return undefined;
    this.#counted.add(event);
    const at = this.#parts.clock.now().toString();
    const [row] = await this.#parts.store.aside(
      (sql) => sql<{ state: string; attempts: number }[]>`
        insert into inbox (account_id, key, at, state, attempts, event)
        values (${inbound.chat.account}, ${inbound.key}, ${at}, 'running', 1, ${JSON.stringify(inbound)}::jsonb)
        on conflict (account_id, key) do update set attempts = inbox.attempts + 1 where inbox.state = 'running'
        returning state, attempts`,
    );
    if (!row) return 'duplicate';
    // While what was sent before this start still comes in; what is new does not keep everybody waiting.
    if (row.attempts > 1 || Temporal.Instant.compare(inbound.sentAt, this.#startedAt) < 0) {
      this.#carefulUntil = Math.max(
        this.#carefulUntil ?? 0,
        this.#parts.clock.monotonic() + (this.#parts.carefulMs ?? 20_000) / 4,
      );
    }
    if (row.attempts > most)
      return this.#park(event, new Error('the process died three times while it worked on this message'));
    return undefined;
  }

  async #failed(event: Event, error: unknown): Promise<End> {
    if (isPassing(error) || isRace(error)) {
      return { again: Math.min(25 * 2 ** this.#again(this.#passing, event), 2_000) * (0.5 + Math.random()) };
    }
    // A statement past its limit is a bug of ours; a turn that ran out of time may only have been unlucky.
    if (error instanceof TurnTimeout && this.#again(this.#slow, event) < most) return { again: 50 };
    return this.#park(event, error);
  }

  async #park(event: Event, error: unknown): Promise<End> {
    const code = parkCode();
    const line = errorLine(error);
    this.#parts.log({ level: 'error', what: 'a message was parked', code, error: line });
    this.#forget(event);
    try {
      try {
        this.#parts.send(await this.#parts.unit.park(event, line, code, true));
      } catch (inner) {
        if (isPassing(inner)) throw inner;
        // Even telling failed by a bug of ours: the message itself is kept all the same.
        this.#parts.log({ level: 'error', what: 'parking told nobody', code, error: errorLine(inner) });
        await this.#parts.unit.park(event, line, code, false);
      }
      return 'parked';
    } catch (inner) {
      this.#parts.log({ level: 'error', what: 'parking waits for the database', code, error: errorLine(inner) });
      return { again: 1_000 };
    }
  }

  /** The database is away: everybody waits until it answers. */
  async #wait(events: readonly Event[]): Promise<End[]> {
    for (let ms = 50; !this.#parts.stop.aborted && !(await this.#parts.store.ping()); ms = Math.min(ms * 2, 2_000)) {
      await this.#parts.clock.sleep(this.#parts.clock.now().add({ milliseconds: ms }), this.#parts.stop);
    }
    return events.map(() => ({ again: 0 }));
  }

  /** Counts one more failure of this kind; gives how many it has been. */
  #again(failures: Map<string, number>, event: Event): number {
    const name = this.#name(event);
    const tries = (failures.get(name) ?? 0) + 1;
    failures.set(name, tries);
    return tries;
  }

  #forget(event: Event): void {
    this.#passing.delete(this.#name(event));
    this.#slow.delete(this.#name(event));
  }

  #name(event: Event): string {
    return `${event.inbound.chat.account} ${event.inbound.key}`;
  }
}
