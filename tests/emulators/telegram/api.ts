import type { Bubble, Chat, Chats, KeptFile, KeyboardButton } from './chats.ts';
import type { Faults } from './faults.ts';
import { BadEntities, readHtml } from './html.ts';
import type { UpdateQueue } from './queue.ts';

/** A call's parameters: text as it was sent, uploads by their field. */
export interface Call {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, KeptFile>;
}

/** A refusal as the Bot API words it. */
export class Refused extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;

  constructor(code: number, description: string, parameters?: Readonly<Record<string, unknown>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}
const bad = (description: string) => new Refused(400, `Bad Request: ${description}`);

export interface ApiParts {
  readonly chats: Chats;
  readonly queue: UpdateQueue;
  readonly faults: Faults;
  readonly files: Map<string, KeptFile>;
  readonly me: { readonly id: number; readonly username: string };
  readonly seconds: () => number;
  readonly random: () => number;
  /** Presses that may still be answered: until when (performance.now), and by whom. */
  readonly presses: Map<string, { readonly until: number; readonly chat: number }>;
  /** Messages to one chat in a second before it is told to wait; 0: any number. */
  readonly perChat: number;
}

const megabyte = 1024 * 1024;

/** The methods of the Bot API that a bot like ours calls; others are refused as unknown. */
export class Api {
  readonly #of: ApiParts;
  /** What was set by the bot, by method and language. */
  readonly settings = new Map<string, unknown>();
  /** How often something was set. */
  changes = 0;
  readonly #sentAt = new Map<number, number[]>();

  constructor(of: ApiParts) {
    this.#of = of;
  }

  /** Carries a call out. @throws Refused */
  async call(method: string, call: Call): Promise<unknown> {
    const p = call.parameters;
    switch (method) {
      case 'getMe':
        return { ...this.#of.me, is_bot: true, first_name: 'Nhịp Cầu', can_join_groups: true };
      case 'getUpdates':
        return this.#getUpdates(p);
      case 'setWebhook':
        this.#of.queue.setWebhook(String(p['url'] ?? ''), String(p['secret_token'] ?? ''));
        return true;
      case 'deleteWebhook':
        this.#of.queue.setWebhook('', '');
        return true;
      case 'getWebhookInfo':
        return this.#webhookInfo();
      case 'sendMessage':
        return this.#sendMessage(p);
      case 'sendDocument':
        return this.#sendFiles(p, [this.#upload(call, p['document'], 'document')], [String(p['caption'] ?? '')])[0];
      case 'sendMediaGroup':
        return this.#sendGroup(call);
      case 'editMessageText':
        return this.#edit(p);
      case 'editMessageReplyMarkup':
        return this.#editMarkup(p);
      case 'answerCallbackQuery':
        return this.#answer(p);
      case 'sendChatAction':
        this.#chat(p).flashes.push('…');
        return true;
      case 'getFile':
        return this.#getFile(p);
      default:
        return this.#setting(method, p);
    }
  }

  #chat(p: Call['parameters']): Chat {
    const chat = this.#of.chats.of(Number(p['chat_id']));
    if (!chat) throw bad('chat not found');
    if (chat.movedTo !== null)
      throw new Refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: chat.movedTo,
      });
    if (!chat.open) {
      throw chat.type === 'private'
        ? new Refused(403, 'Forbidden: bot was blocked by the user')
        : new Refused(403, 'Forbidden: bot was kicked from the group chat');
    }
    return chat;
  }

  async #getUpdates(p: Call['parameters']): Promise<unknown> {
    if (this.#of.queue.webhook)
      throw new Refused(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    const offset = p['offset'] === undefined ? null : Number(p['offset']);
    const updates = await this.#of.queue.fetch(
      offset,
      Math.min(100, Number(p['limit'] ?? 100)),
      Number(p['timeout'] ?? 0),
    );
    if (updates === 'conflict' || this.#of.faults.otherPoller)
      throw new Refused(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    return updates;
  }

  #webhookInfo(): unknown {
    const { webhook, pending } = this.#of.queue;
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: pending,
      ...(webhook?.lastError
        ? { last_error_date: webhook.lastError.date, last_error_message: webhook.lastError.message }
        : {}),
    };
  }

  #limit(chat: Chat): void {
    const now = performance.now();
    const { faults, perChat, random } = this.#of;
    const until = faults.limitedUntil - now;
    const tooMany = (seconds: number) =>
      new Refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    if (until > 0) throw tooMany(Math.ceil(until / 1000));
    if (random() < faults.limited) throw tooMany(1);
    if (perChat === 0) return;
    const recent = (this.#sentAt.get(chat.id) ?? []).filter((at) => now - at < 1000);
    this.#sentAt.set(chat.id, recent);
    if (recent.length >= perChat) throw tooMany(1);
    recent.push(now);
  }

  #text(p: Call['parameters'], name: 'text' | 'caption', most: number): string {
    const given = String(p[name] ?? '');
    let text: string;
    try {
      text = p['parse_mode'] === 'HTML' ? readHtml(given) : given;
    } catch (error) {
      if (error instanceof BadEntities) throw bad(error.message);
      throw error;
    }
    if (name === 'text' && text.trim() === '') throw bad('message text is empty');
    if (text.length > most) throw bad(name === 'text' ? 'message is too long' : 'message caption is too long');
    return text.trim();
  }

  #buttons(p: Call['parameters']): Bubble['buttons'] {
    const rows = (p['reply_markup'] as { inline_keyboard?: KeyboardButton[][] } | undefined)?.inline_keyboard ?? [];
    const all = rows.flat();
    if (all.length > 100) throw bad('reply markup is too long');
    for (const row of rows) if (row.length > 8) throw bad('too many buttons in a row');
    for (const { text, callback_data: data, url } of all) {
      if (!text) throw bad("can't parse inline keyboard button: Text must be non-empty");
      if (url !== undefined) continue;
      const bytes = Buffer.byteLength(data ?? '');
      if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
    }
    return rows;
  }

  #put(chat: Chat, of: Pick<Bubble, 'text' | 'html' | 'buttons' | 'files'>, method: string): Bubble {
    const number = this.#of.chats.nextNumber();
    const raw = {
      message_id: number,
      date: this.#of.seconds(),
      chat: { id: chat.id, type: chat.type, title: chat.title },
      from: { id: this.#of.me.id, is_bot: true, first_name: 'Nhịp Cầu', username: this.#of.me.username },
      text: of.text,
    };
    const bubble: Bubble = { number, from: 'bot', edited: false, raw, ...of };
    chat.bubbles.push(bubble);
    this.#of.chats.note({ kind: 'sent', chat: chat.id, number, text: of.text, what: method });
    return bubble;
  }

  #sendMessage(p: Call['parameters']): unknown {
    const chat = this.#chat(p);
    const text = this.#text(p, 'text', 4096);
    const buttons = this.#buttons(p);
    this.#limit(chat);
    return this.#put(chat, { text, html: String(p['text']), buttons, files: [] }, 'sendMessage').raw;
  }

  #upload(call: Call, given: unknown, name: string): KeptFile {
    const attached = typeof given === 'string' && given.startsWith('attach://') ? given.slice(9) : name;
    const file = call.uploads.get(attached);
    if (!file) throw bad('there is no document in the request');
    if (file.content.length === 0) throw bad('file must be non-empty');
    if (file.content.length > 50 * megabyte) throw new Refused(413, 'Request Entity Too Large');
    return file;
  }

  #sendFiles(p: Call['parameters'], files: readonly KeptFile[], captions: readonly string[]): unknown[] {
    const chat = this.#chat(p);
    const texts = captions.map((caption) => this.#text({ ...p, caption }, 'caption', 1024));
    const buttons = this.#buttons(p);
    this.#limit(chat);
    return files.map((file, at) => {
      const of = { text: texts[at] ?? '', html: captions[at] ?? '', buttons, files: [file] };
      return this.#put(chat, of, 'sendDocument').raw;
    });
  }

  #sendGroup(call: Call): unknown {
    const media = call.parameters['media'] as readonly { type: string; media: string; caption?: string }[];
    if (media.length < 2 || media.length > 10) throw bad('wrong number of media in the album');
    const files = media.map(({ media: where }) => this.#upload(call, where, ''));
    return this.#sendFiles(
      call.parameters,
      files,
      media.map(({ caption }) => caption ?? ''),
    );
  }

  #own(p: Call['parameters'], chat: Chat): Bubble {
    const bubble = chat.bubbles.find(({ number, from }) => number === Number(p['message_id']) && from === 'bot');
    if (!bubble) throw bad('message to edit not found');
    return bubble;
  }

  #edit(p: Call['parameters']): unknown {
    const chat = this.#chat(p);
    const bubble = this.#own(p, chat);
    if (bubble.files.length > 0) throw bad('there is no text in the message to edit');
    const text = this.#text(p, 'text', 4096);
    const buttons = this.#buttons(p);
    this.#limit(chat);
    if (text === bubble.text && JSON.stringify(buttons) === JSON.stringify(bubble.buttons))
      throw bad('message is not modified: specified new message content and reply markup are exactly the same');
    Object.assign(bubble, { text, html: String(p['text']), buttons, edited: true });
    this.#of.chats.note({ kind: 'edited', chat: chat.id, number: bubble.number, text, what: 'editMessageText' });
    return bubble.raw;
  }

  #editMarkup(p: Call['parameters']): unknown {
    const chat = this.#chat(p);
    const bubble = this.#own(p, chat);
    const buttons = this.#buttons(p);
    if (JSON.stringify(buttons) === JSON.stringify(bubble.buttons)) throw bad('message is not modified');
    bubble.buttons = buttons;
    this.#of.chats.note({
      kind: 'edited',
      chat: chat.id,
      number: bubble.number,
      text: bubble.text,
      what: 'editMessageReplyMarkup',
    });
    return bubble.raw;
  }

  #answer(p: Call['parameters']): unknown {
    const press = this.#of.presses.get(String(p['callback_query_id']));
    if (!press || press.until < performance.now())
      throw bad('query is too old and response timeout expired or query ID is invalid');
    const text = String(p['text'] ?? '');
    if (text.length > 200) throw bad('MESSAGE_TOO_LONG');
    const chat = this.#of.chats.of(press.chat);
    if (text) chat?.flashes.push(text);
    this.#of.chats.note({ kind: 'answered', chat: press.chat, number: 0, text, what: 'answerCallbackQuery' });
    return true;
  }

  #getFile(p: Call['parameters']): unknown {
    const id = String(p['file_id']);
    const file = this.#of.files.get(id);
    if (!file) throw bad('wrong file_id or the file is temporarily unavailable');
    if (file.content.length > 20 * megabyte) throw bad('file is too big');
    return { file_id: id, file_unique_id: id, file_size: file.content.length, file_path: `documents/${id}` };
  }

  /** What is set and read back as it is: commands, descriptions, the menu button. */
  #setting(method: string, p: Call['parameters']): unknown {
    const found = /^(set|get|delete)(My[A-Z]\w+|ChatMenuButton)$/.exec(method);
    if (!found) throw new Refused(404, 'Not Found: method not found');
    const [, verb, what] = found;
    const { scope = null, language_code: language = '' } = p as { scope?: unknown; language_code?: string };
    const key = `${what} ${JSON.stringify(scope)} ${language}`;
    if (verb === 'get') return this.settings.get(key) ?? (what === 'MyCommands' ? [] : emptySetting(what!));
    this.changes += 1;
    if (verb === 'delete') this.settings.delete(key);
    else if (what === 'MyCommands') this.settings.set(key, checkedCommands(p['commands']));
    else {
      const { scope: _, language_code: __, ...rest } = p;
      this.settings.set(key, rest);
    }
    return true;
  }
}

const emptySetting = (what: string): object =>
  what === 'MyDescription'
    ? { description: '' }
    : what === 'MyShortDescription'
      ? { short_description: '' }
      : { name: '' };

function checkedCommands(given: unknown): unknown {
  const commands = given as readonly { command: string; description: string }[];
  if (commands.length > 100) throw bad('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) throw bad('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return commands;
}
