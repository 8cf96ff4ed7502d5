import { slips } from '../base/settings/misspelt.ts';
import { UsageError } from './command.ts';

/** Arguments: `key=value`, `--key value` and `--key=value` mean the same; everything else is positional. */
export interface Args {
  readonly options: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/** Reads arguments. `known`: the option names there are, with underscores; dashes mean the same. @throws UsageError */
export function readArgs(args: readonly string[], known: readonly string[]): Args {
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const given = args[i]!;
    const pair = /^(?:--)?([A-Za-z][\w-]*)=(.*)$/s.exec(given);
    const flag = /^--([A-Za-z][\w-]*)$/.exec(given);
    if (!pair && !flag) {
      rest.push(given);
      continue;
    }
    const name = (pair ?? flag)![1]!.toLowerCase().replaceAll('-', '_');
    if (!known.includes(name)) throw new UsageError(unknownOption(name, known));
    const value = pair ? pair[2]! : args[++i];
    if (value === undefined) throw new UsageError(`${given} needs a value behind it.`);
    options.set(name, value);
  }
  return { options, rest };
}

function unknownOption(name: string, known: readonly string[]): string {
  const near = known.find((one) => slips(name, one, 2) <= 2);
  return `"${name}" is not known here${near ? `: was ${near} meant` : ''}? There is: ${known.join(', ')}.`;
}

/** A whole number within limits. @throws UsageError */
export function wholeNumber(text: string, name: string, min: number, max: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= min && number <= max))
    throw new UsageError(`${name} is "${text}"; it must be a whole number from ${min} to ${max}.`);
  return number;
}
