import type { Store } from '../base/database/store.ts';
import type { Part } from '../base/http/health.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import type { Clock } from '../base/time/clock.ts';
import type { Served } from '../chat/channels/channel.ts';
import type { TelegramChannel } from '../chat/channels/telegram/telegram.ts';
import type { Flow } from '../chat/dialogue/types.ts';
import type { Kernel } from '../chat/kernel/kernel.ts';
import type { Config } from '../config.ts';
import type { Vocabulary } from '../language/index.ts';
import type { ServiceName } from './names.ts';

/** What of the running service the operator's commands work with; each takes only what it needs of it. */
export interface ServiceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: Keyring;
  readonly config: Config;
  /** Decisions with their audit entries, as turns make them. */
  readonly write: Kernel['write'];
  readonly depth: Kernel['depth'];
  readonly vocabulary: () => Vocabulary;
  /** What the service leans on, as `/ready` shows it. */
  readonly parts: () => Readonly<Record<string, Part>>;
  /** The bot at Telegram; null where it is not set. */
  readonly telegram: (Served & { readonly channel: TelegramChannel }) | null;
  /** Everything that can be asked for, of every slice. */
  // biome-ignore lint/suspicious/noExplicitAny: each flow keeps its own Found
  readonly flows: readonly Flow<any>[];
  /** Where people open it: PUBLIC_URL, or the address on this machine. */
  readonly url: string;
  readonly startedAt: Temporal.Instant;
}

/** What was typed behind the command, and in which folder. */
export interface Call {
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What is printed. `ok` false: the command did not do what was asked, or found something wrong; the exit code is then 1. */
export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

/** A command that the running service carries out. */
export interface Command {
  /** One word or two: "audit verify". */
  readonly name: ServiceName;
  /** What may stand behind the name. */
  readonly usage: string;
  /** A sentence for `help`. */
  readonly says: string;
  /** Examples and details for `help NAME`. */
  readonly more?: readonly string[];
  run(of: ServiceParts, call: Call): Promise<Answer>;
}

/** What the operator did wrong: shown as it is, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const done = (...lines: readonly string[]): Answer => ({ ok: true, text: lines.join('\n') });
export const failed = (...lines: readonly string[]): Answer => ({ ok: false, text: lines.join('\n') });
