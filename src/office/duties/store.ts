import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Id } from '../../base/ids.ts';
import type { Reads } from '../../chat/work.ts';
import { duty } from './schema.ts';

/** Something to see to. */
export interface Duty {
  readonly id: Id<'duty'>;
  readonly person: Id<'person'> | null;
  readonly unit: Id<'unit'> | null;
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
  readonly source: 'report' | 'follow_up' | 'undelivered' | 'parked';
  readonly due: Temporal.Instant | null;
}

const columns = {
  id: duty.id,
  person: duty.personId,
  unit: duty.unitId,
  template: duty.template,
  values: duty.values,
  source: duty.source,
  due: duty.due,
};

/** Open duties of a person; of the whole office too where `office` says that they are theirs to see. First due first, undated last. */
export function openDuties(reads: Reads, of: Id<'person'>, office: boolean): Promise<Duty[]> {
  const mine = eq(duty.personId, of);
  return reads
    .select(columns)
    .from(duty)
    .where(and(isNull(duty.doneAt), office ? or(mine, isNull(duty.personId)) : mine))
    .orderBy(sql`${duty.due} asc nulls last`, asc(duty.id));
}
