import { randomBytes } from 'node:crypto';
import { type Actor, guest, type Role } from '../../../src/base/access/access.ts';
import { handle, openStore, type Store } from '../../../src/base/database/store.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import { localDay } from '../../../src/base/time/zone.ts';
import type { AuditEntry, TaskOrder, Work } from '../../../src/chat/work.ts';
import { seedPartners } from '../../../src/demo/partners.ts';
import { office } from '../../../src/office/people/schema.ts';
import { freshFolder } from '../../support/fresh-folder.ts';

/** Monday, 23/11/2026, 14 giờ 05. */
export const now = Temporal.Instant.from('2026-11-23T07:05:00Z');

/** Somebody with this one role who has given consent. */
export const actor = (role: Role): Actor =>
  role === 'guest'
    ? guest
    : {
        person: newId<'person'>(1),
        name: 'Quàng Văn Minh',
        address: 'anh',
        grants: [{ role, unit: role === 'focal_point' ? newId<'unit'>(1) : null, standsInFor: null }],
        consent: 'given',
      };

/** What a unit of work collects. */
export interface Kept {
  readonly audits: AuditEntry[];
  readonly notices: { readonly to: string; readonly template: string; readonly values: unknown }[];
  readonly tasks: TaskOrder[];
}
export const kept = (): Kept => ({ audits: [], notices: [], tasks: [] });

/** A unit of work on the store, as seeds and commands get it: by the operator, or by `as`; what it collects goes into `into`. */
export async function working<T>(
  store: Store,
  change: (work: Work) => Promise<T>,
  as: Actor | null = null,
  into: Kept = kept(),
): Promise<T> {
  return store.exclusive(async (sql) => {
    await sql`begin`;
    try {
      const done = await change({
        tx: handle(sql),
        raw: sql,
        now,
        actor: as ?? guest,
        via: { channel: as ? 'web' : 'cli', request: 'test' },
        newId: <K extends string>(): Id<K> => newId<K>(now.epochMilliseconds),
        audit: (entry: AuditEntry) => void into.audits.push(entry),
        notify: (to: string, { template, values }: { template: string; values: unknown }) =>
          void into.notices.push({ to, template, values }),
        recall() {},
        release() {},
        later: (task: TaskOrder) => void into.tasks.push(task),
      } as unknown as Work);
      await sql`commit`;
      return done;
    } catch (error) {
      await sql`rollback`;
      throw error;
    }
  });
}

/** An embedded store with the office of Sơn La and the demonstration's partners. */
export async function seededStore(): Promise<{ store: Store; close(): Promise<void> }> {
  const folder = await freshFolder();
  const store = await openStore({ dataDir: folder.dataDir }, now);
  await working(store, async (work) => {
    await work.tx.insert(office).values({
      only: true,
      nameVi: 'Sở Ngoại vụ tỉnh Sơn La',
      nameEn: 'Department of Foreign Affairs of Sơn La',
      provinceVi: 'tỉnh Sơn La',
      provinceEn: 'Sơn La province',
      divisionVi: 'Phòng Hợp tác quốc tế',
      divisionEn: 'International Cooperation Division',
      address: '',
      phone: '',
      email: '',
      symbol: 'SNgV',
      dataOfficer: '',
      dataOfficerPhone: '',
      hours: { days: [1, 2, 3, 4, 5], spans: [] },
      dutyPhone: '',
      demo: true,
      updatedAt: now,
      rowVersion: 1,
    });
    await seedPartners(work, localDay(now), { officers: [], keys: keyring(randomBytes(32)) });
  });
  return {
    store,
    async close() {
      await store.close();
      await folder.drop();
    },
  };
}
