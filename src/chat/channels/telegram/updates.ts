import type { Update } from 'telegraf/types';
import { z } from 'zod';

/**
 * What we read of an update. Everything else in it is passed over, kinds and fields that are newer than telegraf's types too;
 * a field that we read and that has another shape than the Bot API says makes only that kind of update unreadable.
 */
const id = z.int();
const user = z.object({
  id,
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});
const chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const file = z.object({
  file_id: z.string(),
  file_unique_id: z.string().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
});
const entity = z.object({
  type: z.string(),
  offset: id,
  length: id,
  user: z.object({ id }).optional(),
});
const there = z.unknown().optional();

const message = z.object({
  message_id: id,
  date: id,
  edit_date: id.optional(),
  chat,
  from: user.optional(),
  sender_chat: z.object({ id }).optional(),
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: z
    .object({ message_id: id, from: user.optional(), chat: chat.optional() })
    .optional()
    .catch(undefined),
  media_group_id: z.string().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  document: file.optional(),
  photo: z.array(file).optional(),
  animation: there,
  audio: there,
  voice: there,
  video: there,
  video_note: there,
  sticker: there,
  story: there,
  poll: there,
  dice: there,
  game: there,
  venue: there,
  checklist: there,
  paid_media: there,
  invoice: there,
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z.object({ phone_number: z.string(), user_id: id.optional() }).optional(),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
});

const member = z.object({ status: z.string() });

export const updateShape = z.object({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.object({ chat }).optional(),
    })
    .optional(),
  message_reaction: z
    .object({
      chat,
      message_id: id,
      date: id,
      user: user.optional(),
      new_reaction: z.array(z.object({ type: z.string(), emoji: z.string().optional() })),
    })
    .optional(),
  my_chat_member: z.object({ chat, from: user, date: id, new_chat_member: member, old_chat_member: member }).optional(),
});

/** An update as far as we read it. */
export type ReadUpdate = z.infer<typeof updateShape>;
export type ReadMessage = z.infer<typeof message>;

/** What we ask Telegram for. Whatever else arrives is settled without harm. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
] as const satisfies readonly Exclude<Keys<Update>, 'update_id'>[];

type Keys<T> = T extends unknown ? keyof T : never;

/** The update's number, which every update has; null for what is none. */
const numbered = z.object({ update_id: z.int() });
export const numberOf = (update: unknown): number | null => {
  const read = numbered.safeParse(update);
  return read.success ? read.data.update_id : null;
};

const inChat = z
  .object({ chat: z.object({ id }) })
  .optional()
  .catch(undefined);
const placed = z.object({
  message: inChat,
  edited_message: inChat,
  callback_query: z
    .object({ message: z.object({ chat: z.object({ id }) }).optional() })
    .optional()
    .catch(undefined),
  message_reaction: inChat,
  my_chat_member: inChat,
});

/** The chat of an update whose order matters within it: as a word, so that what has none shares one. */
export function chatOf(update: unknown): string {
  const read = placed.safeParse(update);
  if (!read.success) return 'none';
  const { message: m, edited_message: e, callback_query: c, message_reaction: r, my_chat_member: b } = read.data;
  return String((m ?? e ?? c?.message ?? r ?? b)?.chat.id ?? 'none');
}
