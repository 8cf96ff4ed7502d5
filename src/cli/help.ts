import { slips } from '../base/settings/misspelt.ts';
import { type Answer, type Command, done, failed } from './command.ts';
import { restoreUsage } from './commands/restore.ts';
import { serviceCommands } from './commands.ts';

type Known = Pick<Command, 'usage' | 'says' | 'more'> & { readonly name: string };

const helpUsage: Known = { name: 'help', usage: '[COMMAND]', says: 'This list, or more about one command.' };

/** Every command there is, those that this program carries out itself among them. */
const known: readonly Known[] = [helpUsage, ...serviceCommands, restoreUsage];

/** `help`, or `help COMMAND`. */
export function help(args: readonly string[]): Answer {
  if (args.length > 0) {
    const one = known.find(({ name }) => name === args.join(' '));
    return one ? done(`${one.name} ${one.usage}`.trim(), one.says, ...(one.more ?? [])) : unknown(args.join(' '));
  }
  return done(
    'npm run cli -- COMMAND …   speaks to the running service (settings as for npm start)',
    ...known.flatMap((one) => ['', `  ${one.name} ${one.usage}`.trimEnd(), `      ${one.says}`]),
  );
}

/** A command that is none: with the one that was probably meant. */
export function unknown(command: string): Answer {
  const near = known.find(({ name }) => slips(command, name, 2) <= 2 || name.startsWith(`${command} `));
  return failed(`There is no command "${command}".${near ? ` Did you mean ${near.name}?` : ''}`, 'npm run cli -- help');
}
