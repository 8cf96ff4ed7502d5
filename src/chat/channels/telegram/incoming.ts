import { isPassing } from '../../../base/database/errors.ts';
import type { Id } from '../../../base/ids.ts';
import type { ChatKey, Inbound, Input, RemoteFile } from '../../messaging/types.ts';
import { unwire } from '../render/buttons.ts';
import { addressed } from './groups.ts';
import type { ReadMessage, ReadUpdate } from './updates.ts';

/** The bot itself, as `getMe` says. */
export interface Me {
  readonly id: number;
  readonly username: string;
}

/** What is to be done about an update: an event to settle, a press to answer first, a group that moved. All may be missing: then it is none of our business. */
export interface Read {
  readonly inbound?: Inbound;
  /** The id of the press, which is to be answered before anything else. */
  readonly press?: string;
  readonly moved?: { readonly from: string; readonly to: string };
}

export interface ReadingParts {
  readonly account: Id<'account'>;
  readonly me: Me;
  readonly now: Temporal.Instant;
  /** The message of ours that Telegram knows by this number in this chat. */
  readonly messageOf: (chat: string, ref: string) => Promise<string | null>;
}

/** Somebody who writes in a group as the group itself: nobody is told apart there (Bot API, "GroupAnonymousBot"). */
const anonymousAdmin = 1_087_968_824;

/** Reads an update. Channel posts, other bots, service messages and kinds that we do not know give nothing. */
export async function readUpdate(update: ReadUpdate, of: ReadingParts): Promise<Read> {
  const key = `update:${update.update_id}`;
  if (update.message) return readMessage(update.message, key, of, false);
  if (update.edited_message) return readMessage(update.edited_message, key, of, true);
  if (update.callback_query) return readPress(update.callback_query, key, of);
  if (update.message_reaction) return readReaction(update.message_reaction, key, of);
  if (update.my_chat_member) return readMember(update.my_chat_member, key, of);
  return {};
}

const seconds = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at * 1000);

type From = NonNullable<ReadMessage['from']>;

function sender(from: From): Inbound['from'] {
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ');
  return {
    external: String(from.id),
    ...(name ? { name } : {}),
    ...(from.language_code ? { locale: from.language_code } : {}),
  };
}

const chatKey = (chat: ReadMessage['chat'], account: Id<'account'>): ChatKey => ({
  account,
  chat: String(chat.id),
  kind: chat.type === 'private' ? 'private' : 'group',
});

async function readMessage(message: ReadMessage, key: string, of: ReadingParts, edited: boolean): Promise<Read> {
  const { chat, from } = message;
  if (chat.type === 'channel' || message.is_automatic_forward) return {};
  if (message.migrate_to_chat_id !== undefined)
    return { moved: { from: String(chat.id), to: String(message.migrate_to_chat_id) } };
  if (!from || (from.is_bot && from.id !== anonymousAdmin)) return {};
  const common = {
    key,
    chat: chatKey(chat, of.account),
    from: sender(from),
    sentAt: seconds(edited ? (message.edit_date ?? message.date) : message.date),
  };
  if (chat.type !== 'private') {
    const text = edited ? null : addressed(message, of.me);
    return text === null ? {} : { inbound: { ...common, input: { kind: 'text', text } } };
  }
  const input = inputOf(message, of.me, edited);
  if (!input) return {};
  const quoted = message.reply_to_message;
  const replyTo =
    quoted && quoted.from?.id === of.me.id
      ? await of.messageOf(common.chat.chat, String(quoted.message_id)).catch(passingNull)
      : null;
  const ref = String(message.message_id);
  return { inbound: { ...common, ref, input, ...(replyTo ? { replyTo } : {}) } };
}

/** While the database is away a message is handed in without what it replies to, rather than out of its order. */
const passingNull = (error: unknown): null => {
  if (isPassing(error)) return null;
  throw error;
};

/** What a message in a private chat says; null for service messages, which say nothing. */
function inputOf(message: ReadMessage, me: Me, edited: boolean): Input | null {
  if (message.text !== undefined) return typed(message.text, me, edited);
  const files = filesOf(message);
  if (files) {
    const { caption, media_group_id: album } = message;
    if (edited) return { kind: 'text', text: caption ?? '', edited: true };
    return { kind: 'files', files, ...(caption ? { caption } : {}), ...(album ? { album } : {}) };
  }
  // A live location edits itself every minute.
  if (edited) return null;
  if (message.contact) {
    const { phone_number: phone, user_id: owner } = message.contact;
    // Telegram sets user_id itself: a contact is the sender's own only where it is the sender's id.
    return { kind: 'contact', phone, own: owner !== undefined && owner === message.from?.id };
  }
  if (message.location) return { kind: 'place', ...message.location };
  const what = unreadable.find((name) => message[name] !== undefined);
  return what ? { kind: 'unsupported', what } : null;
}

/** What people send and we can't read, by Telegram's names. */
const unreadable = [
  'voice',
  'video_note',
  'audio',
  'video',
  'animation',
  'sticker',
  'story',
  'poll',
  'dice',
  'game',
  'checklist',
  'paid_media',
  'invoice',
] as const satisfies readonly (keyof ReadMessage)[];

function typed(text: string, me: Me, edited: boolean): Input {
  if (edited) return { kind: 'text', text, edited: true };
  const start = /^\/start(?:@\w+)?(?:\s+(\S{1,64}))?\s*$/.exec(text);
  if (start) return { kind: 'start', ...(start[1] ? { code: start[1] } : {}) };
  return { kind: 'text', text: withoutName(text, me) };
}

/** "/menu@nhip_cau_bot" as people press it in groups. */
export const withoutName = (text: string, me: Me): string => {
  const named = /^(\/\w+)@(\w+)/.exec(text);
  return named?.[2]?.toLowerCase() === me.username.toLowerCase() ? `${named[1]}${text.slice(named[0].length)}` : text;
};

function filesOf(message: ReadMessage): RemoteFile[] | null {
  // An animation comes as a document too.
  if (message.document && message.animation === undefined) {
    const { file_id: ref, file_name: name, mime_type: mime, file_size: bytes } = message.document;
    return [
      {
        ref,
        ...(name === undefined ? {} : { name }),
        ...(mime === undefined ? {} : { mime }),
        ...(bytes === undefined ? {} : { bytes }),
      },
    ];
  }
  // Telegram makes several sizes of a photo, the largest last, and gives no name.
  const photo = message.photo?.at(-1);
  if (!photo) return null;
  const bytes = photo.file_size === undefined ? {} : { bytes: photo.file_size };
  return [{ ref: photo.file_id, name: `anh-${message.message_id}.jpg`, mime: 'image/jpeg', ...bytes }];
}

/** A press. What it does is read from the stored message; data that is not ours names no message, and the sender is told so. */
async function readPress(
  query: NonNullable<ReadUpdate['callback_query']>,
  key: string,
  of: ReadingParts,
): Promise<Read> {
  const { id: press, message, data, from } = query;
  // In a group everybody could press; we offer no such buttons there.
  if (message?.chat.type !== 'private') return { press };
  const wired = unwire(data ?? '') ?? { message: '', button: 0 };
  return {
    press,
    inbound: {
      key,
      chat: chatKey(message.chat, of.account),
      from: sender(from),
      // Telegram does not tell when; it keeps a press for 150 seconds at most.
      sentAt: of.now,
      input: { kind: 'press', ...wired, press },
    },
  };
}

async function readReaction(
  reaction: NonNullable<ReadUpdate['message_reaction']>,
  key: string,
  of: ReadingParts,
): Promise<Read> {
  const { chat, user, new_reaction: now, date } = reaction;
  const sign = now.at(-1);
  if (chat.type !== 'private' || !user || !sign) return {};
  const message = await of.messageOf(String(chat.id), String(reaction.message_id));
  if (!message) return {};
  const input: Input = { kind: 'reaction', message, sign: sign.emoji ?? sign.type };
  return {
    inbound: { key, chat: chatKey(chat, of.account), from: sender(user), sentAt: seconds(date), input },
  };
}

/** The bot was blocked or let back, or added to a group or taken out of it. */
async function readMember(
  change: NonNullable<ReadUpdate['my_chat_member']>,
  key: string,
  of: ReadingParts,
): Promise<Read> {
  const { chat, from, date } = change;
  if (chat.type === 'channel') return {};
  const [before, now] = [change.old_chat_member.status, change.new_chat_member.status].map(
    (status) => status !== 'left' && status !== 'kicked',
  );
  // A change of rights within the group is nothing to us.
  if (before === now) return {};
  const gone = chat.type === 'private' ? ('blocked' as const) : ('left' as const);
  const input: Input = { kind: 'presence', state: now ? 'joined' : gone };
  return { inbound: { key, chat: chatKey(chat, of.account), from: sender(from), sentAt: seconds(date), input } };
}
