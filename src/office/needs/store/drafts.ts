import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import { draft } from '../../../chat/dialogue/schema.ts';
import type { Reads } from '../../../chat/work.ts';
import { person, unit } from '../../people/schema.ts';
import type { DraftLine } from '../types.ts';

/** The form that makes needs; its drafts belong to the unit. */
export const needForm = 'submit-need';

/** Whose drafts somebody sees: the own units' (a successor finds them), and for the Sở's people those that they began themselves. */
function draftsOf(scope: Scope, me: Id<'person'> | null): SQL | undefined {
  if (scope.see === 'units' && scope.units.length > 0) return inArray(draft.unitId, [...scope.units]);
  return scope.see === 'all' && me ? eq(draft.byId, me) : sql`false`;
}

/** Open drafts of needs, the last worked on first. */
export async function openDrafts(
  reads: Reads,
  scope: Scope,
  me: Id<'person'> | null,
  of: { readonly unit?: Id<'unit'>; readonly limit?: number } = {},
): Promise<DraftLine[]> {
  const rows = await reads
    .select({
      id: draft.id,
      form: draft.form,
      unit: unit.id,
      unitName: unit.nameVi,
      title: sql<string | null>`${draft.answers} ->> 'title'`,
      byName: person.fullName,
      updatedAt: draft.updatedAt,
      subject: draft.subjectId,
    })
    .from(draft)
    .innerJoin(unit, eq(unit.id, draft.unitId))
    .leftJoin(person, eq(person.id, draft.byId))
    .where(
      and(
        eq(draft.form, needForm),
        eq(draft.state, 'open'),
        draftsOf(scope, me),
        of.unit ? eq(draft.unitId, of.unit) : undefined,
      ),
    )
    .orderBy(desc(draft.updatedAt))
    .limit(of.limit ?? 20);
  return rows;
}

/** The open draft that edits a need, if there is one: a second edit goes on with it. */
export async function draftOn(reads: Reads, need: Id<'need'>): Promise<Id<'draft'> | null> {
  const [row] = await reads
    .select({ id: draft.id })
    .from(draft)
    .where(
      and(eq(draft.form, needForm), eq(draft.state, 'open'), eq(draft.subjectKind, 'need'), eq(draft.subjectId, need)),
    )
    .orderBy(desc(draft.updatedAt))
    .limit(1);
  return row?.id ?? null;
}

/** The unit and the title of an open draft, by its id: for who has it open. */
export async function unitOfDraft(
  reads: Reads,
  id: Id<'draft'>,
): Promise<{ readonly unit: Id<'unit'>; readonly title: string | null } | null> {
  const [row] = await reads
    .select({ unit: draft.unitId, title: sql<string | null>`${draft.answers} ->> 'title'` })
    .from(draft)
    .where(and(eq(draft.id, id), eq(draft.state, 'open')));
  return row?.unit ? { unit: row.unit, title: row.title } : null;
}
