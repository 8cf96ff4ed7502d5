import { connect } from '../../src/base/database/client.ts';
import { migrate } from '../../src/base/database/migrate.ts';
import type { Databases } from './databases.ts';

/** The database that every test's own one is a copy of. */
export const templateName = 'migrated';

/** Makes the template once per run: an empty database brought to the newest schema by the service's own migration. */
export async function buildTemplate(databases: Databases): Promise<void> {
  const url = await databases.createDatabase(templateName);
  const sql = connect({ url, schema: 'public', name: 'template', max: 1 });
  try {
    await migrate(sql, 'public', Temporal.Instant.from('2026-01-01T00:00:00Z'));
  } finally {
    // A template that somebody is connected to cannot be copied.
    await sql.end({ timeout: 2 });
  }
}
