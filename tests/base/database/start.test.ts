import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { DatabaseUnreachable, openStore } from '../../../src/base/database/store.ts';

const now = Temporal.Instant.from('2026-11-24T01:00:00Z');

/** A port on which nobody answers. */
async function silentPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a database that does not answer at the start: where, and what to check; no password', async () => {
  const port = await silentPort();
  const opening = openStore({ databaseUrl: `postgres://nhipcau:geheim@127.0.0.1:${port}/nhipcau`, dataDir: '.' }, now);
  const said = await opening.then(
    () => null,
    (error: unknown) => error as Error,
  );
  expect(said).toBeInstanceOf(DatabaseUnreachable);
  expect(said!.message).toContain(`The database at 127.0.0.1:${port} does not answer`);
  expect(said!.message).toContain('Check that it runs and that DATABASE_URL is right.');
  expect(said!.message).not.toContain('geheim');
});
