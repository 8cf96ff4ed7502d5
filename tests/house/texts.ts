import { fileURLToPath } from 'node:url';
import type { Lang, Text } from '../../src/chat/text.ts';
import { sources } from './sources.ts';

export const languages: readonly Lang[] = ['vi', 'en'];

/** A sentence or card that some module exports, under the name by which a failing test tells where it stands. */
export interface Found<T> {
  readonly name: string;
  readonly of: T;
}

export type AnyText = Text<readonly unknown[]>;

/** Words in both languages that take no arguments: labels of buttons, names of states, errors of a border. */
export interface Pair {
  readonly vi: string;
  readonly en: string;
}

const isText = (of: unknown): of is AnyText => typeof of === 'function' && 'samples' in of;
const isPair = (of: unknown): of is Pair =>
  (typeof of === 'function' || typeof of === 'object') &&
  of !== null &&
  typeof (of as Pair).vi === 'string' &&
  typeof (of as Pair).en === 'string';

/** Modules that hold sentences: those that declare texts or labels, and those that are called texts. */
const modules = sources('src', /\.(ts|js)$/).filter(
  ({ path, text }) =>
    /(^|\/)texts(\/|\.[tj]s$)/.test(path) || /import \{[^}]*\b(text|label)\b[^}]*\} from '[^']*\/text\.ts'/.test(text),
);

/** Every text and every pair of words in the house, also those inside exported objects. */
export async function everyText(): Promise<{ texts: Found<AnyText>[]; pairs: Found<Pair>[]; places: string[] }> {
  const texts: Found<AnyText>[] = [];
  const pairs: Found<Pair>[] = [];
  const walk = (name: string, of: unknown, depth: number): void => {
    if (isText(of)) texts.push({ name, of });
    else if (isPair(of)) pairs.push({ name, of });
    else if (typeof of === 'object' && of !== null && depth > 0)
      for (const [key, one] of Object.entries(of)) walk(`${name}.${key}`, one, depth - 1);
  };
  for (const { path } of modules) {
    const module: Record<string, unknown> = await import(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
    for (const [name, of] of Object.entries(module)) walk(`${path} ${name}`, of, 3);
  }
  return { texts, pairs, places: modules.map(({ path }) => path) };
}
