import type { Chore } from '../chores/chores.ts';
import type { Store } from '../database/store.ts';
import type { Clock } from '../time/clock.ts';
import { backupInto, backupsIn, backupTime } from './keep.ts';

export interface BackupChore {
  readonly store: Store;
  readonly clock: Clock;
  readonly keyId: string | null;
  readonly folder: string;
  /** Null: never. */
  readonly every: Temporal.Duration | null;
  readonly keep: number;
  /** Hears of each backup. */
  readonly made: (of: { path: string; bytes: number; removed: readonly string[] }) => void;
}

/** The first backup of a store waits until people have seen that it runs. */
const firstAfter = Temporal.Duration.from({ minutes: 10 });

/** Backups by themselves, counted from the newest file in the folder: one that was made by hand puts the next one off. */
export function backupChore(of: BackupChore): Chore {
  const { clock, every } = of;
  const first = clock.now().add(firstAfter);
  return {
    name: 'backup',
    async due() {
      if (!every) return null;
      const last = (await backupsIn(of.folder)).at(-1);
      return last ? backupTime(last).add(every) : first;
    },
    async run(stop) {
      const { path, bytes, removed } = await backupInto(of.store, of.folder, { ...of, now: clock.now(), stop });
      of.made({ path, bytes, removed });
    },
  };
}
