import { and, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { fold } from '../../../language/index.ts';
import { type Criterion, partner } from '../schema.ts';
import { type Changed, differenceOf, may, nextVersion, note, openPartner, said } from './common.ts';

type Row = typeof partner.$inferSelect;

/** What somebody may say about an organisation. */
export type PartnerPatch = Partial<
  Pick<
    Row,
    | 'nameEn'
    | 'nameVi'
    | 'shortName'
    | 'aliases'
    | 'formerNames'
    | 'country'
    | 'countryVi'
    | 'website'
    | 'address'
    | 'fields'
    | 'formerDistricts'
    | 'communes'
    | 'relation'
    | 'relationReason'
    | 'tools'
    | 'natureVi'
    | 'natureEn'
    | 'officerId'
    | 'published'
  >
>;

/** A new organisation: its English name and its kind, and whatever else is known. `key`: a stable name by which an import finds it again. */
export interface NewPartner extends PartnerPatch {
  readonly kind: Row['kind'];
  readonly nameEn: string;
  readonly key?: string;
  readonly demo?: boolean;
}

/** "Save the Children International" as a key: save-the-children-international. */
export const keyFor = (name: string): string =>
  fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);

/** Puts an organisation into the register. `taken`: its key is there already. */
export async function addPartner(work: Work, of: NewPartner): Promise<Changed<'partner'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const { kind, key: given, demo = false, nameEn, ...more } = of;
  const key = given ?? keyFor(nameEn);
  if (!nameEn.trim() || !key) return { ok: false, why: 'empty' };
  const id = work.newId<'partner'>();
  const values = { nameEn: nameEn.trim(), ...said(more) };
  const [made] = await work.tx
    .insert(partner)
    .values({
      aliases: [],
      formerNames: [],
      fields: [],
      formerDistricts: [],
      communes: [],
      relation: 'prospect',
      criteria: {},
      tools: [],
      published: false,
      ...values,
      id,
      key,
      kind,
      demo,
      rowVersion: 1,
      createdAt: work.now,
      createdBy: work.actor.person,
      updatedAt: work.now,
    })
    .onConflictDoNothing({ target: partner.key })
    .returning({ id: partner.id });
  if (!made) return { ok: false, why: 'taken' };
  const difference = differenceOf<Partial<Row>>({}, { kind, ...values });
  note(work, id, 'add', difference ?? {});
  return { ok: true, id, version: 1, difference };
}

/**
 * Changes what is said about an organisation. `at`: the version that was read; another one since then is `stale`.
 * A new name keeps the old one among the former names, so that it is still found by it.
 */
export async function changePartner(
  work: Work,
  id: Id<'partner'>,
  patch: PartnerPatch,
  at?: number,
): Promise<Changed<'partner'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const row = await openPartner(work, id);
  if (!row) return { ok: false, why: 'gone' };
  if (at !== undefined && row.rowVersion !== at) return { ok: false, why: 'stale' };
  const renamed = patch.nameEn !== undefined && patch.nameEn !== row.nameEn;
  const kept = renamed && !patch.formerNames ? { formerNames: [...new Set([...row.formerNames, row.nameEn])] } : {};
  return write(work, row, { ...said(patch), ...kept }, 'change');
}

/** An officer has looked at the whole card and found it right: it is no longer "chưa xác minh". */
export async function verifyPartner(work: Work, id: Id<'partner'>): Promise<Changed<'partner'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const row = await openPartner(work, id);
  return row ? write(work, row, { verifiedAt: work.now }, 'verify') : { ok: false, why: 'gone' };
}

/** What was found about one of the five criteria. Null: it is open again. */
export async function setCriterion(
  work: Work,
  id: Id<'partner'>,
  criterion: Criterion,
  found: { readonly state: 'met' | 'not_met'; readonly evidence: string } | null,
): Promise<Changed<'partner'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const row = await openPartner(work, id);
  if (!row) return { ok: false, why: 'gone' };
  if (found && !found.evidence.trim()) return { ok: false, why: 'empty' };
  const { [criterion]: _, ...others } = row.criteria;
  const criteria = found
    ? { ...others, [criterion]: { ...found, by: work.actor.person, at: work.now.toString() } }
    : others;
  return write(work, row, { criteria }, 'criterion');
}

/** Puts the findings back as they were: for an undo. `at`: the version since. */
export async function restoreCriteria(
  work: Work,
  id: Id<'partner'>,
  criteria: Row['criteria'],
  at: number,
): Promise<Changed<'partner'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const row = await openPartner(work, id);
  if (!row) return { ok: false, why: 'gone' };
  return row.rowVersion === at ? write(work, row, { criteria }, 'criterion.undo') : { ok: false, why: 'stale' };
}

/** Writes what differs, guarded by the version of the row. `also`: what stands in the history beside the values. */
export async function write(
  work: Work,
  row: Row,
  patch: Partial<Row>,
  action: string,
  also: Readonly<Record<string, string>> = {},
): Promise<Changed<'partner'>> {
  const difference = differenceOf(row, patch);
  if (!difference && Object.keys(also).length === 0)
    return { ok: true, id: row.id, version: row.rowVersion, difference };
  const [done] = await work.tx
    .update(partner)
    .set({ ...patch, rowVersion: nextVersion, updatedAt: work.now })
    .where(and(eq(partner.id, row.id), eq(partner.rowVersion, row.rowVersion), isNull(partner.mergedInto)))
    .returning({ version: partner.rowVersion });
  if (!done) return { ok: false, why: 'stale' };
  note(work, row.id, action, { before: { ...difference?.before }, after: { ...also, ...difference?.after } });
  return { ok: true, id: row.id, version: done.version, difference };
}
