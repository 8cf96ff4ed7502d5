import { Agent, request } from 'undici';
import type { Id } from '../../../src/base/ids.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Channel, Inbound, Intake } from '../../../src/chat/messaging/types.ts';
import { token } from '../contestant.ts';

interface Update {
  readonly update_id: number;
  readonly message?: { readonly date: number; readonly text?: string; readonly chat: { readonly id: number } };
}

/** A thin Telegram channel: long polling that advances only when everything settled, and sendMessage. */
export function thinTelegram(account: Id<'account'>, root: string): Channel {
  const agent = new Agent({ keepAliveTimeout: 60_000, connections: 64 });
  const call = async (method: string, body: object): Promise<{ ok: boolean; result: never }> => {
    const { body: answer } = await request(`${root}/bot${token}/${method}`, {
      method: 'POST',
      dispatcher: agent,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { ok: boolean; result: never };
  };
  const since = Temporal.Instant.fromEpochMilliseconds(0);
  return {
    name: 'telegram',
    can: () => ({ edit: true, buttons: 100, text: 4096, files: ['*/*'], fileBytes: 50_000_000 }),
    async listen(intake: Intake, stop: AbortSignal) {
      // The offset advances over what has settled, in order; what is still in hand comes again with the next fetch and is passed over.
      let offset = 0;
      const inHand = new Set<number>();
      let wake: () => void = () => {};
      const advance = () => {
        while (settled.delete(offset)) offset += 1;
        wake();
      };
      const settled = new Set<number>();
      while (!stop.aborted) {
        const { result } = (await call('getUpdates', {
          offset,
          timeout: inHand.size > 0 ? 0 : 1,
          limit: 100,
        })) as unknown as {
          result: Update[];
        };
        if (offset === 0 && result[0]) offset = result[0].update_id;
        const fresh = result.filter(
          (update) => !inHand.has(update.update_id) && !settled.has(update.update_id) && update.update_id >= offset,
        );
        for (const update of fresh) {
          inHand.add(update.update_id);
          void intake
            .settle([
              {
                key: String(update.update_id),
                chat: { account, chat: String(update.message!.chat.id), kind: 'private' },
                from: { external: String(update.message!.chat.id) },
                sentAt: Temporal.Instant.fromEpochMilliseconds(update.message!.date * 1000),
                input:
                  update.message!.text === '/start'
                    ? { kind: 'start' }
                    : { kind: 'text', text: update.message!.text ?? '' },
              } satisfies Inbound,
            ])
            .then(() => {
              inHand.delete(update.update_id);
              settled.add(update.update_id);
              advance();
            });
        }
        // Nothing to wait for but what is in hand: the next fetch when some of it has settled.
        if (inHand.size > 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
    async send(to, what) {
      const buttons = what.say.buttons?.map((row) =>
        row.map((b) => ({ text: b.label, callback_data: `${what.id}.0` })),
      );
      const { ok } = await call('sendMessage', {
        chat_id: Number(to.chat),
        text: plain(what.say.text),
        ...(buttons ? { reply_markup: { inline_keyboard: buttons } } : {}),
      });
      return ok ? { end: 'sent', ref: what.id } : { end: 'failed', why: 'refused' };
    },
    async *fetch() {},
    state: () => ({ ok: true, since, says: 'bench' }),
  };
}
