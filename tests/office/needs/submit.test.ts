import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import type { Work } from '../../../src/chat/work.ts';
import { submitNeed } from '../../../src/office/needs/commands/submit.ts';
import { undoSubmit, withdrawNeed } from '../../../src/office/needs/commands/unit.ts';
import type { FullNeed } from '../../../src/office/needs/rules/content.ts';
import { need, needRevision } from '../../../src/office/needs/schema.ts';
import { unit as unitTable } from '../../../src/office/people/schema.ts';
import { roundTarget } from '../../../src/office/rounds/schema.ts';
import { start, type World, world } from '../people/world.ts';

const vnd = (millions: number) => ({ minor: BigInt(millions) * 1_000_000n, currency: 'VND' as const });
const answers: FullNeed = {
  title: 'Cấp nước sinh hoạt cho 3 bản, xã Co Mạ',
  field: 'water_sanitation',
  objective: '120 hộ có nước sạch quanh năm',
  places: { communes: ['03781'], province: false, village: '3 bản' },
  beneficiaries: [{ count: 120, unit: 'households' }],
  budget: { budget: vnd(800), requested_aid: vnd(700), counterpart: vnd(100) },
  period: { start: Temporal.PlainDate.from('2027-03-01'), months: 9 },
  contact: { name: 'Thào A Sếnh', phone: '0912000111' },
};

let w: World;
let senh: Actor;
let coMa: Id<'unit'>;
beforeAll(async () => {
  w = await world();
  senh = w.people.senh.actor;
  coMa = w.people.units.get('03781')!;
});
afterAll(() => w.close());

const draft = (of: Id<'unit'> = coMa, subject: Id<'need'> | null = null) => ({
  id: newId<'draft'>(start.epochMilliseconds),
  unit: of,
  subject: subject && { kind: 'need', id: subject },
});
const submit = (d = draft(), by = senh, now = start, said: Partial<FullNeed> = {}) =>
  w.work((work) => submitNeed(work, d, { ...answers, ...said }), { actor: by, now });
const row = (id: Id<'need'>) =>
  w.store.read(async (reads) => (await reads.select().from(need).where(eq(need.id, id)))[0]!);
const target = (of: Id<'unit'>) =>
  w.store.read(async (reads) => (await reads.select().from(roundTarget).where(eq(roundTarget.unitId, of)))[0]!);

test('numbers follow each other, and what rolls back leaves no gap', async () => {
  const first = await submit();
  expect(first).toMatchObject({ ok: true, state: 'submitted', no: 1, officer: 'Quàng Văn Minh', lateMinutes: null });
  if (!first.ok) throw new Error();
  expect(first.answerBy.toString()).toBe('2026-12-07');
  await expect(
    w.work(
      async (work) => {
        await submitNeed(work, draft(), answers);
        throw new Error('the unit fails');
      },
      { actor: senh },
    ),
  ).rejects.toThrow('the unit fails');
  const second = await submit();
  if (!second.ok) throw new Error();
  const [year, n] = [first.code.slice(0, 8), Number(first.code.slice(8))];
  expect(second.code).toBe(`${year}${String(n + 1).padStart(4, '0')}`);
});

test('the content of a revision is what was answered', async () => {
  const done = await submit();
  if (!done.ok) throw new Error();
  const [revision] = await w.store.read((reads) =>
    reads.select().from(needRevision).where(eq(needRevision.needId, done.id)),
  );
  expect(revision).toMatchObject({
    no: 1,
    title: answers.title,
    places: ['03781'],
    village: '3 bản',
    beneficiaries: [{ count: 120, unit: 'households' }],
    budget: 800_000_000n,
    requestedAid: 700_000_000n,
    otherFunding: 0n,
    durationMonths: 9,
    contact: { name: 'Thào A Sếnh', phone: '0912000111' },
    completeness: 60,
    aidKind: null,
  });
  expect(revision!.end.toString()).toBe('2027-11-30');
});

test('an undone submission keeps its number and gets it back', async () => {
  const d = draft();
  const done = await submit(d);
  if (!done.ok) throw new Error();
  const undone = await w.work((work) => undoSubmit(work, { need: done.id, no: 1 }, 120), { actor: senh });
  expect(undone).toMatchObject({ ok: true, state: 'recalled' });
  const again = await submit(d);
  expect(again).toMatchObject({ ok: true, id: done.id, code: done.code, no: 2, state: 'submitted' });
});

test('only who submitted undoes it, in time, and the newest', async () => {
  const done = await submit();
  if (!done.ok) throw new Error();
  const undo = (by: Actor, no = 1, seconds = 0) =>
    w.work((work) => undoSubmit(work, { need: done.id, no }, 120), { actor: by, now: start.add({ seconds }) });
  expect(await undo(w.people.ha.actor)).toMatchObject({ ok: false, why: 'not_yours' });
  expect(await undo(w.people.focalPoints.get('03763')!.actor)).toMatchObject({ ok: false, why: 'unit' });
  expect(await undo(senh, 2)).toMatchObject({ ok: false, why: 'state' });
  expect(await undo(senh, 1, 121)).toMatchObject({ ok: false, why: 'late' });
  expect(await undo(senh, 1, 120)).toMatchObject({ ok: true });
});

test('a draft that was submitted is not submitted twice', async () => {
  const d = draft();
  const done = await submit(d);
  expect(await submit(d)).toMatchObject({ ok: false, why: 'state', code: done.ok && done.code });
});

test('the right is asked where it happens', async () => {
  const other = w.people.focalPoints.get('03763')!.actor;
  expect(await submit(draft(), other)).toMatchObject({ ok: false, why: 'unit' });
  expect(await submit(draft(), w.people.director.actor)).toMatchObject({ ok: false });
  expect(await submit(draft(), w.people.admin.actor)).toMatchObject({ ok: false });
  expect(await submit(draft(), w.people.ha.actor)).toMatchObject({ ok: true });
});

test('less than the minimum is not submitted', async () => {
  const { contact: _, ...rest } = answers;
  const done = await w.work((work) => submitNeed(work, draft(), rest), { actor: senh });
  expect(done).toEqual({ ok: false, why: 'missing', fields: ['contact'] });
});

test('where the head approves in the app a focal point asks and the head submits', async () => {
  const unit = w.people.units.get('04246')!;
  const d = draft(unit);
  expect(await submit(d, w.people.focalPoints.get('04246')!.actor)).toEqual({ ok: false, why: 'approval', asked: 1 });
  const done = await submit(d, w.people.approver.actor);
  if (!done.ok) throw new Error(done.why);
  const edit = draft(unit, done.id);
  expect(await submit(edit, w.people.focalPoints.get('04246')!.actor)).toMatchObject({ ok: false, why: 'approval' });
  expect(await submit(edit, w.people.approver.actor)).toMatchObject({ ok: true, no: 2 });
});

test('late is exact to the minute and accepted; after the closing it is not', async () => {
  const due = w.round.dueAt;
  const unit = w.people.units.get('03763')!;
  const by = w.people.focalPoints.get('03763')!.actor;
  const late = await submit(draft(unit), by, due.add({ hours: 2, minutes: 5, seconds: 59 }));
  expect(late).toMatchObject({ ok: true, lateMinutes: 125 });
  expect(await submit(draft(unit), by, due)).toMatchObject({ ok: true, lateMinutes: null });
  expect(await submit(draft(unit), by, due.add({ hours: 24 * 20 }))).toEqual({ ok: false, why: 'no_round' });
});

test('an emergency needs no round', async () => {
  const at = w.round.dueAt.add({ hours: 24 * 40 });
  const done = await w.work((work) => submitNeed(work, draft(), answers, { emergency: true }), {
    actor: senh,
    now: at,
  });
  expect(done).toMatchObject({ ok: true, letterMissing: false });
});

test('the unit has submitted while one of its needs stands', async () => {
  const unit = w.people.units.get('04240')!;
  const by = w.people.focalPoints.get('04240')!.actor;
  const one = await submit(draft(unit), by);
  const two = await submit(draft(unit), by);
  if (!one.ok || !two.ok) throw new Error();
  expect((await target(unit)).state).toBe('submitted');
  await w.work((work) => withdrawNeed(work, one.id, 'đã có nguồn khác'), { actor: by });
  expect((await target(unit)).state).toBe('submitted');
  await w.work((work) => undoSubmit(work, { need: two.id, no: 1 }, 120), { actor: by });
  expect((await target(unit)).state).toBe('in_progress');
  expect(await row(one.id)).toMatchObject({ state: 'withdrawn', stateReason: 'đã có nguồn khác' });
});

test('an edit is a new revision with the old number; it is edited again, not undone', async () => {
  const done = await submit();
  if (!done.ok) throw new Error();
  const edit = draft(coMa, done.id);
  const edited = await submit(edit, senh, start.add({ minutes: 5 }), {
    title: 'Cấp nước sinh hoạt cho 4 bản, xã Co Mạ',
  });
  expect(edited).toMatchObject({ ok: true, code: done.code, no: 2, undoable: false });
  expect(await row(done.id)).toMatchObject({ state: 'submitted', latest: 2, submittedAt: start });
  const revisions = await w.store.read((reads) =>
    reads
      .select({ title: needRevision.title })
      .from(needRevision)
      .where(eq(needRevision.needId, done.id))
      .orderBy(needRevision.no),
  );
  expect(revisions.map((r) => r.title)).toEqual([answers.title, 'Cấp nước sinh hoạt cho 4 bản, xã Co Mạ']);
  const undo = await w.work((work) => undoSubmit(work, { need: done.id, no: 2 }, 120), { actor: senh, now: start });
  expect(undo).toMatchObject({ ok: false, why: 'state' });
});

test('nobody edits the need of another unit by naming it', async () => {
  const done = await submit();
  if (!done.ok) throw new Error();
  const other = w.people.units.get('03763')!;
  const forged = draft(other, done.id);
  expect(await submit(forged, w.people.focalPoints.get('03763')!.actor)).toEqual({ ok: false, why: 'gone' });
});

test('without an officer in charge every officer is told, and the division is named', async () => {
  const told: Id<'person'>[] = [];
  const unit = w.people.units.get('03763')!;
  const done = await w.work(
    async (work) => {
      await work.tx.update(unitTable).set({ officerId: null }).where(eq(unitTable.id, unit));
      const spy: Work = { ...work, notify: (to) => void told.push(to) };
      return submitNeed(spy, draft(unit), answers);
    },
    { actor: w.people.focalPoints.get('03763')!.actor },
  );
  expect(done).toMatchObject({ ok: true, officer: null, division: { vi: 'Phòng Hợp tác quốc tế' } });
  expect(told).toEqual(expect.arrayContaining([w.people.minh.id, w.people.ha.id]));
});

test('a submission takes three round trips', async () => {
  let statements = 0;
  await w.work(
    (work) => {
      // A part of another statement is made by the same function and never awaited.
      const raw = (...parameters: Parameters<Work['raw']>) => {
        const statement = work.raw(...parameters);
        const then = statement.then.bind(statement);
        // biome-ignore lint/suspicious/noThenProperty: what is counted is whether somebody awaits it.
        statement.then = ((...handlers: Parameters<typeof then>) => {
          statements += 1;
          return then(...handlers);
        }) as typeof then;
        return statement;
      };
      const tx = new Proxy(work.tx, {
        get() {
          throw new Error('drizzle costs too much on the way of every submission');
        },
      });
      return submitNeed({ ...work, tx, raw: raw as Work['raw'] }, draft(), answers);
    },
    { actor: senh },
  );
  expect(statements).toBe(3);
});
