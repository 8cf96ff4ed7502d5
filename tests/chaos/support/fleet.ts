import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keepCompiled } from '../../support/compiled.ts';

const program = fileURLToPath(new URL('./member.ts', import.meta.url));

/** A message that reached the platform. */
export interface Sent {
  readonly chat: string;
  readonly id: string;
  readonly text: string;
}

/** The platform and the processes of the service that it talks to. Everything on 127.0.0.1. */
export interface Fleet {
  /** Everything that reached the platform, in order. */
  readonly journal: Sent[];
  /** Starts one more process; the number by which it is known. */
  start(env?: Readonly<Record<string, string>>): Promise<number>;
  /** SIGKILL, now; ends when the process is gone. */
  kill(member: number): Promise<void>;
  /** Processes that live. */
  alive(): number[];
  /** Hands an event to a process that lives, again and again until it is acknowledged: how it was settled. */
  deliver(event: { key: string; chat: string; text: string }, only?: number): Promise<string>;
  /** Sends a text in a chat, waits until something new was answered there; the answer. */
  say(chat: string, text: string, key: string): Promise<string>;
  /** How much the processes have still to do: events that are not worked on, answers that have not arrived. */
  open(): Promise<number>;
  end(): Promise<void>;
}

interface Member {
  readonly child: ChildProcess;
  readonly port: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function fleet(base: Readonly<Record<string, string>>): Promise<Fleet> {
  const journal: Sent[] = [];
  const members = new Map<number, Member>();
  let count = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      journal.push(JSON.parse(body) as Sent);
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const platform = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const of: Fleet = {
    journal,
    async start(env = {}) {
      const child = spawn(process.execPath, [program], {
        env: { ...process.env, ...keepCompiled, ...base, ...env, PLATFORM: platform },
        stdio: ['pipe', 'pipe', process.env['SHOW_LOG'] ? 'inherit' : 'ignore'],
      });
      const number = ++count;
      for await (const line of createInterface({ input: child.stdout! })) {
        const port = /^READY (\d+)$/.exec(line)?.[1];
        if (!port) continue;
        members.set(number, { child, port: Number(port) });
        child.once('exit', () => members.delete(number));
        if (child.exitCode !== null || child.signalCode !== null) members.delete(number);
        return number;
      }
      throw new Error(`a member ended while starting (${child.exitCode ?? child.signalCode})`);
    },
    async kill(member) {
      const child = members.get(member)?.child;
      if (!child) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      members.delete(member);
      child.kill('SIGKILL');
      await gone;
    },
    alive: () => [...members.keys()],
    async deliver(event, only) {
      for (let tries = 0; tries < 2_400; tries++) {
        const able = only === undefined ? [...members.values()] : [members.get(only)].filter((m) => m !== undefined);
        const to = able[Math.floor(Math.random() * able.length)];
        if (to) {
          try {
            const answer = await fetch(`http://127.0.0.1:${to.port}/`, { method: 'POST', body: JSON.stringify(event) });
            if (answer.ok) return await answer.text();
          } catch {
            // Killed in the middle: the platform brings it again.
          }
        } else if (only !== undefined) return 'gone';
        await pause(50);
      }
      throw new Error(`${event.key} was never acknowledged`);
    },
    async say(chat, text, key) {
      const known = new Set(journal.filter((s) => s.chat === chat).map((s) => s.id));
      await of.deliver({ key, chat, text });
      for (let waited = 0; waited < 60_000; waited += 20) {
        const fresh = journal.findLast((s) => s.chat === chat && !known.has(s.id));
        if (fresh) return fresh.text;
        await pause(20);
      }
      throw new Error(`nothing was answered in ${chat} to “${text}”`);
    },
    async open() {
      const [one] = members.values();
      if (!one) throw new Error('nobody lives who could say what is open');
      return Number(await (await fetch(`http://127.0.0.1:${one.port}/`)).text());
    },
    async end() {
      const gone = [...members.values()].map(({ child }) => new Promise((resolve) => child.once('exit', resolve)));
      for (const { child } of members.values()) child.kill('SIGKILL');
      await Promise.all(gone);
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return of;
}
