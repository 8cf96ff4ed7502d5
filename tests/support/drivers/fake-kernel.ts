import type { Store } from '../../../src/base/database/store.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import type { Clock } from '../../../src/base/time/clock.ts';
import type {
  Channel,
  Inbound,
  Intake,
  Outcome,
  ReadyFile,
  Receipt,
  Say,
  Settled,
} from '../../../src/chat/messaging/types.ts';

/** Stands where the kernel will: settles events, writes the transcript where there is a store, and speaks through a channel. */
export interface FakeKernel extends Intake {
  /** What took effect, each event once. */
  readonly heard: Inbound[];
  /** Keys in the order in which they were handed in, repeats among them. */
  readonly handed: string[];
  readonly receipted: Receipt[];
  /** The next batches are refused, as while stopping. */
  refuse(batches: number): void;
  /** Writes a message of ours and sends it; `slot` replaces as the dispatcher does. */
  tell(
    channel: Channel,
    chat: string,
    say: Say,
    files?: readonly ReadyFile[],
  ): Promise<Outcome & { id: Id<'message'> }>;
}

interface Parts {
  readonly account: Id<'account'>;
  readonly clock: Clock;
  readonly store?: Store;
}

/** A kernel that believes everything. */
export function fakeKernel({ account, clock, store }: Parts): FakeKernel {
  const heard: Inbound[] = [];
  const handed: string[] = [];
  const receipted: Receipt[] = [];
  const last = new Map<string, { slot: string; ref: string }>();
  const chats = new Map<string, Promise<Id<'chat'>>>();
  const fresh = <K extends string>() => newId<K>(clock.now().epochMilliseconds);
  let refusals = 0;
  let seq = 0;

  const chatOf = (external: string): Promise<Id<'chat'>> => {
    const known = chats.get(external);
    if (known) return known;
    const made = (async () => {
      const id = fresh<'chat'>();
      const dialogue = fresh<'dialogue'>();
      const at = clock.now().toString();
      await store!.aside(
        (sql) => sql`insert into dialogue (id, lang, version, updated_at) values (${dialogue}, 'vi', 1, ${at})`,
      );
      await store!.aside(
        (sql) => sql`insert into chat (id, account_id, external, kind, dialogue_id, created_at)
          values (${id}, ${account}, ${external}, 'private', ${dialogue}, ${at})`,
      );
      return id;
    })();
    chats.set(external, made);
    return made;
  };

  async function write(external: string, direction: 'in' | 'out', content: object, slot?: string) {
    const id = fresh<'message'>();
    if (!store) return { id, seq: String(++seq) };
    const chat = await chatOf(external);
    const at = clock.now().toString();
    const [row] = await store.aside(
      (sql) => sql<{ seq: string }[]>`
        insert into message (id, chat_id, direction, at, content, slot)
        values (${id}, ${chat}, ${direction}, ${at}, ${JSON.stringify(content)}::jsonb, ${slot ?? null}) returning seq::text`,
    );
    if (direction === 'out') {
      await store.aside(
        (sql) => sql`insert into delivery (message_id, chat_id, state, attempts) values (${id}, ${chat}, 'sending', 1)`,
      );
    }
    return { id, seq: row!.seq };
  }

  const mark = (id: Id<'message'>, set: 'sent' | 'delivered' | 'read') =>
    store?.aside((sql) => {
      const at = clock.now().toString();
      if (set === 'sent') return sql`update delivery set state = 'sent', sent_at = ${at} where message_id = ${id}`;
      if (set === 'delivered') return sql`update delivery set delivered_at = ${at} where message_id = ${id}`;
      return sql`update delivery set delivered_at = coalesce(delivered_at, ${at}), read_at = ${at} where message_id = ${id}`;
    });

  return {
    heard,
    handed,
    receipted,
    refuse(batches) {
      refusals = batches;
    },
    async settle(batch): Promise<Settled[]> {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error('stopping');
      }
      const ends: Settled[] = [];
      for (const inbound of batch) {
        const again = handed.includes(inbound.key);
        handed.push(inbound.key);
        ends.push(again ? 'duplicate' : 'done');
        if (again) continue;
        heard.push(inbound);
        if (inbound.input.kind !== 'press') last.delete(inbound.chat.chat);
        if (store) await write(inbound.chat.chat, 'in', inbound.input);
      }
      return ends;
    },
    async receipts(batch) {
      receipted.push(...batch);
      for (const { ref, state } of batch) await mark(ref as Id<'message'>, state);
    },
    async tell(channel, chat, say, files = []) {
      const { id, seq: place } = await write(chat, 'out', say, say.slot);
      const before = last.get(chat);
      const replaces = before && before.slot === say.slot ? before.ref : undefined;
      const what = { id, seq: place, at: clock.now(), say, files };
      const outcome = await channel.send({ account, chat, kind: 'private' }, what, replaces);
      if (outcome.end === 'sent') {
        if (say.slot) last.set(chat, { slot: say.slot, ref: outcome.ref });
        else last.delete(chat);
        await mark(id, 'sent');
      }
      return { ...outcome, id };
    },
  };
}
