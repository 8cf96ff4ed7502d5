import { z } from 'zod';
import type { Store } from '../../../base/database/store.ts';
import type { Id } from '../../../base/ids.ts';
import { safeError } from '../../../base/secrets/safe-error.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { Inbound, Intake } from '../../messaging/types.ts';
import type { Client } from './client.ts';
import { type Me, type Read, readUpdate } from './incoming.ts';
import { chatOf, updateShape } from './updates.ts';

export interface ArrivalsParts {
  readonly account: Id<'account'>;
  readonly client: Client;
  readonly clock: Clock;
  readonly store: Store;
  /** What was sent a moment ago and its row does not know yet. */
  readonly sentAs: (chat: string, ref: string) => string | undefined;
  /** The bot's own name, once Telegram has told it. */
  readonly me: () => Promise<Me>;
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
}

/** "typing…" is shown where an answer takes longer than this. */
const slowMs = 1_000;
/** A reply or a reaction is looked up among this many of the chat's last messages of ours. */
const lookBack = 300;

/** Takes one update after the other to its end, whichever way it came. */
export class Arrivals {
  readonly #of: ArrivalsParts;
  /** By chat: when its last update has been handed in. Reading may ask the database, and a later update must not overtake meanwhile. */
  readonly #last = new Map<string, Promise<void>>();

  constructor(of: ArrivalsParts) {
    this.#of = of;
  }

  /**
   * Ends when the update has been worked on and may be acknowledged. An update that we can't read is settled too: its sender is told.
   * @throws when it was not settled (the service stops, the bot's name is not known yet): Telegram brings it again.
   */
  async settle(update: unknown, intake: Intake): Promise<void> {
    const chat = chatOf(update);
    let work: Promise<void> = Promise.resolve();
    const entered = (this.#last.get(chat) ?? Promise.resolve()).then(async () => {
      const read = await this.#read(update);
      work = this.#work(read, intake);
      work.catch(() => {});
    });
    const last = entered.catch(() => {});
    this.#last.set(chat, last);
    void last.then(() => this.#last.get(chat) === last && this.#last.delete(chat));
    await entered;
    await work;
  }

  async #work({ press, moved, inbound }: Read, intake: Intake): Promise<void> {
    // First and without waiting: an answer that comes late fails with "query is too old".
    if (press !== undefined) this.#besides('answerCallbackQuery', this.#of.client.answerCbQuery(press));
    if (moved) await moveChat(this.#of.store, this.#of.account, moved.from, moved.to);
    if (inbound) await this.#showingTyping(inbound, intake.settle([inbound]));
  }

  async #read(update: unknown): Promise<Read> {
    const { account, clock, me, log } = this.#of;
    const shaped = updateShape.safeParse(update);
    if (!shaped.success) {
      const kind = Object.keys(update as object).find((name) => name !== 'update_id');
      const where = shaped.error.issues[0]?.path.join('.');
      log({ level: 'warn', what: 'an update of Telegram has another shape than it should', kind, where });
      return unreadable(update, account, clock.now());
    }
    return readUpdate(shaped.data, {
      account,
      me: await me(),
      now: clock.now(),
      messageOf: async (chat, ref) => this.#of.sentAs(chat, ref) ?? messageOf(this.#of.store, account, chat, ref),
    });
  }

  /** Looks after a call that nobody waits for. */
  #besides(what: string, call: Promise<unknown>): void {
    call.catch((error: unknown) =>
      this.#of.log({ level: 'info', what: `${what} failed, which harms nobody`, error: safeError(error).message }),
    );
  }

  async #showingTyping(inbound: Inbound, settled: Promise<unknown>): Promise<void> {
    const slow = setTimeout(
      () => this.#besides('sendChatAction', this.#of.client.sendChatAction(inbound.chat.chat, 'typing')),
      slowMs,
    );
    try {
      await settled;
    } finally {
      clearTimeout(slow);
    }
  }
}

/** A message that can't be read becomes one of an unknown kind, so that its sender is not left without an answer. */
function unreadable(update: unknown, account: Id<'account'>, now: Temporal.Instant): Read {
  const read = z
    .object({
      update_id: z.int(),
      message: z.object({
        chat: z.object({ id: z.int(), type: z.literal('private') }),
        from: z.object({ id: z.int(), is_bot: z.literal(false).optional() }),
      }),
    })
    .safeParse(update);
  if (!read.success) return {};
  const { update_id, message } = read.data;
  return {
    inbound: {
      key: `update:${update_id}`,
      chat: { account, chat: String(message.chat.id), kind: 'private' },
      from: { external: String(message.from.id) },
      sentAt: now,
      input: { kind: 'unsupported', what: 'unknown' },
    },
  };
}

async function messageOf(store: Store, account: Id<'account'>, chat: string, ref: string): Promise<string | null> {
  const [row] = await store.aside(
    (sql) => sql<{ id: string }[]>`
      select last.id from (
        select m.id, m.seq from message m join chat c on c.id = m.chat_id
        where c.account_id = ${account} and c.external = ${chat} and m.direction = 'out' order by m.seq desc limit ${lookBack}) last
      join delivery d on d.message_id = last.id where d.ref = ${ref} order by last.seq desc limit 1`,
  );
  return row?.id ?? null;
}

/** A group became a supergroup: it has another id from now on, and keeps its dialogue. */
export async function moveChat(store: Store, account: Id<'account'>, from: string, to: string): Promise<void> {
  await store.aside(
    (sql) => sql`
      update chat set external = ${to} where account_id = ${account} and external = ${from}
        and not exists (select from chat where account_id = ${account} and external = ${to})`,
  );
}
