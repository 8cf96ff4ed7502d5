import type { Bubble, Chat, Chats, KeptFile, KeyboardButton } from './chats.ts';

/** What people and groups of the emulator live in. */
export interface World {
  readonly chats: Chats;
  readonly files: Map<string, KeptFile>;
  readonly presses: Map<string, { until: number; chat: number }>;
  readonly me: { readonly id: number; readonly username: string };
  readonly seconds: () => number;
  /** Hands an update in; ends when the bot has confirmed it. */
  hand(fields: Readonly<Record<string, unknown>>, queue: string): Promise<void>;
  nextId(): number;
}

type Fields = Readonly<Record<string, unknown>>;
/** How long a press can be answered. */
const pressMs = 15_000;

/** A person with Telegram. Each act ends when the bot has confirmed its update. */
export class Person {
  readonly id: number;
  readonly chat: string;
  readonly user: Fields;
  readonly #world: World;
  readonly #own: Chat;
  #presses = 0;

  constructor(world: World, name: string, language: string) {
    this.#world = world;
    this.id = world.nextId();
    this.chat = String(this.id);
    const [first, ...last] = name.split(' ');
    this.user = { id: this.id, is_bot: false, first_name: first, last_name: last.join(' '), language_code: language };
    this.#own = world.chats.make(this.id, 'private', name, true);
  }

  type(text: string, more: Fields = {}): Promise<void> {
    return this.send({ text, ...commandsIn(text), ...more }, text);
  }

  start(code?: string): Promise<void> {
    return this.type(code === undefined ? '/start' : `/start ${code}`);
  }

  /** Types as an answer to a message of the bot. */
  reply(to: Bubble, text: string): Promise<void> {
    return this.type(text, { reply_to_message: to.raw });
  }

  /** Presses the newest visible button with this label. */
  press(label: string): Promise<void> {
    const { bubble, button } = this.#button(label);
    return this.pressData(button.callback_data ?? '', bubble);
  }

  /** Sends any data as a press on a message. */
  pressData(data: string, bubble: Bubble | undefined = this.screen().at(-1)): Promise<void> {
    const id = `${this.id}-press-${++this.#presses}`;
    this.#world.presses.set(id, { until: performance.now() + pressMs, chat: this.id });
    const message = bubble ? { message: bubble.raw } : {};
    this.#note(`[${data}]`);
    return this.#world.hand(
      { callback_query: { id, from: this.user, chat_instance: '1', data, ...message } },
      `c${this.id}`,
    );
  }

  /** Sends files; several as an album. */
  async sendFiles(files: readonly KeptFile[], caption?: string): Promise<void> {
    const album = files.length > 1 ? { media_group_id: `album-${this.#world.chats.nextNumber()}` } : {};
    await Promise.all(
      files.map((file, at) => {
        const id = `file-${this.id}-${this.#world.chats.nextNumber()}`;
        this.#world.files.set(id, file);
        const document = {
          file_id: id,
          file_unique_id: id,
          file_name: file.name,
          mime_type: file.mime,
          file_size: file.content.length,
        };
        const words = at === 0 && caption ? { caption } : {};
        return this.send({ document, ...album, ...words }, caption ?? '', [file]);
      }),
    );
  }

  /** Sends a message of any kind. `own`: shown on the person's screen. */
  send(fields: Fields, own = '', files: readonly KeptFile[] = []): Promise<void> {
    const raw = { ...this.#envelope(), ...fields };
    const number = raw.message_id;
    this.#own.open = true;
    this.#own.bubbles.push({ number, from: 'person', text: own, html: own, buttons: [], files, edited: false, raw });
    this.#note(own);
    return this.#world.hand({ message: raw }, `m${this.id}`);
  }

  /** Changes one's own last text. */
  edit(text: string): Promise<void> {
    const bubble = this.#own.bubbles.findLast(({ from }) => from === 'person')!;
    bubble.text = text;
    this.#note(text);
    return this.#world.hand(
      { edited_message: { ...bubble.raw, text, edit_date: this.#world.seconds() } },
      `m${this.id}`,
    );
  }

  react(to: Bubble, emoji: string): Promise<void> {
    return this.#world.hand(
      {
        message_reaction: {
          chat: { id: this.id, type: 'private' },
          message_id: to.number,
          user: this.user,
          date: this.#world.seconds(),
          old_reaction: [],
          new_reaction: [{ type: 'emoji', emoji }],
        },
      },
      `m${this.id}`,
    );
  }

  block(blocked: boolean): Promise<void> {
    this.#own.open = !blocked;
    return this.#world.hand(
      {
        my_chat_member: {
          chat: { id: this.id, type: 'private' },
          from: this.user,
          date: this.#world.seconds(),
          old_chat_member: { status: blocked ? 'member' : 'kicked', user: this.#world.me },
          new_chat_member: { status: blocked ? 'kicked' : 'member', user: this.#world.me },
        },
      },
      `m${this.id}`,
    );
  }

  screen(): readonly Bubble[] {
    return this.#own.bubbles;
  }

  flashes(): readonly string[] {
    return this.#own.flashes;
  }

  #envelope() {
    return {
      message_id: this.#world.chats.nextNumber(),
      date: this.#world.seconds(),
      chat: { id: this.id, type: 'private' as const },
      from: this.user,
    };
  }

  #note(text: string): void {
    this.#world.chats.note({ kind: 'update', chat: this.id, number: 0, text, what: 'person' });
  }

  #button(label: string): { bubble: Bubble; button: KeyboardButton } {
    for (const bubble of this.#own.bubbles.toReversed()) {
      const button = bubble.buttons.flat().find(({ text }) => text === label);
      if (button) return { bubble, button };
    }
    const there = this.#own.bubbles.flatMap(({ buttons }) => buttons.flat().map(({ text }) => `[${text}]`));
    throw new Error(`no button [${label}] on the screen; there are: ${there.join(' ') || 'none'}`);
  }
}

/** A group that the bot may be in. */
export class Group {
  id: number;
  readonly #world: World;
  #own: Chat;

  constructor(world: World, title: string) {
    this.#world = world;
    this.id = -world.nextId();
    this.#own = world.chats.make(this.id, 'group', title, true);
  }

  /** Somebody says something there. `more` may make it a reply, an anonymous one, or one of a channel. */
  say(who: Fields, text: string, more: Fields = {}): Promise<void> {
    return this.#world.hand(
      {
        message: {
          message_id: this.#world.chats.nextNumber(),
          date: this.#world.seconds(),
          chat: { id: this.id, type: this.#own.type, title: this.#own.title },
          from: who,
          text,
          ...commandsIn(text),
          ...more,
        },
      },
      `m${this.id}`,
    );
  }

  /** The bot is added or taken out. */
  member(who: Fields, there: boolean): Promise<void> {
    this.#own.open = there;
    return this.#world.hand(
      {
        my_chat_member: {
          chat: { id: this.id, type: this.#own.type, title: this.#own.title },
          from: who,
          date: this.#world.seconds(),
          old_chat_member: { status: there ? 'left' : 'member', user: this.#world.me },
          new_chat_member: { status: there ? 'member' : 'kicked', user: this.#world.me },
        },
      },
      `m${this.id}`,
    );
  }

  /** It becomes a supergroup with another id. `tell`: the bot is told by a message; else it finds out when it writes. */
  async migrate(tell: boolean): Promise<void> {
    const [before, old] = [this.id, this.#own];
    this.id = before - 1_000_000_000_000;
    this.#own = this.#world.chats.make(this.id, 'supergroup', old.title, true);
    old.movedTo = this.id;
    if (!tell) return;
    await this.#world.hand(
      {
        message: {
          message_id: this.#world.chats.nextNumber(),
          date: this.#world.seconds(),
          chat: { id: before, type: 'group', title: old.title },
          from: { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
          migrate_to_chat_id: this.id,
        },
      },
      `m${before}`,
    );
  }

  screen(): readonly Bubble[] {
    return this.#own.bubbles;
  }
}

/** The entities of commands and mentions, as the server finds them. */
function commandsIn(text: string): Fields {
  const entities = [...text.matchAll(/(?<=^|\s)(\/\w+(?:@\w+)?|@\w+)/g)].map((found) => ({
    type: found[0].startsWith('/') ? 'bot_command' : 'mention',
    offset: found.index,
    length: found[0].length,
  }));
  return entities.length > 0 ? { entities } : {};
}
