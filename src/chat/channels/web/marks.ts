import type { Id } from '../../../base/ids.ts';
import type { DeliveryMark, TranscriptRow } from './transcript.ts';

/** Our messages in open chats whose delivery may still change. */
export interface Marks {
  /** Watches a message of ours until it is read. */
  add(row: TranscriptRow): void;
  /** What has changed in these chats since the last look. */
  look(chats: readonly string[]): Promise<(DeliveryMark & { readonly chat: string })[]>;
  forget(chat: string): void;
}

/** Only the newest of a chat are watched: older ones are history. */
const perChat = 50;
/** Whoever keeps the deliveries may not have marked it as sent yet: telling is repeated that often. */
const tellings = 5;

interface Watched {
  state: string;
  delivered: boolean;
  told: number;
}

/** `arrived` is told of messages that are sent, were written to a page and are not marked as delivered. */
export function marks(of: {
  marks(ids: readonly Id<'message'>[]): Promise<readonly DeliveryMark[]>;
  arrived(ids: readonly Id<'message'>[]): void;
}): Marks {
  const chats = new Map<string, Map<Id<'message'>, Watched>>();
  return {
    add(row) {
      if (row.direction !== 'out' || row.read) return;
      const messages = chats.get(row.chat) ?? new Map<Id<'message'>, Watched>();
      chats.set(row.chat, messages);
      messages.set(row.id, { state: row.state ?? '', delivered: row.delivered === true, told: 0 });
      if (messages.size > perChat) messages.delete(messages.keys().next().value!);
    },
    forget: (chat) => void chats.delete(chat),
    async look(which) {
      const chatOf = new Map<Id<'message'>, string>();
      for (const chat of which) for (const id of chats.get(chat)?.keys() ?? []) chatOf.set(id, chat);
      if (chatOf.size === 0) return [];
      const changed: (DeliveryMark & { chat: string })[] = [];
      const arrived: Id<'message'>[] = [];
      for (const mark of await of.marks([...chatOf.keys()])) {
        const chat = chatOf.get(mark.id)!;
        const was = chats.get(chat)?.get(mark.id);
        if (!was) continue;
        if (was.state !== mark.state || was.delivered !== mark.delivered || mark.read) changed.push({ ...mark, chat });
        was.state = mark.state;
        was.delivered = mark.delivered;
        if (mark.read) chats.get(chat)?.delete(mark.id);
        else if (mark.state === 'sent' && !mark.delivered && was.told++ < tellings) arrived.push(mark.id);
      }
      if (arrived.length > 0) of.arrived(arrived);
      return changed;
    },
  };
}
