import { expect, test } from 'vitest';
import { typeWhileKilled } from './killed.ts';

// The long one is `npm run soak -- web`.
test('a service that is killed three times loses nothing that is typed meanwhile, and shows nothing twice', async () => {
  expect(await typeWhileKilled({ kills: 3, messages: 15 })).toMatchObject({ kills: 3, messages: 15 });
}, 150_000);
