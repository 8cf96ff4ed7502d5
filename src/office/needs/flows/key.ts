import { type Id, isId } from '../../../base/ids.ts';
import type { Lang } from '../../../chat/text.ts';
import type { Understood } from '../../../language/index.ts';
import type { NeedKey } from '../store/needs.ts';

const codeShape = /NC[-\s]?(\d{4})[-\s]?(\d{1,6})/iu;

/** Which need a message is about: a code with its year, a bare number, "cái vừa gửi"; null: none is named. */
export function keyOf(ask: Understood): NeedKey | null {
  const code = codeShape.exec(ask.text);
  if (code) return { code: `NC-${code[1]}-${code[2]!.padStart(4, '0')}` };
  // What was shown before and is meant now: the dialogue knows which.
  const shown = ask.slots['need_id'];
  if (isId(shown)) return { id: shown as Id<'need'> };
  const said = ask.slots['need_no'];
  const number = Number(Array.isArray(said) ? said[0] : said);
  if (Number.isInteger(number) && number > 0 && number < 2 ** 31) return { number };
  return ask.slots['need_ref'] === 'last' ? { last: true } : null;
}

/** The same as it is said back: "NC-2026-0042", "nhu cầu số 42". */
export function saidKey(ask: Understood, lang: Lang): string {
  const key = keyOf(ask);
  if (key && 'code' in key) return key.code;
  if (key && 'number' in key) return lang === 'vi' ? `nhu cầu số ${key.number}` : `need number ${key.number}`;
  return lang === 'vi' ? 'nhu cầu này' : 'this need';
}
