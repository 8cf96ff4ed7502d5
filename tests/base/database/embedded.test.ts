import { afterAll, expect, it } from 'vitest';
import { connect } from '../../../src/base/database/client.ts';
import { startEmbedded } from '../../../src/base/database/embedded/embedded.ts';
import { freshFolder } from '../../support/fresh-folder.ts';

const { dataDir, drop } = await freshFolder();
afterAll(drop);

it('an embedded database whose thread dies by itself is started again, with what was committed', async () => {
  const embedded = await startEmbedded(dataDir);
  const open = () => connect({ socket: embedded.socket, schema: 'public', name: 'test', max: 1 });
  const before = open();
  await before`insert into series values ('kept', 1)`;
  const first = embedded.thread();
  await Promise.all([first.terminate(), before.end({ timeout: 0 })]);
  await expect.poll(() => embedded.thread() !== first).toBe(true);
  const after = open();
  expect(await after`select last from series where name = 'kept'`).toHaveLength(1);
  await after.end({ timeout: 1 });
  await embedded.stop();
});
