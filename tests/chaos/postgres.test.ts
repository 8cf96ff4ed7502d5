import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../support/postgres.ts', import.meta.url));
const program = `
  const { startPostgres } = await import(${JSON.stringify(launcher)});
  const server = await startPostgres({ durable: process.argv[1] === 'durable' });
  console.log(server.url);
  setInterval(() => {}, 1000);`;

test.each(['durable', 'fast'])('a killed process takes its %s PostgreSQL with it', async (kind) => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(parent.stdout.setEncoding('utf8'), 'data');
  expect(await answers(url.trim())).toBe(true);

  parent.kill('SIGKILL');

  await expect.poll(() => answers(url.trim()), { timeout: 20_000, interval: 50 }).toBe(false);
});

async function answers(url: string): Promise<boolean> {
  // The driver's own look for types is awaited by nobody: a server that dies under it would end the run.
  const sql = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
