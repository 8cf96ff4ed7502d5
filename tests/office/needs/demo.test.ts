import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedNeeds } from '../../../src/demo/needs.ts';
import { listNeeds, needsIn } from '../../../src/office/needs/store/needs.ts';
import { access } from '../../../src/office/people/access.ts';
import { type World, world } from '../people/world.ts';

let w: World;
beforeAll(async () => {
  w = await world();
  await w.work((work) => seedNeeds(work, { ...w.people, round: w.round }));
});
afterAll(() => w.close());

test('the demonstration has ten needs in several states, numbered without gaps', async () => {
  const scope = access.scope(w.people.minh.actor, 'need.see');
  const { needs, total } = await w.store.read((reads) => listNeeds(reads, scope, { offset: 0, limit: 50 }));
  expect(total).toBe(10);
  expect(needs.map((n) => n.code).sort()).toEqual(
    Array.from({ length: 10 }, (_, i) => `NC-2026-${String(i + 1).padStart(4, '0')}`),
  );
  expect(new Set(needs.map((n) => n.state))).toEqual(
    new Set(['submitted', 'under_review', 'revision_requested', 'accepted', 'withdrawn']),
  );
  expect(await w.store.read((reads) => needsIn(reads, w.round.id))).toBe(9);
});

test('a unit sees its own, an administrator none', async () => {
  const seen = async (who: Parameters<typeof access.scope>[0]) =>
    (
      await w.store.read((reads) =>
        listNeeds(reads, access.scope(who, 'need.list'), { offset: 0, limit: 50, mine: true }),
      )
    ).needs.map((n) => n.unitName);
  expect(await seen(w.people.senh.actor)).toEqual(['UBND xã Co Mạ']);
  expect(await seen(w.people.admin.actor)).toEqual([]);
});
