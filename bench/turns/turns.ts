import { parseArgs } from 'node:util';
import { startPostgres } from '../../tests/support/postgres.ts';
import type { Bench } from '../support/bench.ts';
import { median, round, table } from '../support/figures.ts';
import { machine, quiet } from '../support/machine.ts';
import { type Entry, entries, ours, tuned } from './contestants.ts';
import { countTrips, type Figures, playRound } from './round.ts';
import { messagesPerChat } from './script.ts';

/** The medians of a contestant, and how far its rounds lie apart. */
interface Result extends Figures {
  readonly name: string;
  readonly slowest: number;
  readonly fastest: number;
  readonly trips: number;
}

/** The same guided form, ten messages a chat, by ours and by what others would build it with. */
export const turns: Bench = {
  summary: 'a guided form of ten messages: ours beside grammY and telegraf, on one PostgreSQL that syncs',
  options: [
    '--chats N     chats measured in a round (1000)',
    '--rounds N    rounds, contestants in turns; medians are shown (3)',
    '--in-flight N chats at the same time (32)',
    `--only a,b    of ${entries.map((entry) => entry.name).join(', ')}`,
    `--tuned       also ${tuned.map((entry) => entry.name).join(', ')}: faster than their documentation makes them`,
    '--telegram    ours through its Telegram channel, which takes the buttons off each answered question: a call more for each reply',
    '--where       also where the time of ours goes: parts of its process, statements of its database',
    '--json        one line for each peer on the output, the rest on stderr',
  ],
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        chats: { type: 'string', default: '1000' },
        rounds: { type: 'string', default: '3' },
        'in-flight': { type: 'string', default: '32' },
        only: { type: 'string' },
        tuned: { type: 'boolean', default: false },
        telegram: { type: 'boolean', default: false },
        where: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const chats = Number(values.chats);
    if (values.telegram) process.env['CHANNEL'] = 'telegram';
    if (values.where) {
      process.env['BENCH_WHERE'] = '1';
      process.env['BENCH_STATEMENTS'] = '1';
    }
    const load = { chats, warm: Math.ceil(Math.min(chats / 10, 100)), inFlight: Number(values['in-flight']) };
    const chosen = choose(values.only, values.tuned);
    const say = values.json ? console.error : console.log;
    say(`npm run bench -- turns ${args.join(' ')}`.trim());
    say(machine());
    say(`${chats} chats × ${messagesPerChat} messages, ${load.inFlight} in flight, ${values.rounds} rounds\n`);
    const results = await compare(chosen, load, Number(values.rounds), say);
    say(`\n${show(results)}`);
    if (values.json) for (const line of figures(results)) console.log(JSON.stringify(line));
  },
};

function choose(only: string | undefined, alsoTuned: boolean): readonly Entry[] {
  if (only === undefined) return alsoTuned ? [...entries, ...tuned] : entries;
  return only.split(',').map((name) => {
    const entry = [...entries, ...tuned].find((entry) => entry.name === name);
    if (!entry) throw new Error(`There is no contestant "${name}".`);
    return entry;
  });
}

async function compare(
  chosen: readonly Entry[],
  load: Parameters<typeof playRound>[2],
  rounds: number,
  say: (line: string) => void,
): Promise<Result[]> {
  const server = await startPostgres({
    durable: true,
    ...(process.env['BENCH_STATEMENTS']
      ? { settings: { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_planning': 'on' } }
      : {}),
  });
  try {
    const played = new Map<Entry, Figures[]>(chosen.map((entry) => [entry, []]));
    for (let i = 0; i < rounds; i++) {
      // There and back again, so that nobody always comes after the same one.
      for (const entry of i % 2 === 0 ? chosen : [...chosen].reverse()) {
        const figures = await playUndisturbed(server, entry, load);
        played.get(entry)!.push(figures);
        say(
          `round ${i + 1}  ${entry.name.padEnd(18)} ${figures.perSecond.toFixed(0).padStart(5)} updates/s${note(figures)}`,
        );
      }
    }
    const results: Result[] = [];
    for (const [entry, figures] of played) {
      const trips = await countTrips(server, entry, { ...load, chats: Math.min(load.chats, 100), warm: 10 });
      results.push(summarise(entry.name, figures, trips));
    }
    return results;
  } finally {
    await server.stop();
  }
}

/** Plays a round in a quiet moment, and up to twice again when others came between; gives the one that was disturbed least. */
async function playUndisturbed(...round: Parameters<typeof playRound>): Promise<Figures> {
  let best: Figures | undefined;
  for (let tries = 3; tries > 0 && (best?.others ?? 1) > disturbing; tries--) {
    await quiet();
    const figures = await playRound(...round);
    if (!best || figures.others < best.others) best = figures;
  }
  return best!;
}

const disturbing = 0.1;

/** Says when a figure is not worth much. */
const note = ({ others }: Figures): string =>
  others > disturbing ? `  (others took ${(others * 100).toFixed(0)} % of the machine)` : '';

function summarise(name: string, rounds: readonly Figures[], trips: number): Result {
  const middle = (of: keyof Figures) => median(rounds.map((figures) => figures[of]));
  const speeds = rounds.map((figures) => figures.perSecond);
  return {
    name,
    perSecond: middle('perSecond'),
    slowest: Math.min(...speeds),
    fastest: Math.max(...speeds),
    p50: middle('p50'),
    p99: middle('p99'),
    cpu: middle('cpu'),
    databaseCpu: middle('databaseCpu'),
    others: middle('others'),
    stubCpu: middle('stubCpu'),
    transactions: middle('transactions'),
    syncs: middle('syncs'),
    rss: middle('rss'),
    trips,
  };
}

function show(results: readonly Result[]): string {
  const own = results.find((result) => result.name === ours.name);
  const heading = [
    '',
    'updates/s',
    'range',
    'ours is',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'db CPU ms',
    'commits',
    'syncs',
    'trips',
    'MB',
  ];
  const rows = results.map((result) => [
    result.name,
    result.perSecond.toFixed(0),
    `${result.slowest.toFixed(0)}–${result.fastest.toFixed(0)}`,
    own && own !== result ? `${(own.perSecond / result.perSecond).toFixed(2)} ×` : '',
    result.p50.toFixed(1),
    result.p99.toFixed(1),
    result.cpu.toFixed(2),
    result.databaseCpu.toFixed(2),
    result.transactions.toFixed(2),
    result.syncs.toFixed(2),
    result.trips.toFixed(2),
    result.rss.toFixed(0),
  ]);
  const stub = median(results.map((result) => result.stubCpu)).toFixed(2);
  return `${table([heading, ...rows])}\n\n${legend}\nThe stub took ${stub} ms of CPU.`;
}

const legend = `For each update: CPU of the bot's process and of the database; commits, read-only ones too;
syncs to disk, shared by those who commit together; round trips to the database.`;

/** One line for each peer; what concerns ours is null where ours did not run. */
function figures(results: readonly Result[]) {
  const own = results.find((result) => result.name === ours.name);
  return results
    .filter((result) => result !== own)
    .map((peer) => ({
      figure: 'turns',
      peer: peer.name,
      ours: own ? round(own.perSecond, 0) : null,
      theirs: round(peer.perSecond, 0),
      ratio: own ? round(own.perSecond / peer.perSecond, 2) : null,
      p99_ratio: own ? round(own.p99 / peer.p99, 2) : null,
    }));
}
