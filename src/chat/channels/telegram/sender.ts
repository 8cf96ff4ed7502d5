import { TelegramError } from 'telegraf';
import type { InlineKeyboardButton, Message } from 'telegraf/types';
import type { Clock } from '../../../base/time/clock.ts';
import type { RichText } from '../../messaging/rich-text.ts';
import type { ChatKey, Outcome, Outgoing, ReadyFile } from '../../messaging/types.ts';
import { type Client, Unreachable } from './client.ts';
import { movedTo, notEditable, notModified, outcomeOf } from './failures.ts';
import { type Health, troubles } from './health.ts';
import { fitsCaption, html, keyboard, parts } from './outgoing.ts';
import type { ChatPace } from './pace.ts';

export interface SenderParts {
  readonly client: Client;
  readonly clock: Clock;
  readonly health: Health;
  readonly pace: ChatPace;
  /** The link by which a person opens a private chat with the bot; null while its name is not known. */
  readonly link: () => string | null;
  /** A group has another id from now on. */
  readonly moved: (from: string, to: string) => Promise<void>;
}

type Step = () => Promise<Message | readonly Message[]>;

/** How many messages of several parts are remembered while they are on their way. */
const mostUnderWay = 1_000;

/** Brings messages to Telegram: several parts in order, edits in place, each with how it ended. */
export class Sender {
  readonly #of: SenderParts;
  /** How far messages of several parts came: one that is tried again goes on where it stood. */
  readonly #done = new Map<string, string[]>();

  /** Our messages by chat and reference: their rows learn the reference a moment after they are sent, and a quick reply names it already. */
  readonly #sent = new Map<string, string>();

  constructor(of: SenderParts) {
    this.#of = of;
  }

  /** The message of ours that was sent there under this reference, where it was not long ago. */
  sentAs(chat: string, ref: string): string | undefined {
    return this.#sent.get(`${chat} ${ref}`);
  }

  /** Sends, or changes the message `replaces`. Never throws but for bugs of ours. */
  async send(to: ChatKey, what: Outgoing, replaces?: string): Promise<Outcome> {
    const { health, clock } = this.#of;
    await this.#of.pace.turn(to);
    try {
      let ref: string;
      try {
        ref = await this.#bring(to, what, replaces);
      } catch (error) {
        const moved = movedTo(error);
        if (moved === undefined) throw error;
        await this.#of.moved(to.chat, String(moved));
        ref = await this.#bring({ ...to, chat: String(moved) }, what, undefined);
      }
      health.good('out', 'Telegram takes what is sent.');
      this.#done.delete(what.id);
      this.#remember(to, ref, what.id);
      return { end: 'sent', ref };
    } catch (error) {
      this.#notice(error);
      const outcome = outcomeOf(error, clock.now());
      if (outcome.end === 'failed' || outcome.end === 'unreachable') this.#done.delete(what.id);
      return outcome;
    }
  }

  /** Takes the buttons off a message that was answered. Best effort: what can't be changed any more stays as it is. */
  async strip(to: ChatKey, ref: string): Promise<void> {
    await this.#of.client
      .editMessageReplyMarkup(to.chat, Number(ref), undefined, { inline_keyboard: [] })
      .catch((error: unknown) => {
        if (!(error instanceof TelegramError || error instanceof Unreachable)) throw error;
      });
  }

  async #bring(to: ChatKey, what: Outgoing, replaces: string | undefined): Promise<string> {
    const texts = parts(what.say.text);
    if (replaces !== undefined && texts.length === 1 && what.files.length === 0) {
      if (await this.#edit(to, what, texts[0]!, replaces)) return replaces;
    }
    const done = this.#done.get(what.id) ?? [];
    const steps = await this.#steps(to, what, texts);
    if (steps.length > 1 && done.length === 0) {
      const oldest = this.#done.size >= mostUnderWay ? this.#done.keys().next().value : undefined;
      if (oldest !== undefined) this.#done.delete(oldest);
      this.#done.set(what.id, done);
    }
    for (const step of steps.slice(done.length)) {
      const made = await step();
      done.push(String((Array.isArray(made) ? (made as readonly Message[])[0]! : (made as Message)).message_id));
    }
    // What is edited or answered later is the last text, which has the buttons.
    return done[Math.max(0, texts.length - 1)] ?? done.at(-1)!;
  }

  #remember({ chat }: ChatKey, ref: string, id: string): void {
    const key = `${chat} ${ref}`;
    this.#sent.delete(key);
    this.#sent.set(key, id);
    const oldest = this.#sent.size > mostUnderWay ? this.#sent.keys().next().value : undefined;
    if (oldest !== undefined) this.#sent.delete(oldest);
  }

  async #edit(to: ChatKey, what: Outgoing, text: RichText, ref: string): Promise<boolean> {
    try {
      await this.#of.client.editMessageText(to.chat, Number(ref), undefined, html(text), this.#markup(to, what));
      return true;
    } catch (error) {
      if (notModified(error)) return true;
      if (notEditable(error)) return false;
      throw error;
    }
  }

  async #steps(to: ChatKey, what: Outgoing, texts: readonly RichText[]): Promise<Step[]> {
    const { client } = this.#of;
    const files = await Promise.all(what.files.map(uploadOf));
    const empty = texts.length === 1 && texts[0]!.length === 0;
    const [only] = files;
    if (only && files.length === 1 && (empty || fitsCaption(what.say.text))) {
      const caption = empty ? {} : { caption: html(what.say.text) };
      return [() => client.sendDocument(to.chat, only, { ...this.#markup(to, what), ...caption })];
    }
    const last = texts.length - 1;
    const steps: Step[] = (empty ? [] : texts).map(
      (text, at) => () => client.sendMessage(to.chat, html(text), this.#markup(to, at === last ? what : null)),
    );
    for (let from = 0; from < files.length; from += mostInGroup) {
      const some = files.slice(from, from + mostInGroup);
      steps.push(
        some.length === 1
          ? () => client.sendDocument(to.chat, some[0]!)
          : () => client.sendMediaGroup(to.chat, some.map((media) => ({ type: 'document' as const, media })) as never),
      );
    }
    return steps;
  }

  #markup(to: ChatKey, what: Outgoing | null) {
    const rows = what ? this.#buttons(to, what) : [];
    return {
      parse_mode: 'HTML' as const,
      link_preview_options: { is_disabled: true },
      ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
    };
  }

  /** In a group everybody could press: what is more than public is offered in private. */
  #buttons(to: ChatKey, what: Outgoing): InlineKeyboardButton[][] {
    if (to.kind === 'private') return keyboard(what);
    const link = this.#of.link();
    return link ? [[{ text: 'Nhắn riêng với Nhịp Cầu', url: link }]] : [];
  }

  #notice(error: unknown): void {
    const { health } = this.#of;
    if (error instanceof Unreachable && !error.sent) health.bad('out', troubles.away(error.code));
    if (!(error instanceof TelegramError)) return;
    if (error.code === 401) health.bad('out', troubles.token);
    if (error.code === 429) health.bad('out', troubles.limited(error.parameters?.retry_after ?? 1));
  }
}

/** As many documents as one album may have. */
const mostInGroup = 10;

async function uploadOf(file: ReadyFile): Promise<{ source: Buffer; filename: string; mime: string }> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.open()) pieces.push(piece);
  return { source: Buffer.concat(pieces), filename: file.name, mime: file.mime };
}
