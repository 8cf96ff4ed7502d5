import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import type { Databases } from '../../tests/support/databases.ts';
import { machineBusy } from '../support/machine.ts';
import { type Program, startProgram } from '../support/processes.ts';
import { parentOf, timeOf, timeOfFamily } from '../support/processor-time.ts';
import type { Spent } from './contestant.ts';
import type { Entry } from './contestants.ts';
import { countingProxy } from './counting-proxy.ts';
import type { PhaseResult } from './stub.ts';

/** How much is led through in one round. */
export interface Load {
  readonly chats: number;
  /** Chats before the measured ones, until the code is compiled and the connections are open. */
  readonly warm: number;
  readonly inFlight: number;
}

/** The figures of one contestant in one round. Times in milliseconds. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the contestant's process for each update. */
  readonly cpu: number;
  /** Processor time of the database for each update; NaN where there is no /proc. */
  readonly databaseCpu: number;
  /** Processor time of the stub for each update. */
  readonly stubCpu: number;
  /** Share of the machine (0 to 1) that neither the bot nor its database nor the stub took: above a tenth, the round is not worth much. */
  readonly others: number;
  /** Transactions for each update, read-only ones included, as the database counts them. */
  readonly transactions: number;
  /** How often the database waited for the disk, for each update: transactions that commit together share one. */
  readonly syncs: number;
  /** Resident memory at the end, in megabytes. */
  readonly rss: number;
}

/** The server that a round takes place on. */
export type Server = { readonly url: string } & Pick<Databases, 'createDatabase' | 'dropDatabase'>;

const stubFile = fileURLToPath(new URL('./stub.ts', import.meta.url));
const stalledMs = 120_000;

/** Leads one contestant through all chats on a fresh database. @throws when it loses, doubles or stalls anything. */
export async function playRound(server: Server, entry: Entry, load: Load): Promise<Figures> {
  const admin = postgres(server.url, { max: 1 });
  const name = 'turns';
  const url = await server.createDatabase(name);
  try {
    if (process.env['BENCH_STATEMENTS']) {
      const own = postgres(url, { max: 1 });
      await own`create extension pg_stat_statements`;
      await own.end();
    }
    await admin`checkpoint`;
    const syncsBefore = await syncs(admin);
    const postmaster = parentOf((await admin`select pg_backend_pid() as pid`)[0]!['pid']) ?? 0;
    const times = (bot: number): Times => ({
      bot: timeOf(bot) ?? Number.NaN,
      database: timeOfFamily(postmaster) ?? Number.NaN,
      busy: machineBusy(),
    });
    let before: Times | undefined;
    let after: Times | undefined;
    const { measured, all, spent } = await lead(entry, url, load, {
      begins: (bot) => {
        before = times(bot);
      },
      ends: (bot) => {
        after = times(bot);
      },
    });
    const bot = after!.bot - before!.bot;
    const database = after!.database - before!.database;
    const busy = after!.busy - before!.busy;
    const stored = await storedNeeds(url, entry);
    if (process.env['BENCH_STATEMENTS']) await showStatements(url, all);
    if (stored !== load.warm + load.chats) throw new Error(`${entry.name} stored ${stored} needs`);
    return {
      perSecond: (measured.updates / measured.elapsed) * 1000,
      p50: measured.p50,
      p99: measured.p99,
      cpu: spent.cpu / all,
      databaseCpu: database / measured.updates,
      others: Math.max(0, busy - bot - database - measured.cpu) / measured.elapsed / availableParallelism() || 0,
      stubCpu: measured.cpu / measured.updates,
      transactions: (await transactions(admin, name)) / all,
      syncs: ((await syncs(admin)) - syncsBefore) / all,
      rss: spent.rss / 2 ** 20,
    };
  } finally {
    await admin.end();
    await server.dropDatabase(name);
  }
}

/** Which statements took the database's time, for each update (BENCH_STATEMENTS=1). */
async function showStatements(url: string, updates: number): Promise<void> {
  const sql = postgres(url, { max: 1 });
  try {
    const rows = await sql`
      select round((total_exec_time * 1000 / ${updates})::numeric, 1) as exec_us, round((total_plan_time * 1000 / ${updates})::numeric, 1) as plan_us,
        calls, round(rows::numeric / greatest(calls, 1), 1) as rows, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as text
      from pg_stat_statements s join pg_database d on d.oid = s.dbid and d.datname = current_database()
      order by total_exec_time + total_plan_time desc limit 24`;
    console.log('µs exec  µs plan    calls   rows  statement, for each update');
    for (const r of rows) {
      console.log(
        `${String(r['exec_us']).padStart(7)} ${String(r['plan_us']).padStart(8)} ${String(r['calls']).padStart(8)} ${String(r['rows']).padStart(6)}  ${r['text']}`,
      );
    }
  } finally {
    await sql.end();
  }
}

/** Round trips to the database for each update, by a short round through a proxy that counts them. */
export async function countTrips(server: Server, entry: Entry, load: Load): Promise<number> {
  const url = await server.createDatabase('trips');
  const proxy = await countingProxy(url);
  let before = 0;
  try {
    let after = 0;
    const { measured } = await lead(entry, proxy.url, load, {
      begins: () => {
        before = proxy.trips();
      },
      ends: () => {
        after = proxy.trips();
      },
    });
    return (after - before) / measured.updates;
  } finally {
    await proxy.close();
    await server.dropDatabase('trips');
  }
}

/** What is looked at around the measured phase, while the bot `pid` still runs. */
interface Watch {
  begins(pid: number): void;
  ends(pid: number): void;
}

/** Processor times up to a moment. Milliseconds. */
interface Times {
  readonly bot: number;
  readonly database: number;
  readonly busy: number;
}

async function lead(entry: Entry, databaseUrl: string, load: Load, watch: Watch) {
  const stub = startProgram(stubFile, {
    WARM: `${load.warm}`,
    CHATS: `${load.chats}`,
    IN_FLIGHT: `${load.inFlight}`,
  });
  let contestant: Program | undefined;
  try {
    const port = await stub.line(10_000);
    contestant = startProgram(entry.file, {
      ...entry.env,
      DATABASE_URL: databaseUrl,
      BOT_API_ROOT: `http://127.0.0.1:${port}`,
      CHATS: `${load.warm + load.chats}`,
    });
    if ((await contestant.line(30_000)) !== 'READY') throw new Error(`${entry.name} did not say READY`);
    const before = await phase(stub);
    watch.begins(contestant.pid);
    const measured = await phase(stub);
    watch.ends(contestant.pid);
    const all = before.updates + measured.updates;
    const extra = before.extra + measured.extra;
    if (extra > 0) throw new Error(`${entry.name} sent ${extra} messages more than there were updates`);
    process.kill(contestant.pid, 'SIGTERM');
    const spent = JSON.parse(await contestant.line(10_000)) as Spent;
    return { measured, all, spent };
  } finally {
    await contestant?.end();
    await stub.end();
  }
}

async function phase(stub: Program): Promise<PhaseResult> {
  stub.tell('go');
  return JSON.parse(await stub.line(stalledMs)) as PhaseResult;
}

async function storedNeeds(url: string, entry: Entry): Promise<number> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql.unsafe(entry.stored);
    return row?.['stored'];
  } finally {
    await sql.end();
  }
}

/** A connection's counts reach the statistics when it ends, so this waits until all have. */
async function transactions(admin: postgres.Sql, database: string): Promise<number> {
  for (;;) {
    const [row] = await admin`
      select numbackends, xact_commit::int from pg_stat_database where datname = ${database}`;
    if (row!['numbackends'] === 0) return row!['xact_commit'];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function syncs(admin: postgres.Sql): Promise<number> {
  const [row] = await admin`select sum(fsyncs)::int as syncs from pg_stat_io where object = 'wal'`;
  return row?.['syncs'] ?? 0;
}
