import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One entry of the comparison. */
export interface Entry {
  readonly name: string;
  /** Its program, a `contest` (see contestant.ts). */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** Gives the number of needs that were stored, so that nobody is fast by losing work. */
  readonly stored: string;
}

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const peer = (name: string, program: string, hardened: boolean): Entry => ({
  name,
  file: path(`./peers/${program}.ts`),
  env: hardened ? { HARDENED: '1' } : {},
  stored: 'select count(*)::int as stored from needs',
});

/** Ours, against which the others are measured. */
export const ours: Entry = {
  name: 'ours',
  file: path('./ours.ts'),
  env: {},
  stored: 'select count(*)::int as stored from need',
};

/** Ours and its peers, in the order in which they are shown. */
export const entries: readonly Entry[] = [
  ...(existsSync(ours.file) ? [ours] : []),
  peer('grammy', 'grammy', false),
  peer('grammy-hardened', 'grammy', true),
  peer('telegraf', 'telegraf', false),
  peer('telegraf-hardened', 'telegraf', true),
];
