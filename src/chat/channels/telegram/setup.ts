import type { BotCommand, BotCommandScope } from 'telegraf/types';
import type { Client } from './client.ts';

/** What the bot shows of itself at Telegram, before a word is said. */
export interface Face {
  readonly commands: readonly {
    readonly scope: BotCommandScope;
    /** Two letters; missing: for everybody whose language has no list of its own. */
    readonly language?: 'en';
    readonly commands: readonly BotCommand[];
    /** Of whom this is, for the report. */
    readonly whose: string;
  }[];
  readonly profile: readonly {
    readonly language?: 'en';
    /** Stands in the empty chat, above the button that starts the bot. */
    readonly description: string;
    /** Stands in the bot's profile. */
    readonly short: string;
  }[];
}

/** Sets what differs from what Telegram has, and nothing else: run twice it changes nothing. @returns what was changed, in words */
export async function setUp(client: Client, face: Face): Promise<string[]> {
  const changed: string[] = [];
  for (const { scope, language, commands, whose } of face.commands) {
    const where = { scope, ...(language ? { language_code: language } : {}) };
    const now = await client.getMyCommands(where);
    if (JSON.stringify(plain(now)) === JSON.stringify(plain(commands))) continue;
    await client.setMyCommands(commands, where);
    changed.push(`commands of ${whose}${language ? ` (${language})` : ''}`);
  }
  for (const { language, description, short } of face.profile) {
    const named = language ? ` (${language})` : '';
    const now = await client.getMyDescription(language);
    if (now.description !== description) {
      await client.setMyDescription(description, language);
      changed.push(`description${named}`);
    }
    const before = await client.getMyShortDescription(language);
    if (before.short_description !== short) {
      await client.setMyShortDescription(short, language);
      changed.push(`profile text${named}`);
    }
  }
  return changed;
}

const plain = (commands: readonly BotCommand[]) => commands.map(({ command, description }) => [command, description]);
