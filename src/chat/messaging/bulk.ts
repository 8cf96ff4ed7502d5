import { parseInstant } from '../../base/database/columns.ts';
import type { Store } from '../../base/database/store.ts';
import type { Id } from '../../base/ids.ts';

/** A slot that is later than this was taken by a process whose clock was wrong. */
const farthest = Temporal.Duration.from({ minutes: 10 });

/** A few may go at once: what counts for platforms is a second, not a moment. */
const burst = Temporal.Duration.from({ milliseconds: 300 });

/**
 * The next moment in which a notice may be sent on this account: one row gives out the slots, so that all processes together keep
 * to `perSecond`. Replies ask for none.
 */
export async function bulkSlot(
  store: Store,
  account: Id<'account'>,
  perSecond: number,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const at = now.toString();
  const far = now.add(farthest).toString();
  const ms = Math.ceil(1000 / perSecond);
  const [row] = await store.aside(
    (sql) => sql<{ bulk_at: string }[]>`
      update account set bulk_at = ${ms}::int * interval '1 ms'
        + case when bulk_at > ${far}::timestamptz then ${at}::timestamptz else greatest(bulk_at, ${at}::timestamptz) end
      where id = ${account} returning bulk_at`,
  );
  return row ? parseInstant(row.bulk_at).subtract(burst) : now;
}
