import { and, eq } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Work } from '../../../chat/work.ts';
import { aidGrant } from '../schema.ts';
import { type Changed, differenceOf, may, nextVersion, note, openPartner, said, touch } from './common.ts';

type Row = typeof aidGrant.$inferSelect;

/** What is known about a grant. */
export type GrantPatch = Partial<
  Pick<
    Row,
    | 'titleVi'
    | 'titleEn'
    | 'aidKind'
    | 'fields'
    | 'stage'
    | 'committed'
    | 'disbursed'
    | 'currency'
    | 'disbursedOn'
    | 'startsOn'
    | 'endsOn'
    | 'formerDistricts'
    | 'ownerUnitId'
    | 'ownerName'
    | 'approvalNo'
    | 'approvedOn'
  >
>;
/** A new grant. Without `code` it gets the next VT number of the year. */
export interface NewGrant extends GrantPatch {
  readonly titleVi: string;
  readonly aidKind: Row['aidKind'];
  readonly stage: Row['stage'];
  readonly committed: bigint;
  readonly currency: Row['currency'];
  readonly code?: string;
}

const backwards = (of: Pick<GrantPatch, 'startsOn' | 'endsOn'>): boolean =>
  !!of.startsOn && !!of.endsOn && Temporal.PlainDate.compare(of.startsOn, of.endsOn) > 0;

/** Adds a grant. A code that is there already is `taken`. */
export async function addGrant(work: Work, of: Id<'partner'>, grant: NewGrant): Promise<Changed<'aid_grant'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  if (backwards(grant)) return { ok: false, why: 'dates' };
  const owner = await openPartner(work, of);
  if (!owner) return { ok: false, why: 'gone' };
  const id = work.newId<'aid_grant'>();
  const { code: given, ...values } = grant;
  const code = given ?? (await nextCode(work));
  const [made] = await work.tx
    .insert(aidGrant)
    .values({
      fields: [],
      formerDistricts: [],
      ...said(values),
      id,
      code,
      partnerId: of,
      demo: owner.demo,
      rowVersion: 1,
      createdAt: work.now,
      createdBy: work.actor.person,
      updatedAt: work.now,
    })
    .onConflictDoNothing({ target: aidGrant.code })
    .returning({ id: aidGrant.id });
  if (!made) return { ok: false, why: 'taken' };
  await touch(work, of);
  const difference = differenceOf<Partial<Row>>({}, { code, ...values });
  note(work, of, 'grant.add', difference ?? {});
  return { ok: true, id, version: 1, difference };
}

/** VT-2026-016: behind what imports have brought with numbers of their own. */
async function nextCode(work: Work): Promise<string> {
  const series = `VT-${localDay(work.now).year}`;
  const [row] = await work.raw<{ last: number }[]>`
    insert into series (name, last)
    select ${series}, coalesce(max(split_part(code, '-', 3)::int), 0) + 1 from aid_grant where code ~ ${`^${series}-[0-9]{1,6}$`}
    on conflict (name) do update set last = greatest(series.last + 1, excluded.last) returning last`;
  return `${series}-${String(row!.last).padStart(3, '0')}`;
}

/** Changes what is known about a grant: its stage, its value, what was paid out. `at`: the version that was read. */
export async function changeGrant(
  work: Work,
  id: Id<'aid_grant'>,
  patch: GrantPatch,
  at?: number,
): Promise<Changed<'aid_grant'>> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const [row] = await work.tx.select().from(aidGrant).where(eq(aidGrant.id, id));
  if (!row) return { ok: false, why: 'gone' };
  if (at !== undefined && row.rowVersion !== at) return { ok: false, why: 'stale' };
  if (backwards({ ...row, ...said(patch) })) return { ok: false, why: 'dates' };
  const difference = differenceOf(row, said(patch));
  if (!difference) return { ok: true, id, version: row.rowVersion, difference };
  const [done] = await work.tx
    .update(aidGrant)
    .set({ ...said(patch), rowVersion: nextVersion, updatedAt: work.now })
    .where(and(eq(aidGrant.id, id), eq(aidGrant.rowVersion, row.rowVersion)))
    .returning({ version: aidGrant.rowVersion });
  if (!done) return { ok: false, why: 'stale' };
  await touch(work, row.partnerId);
  note(work, row.partnerId, 'grant.change', {
    before: { grant: row.code, ...difference.before },
    after: { grant: row.code, ...difference.after },
  });
  return { ok: true, id, version: done.version, difference };
}
