import type { Store } from '../../base/database/store.ts';
import { isId } from '../../base/ids.ts';
import type { Receipt } from './types.ts';

/**
 * Notes when messages arrived and were read. The web chat's reference is the message's own id;
 * a platform whose references differ brings its own index with its folder.
 */
export async function markReceipts(store: Store, batch: readonly Receipt[]): Promise<void> {
  const rows = batch.filter((r) => isId(r.ref)).map((r) => ({ m: r.ref, r: r.state === 'read', t: r.at.toString() }));
  if (rows.length === 0) return;
  await store.aside(
    (sql) => sql`
      update delivery d set delivered_at = coalesce(d.delivered_at, r.t), read_at = case when r.r then coalesce(d.read_at, r.t) else d.read_at end
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(m uuid, r boolean, t timestamptz) where d.message_id = r.m`,
  );
}
