import type { Emulator } from '../emulators/telegram/emulator.ts';
import type { Fault, Talk } from './talk.ts';

/** Prints what happened. @returns whether nothing was lost, doubled or out of order */
export function judge(of: {
  readonly emulator: Emulator;
  readonly talks: readonly Talk[];
  /** The last number of a need before. */
  readonly before: number;
  readonly kills: number;
  readonly errors: ReadonlyMap<string, number>;
}): boolean {
  const { emulator, talks } = of;
  const faults: Fault[] = talks.flatMap((one) => one.faults);
  if (emulator.pending() > 0) faults.push({ kind: 'lost', says: `${emulator.pending()} updates were never confirmed` });

  // Every number that was drawn was told to the one who drew it, and to nobody else: none is missing, none is told twice.
  const told = talks.flatMap((one) => one.codes.map((code) => Number(code.split('-').at(-1))));
  const numbers = new Set(told);
  if (numbers.size < told.length) faults.push({ kind: 'doubled', says: 'a number was told to two people' });
  const highest = Math.max(of.before, ...told);
  for (let n = of.before + 1; n <= highest; n++)
    if (!numbers.has(n)) faults.push({ kind: 'doubled', says: `the need ${n} was made and told to nobody` });

  const chats = new Map<number, string[]>();
  let sent = 0;
  for (const { kind, chat, text } of emulator.journal) {
    if (kind !== 'sent') continue;
    sent += 1;
    chats.set(chat, [...(chats.get(chat) ?? []), text]);
  }
  for (const [chat, texts] of chats) faults.push(...disorder(chat, texts));

  const waits = talks.flatMap((one) => one.waits).sort((a, b) => a - b);
  const at = (part: number) => Math.round(waits[Math.floor(waits.length * part)] ?? 0);
  const messages = talks.reduce((sum, one) => sum + one.messages, 0);
  const count = (kind: Fault['kind']) => faults.filter((fault) => fault.kind === kind).length;
  const refused = emulator.journal.filter(({ kind, what }) => kind === 'refused' && /Too Many/.test(what)).length;
  console.log(
    [
      `${messages} messages of people, ${sent} of the bot, ${told.length} needs, ${of.kills} SIGKILLs, ${refused} × 429`,
      `answered after ${at(0.5)} ms (half), ${at(0.99)} ms (99 %), ${at(0.999)} ms (99.9 %)`,
      `${count('lost')} lost, ${count('doubled')} doubled, ${count('disorder')} out of order`,
      ...[...of.errors].map(([line, n]) => `log: ${n} × ${line}`),
      ...faults.slice(0, 20).map(({ kind, says }) => `${kind}: ${says}`),
    ].join('\n'),
  );
  return faults.length === 0;
}

/** The questions of one form come in their order; one that was said before may come again, where its fate was not known. */
function disorder(chat: number, texts: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  let reached = 0;
  for (const text of texts) {
    const question = Number(/(?:^|\n)(\d)\/8 ·/.exec(text)?.[1] ?? 0);
    if (/NC-\d{4}-\d+/.test(text)) reached = 0;
    if (question > reached + 1)
      faults.push({ kind: 'disorder', says: `${chat}: question ${question} after ${reached}` });
    reached = Math.max(reached, question);
  }
  return faults;
}
