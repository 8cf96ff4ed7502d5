import { expect, test } from 'vitest';
import { typeWhileKilled } from '../browser/killed.ts';

test('a service that is killed 20 times during 100 messages loses none of them, and shows none twice', async () => {
  const went = await typeWhileKilled({ kills: 20, messages: 100 });
  console.log(
    `${went.messages} messages, killed ${went.kills} times, ${went.seconds} s: each stands once on the page.`,
  );
  expect(went).toMatchObject({ kills: 20, messages: 100 });
}, 900_000);
