import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '../base/time/clock.ts';
import { type Config, readConfig } from '../config.ts';
import { readEnvFile } from '../env-file.ts';
import { sentenceFor } from '../sentences.ts';
import { type Asked, askService } from './client.ts';
import { type Answer, failed } from './command.ts';
import { names, split } from './names.ts';
import { controlPath } from './protocol.ts';

async function run(words: readonly string[]): Promise<Answer> {
  const { command, args } = split(words);
  const wantsHelp = ['help', '--help', '-h'];
  const aboutOne = args.length === 1 && wantsHelp.slice(1).includes(args[0]!);
  if (wantsHelp.includes(command) || aboutOne || !names.includes(command)) {
    // What the commands do comes with their words, and takes most of a second to load: only for who reads about them.
    const { help, unknown } = await import('./help.ts');
    if (wantsHelp.includes(command)) return help(args);
    return names.includes(command) ? help([command]) : unknown(command);
  }
  readEnvFile();
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  // npm runs scripts in the folder of the package; what was typed is meant where it was typed.
  const call = { args, cwd: process.env['INIT_CWD'] ?? process.cwd() };
  if (command === 'restore') return (await import('./commands/restore.ts')).restore(config, systemClock.now(), call);
  return ask(config, { command, ...call });
}

async function ask(config: Config, call: Asked): Promise<Answer> {
  const path = controlPath(config.dataDir);
  const answer = await askService(path, call);
  if (answer === 'nobody') {
    return failed(
      `Nhịp Cầu does not run with DATA_DIR=${resolve(config.dataDir)} (nobody answers at ${path}).`,
      'Start it (npm start), or set DATA_DIR as the running service has it. A service in a container is asked inside that container.',
    );
  }
  if (answer === 'silent') return failed('The service ended before it answered. See its log, and try again.');
  return answer.ok ? { ok: true, text: answer.text } : { ok: false, text: answer.error };
}

try {
  const { ok, text } = await run(process.argv.slice(2));
  (ok ? console.log : console.error)(text);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(sentenceFor(error) ?? error);
  process.exitCode = 1;
}
