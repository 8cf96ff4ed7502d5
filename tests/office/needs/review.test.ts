import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import {
  decideNeed,
  refuseRevision,
  releaseNeed,
  takeNeed,
  undoDecision,
  validateRevision,
} from '../../../src/office/needs/commands/review.ts';
import { submitNeed } from '../../../src/office/needs/commands/submit.ts';
import { withdrawNeed } from '../../../src/office/needs/commands/unit.ts';
import type { FullNeed } from '../../../src/office/needs/rules/content.ts';
import { need, needRevision } from '../../../src/office/needs/schema.ts';
import { start, type World, world } from '../people/world.ts';

const vnd = (millions: number) => ({ minor: BigInt(millions) * 1_000_000n, currency: 'VND' as const });
const answers: FullNeed = {
  title: 'Cấp nước sinh hoạt cho 3 bản, xã Co Mạ',
  field: 'water_sanitation',
  objective: '120 hộ có nước sạch quanh năm',
  places: { communes: ['03781'], province: false },
  beneficiaries: [{ count: 120, unit: 'households' }],
  budget: { budget: vnd(800), requested_aid: vnd(700), counterpart: vnd(100) },
  period: { start: Temporal.PlainDate.from('2027-03-01'), months: 9 },
  contact: { name: 'Thào A Sếnh', phone: '0912000111' },
};

let w: World;
let senh: Actor;
let minh: Actor;
let ha: Actor;
beforeAll(async () => {
  w = await world();
  [senh, minh, ha] = [w.people.senh.actor, w.people.minh.actor, w.people.ha.actor];
});
afterAll(() => w.close());

const submitted = async (by = senh, subject: Id<'need'> | null = null, title = answers.title): Promise<Id<'need'>> => {
  const draft = {
    id: newId<'draft'>(start.epochMilliseconds),
    unit: w.people.units.get('03781')!,
    subject: subject && { kind: 'need', id: subject },
  };
  const done = await w.work((work) => submitNeed(work, draft, { ...answers, title }), { actor: by });
  if (!done.ok) throw new Error(done.why);
  return done.id;
};
const row = (id: Id<'need'>) =>
  w.store.read(async (reads) => (await reads.select().from(need).where(eq(need.id, id)))[0]!);
const as = <T>(actor: Actor, run: Parameters<World['work']>[0], seconds = 0) =>
  w.work(run, { actor, now: start.add({ seconds }) }) as Promise<T>;

test('two officers press at once: one has taken it up, the other is told how it stands', async () => {
  const id = await submitted();
  expect(await as(minh, (work) => takeNeed(work, id))).toMatchObject({ ok: true, state: 'under_review' });
  expect(await as(ha, (work) => takeNeed(work, id))).toMatchObject({ ok: false, why: 'state', state: 'under_review' });
  expect((await row(id)).reviewerId).toBe(minh.person);
  expect(await as(minh, (work) => releaseNeed(work, id))).toMatchObject({ ok: true, state: 'submitted' });
  expect((await row(id)).reviewerId).toBeNull();
});

test('nobody reviews what they entered themselves', async () => {
  const id = await submitted(ha);
  expect(await as(ha, (work) => takeNeed(work, id))).toEqual({ ok: false, why: 'own' });
  expect(await as(minh, (work) => takeNeed(work, id))).toMatchObject({ ok: true });
});

test('units and administrators review nothing', async () => {
  const id = await submitted();
  for (const who of [senh, w.people.approver.actor, w.people.admin.actor]) {
    expect(await as(who, (work) => takeNeed(work, id))).toMatchObject({ ok: false });
  }
});

test('a decision takes effect at once and can be undone by who made it, for two minutes', async () => {
  const id = await submitted();
  await as(minh, (work) => takeNeed(work, id));
  expect(await as(minh, (work) => decideNeed(work, id, 'accept'))).toMatchObject({ ok: true, state: 'accepted' });
  expect((await row(id)).accepted).toBe(1);
  expect(await as(ha, (work) => undoDecision(work, id, 'accept', 120))).toEqual({ ok: false, why: 'not_yours' });
  expect(await as(minh, (work) => undoDecision(work, id, 'accept', 120), 121)).toEqual({ ok: false, why: 'late' });
  expect(await as(minh, (work) => undoDecision(work, id, 'reject', 120))).toMatchObject({ ok: false, why: 'state' });
  expect(await as(minh, (work) => undoDecision(work, id, 'accept', 120))).toMatchObject({ state: 'under_review' });
  expect((await row(id)).accepted).toBeNull();
});

test('a returned need comes back with a new revision and loses the reason', async () => {
  const id = await submitted();
  await as(minh, (work) => takeNeed(work, id));
  await as(minh, (work) => decideNeed(work, id, 'request_revision', 'thiếu số hộ từng bản'));
  expect(await row(id)).toMatchObject({ state: 'revision_requested', stateReason: 'thiếu số hộ từng bản' });
  await submitted(senh, id);
  expect(await row(id)).toMatchObject({ state: 'submitted', stateReason: null, latest: 2, reviewerId: minh.person });
});

test('a change of an accepted need waits; what was accepted counts until it is taken over', async () => {
  const id = await submitted();
  await as(minh, (work) => takeNeed(work, id));
  await as(minh, (work) => decideNeed(work, id, 'accept'));
  await submitted(senh, id, 'Cấp nước sinh hoạt cho 4 bản, xã Co Mạ');
  expect(await row(id)).toMatchObject({ state: 'accepted', accepted: 1, latest: 2, pending: 2 });
  expect(await as(minh, (work) => validateRevision(work, id))).toMatchObject({ ok: true });
  expect(await row(id)).toMatchObject({ state: 'accepted', accepted: 2, latest: 2, pending: null });
  expect(await as(minh, (work) => validateRevision(work, id))).toMatchObject({ ok: false, why: 'state' });
});

test('a refused change stays in the history, and the accepted version is the newest again', async () => {
  const id = await submitted();
  await as(minh, (work) => takeNeed(work, id));
  await as(minh, (work) => decideNeed(work, id, 'accept'));
  await submitted(senh, id, 'Cấp nước sinh hoạt cho 5 bản, xã Co Mạ');
  expect(await as(minh, (work) => refuseRevision(work, id))).toMatchObject({ ok: true });
  expect(await row(id)).toMatchObject({ state: 'accepted', accepted: 3, latest: 3, pending: null });
  const titles = await w.store.read((reads) =>
    reads
      .select({ title: needRevision.title })
      .from(needRevision)
      .where(eq(needRevision.needId, id))
      .orderBy(needRevision.no),
  );
  expect(titles.map((t) => t.title)).toEqual([answers.title, 'Cấp nước sinh hoạt cho 5 bản, xã Co Mạ', answers.title]);
});

test('a withdrawn need is over', async () => {
  const id = await submitted();
  await as(senh, (work) => withdrawNeed(work, id, 'đã có nguồn khác'));
  expect(await as(minh, (work) => takeNeed(work, id))).toMatchObject({ ok: false, why: 'state', state: 'withdrawn' });
});
