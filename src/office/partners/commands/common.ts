import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Verdict } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Work } from '../../../chat/work.ts';
import { allowed } from '../../people/access.ts';
import { partner } from '../schema.ts';

/**
 * Why nothing was changed. `gone`: no such row, or its organisation was merged into another; `stale`: somebody changed it since it was read;
 * `taken`: another row has that key, code or name; `dates`: the last day comes before the first; `empty`: something that must be said is not; `currency`: the grant is kept in another one.
 */
export type Refused =
  | Exclude<Verdict, { ok: true }>
  | { readonly ok: false; readonly why: 'gone' | 'stale' | 'taken' | 'dates' | 'empty' | 'currency' };

/** One field as it was and as it is now. */
export interface Difference {
  readonly before: Readonly<Record<string, Json>>;
  readonly after: Readonly<Record<string, Json>>;
}

/** A change that was made, or that the row held already (`difference` null). `version`: of the row, for the next change or an undo. */
export type Changed<K extends string> =
  | { readonly ok: true; readonly id: Id<K>; readonly version: number; readonly difference: Difference | null }
  | Refused;

/** A value as an audit row holds it: days and moments as text, amounts as digits. */
function stored(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, stored(one)]));
  }
  return value as Json;
}

/** What of `patch` differs from `row`; null where nothing does. */
export function differenceOf<T extends object>(row: T, patch: Partial<T>): Difference | null {
  const before: Record<string, Json> = {};
  const after: Record<string, Json> = {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const was = stored(row[key as keyof T]);
    const is = stored(value);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    before[key] = was;
    after[key] = is;
  }
  return Object.keys(after).length > 0 ? { before, after } : null;
}

/** Only the values that are said: drizzle takes undefined for "leave it", an insert must not get it. */
export const said = <T extends object>(patch: T): T =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;

/** Whether this actor may change the register (`ngo.edit`), or keep its talks and contacts (`ngo.log`). */
export const may = (work: Work, right: 'ngo.edit' | 'ngo.log' = 'ngo.edit'): Verdict => allowed(work, right);

/** The row of an organisation that is not merged away. */
export async function openPartner(work: Work, id: Id<'partner'>): Promise<typeof partner.$inferSelect | null> {
  const [row] = await work.tx
    .select()
    .from(partner)
    .where(and(eq(partner.id, id), isNull(partner.mergedInto)));
  return row ?? null;
}

/** Something that belongs to the entry has changed: its card says "cập nhật" with that day. */
export async function touch(work: Work, id: Id<'partner'>): Promise<void> {
  await work.tx.update(partner).set({ updatedAt: work.now }).where(eq(partner.id, id));
}

/** Everything that happens to an organisation, its certificates, grants and contacts is kept under the organisation. */
export function note(work: Work, id: Id<'partner'>, action: string, what: Partial<Difference>): void {
  work.audit({ action: `partner.${action}`, on: { kind: 'partner', id }, ...what });
}

/** The next version of a row. */
export const nextVersion = sql`row_version + 1`;
