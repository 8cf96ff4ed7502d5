import type { Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Work } from '../../chat/work.ts';
import { allowed } from '../people/access.ts';
import type { Matched } from './match.ts';
import type { EntryVerdict, Problem } from './types.ts';

type Refused = Extract<Verdict, { ok: false }>;

/** Takes a file in to be read and compared. */
export async function beginImport(
  work: Work,
  of: { readonly file: Id<'file'> | null; readonly name: string },
): Promise<{ readonly ok: true; readonly id: Id<'register_import'> } | Refused> {
  const verdict = allowed(work, 'ngo.import.propose');
  if (!verdict.ok) return verdict;
  const id = work.newId<'register_import'>();
  await work.raw`
    insert into register_import (id, state, file_id, file_name, fresh, changed, same, wrong, problems, created_by, created_at, row_version)
    values (${id}, 'reading', ${of.file}, ${of.name}, 0, 0, 0, 0, '[]', ${work.actor.person}, ${work.now.toString()}, 1)`;
  work.audit({ action: 'register.read', on: { kind: 'register_import', id }, after: { file: of.name } });
  return { ok: true, id };
}

/** So many organisations are staged with one statement. */
export const perStage = 200;

/** Stages a piece of what was compared; a task that begins anew takes away what an earlier run has staged (`clearStaged`). */
export async function stage(work: Work, id: Id<'register_import'>, piece: readonly Matched[]): Promise<void> {
  const rows = piece.map((one) => ({
    id: work.newId<'import_entry'>(),
    row: one.row,
    name: one.name,
    verdict: one.verdict,
    partner: one.partner,
    version: one.version,
    plan: one.plan,
    changes: one.changes,
  }));
  await work.raw`
    insert into import_entry (id, import_id, row, name, verdict, partner_id, partner_version, plan, changes)
    select r.id, ${id}, r.row, r.name, r.verdict, coalesce(r.partner, (r.plan->'partner'->>'id')::uuid), r.version, r.plan, r.changes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, row int, name text, verdict text, partner uuid, version int, plan jsonb, changes jsonb)`;
}

/** Takes away what was staged of an import that is still being read; false when it is not. */
export async function clearStaged(work: Work, id: Id<'register_import'>): Promise<boolean> {
  const [reading] = await work.raw<{ id: string }[]>`
    select id from register_import where id = ${id} and state = 'reading' for update`;
  if (!reading) return false;
  await work.raw`delete from import_entry where import_id = ${id}`;
  return true;
}

/** How many organisations came out how. */
export type Counts = Readonly<Record<EntryVerdict, number>>;

export const countsOf = (all: readonly Pick<Matched, 'verdict'>[]): Counts => {
  const of = (verdict: EntryVerdict) => all.filter((one) => one.verdict === verdict).length;
  return { new: of('new'), changed: of('changed'), same: of('same'), wrong: of('wrong') };
};

/** Ends the reading: the file is compared, all of it is staged. */
export async function endReading(
  work: Work,
  id: Id<'register_import'>,
  of: {
    readonly counts: Counts;
    readonly problems: readonly Problem[];
    readonly report: Id<'file'> | null;
    /** How many entries the register had when it was read. */
    readonly seen: number;
  },
): Promise<void> {
  await work.raw`
    update register_import set state = 'checked', fresh = ${of.counts.new}, changed = ${of.counts.changed}, same = ${of.counts.same},
      wrong = ${of.counts.wrong}, problems = ${JSON.stringify(of.problems)}::jsonb, report_id = ${of.report}, checked_at = ${work.now.toString()},
      entries_seen = ${of.seen},
      row_version = row_version + 1
    where id = ${id} and state = 'reading'`;
}

/** The file is no register, or can't be read. */
export async function refuseFile(work: Work, id: Id<'register_import'>): Promise<void> {
  await work.raw`
    update register_import set state = 'refused', row_version = row_version + 1 where id = ${id} and state = 'reading'`;
}

/** Why a checked import is not taken in. `wrong`: rows are wrong, so nothing of the file goes in; `nothing`: it changes nothing. */
export type NotConfirmed = Refused | { readonly ok: false; readonly why: 'gone' | 'state' | 'wrong' | 'nothing' };

/**
 * Confirms a checked import: a task writes it. All or nothing: a file with one wrong row is not taken in.
 * Confirming is a division head's, or the operator's at the machine.
 */
export async function confirmImport(
  work: Work,
  id: Id<'register_import'>,
): Promise<{ readonly ok: true } | NotConfirmed> {
  const verdict = allowed(work, 'ngo.import.confirm');
  if (!verdict.ok) return verdict;
  const [row] = await work.raw<{ state: string; wrong: number; writes: number }[]>`
    select state, wrong, fresh + changed as writes from register_import where id = ${id} for update`;
  if (!row) return { ok: false, why: 'gone' };
  if (row.state !== 'checked') return { ok: false, why: 'state' };
  if (row.wrong > 0) return { ok: false, why: 'wrong' };
  if (row.writes === 0) return { ok: false, why: 'nothing' };
  await work.raw`
    update register_import set state = 'confirmed', decided_by = ${work.actor.person}, row_version = row_version + 1 where id = ${id}`;
  return { ok: true };
}
