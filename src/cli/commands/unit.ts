import type { Id } from '../../base/ids.ts';
import { findUnit, type Vocabulary } from '../../language/index.ts';
import { UsageError } from '../command.ts';

/** The unit that a text names in any spelling. @throws UsageError with what to write instead */
export function unitNamed(text: string, words: Vocabulary): { readonly id: Id<'unit'>; readonly name: string } {
  const { units } = words.lists;
  if (units.length === 0)
    throw new UsageError('The store has no units yet. Make them first: npm run cli -- units import');
  const byCode = units.find((one) => one.code.toLowerCase() === text.trim().toLowerCase());
  const found = byCode ? { sure: byCode.id, candidates: [] } : findUnit(text, words);
  const sure = units.find((one) => one.id === found.sure);
  if (sure) return { id: sure.id as Id<'unit'>, name: sure.name };
  const near = found.candidates.flatMap((id) => units.find((one) => one.id === id) ?? []);
  if (near.length === 0) throw new UsageError(`No unit is called "${text}". Its code works too, e.g. SYT or 03646.`);
  const list = near.map((one) => `  ${one.code}  ${one.name}`).join('\n');
  throw new UsageError(`Several units fit "${text}". Write the code of the right one:\n${list}`);
}
