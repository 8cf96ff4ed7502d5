import { hostname } from 'node:os';
import type { Store } from '../database/store.ts';
import { type Id, newId } from '../ids.ts';
import type { Clock } from '../time/clock.ts';

/** How often a run shows that it lives, and after how long a silent one counts as dead. */
const beatMs = 2_000;
const deadAfterMs = 15_000;

/** The starts of the service on one database: who lives, who died with work in hand. */
export interface Runs {
  readonly own: Id<'service_run'>;
  /** Runs that died without stopping were found at the start: redelivered work may have killed them. */
  readonly afterCrash: boolean;
  /** Shows that this run lives and looks at the others; the ids of those that are gone (stopped, or silent for 15 s on this process's own clock). */
  beat(): Promise<ReadonlySet<string>>;
  /** Those gone at the last beat. */
  gone(): ReadonlySet<string>;
  readonly beatMs: number;
  /** This run stopped in order. */
  stop(): Promise<void>;
}

const dead = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};

/**
 * Enters this start of the service. Others are judged by whether their mark moves, on our own monotonic clock:
 * a wrong wall clock steals nothing. On the embedded database there is no other (the folder is locked), so all earlier ones are gone at once;
 * so are processes of this host that no longer exist.
 */
export async function enterRun(store: Store, clock: Clock): Promise<Runs> {
  const own = newId<'service_run'>(clock.now().epochMilliseconds);
  const host = hostname();
  const seen = new Map<string, { mark: string; since: number }>();
  let gone = new Set<string>();

  const look = async (): Promise<ReadonlySet<string>> => {
    const now = clock.now().toString();
    const rows = await store.aside(async (sql) => {
      const [, others] = await Promise.all([
        sql`update service_run set seen_at = ${now} where id = ${own}`,
        sql<{ id: string; host: string; pid: number; seen_at: string; stopped_at: string | null }[]>`
          select id, host, pid, seen_at, stopped_at from service_run where id <> ${own}`,
      ]);
      return others;
    });
    const found = new Set<string>();
    for (const row of rows) {
      const before = seen.get(row.id);
      if (!before || before.mark !== row.seen_at) seen.set(row.id, { mark: row.seen_at, since: clock.monotonic() });
      const silent =
        before !== undefined && before.mark === row.seen_at && clock.monotonic() - before.since > deadAfterMs;
      if (row.stopped_at !== null || store.kind === 'pglite' || silent || (row.host === host && dead(row.pid)))
        found.add(row.id);
    }
    gone = found;
    return found;
  };

  const now = clock.now().toString();
  const crashed = await store.aside(async (sql) => {
    const before = await sql<
      { host: string; pid: number }[]
    >`select host, pid from service_run where stopped_at is null`;
    await sql`insert into service_run (id, host, pid, started_at, seen_at) values (${own}, ${host}, ${process.pid}, ${now}, ${now})`;
    return before;
  });
  await look();
  return {
    own,
    afterCrash: crashed.some((run) => store.kind === 'pglite' || (run.host === host && dead(run.pid))),
    beat: look,
    gone: () => gone,
    beatMs,
    async stop() {
      await store.aside((sql) => sql`update service_run set stopped_at = ${clock.now().toString()} where id = ${own}`);
    },
  };
}

/** Forgets runs that are gone and hold nothing any more; called now and then. */
export async function forgetRuns(store: Store, before: Temporal.Instant): Promise<void> {
  await store.aside(
    (sql) => sql`
      delete from service_run r where r.started_at < ${before.toString()} and r.stopped_at is not null
      and not exists (select from delivery d where d.holder = r.id and d.state in ('queued', 'sending'))
      and not exists (select from task t where t.holder = r.id and t.state = 'open')`,
  );
}
