import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/fresh-database.ts';
import { visitor } from './support/browser.ts';
import { dataFolder, secretKey, started } from './support/process.ts';

/** The way to a database, which can be cut and mended: as when its server or the net is gone. */
interface Way {
  readonly url: string;
  cut(): void;
  mend(): void;
}

async function wayTo(databaseUrl: string): Promise<Way> {
  const to = new URL(databaseUrl);
  const open = new Set<Socket>();
  let away = false;
  const server = createServer((near) => {
    if (away) return void near.destroy();
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  const cut = () => {
    away = true;
    for (const socket of open) socket.destroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    url: url.href,
    cut,
    mend: () => {
      away = false;
    },
  };
}

async function service() {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  const way = await wayTo(url);
  const running = await started({ DATA_DIR: await dataFolder(), DATABASE_URL: way.url, SECRET_KEY: secretKey });
  return { way, running };
}

const state = async (url: string) => {
  const answer = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) });
  const { parts } = (await answer.json()) as { parts: { database: { says: string } } };
  return { status: answer.status, says: parts.database.says };
};

test('while the database is away the service says so, refuses nothing for good, and goes on by itself afterwards', async () => {
  const { way, running } = await service();
  const person = await visitor(() => running.url);
  expect(await person.say('xin chào', 'message-1')).toBe(200);
  expect(await state(running.url)).toEqual({ status: 200, says: 'postgres answers' });

  way.cut();
  await expect.poll(() => state(running.url)).toMatchObject({ status: 503 });
  expect((await fetch(`${running.url}/health`)).status).toBe(200);
  // Kept by the page and sent again: either refused for now, or answered once the database is back.
  const said = person.say('trong lúc mất kết nối', 'message-2');
  await new Promise((resolve) => setTimeout(resolve, 3_000));

  way.mend();
  await expect.poll(() => state(running.url)).toEqual({ status: 200, says: 'postgres answers' });
  expect([200, 503]).toContain(await said);
  await expect.poll(() => person.say('trong lúc mất kết nối', 'message-2')).toBe(200);
  const mine = (await person.history()).filter(({ from }) => from === 'me').map(({ lines }) => lines.join(' '));
  expect(mine).toEqual(['xin chào', 'trong lúc mất kết nối']);
  expect((await running.stop()).code).toBe(0);
});

test('a stop while the database is away ends within 30 seconds', async () => {
  const { way, running } = await service();
  const person = await visitor(() => running.url);
  way.cut();
  const said = person.say('chưa ai nhận', 'message-1');
  const end = await running.stop();
  expect(end).toMatchObject({ code: 0, signal: null });
  expect(end.ms).toBeLessThan(30_000);
  expect([0, 503]).toContain(await said);
});
