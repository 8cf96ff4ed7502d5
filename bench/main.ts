import type { Bench } from './support/bench.ts';

/** Every benchmark by name. Loaded when asked for, because they bring the peers' packages. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  turns: async () => (await import('./turns/turns.ts')).turns,
  language: async () => (await import('./language/language.ts')).language,
  'web-chats': async () => (await import('./web-chats/web-chats.ts')).webChats,
  names: async () => (await import('./names/names.ts')).names,
  lookups: async () => (await import('./lookups/lookups.ts')).lookupsBench,
};

const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? undefined : benches[name];
if (chosen) {
  await (await chosen()).run(args);
} else {
  if (name !== undefined && !name.startsWith('-')) console.error(`There is no benchmark "${name}".\n`);
  console.log('npm run bench -- <name> [options]\n');
  for (const [name, load] of Object.entries(benches)) {
    const { summary, options } = await load();
    console.log(`  ${name.padEnd(10)} ${summary}`);
    for (const option of options) console.log(`  ${''.padEnd(10)}   ${option}`);
  }
  process.exitCode = name === undefined || name.startsWith('-') ? 0 : 1;
}
