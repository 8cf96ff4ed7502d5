import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../src/base/database/store.ts';
import { openFile, saveFile } from '../../../src/base/files/store.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import { sweepUnsent } from '../../../src/office/attachments/sweep.ts';
import { storeOfThisFile } from '../audit/open.ts';

const now = Temporal.Instant.from('2026-11-24T01:00:00Z');
const days = (n: number) => now.subtract({ hours: 24 * n });
const some = <K extends string>() => newId<K>(now.epochMilliseconds);

let store: Store;
beforeAll(async () => {
  ({ store } = await storeOfThisFile());
});
beforeEach(async () => {
  await store.aside((sql) => sql`truncate file, file_piece, need_attachment, message, inbox`);
});

async function uploaded(at: Temporal.Instant): Promise<Id<'file'>> {
  const id = newId<'file'>(at.epochMilliseconds);
  const content = new Uint8Array([1, 2, 3]);
  await store.aside((sql) =>
    saveFile(sql, { id, name: 'Đơn.pdf', mime: 'application/pdf', content, uploadedBy: null, at }),
  );
  return id;
}

/** A message of the transcript, as the kernel writes it. */
const spoken = (at: Temporal.Instant, direction: 'in' | 'out', content: object) =>
  store.aside(
    (sql) => sql`
      insert into message (id, chat_id, direction, at, content)
      values (${newId(at.epochMilliseconds)}, ${some()}, ${direction}, ${at.toString()}, ${JSON.stringify(content)}::jsonb)`,
  );

const kept = async (id: Id<'file'>) => (await openFile((work) => store.aside(work), id)) !== null;
const sweep = () => store.aside((sql) => sweepUnsent(sql, now));

test('what was uploaded and never sent goes after eight days; what can still be sent stays', async () => {
  const [old, young] = [await uploaded(days(9)), await uploaded(days(7))];
  expect(await sweep()).toBe(1);
  expect([await kept(old), await kept(young)]).toEqual([false, true]);
  expect(await store.aside((sql) => sql`select from file_piece where file_id = ${old}`)).toHaveLength(0);
  expect(await sweep()).toBe(0);
});

test('what somebody sent, we sent, a need holds, or a given-up message names stays', async () => {
  const [sent, ours, held, parked] = [
    await uploaded(days(20)),
    await uploaded(days(20)),
    await uploaded(days(20)),
    await uploaded(days(20)),
  ];
  await spoken(days(14), 'in', { kind: 'files', files: [{ ref: sent, file: sent, name: 'Đơn.pdf' }] });
  await spoken(days(20), 'out', { text: ['Đây ạ'], files: [ours] });
  await spoken(days(20), 'in', { kind: 'text', text: 'xin chào' });
  await store.aside(
    (sql) => sql`
      insert into need_attachment (id, draft_id, file_id, name, kind, at, by_id)
      values (${some()}, ${some()}, ${held}, 'Đơn.pdf', 'letter', ${days(20).toString()}, ${some()})`,
  );
  const event = { input: { kind: 'files', files: [{ ref: parked, file: parked }] } };
  await store.aside(
    (sql) => sql`
      insert into inbox (account_id, key, at, state, attempts, event)
      values (${some()}, 'k', ${days(20).toString()}, 'parked', 3, ${JSON.stringify(event)}::jsonb)`,
  );
  const lost = await uploaded(days(20));
  expect(await sweep()).toBe(1);
  expect(await Promise.all([sent, ours, held, parked, lost].map(kept))).toEqual([true, true, true, true, false]);
});
