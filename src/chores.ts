import { handOutHead } from './base/audit/hand-out.ts';
import { backupChore } from './base/backup/chore.ts';
import { type Chore, keepChores } from './base/chores/chores.ts';
import { daily } from './base/chores/daily.ts';
import type { Store } from './base/database/store.ts';
import { sweepFiles } from './base/files/store.ts';
import type { Log } from './base/log.ts';
import { forgetRuns } from './base/runs/runs.ts';
import type { Keyring } from './base/secrets/keyring.ts';
import type { Clock } from './base/time/clock.ts';
import { localDay } from './base/time/zone.ts';
import { forgetMessages, forgetTraces, messageDays } from './chat/messaging/retention.ts';
import type { Config } from './config.ts';
import { sweepUnsent } from './office/attachments/sweep.ts';
import { sweepUnclear } from './office/unclear/index.ts';

/** A crash may have left half a file; its task begins anew within minutes. */
const halfFileHours = 24;
/** Rows that one statement deletes: others get their turn between two. */
const atOnce = 500;
/** What a dead run held was taken over long before. */
const runHours = 48;

/** What the service does by itself, whoever writes or not: backups, and once a day the head of the log and what is left over. */
export function serviceChores(of: {
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: Keyring;
  readonly config: Pick<Config, 'backup'>;
  readonly holder: string;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { store, clock, log } = of;
  const run = <T>(work: Parameters<typeof store.aside<T>>[0]) => store.aside(work);
  const { dir, every, keep } = of.config.backup;
  const chores: readonly Chore[] = [
    backupChore({
      store,
      clock,
      keyId: of.keys.keyId,
      folder: dir,
      every,
      keep,
      made: (backup) => log.info(backup, 'a backup was made'),
    }),
    daily('audit head', { run, clock }, async () => {
      await run((sql) => handOutHead(sql, dir, clock.now()));
    }),
    daily('old messages', { run, clock }, async (stop) => {
      const before = clock.now().subtract({ hours: 24 * messageDays });
      let gone = 0;
      for (const forget of [forgetMessages, forgetTraces]) {
        for (let n = 1; n > 0 && !stop.aborted; gone += n) n = await run((sql) => forget(sql, before, atOnce));
      }
      if (gone > 0) log.info({ gone, days: messageDays }, 'messages older than the consent allows were deleted');
    }),
    daily('left over', { run, clock }, async () => {
      const now = clock.now();
      const halves = await run((sql) => sweepFiles(sql, now.subtract({ hours: halfFileHours })));
      const unsent = await run((sql) => sweepUnsent(sql, now));
      await forgetRuns(store, now.subtract({ hours: runHours }));
      await run((sql) => sweepUnclear(sql, localDay(now)));
      if (halves + unsent > 0) log.info({ halves, unsent }, 'files that nobody needs were deleted');
    }),
  ];
  return keepChores({
    run,
    clock,
    holder: of.holder,
    alone: store.kind === 'pglite',
    chores,
    failed: (chore, error) => log.error({ err: error, chore }, 'a chore failed; it is tried again'),
  });
}
