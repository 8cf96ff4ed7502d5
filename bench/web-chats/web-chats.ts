import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startPostgres } from '../../tests/support/postgres.ts';
import type { Bench } from '../support/bench.ts';
import { percentile, table } from '../support/figures.ts';
import { machine, quiet } from '../support/machine.ts';
import { startProgram } from '../support/processes.ts';
import { timeOf } from '../support/processor-time.ts';
import { type OpenPage, openPage } from './page.ts';

/** What a linked focal point types, over and over: questions, cards, a form that is begun and put off. */
const script = [
  'menu',
  'hạn nộp là ngày nào',
  'sci con han ko',
  'nhu cầu của đơn vị',
  'gửi nhu cầu mới',
  'Thư viện thân thiện cho trường tiểu học Co Mạ',
  'để sau',
  'caritas duc con han khong',
];

interface Load {
  readonly pages: number;
  readonly chatting: number;
  readonly messages: number;
}

interface Figures {
  readonly database: string;
  /** Of the service's process, in MB: with nobody, with all pages open, after the talking. */
  readonly memory: readonly [number, number, number];
  readonly acknowledged: readonly number[];
  readonly answered: readonly number[];
  readonly perSecond: number;
  /** Processor time of the process, in milliseconds a second: with all pages open and nobody saying anything; and for each turn. */
  readonly idle: number;
  readonly perTurn: number;
}

/** Many open web chats on one process, some of them talking. */
export const webChats: Bench = {
  summary: '500 open web chats on one process, 50 of them talking: memory and latency, on both databases',
  options: [
    '--pages N     open pages (500)',
    '--chatting N  of them that talk, a message a second each (50)',
    '--messages N  messages each (24)',
    '--only a      pglite or postgres',
  ],
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        pages: { type: 'string', default: '500' },
        chatting: { type: 'string', default: '50' },
        messages: { type: 'string', default: '24' },
        only: { type: 'string' },
      },
    });
    const load = {
      pages: Number(values.pages),
      chatting: Number(values.chatting),
      messages: Number(values.messages),
    };
    console.log(machine());
    console.log(`${load.pages} pages, ${load.chatting} of them with ${load.messages} messages, one a second\n`);
    const played: Figures[] = [];
    if (values.only !== 'postgres') played.push(await play('PGlite', load, {}));
    if (values.only !== 'pglite') {
      const server = await startPostgres({ durable: true });
      try {
        const url = await server.createDatabase('web_chats');
        played.push(await play('PostgreSQL', load, { DATABASE_URL: url }));
      } finally {
        await server.stop();
      }
    }
    console.log(show(played));
  },
};

async function play(database: string, load: Load, env: Readonly<Record<string, string>>): Promise<Figures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nhip-cau-web-chats-'));
  const settings = {
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    DEMO: '1',
    LOG_LEVEL: 'error',
    // Everybody comes from an address of their own, as through a proxy.
    TRUST_PROXY: 'loopback',
    SECRET_KEY: randomBytes(32).toString('base64'),
    ...env,
  };
  const service = startProgram('src/main.ts', settings);
  const pages: OpenPage[] = [];
  try {
    await service.line(60_000);
    const url = `http://127.0.0.1:${settings.PORT}`;
    const code = await invitation(settings, load.chatting);
    await quiet(5_000);
    const alone = memoryOf(service.pid);
    for (let at = 0; at < load.pages; at++) pages.push(await openPage(url, `10.1.${at >> 8}.${at & 255}`));
    const talking = pages.slice(0, load.chatting);
    for (const [at, page] of talking.entries()) await link(page, code, at);
    // Every other page has a short conversation on it too.
    for (const page of pages.slice(load.chatting)) await page.turn({ kind: 'start' });
    const busy = timeOf(service.pid) ?? 0;
    await pause(5_000);
    const idle = ((timeOf(service.pid) ?? 0) - busy) / 5;
    const open = memoryOf(service.pid);
    const before = timeOf(service.pid) ?? 0;
    const since = performance.now();
    const turns = (await Promise.all(talking.map((page, at) => talk(page, at, load)))).flat();
    const seconds = (performance.now() - since) / 1000;
    return {
      database,
      memory: [alone, open, memoryOf(service.pid)],
      acknowledged: turns.map(({ acknowledged }) => acknowledged),
      answered: turns.map(({ answered }) => answered),
      perSecond: turns.length / seconds,
      idle,
      perTurn: ((timeOf(service.pid) ?? 0) - before) / turns.length,
    };
  } finally {
    for (const page of pages) page.close();
    await service.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** One code for all who talk, as an operator makes it. */
async function invitation(env: Readonly<Record<string, string>>, uses: number): Promise<string> {
  const args = ['src/cli/main.ts', 'invite', 'xã Co Mạ', 'focal_point', `uses=${Math.min(500, uses)}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
  const code = /^[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(stdout)?.[0];
  if (!code) throw new Error(`no invitation: ${stdout}`);
  return code;
}

async function link(page: OpenPage, code: string, at: number): Promise<void> {
  const letters = 'ABCDEGHIKLMNOPQRSTUVXY';
  await page.turn({ kind: 'start', code });
  await page.turn({ kind: 'text', text: 'đồng ý' });
  await page.turn({ kind: 'text', text: `Lò Văn ${letters[at % 22]}${letters[Math.floor(at / 22)]?.toLowerCase()}` });
}

async function talk(page: OpenPage, at: number, { messages }: Load) {
  const turns: { readonly acknowledged: number; readonly answered: number }[] = [];
  // Not all at the same instant.
  await pause(Math.random() * 1_000);
  for (let i = 0; i < messages; i++) {
    const turn = await page.turn({ kind: 'text', text: script[(i + at) % script.length]! });
    turns.push(turn);
    await pause(Math.max(0, 1_000 - turn.answered) + Math.random() * 100);
  }
  return turns;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a process has in memory, in MB. */
function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function show(played: readonly Figures[]): string {
  const whole = (value: number) => value.toFixed(0);
  const ms = (values: readonly number[], share: number) => percentile(values, share).toFixed(1);
  return table([
    [
      'database',
      'turns',
      'turns/s',
      'ack p50',
      'ack p99',
      'answer p50',
      'answer p99',
      'CPU/turn',
      'CPU idle',
      'MB alone',
      'MB open',
      'MB after',
    ],
    ...played.map((one) => [
      one.database,
      String(one.answered.length),
      one.perSecond.toFixed(1),
      ms(one.acknowledged, 0.5),
      ms(one.acknowledged, 0.99),
      ms(one.answered, 0.5),
      ms(one.answered, 0.99),
      one.perTurn.toFixed(2),
      `${(one.idle / 10).toFixed(1)}%`,
      ...one.memory.map(whole),
    ]),
  ]);
}
