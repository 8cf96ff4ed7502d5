import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import type { AuditEntry } from '../../../src/chat/work.ts';
import {
  decideNeed,
  refuseRevision,
  releaseNeed,
  takeNeed,
  undoDecision,
  validateRevision,
} from '../../../src/office/needs/commands/review.ts';
import { submitNeed } from '../../../src/office/needs/commands/submit.ts';
import { undoSubmit, withdrawNeed } from '../../../src/office/needs/commands/unit.ts';
import type { FullNeed } from '../../../src/office/needs/rules/content.ts';
import { type NeedAction, type NeedState, needStates, next } from '../../../src/office/needs/rules/states.ts';
import { need, needRevision } from '../../../src/office/needs/schema.ts';
import { targetOf } from '../../../src/office/rounds/store.ts';
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
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

/** What anybody can try, whether or not it is allowed by then. */
const deeds = [
  'submit',
  'undo_submit',
  'edit',
  'take',
  'take_other',
  'release',
  'request_revision',
  'undo_request_revision',
  'accept',
  'undo_accept',
  'reject',
  'undo_reject',
  'validate',
  'refuse',
  'withdraw',
  'wait',
] as const;
type Deed = (typeof deeds)[number];

const known = new Set<string>(needStates);
const visited = new Set<NeedState>();

test('no sequence of commands reaches a state that is not allowed, and every history replays to the record', async () => {
  const { senh, minh, ha } = w.people;
  const unit = w.people.units.get('03781')!;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom<Deed>(...deeds), { minLength: 1, maxLength: 16 }), async (tried) => {
      let now = start;
      const draft = { id: newId<'draft'>(start.epochMilliseconds), unit, subject: null };
      let id: Id<'need'> | null = null;
      const history: AuditEntry[] = [];
      const as = async <T>(actor: Actor, run: Parameters<World['work']>[0]): Promise<T> => {
        w.audits.length = 0;
        now = now.add({ seconds: 1 });
        const done = (await w.work(run, { actor, now })) as T;
        history.push(...w.audits.filter((entry) => entry.on.kind === 'need'));
        return done;
      };
      const attempt = async (deed: Deed): Promise<void> => {
        if (deed === 'wait') {
          now = now.add({ minutes: 3 });
          return;
        }
        if (deed === 'submit' || deed === 'edit') {
          const subject = deed === 'edit' && id ? { kind: 'need', id } : null;
          if (deed === 'edit' && !id) return;
          const of = subject ? { id: newId<'draft'>(now.epochMilliseconds), unit, subject } : draft;
          const done: { ok: boolean; id?: Id<'need'> } = await as(senh.actor, (work) => submitNeed(work, of, answers));
          if (done.ok) id = done.id!;
          return;
        }
        if (!id) return;
        const of = id;
        const { no } = (await record(of))!;
        const run: Record<Exclude<Deed, 'wait' | 'submit' | 'edit'>, () => Promise<unknown>> = {
          undo_submit: () => as(senh.actor, (work) => undoSubmit(work, { need: of, no }, 120)),
          take: () => as(minh.actor, (work) => takeNeed(work, of)),
          take_other: () => as(ha.actor, (work) => takeNeed(work, of)),
          release: () => as(minh.actor, (work) => releaseNeed(work, of)),
          request_revision: () => as(minh.actor, (work) => decideNeed(work, of, 'request_revision', 'thiếu số hộ')),
          undo_request_revision: () => as(minh.actor, (work) => undoDecision(work, of, 'request_revision', 120)),
          accept: () => as(minh.actor, (work) => decideNeed(work, of, 'accept')),
          undo_accept: () => as(minh.actor, (work) => undoDecision(work, of, 'accept', 120)),
          reject: () => as(minh.actor, (work) => decideNeed(work, of, 'reject', 'đã có nguồn khác')),
          undo_reject: () => as(minh.actor, (work) => undoDecision(work, of, 'reject', 120)),
          validate: () => as(minh.actor, (work) => validateRevision(work, of)),
          refuse: () => as(minh.actor, (work) => refuseRevision(work, of)),
          withdraw: () => as(senh.actor, (work) => withdrawNeed(work, of, 'không cần nữa')),
        };
        await run[deed]();
      };
      for (const deed of ['submit' as const, ...tried]) {
        await attempt(deed);
        if (id) await holds(id, history);
      }
      await forget(unit);
    }),
    { numRuns: 150 },
  );
  // The runs went everywhere that these commands lead.
  expect([...visited].sort()).toEqual([
    'accepted',
    'recalled',
    'rejected',
    'revision_requested',
    'submitted',
    'under_review',
    'withdrawn',
  ]);
}, 60_000);

async function record(id: Id<'need'>) {
  const [row] = await w.store.read((reads) => reads.select().from(need).where(eq(need.id, id)));
  return row && { ...row, no: row.latest };
}

/** The record is in a state of the machine, its revisions are whole, and folding its history gives the same. */
async function holds(id: Id<'need'>, history: readonly AuditEntry[]): Promise<void> {
  const row = (await record(id))!;
  expect(known).toContain(row.state);
  visited.add(row.state);
  let state: NeedState | 'new' = 'new';
  let no = 0;
  for (const entry of history) {
    const action = entry.action.slice('need.'.length) as NeedAction;
    const after = entry.after as { readonly state: NeedState; readonly no: number };
    const to = next(state, action);
    expect(to, `${state} ${action}`).toBe(after.state);
    state = to!;
    no = after.no;
  }
  expect(state).toBe(row.state);
  // Keeping the earlier version of a changed need writes it down as the newest once more.
  expect(row.latest - no).toBe(history.at(-1)?.action === 'need.refuse' ? 1 : 0);
  const revisions = await w.store.read((reads) =>
    reads.select({ no: needRevision.no }).from(needRevision).where(eq(needRevision.needId, id)),
  );
  expect(revisions.map((r) => r.no).sort((a, b) => a - b)).toEqual(Array.from({ length: row.latest }, (_, i) => i + 1));
  if (row.accepted !== null) expect(row.accepted).toBeLessThanOrEqual(row.latest);
  if (row.pending !== null) expect([row.state, row.pending]).toEqual(['accepted', row.latest]);
  // The unit has submitted exactly while a need of it stands in the round.
  const target = await w.store.read((reads) => targetOf(reads, w.round.id, row.unitId));
  const stands = row.state !== 'recalled' && row.state !== 'withdrawn';
  expect(target?.state === 'submitted', row.state).toBe(stands);
}

/** Between two runs: the unit has nothing, so that its part in the round is what this need makes of it. */
async function forget(unit: Id<'unit'>): Promise<void> {
  await w.store.aside(async (sql) => {
    await sql`delete from need_revision where need_id in (select id from need where unit_id = ${unit})`;
    await sql`delete from need where unit_id = ${unit}`;
    await sql`update round_target set state = 'not_started', submitted_at = null, late = null where unit_id = ${unit}`;
  });
}
