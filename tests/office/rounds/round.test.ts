import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { access } from '../../../src/office/people/access.ts';
import { endRound } from '../../../src/office/rounds/commands/close.ts';
import { extendRound, extendUnit } from '../../../src/office/rounds/commands/extend.ts';
import { openRound } from '../../../src/office/rounds/commands/open.ts';
import { roundStatus, waitingAction } from '../../../src/office/rounds/flows/round-status.ts';
import { countsOf, currentRound, nextRound, targetOf, targetsOf } from '../../../src/office/rounds/store.ts';
import {
  declareNoNeed,
  markInProgress,
  markNotSubmitted,
  markSubmitted,
  setLetter,
  undoNoNeed,
} from '../../../src/office/rounds/targets.ts';
import { start, type World, world } from '../people/world.ts';
import { ask } from './ask.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());
beforeEach(() => void w.audits.splice(0));

const key = (code: string) => ({ round: w.round.id, unit: w.people.units.get(code)! });

describe('the demonstration’s round', () => {
  test('calls everybody but the Department itself', async () => {
    await w.store.read(async (reads) => {
      const round = await currentRound(reads, start);
      expect(round?.code).toBe('2026-1');
      expect(round?.dueAt.toString()).toBe(w.round.dueAt.toString());
      const counts = await countsOf(reads, w.round.id);
      expect(counts).toMatchObject({ units: 101, noNeed: 3, notStarted: 98, submitted: 0 });
      expect(await targetOf(reads, w.round.id, w.people.units.get('SNGV')!)).toBeNull();
    });
  });

  test('is no longer current once it has closed', async () => {
    await w.store.read(async (reads) => {
      expect(await currentRound(reads, w.round.dueAt.add({ hours: 24 * 14 }))).not.toBeNull();
      expect(await currentRound(reads, w.round.dueAt.add({ hours: 24 * 14, seconds: 1 }))).toBeNull();
    });
  });
});

describe('a unit’s part', () => {
  test('goes from nothing over drafting to submitted, and back when the need is withdrawn', async () => {
    const of = key('03763');
    const state = () => w.store.read((reads) => targetOf(reads, of.round, of.unit));
    await w.work((work) => markInProgress(work, of));
    expect((await state())?.state).toBe('in_progress');
    await w.work((work) => markSubmitted(work, of, false));
    await w.work((work) => markSubmitted(work, of, true), { now: start.add({ hours: 1 }) });
    expect(await state()).toMatchObject({ state: 'submitted', late: false, submittedAt: start });
    await w.work((work) => markInProgress(work, of));
    expect((await state())?.state).toBe('submitted');
    await w.work((work) => markNotSubmitted(work, of));
    expect(await state()).toMatchObject({ state: 'in_progress', late: null, submittedAt: null });
  });

  test('a focal point says “no need” for the own unit only; undone, it is what it was', async () => {
    const of = key('SYT');
    const actor = w.people.focalPoints.get('SYT')!.actor;
    await w.work((work) => markInProgress(work, of));
    expect(await w.work((work) => declareNoNeed(work, key('SGDDT')), { actor })).toEqual({ ok: false, why: 'unit' });
    expect(await w.work((work) => declareNoNeed(work, of), { actor })).toEqual({ ok: true });
    expect(await w.work((work) => declareNoNeed(work, of), { actor })).toEqual({ ok: false, why: 'already' });
    expect(w.audits.map((a) => a.action)).toEqual(['round.no_need']);
    expect(await w.work((work) => undoNoNeed(work, of, 120), { actor })).toEqual({ ok: true });
    expect(await w.work((work) => undoNoNeed(work, of, 120), { actor })).toEqual({ ok: false, why: 'state' });
    expect((await w.store.read((reads) => targetOf(reads, of.round, of.unit)))?.state).toBe('in_progress');
  });

  test('“no need” is refused while needs are submitted', async () => {
    const of = key('HPN');
    await w.work((work) => markSubmitted(work, of, false));
    expect(await w.work((work) => declareNoNeed(work, of))).toEqual({ ok: false, why: 'has_needs' });
  });

  test('the unit’s letter is kept with its part', async () => {
    const of = key('HPN');
    const letter = {
      no: '45/CV-HPN',
      date: Temporal.PlainDate.from('2026-11-20'),
      signer: null,
      file: null,
      via: 'paper' as const,
    };
    const actor = w.people.focalPoints.get('HPN')!.actor;
    expect(await w.work((work) => setLetter(work, of, letter), { actor })).toEqual({ ok: true });
    const found = await w.store.read((reads) => targetOf(reads, of.round, of.unit));
    expect(found?.letter).toMatchObject({ no: '45/CV-HPN', via: 'paper' });
    expect(found?.letter?.date?.toString()).toBe('2026-11-20');
  });

  test('one unit gets more time from a division head, not from an officer', async () => {
    const of = key('04136');
    const to = w.round.dueAt.add({ hours: 72 });
    expect(await w.work((work) => extendUnit(work, of, to), { actor: w.people.minh.actor })).toMatchObject({
      ok: false,
    });
    const head = w.people.divisionHead.actor;
    expect(await w.work((work) => extendUnit(work, of, w.round.dueAt), { actor: head })).toEqual({
      ok: false,
      why: 'not_later',
    });
    expect(await w.work((work) => extendUnit(work, of, to), { actor: head })).toMatchObject({ ok: true });
    const text = await ask(w, roundStatus({}), w.people.focalPoints.get('04136')!.actor, 'hạn nộp là ngày nào');
    expect(text).toContain('thứ Hai, 07/12/2026');
  });
});

describe('“hạn nộp là ngày nào”', () => {
  test('a guest learns the due date with its weekday and what is left', async () => {
    const { guest } = await import('../../../src/base/access/access.ts');
    expect(await ask(w, roundStatus({}), guest, 'hạn nộp')).toBe(
      '⏰ Hạn gửi nhu cầu đợt 1 năm 2026 (cho năm 2027):\n17 giờ 00 thứ Sáu, 04/12/2026 (còn 11 ngày)\nTheo Công văn số 412/SNgV-HTQT ngày 02/11/2026\nDữ liệu minh họa',
    );
  });

  test('a focal point also sees how the own unit stands', async () => {
    expect(await ask(w, roundStatus({}), w.people.senh.actor, 'han nop')).toContain('UBND xã Co Mạ: ⚪ chưa gửi');
  });

  test('an officer sees how far the round has come, with the number that needs hands in', async () => {
    const flow = roundStatus({ needsIn: async () => 7 });
    const text = await ask(w, flow, w.people.minh.actor, 'đợt 1 đến đâu rồi');
    expect(text).toMatch(/Đã trả lời: \d+\/101 đơn vị/);
    expect(text).toContain('7 nhu cầu');
    expect(text).toContain('Dữ liệu minh họa');
  });

  test('who has not submitted is told to the Department, page by page, and to nobody else', async () => {
    const slots = { filter: 'not_submitted' };
    const first = await ask(w, roundStatus({}), w.people.ha.actor, 'đơn vị nào chưa gửi', { slots });
    expect(first).toMatch(/^Chưa gửi: \d+ đơn vị \(\d+ sở, ngành; 7\d xã, phường; \d+ đơn vị khác\)/);
    expect(first.split('\n').filter((l) => l.startsWith('– '))).toHaveLength(6);
    expect(await ask(w, waitingAction, w.people.ha.actor, '', { args: { page: 1 } })).not.toBe(first);
    expect(await ask(w, waitingAction, w.people.senh.actor, '', { args: { page: 0 } })).toContain('chỉ Sở Ngoại vụ');
    expect(await ask(w, roundStatus({}), w.people.senh.actor, 'ai chưa gửi', { slots })).not.toContain('UBND phường');
  });

  test('past the due time it says how long, and that needs are still accepted', async () => {
    const now = w.round.dueAt.add({ hours: 2, minutes: 5 });
    const text = await ask(w, roundStatus({}), w.people.senh.actor, 'hạn nộp', { now });
    expect(text).toContain('đã qua 2 giờ 05 phút');
    expect(text).toContain('Vẫn tiếp nhận đến 17 giờ 00 thứ Sáu, 18/12/2026 (còn 14 ngày)');
    expect(text).toContain('🔴 quá hạn, chưa gửi');
  });
});

describe('opening, extending, calling off', () => {
  const next = {
    code: '2027-1',
    planYear: 2028,
    titleVi: 'Đợt sau',
    titleEn: 'The next one',
    opensAt: Temporal.Instant.from('2027-03-01T00:30:00Z'),
    dueAt: Temporal.Instant.from('2027-03-26T10:00:00Z'),
    closesAt: Temporal.Instant.from('2027-04-09T10:00:00Z'),
    audience: ['commune'] as const,
  };

  test('a head opens a round for the communes; its code is taken once', async () => {
    const actor = w.people.divisionHead.actor;
    expect(await w.work((work) => openRound(work, next), { actor: w.people.minh.actor })).toMatchObject({ ok: false });
    const made = await w.work((work) => openRound(work, next), { actor });
    expect(made).toMatchObject({ ok: true, units: 75 });
    expect(await w.work((work) => openRound(work, next), { actor })).toEqual({ ok: false, why: 'code_taken' });
    expect(await w.work((work) => openRound(work, { ...next, code: 'x' }), { actor })).toEqual({
      ok: false,
      why: 'bad_code',
    });
    expect(
      await w.work((work) => openRound(work, { ...next, code: '2027-2', dueAt: next.opensAt }), { actor }),
    ).toEqual({ ok: false, why: 'dates' });
    const found = await w.store.read((reads) => nextRound(reads, start));
    expect(found?.code).toBe('2027-1');
  });

  test('an extension moves the due time later only; cancelled, the round is no longer current', async () => {
    const actor = w.people.director.actor;
    const extend = (to: Temporal.Instant) => w.work((work) => extendRound(work, '2027-1', to, 'mưa lũ'), { actor });
    expect(await extend(next.dueAt)).toEqual({ ok: false, why: 'not_later' });
    expect(await extend(next.closesAt.add({ hours: 24 }))).toMatchObject({ ok: true, code: '2027-1' });
    const opened = next.opensAt.add({ hours: 1 });
    const found = await w.store.read((reads) => currentRound(reads, opened));
    expect(found?.closesAt.toString()).toBe(next.closesAt.add({ hours: 24 }).toString());
    await w.work((work) => endRound(work, found!.id, 'cancelled', 'nhầm'), { actor });
    expect(await w.store.read((reads) => currentRound(reads, opened))).toBeNull();
  });
});

test('a list of targets returns what its scope allows', async () => {
  const of = (actor: typeof w.people.senh.actor) =>
    w.store.read((reads) => targetsOf(reads, access.scope(actor, 'need.see'), w.round.id));
  expect(await of(w.people.minh.actor)).toHaveLength(101);
  expect((await of(w.people.senh.actor)).map((t) => t.unit)).toEqual([w.people.units.get('03781')]);
  expect(await of(w.people.admin.actor)).toEqual([]);
});
