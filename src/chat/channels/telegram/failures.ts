import { TelegramError } from 'telegraf';
import type { Outcome } from '../../messaging/types.ts';
import type { Failures } from '../failures.ts';
import { Unreachable } from './client.ts';

/** What can go wrong on Telegram beyond what every channel knows (reference: Bot API, "Making requests"). */
export const telegramFailures = {
  telegram_gone: {
    retry: 'other_channel',
    operator: 'The account at Telegram was deleted, or the bot was removed from the group.',
    user: { vi: 'Tài khoản Telegram của người nhận không còn.', en: 'The recipient’s Telegram account is gone.' },
  },
  telegram_rights: {
    retry: 'other_channel',
    operator: 'The bot may not write in this group: an administrator of the group took the right away.',
    user: { vi: 'Nhịp Cầu không được gửi tin trong nhóm này.', en: 'The bot may not write in this group.' },
  },
  telegram_button: {
    retry: 'no',
    operator: 'Telegram refused a button (BUTTON_DATA_INVALID or the like). This is a fault in how we render it.',
    user: { vi: 'Telegram không nhận nút của tin này.', en: 'Telegram did not take a button of this message.' },
  },
} as const satisfies Failures;

type Code = keyof typeof telegramFailures | 'blocked' | 'not_found' | 'refused' | 'file_refused' | 'answer_lost';
const unreachable = (why: Code): Outcome => ({ end: 'unreachable', why });

/** Refusals that mean that this chat can't be written to, whatever the message says. */
const chats: readonly (readonly [RegExp, Code])[] = [
  [/user is deactivated|kicked|not a member|group chat was deleted|chat was deleted/i, 'telegram_gone'],
  [/not enough rights|CHAT_WRITE_FORBIDDEN|have no rights|CHAT_RESTRICTED|need administrator/i, 'telegram_rights'],
  [/chat not found|PEER_ID_INVALID|user not found|can't initiate conversation|USER_ID_INVALID/i, 'not_found'],
];

/** How long the bot keeps silent after a token that is not known, and after a network that is dead, in seconds. */
const waits = { token: 60, network: 5 } as const;

/**
 * How a send ended that Telegram did not take. `now`: the present, for waits.
 * 429 holds for the whole bot (reference: retry_after may be hours); what never left is waited for; what may have arrived is unknown.
 */
export function outcomeOf(error: unknown, now: Temporal.Instant): Outcome {
  const wait = (seconds: number): Outcome => ({ end: 'wait', until: now.add({ seconds }), scope: 'account' });
  if (error instanceof Unreachable) {
    return error.sent ? { end: 'unknown', why: 'answer_lost' } : wait(waits.network);
  }
  if (!(error instanceof TelegramError)) throw error;
  const { code, description, parameters } = error;
  if (code === 429) return wait(Math.max(1, Math.ceil(parameters?.retry_after ?? 1)));
  // Nothing is wrong with the message: it waits until the operator has mended the token.
  if (code === 401 || (code === 404 && /^not found$/i.test(description))) return wait(waits.token);
  if (code >= 500) return { end: 'unknown', why: 'answer_lost' };
  const chat = chats.find(([words]) => words.test(description));
  if (chat) return unreachable(chat[1]);
  if (code === 403) return unreachable('blocked');
  if (/BUTTON|inline keyboard|reply markup/i.test(description)) return { end: 'failed', why: 'telegram_button' };
  if (/file|document|photo|media|entity too large/i.test(description)) return { end: 'failed', why: 'file_refused' };
  return { end: 'failed', why: 'refused' };
}

/** The new id of a group that became a supergroup, where that is why Telegram refused. */
export const movedTo = (error: unknown): number | undefined =>
  error instanceof TelegramError ? error.parameters?.migrate_to_chat_id : undefined;

/** The edit would change nothing: as good as done. */
export const notModified = (error: unknown): boolean =>
  error instanceof TelegramError && error.code === 400 && /message is not modified/i.test(error.description);

/** The message can't be changed any more (deleted, too old, of another kind): a new one is sent. */
export const notEditable = (error: unknown): boolean =>
  error instanceof TelegramError &&
  error.code === 400 &&
  /message to edit not found|can't be edited|no text in the message|MESSAGE_ID_INVALID|message identifier/i.test(
    error.description,
  );
