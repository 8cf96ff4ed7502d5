import type { Databases } from './databases.ts';

/** The database that every test's own one is a copy of. */
export const templateName = 'migrated';

/** Makes the template once per run: an empty database brought to the newest schema by the project's own migration. */
export async function buildTemplate(databases: Databases): Promise<void> {
  const url = await databases.createDatabase(templateName);
  await migrateTemplate(url);
}

/** The hook of the project's own migration. */
async function migrateTemplate(_url: string): Promise<void> {}
