import { expect, inject, test } from 'vitest';
import { entries } from '../../bench/turns/contestants.ts';
import { countTrips, playRound } from '../../bench/turns/round.ts';
import { databasesAt } from '../support/databases.ts';

const url = inject('postgresUrl');
const server = { url, ...databasesAt(url) };
const load = { chats: 3, warm: 2, inFlight: 2 };

test.each(entries.map((entry) => [entry.name, entry] as const))(
  '%s leads every chat to a stored need',
  async (_, entry) => {
    const figures = await playRound(server, entry, load);
    expect(figures.perSecond).toBeGreaterThan(0);
    expect(figures.transactions).toBeGreaterThan(0);
  },
);

test('round trips to the database are counted', async () => {
  const telegraf = entries.find((entry) => entry.name === 'telegraf')!;
  // A read and a write of the session for each update, and one need for each chat.
  expect(await countTrips(server, telegraf, load)).toBeCloseTo(2.1, 0);
});
