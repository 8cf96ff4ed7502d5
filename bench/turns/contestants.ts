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
const peer = (name: string, program: string, env: Entry['env'] = {}): Entry => ({
  name,
  file: path(`./peers/${program}.ts`),
  env,
  stored: 'select count(*)::int as stored from needs',
});

/** Ours, against which the others are measured. */
export const ours: Entry = {
  name: 'ours',
  file: path('./ours.ts'),
  env: {},
  stored: 'select count(*)::int as stored from need',
};

/** The peers made faster than their documentation makes them. */
export const tuned: readonly Entry[] = [
  peer('grammy-tuned', 'grammy', { TUNED: '1' }),
  peer('telegraf-tuned', 'telegraf', { TUNED: '1' }),
];

/** Ours and its peers as their documentation sets them up, in the order in which they are shown. */
export const entries: readonly Entry[] = [
  ...(existsSync(ours.file) ? [ours] : []),
  peer('grammy', 'grammy'),
  peer('grammy-hardened', 'grammy', { HARDENED: '1' }),
  peer('telegraf', 'telegraf'),
  peer('telegraf-hardened', 'telegraf', { HARDENED: '1' }),
];
