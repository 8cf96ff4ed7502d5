import type { Me } from './incoming.ts';
import type { ReadMessage } from './updates.ts';

/**
 * What was said to the bot in a group, without its name: a command, its @name, its mention, or a reply to a message of its own.
 * Null for everything else that people say to each other there, of which nothing is kept.
 */
export function addressed(message: ReadMessage, me: Me): string | null {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  const own = `@${me.username.toLowerCase()}`;
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (command) {
    const [name, bot] = text.slice(0, command.length).split('@');
    // A command without a name is for every bot of the group; with another's name it is that one's.
    if (bot !== undefined && `@${bot.toLowerCase()}` !== own) return null;
    const rest = text.slice(command.length);
    if (/^\/start$/i.test(name!)) return `/menu${rest}`;
    return `${name}${rest}`.trim();
  }
  const mention = entities.find(
    ({ type, offset, length, user }) =>
      (type === 'mention' && text.slice(offset, offset + length).toLowerCase() === own) ||
      (type === 'text_mention' && user?.id === me.id),
  );
  if (mention) {
    const said = `${text.slice(0, mention.offset)} ${text.slice(mention.offset + mention.length)}`;
    return (
      said
        .replace(/\s+/g, ' ')
        .replace(/^[\s,:;.–-]+/, '')
        .trim() || '/menu'
    );
  }
  return message.reply_to_message?.from?.id === me.id ? text : null;
}
