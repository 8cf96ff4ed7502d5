import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '../../src/base/ids.ts';
import { utterances } from '../language/utterances.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { type TestStore, testStore } from '../support/store.ts';

let made: TestStore;
let of: TestOffice;

beforeAll(async () => {
  made = await testStore();
  of = await testOffice(made.store);
});
afterAll(async () => {
  await of?.stop();
  await made?.close();
});

/** What was changed for others or told to others. Drafts are one's own; that somebody looked at a contact is noted and changes nothing. */
const changes = () =>
  made.store.aside(
    (sql) => sql<{ what: string }[]>`
      select action as what from audit_event where action not like 'draft.%' and action <> 'partner.contacts'
      union all select 'notice ' || template from notice`,
  );

test('no sentence alone changes a record or reaches anybody: everything is shown first and done by a button', async () => {
  const people: Record<string, Id<'person'>> = {
    department: of.demo.senh.id,
    officer: of.demo.ha.id,
    leader: of.demo.director.id,
  };
  for (const [who, id] of Object.entries(people)) await of.link(who, id);
  const before = (await changes()).length;
  const wrong: string[] = [];
  let seen = before;
  for (const [who, text] of utterances) {
    await of.say(who, text);
    const now = await changes();
    if (now.length > seen)
      wrong.push(
        `${who}: ${text} → ${now
          .slice(seen)
          .map((row) => row.what)
          .join(', ')}`,
      );
    seen = now.length;
    // Each sentence as the first that is said: no form waits for it, nothing was shown before it.
    await made.store.aside(async (sql) => {
      await sql`update dialogue set open = null, open_draft = null, suspended = null, question = null, shown = null, version = version + 1`;
      await sql`update draft set state = 'dropped', version = version + 1 where state = 'open'`;
    });
  }
  expect(wrong).toEqual([]);
  expect(of.log.filter(({ level }) => level === 'error')).toEqual([]);
}, 240_000);
