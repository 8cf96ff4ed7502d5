import { parseInstant } from '../database/columns.ts';
import type { Store } from '../database/store.ts';
import type { Id } from '../ids.ts';
import type { Json } from '../json.ts';
import type { Clock } from '../time/clock.ts';

/** One due piece of work. */
export interface DueTask {
  readonly id: Id<'task'>;
  readonly kind: string;
  readonly args: Json;
  readonly due: Temporal.Instant;
  readonly attempts: number;
}

export interface RunnerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly run: Id<'service_run'>;
  /** Does the work; throws to have it tried again. */
  readonly work: (task: DueTask, stop: AbortSignal) => Promise<void>;
  /** Runs that are gone: what they held is taken over. */
  readonly gone: () => ReadonlySet<string>;
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
}

/** After this many failures a task ends as failed and stays for the operator (`cli doctor`). */
export const mostAttempts = 6;
/** Seconds until the next attempt: half a minute, doubling. */
const backoff = (attempts: number) => 30 * 2 ** (attempts - 1);

/**
 * Does what is due. Task rows and this function are all there is to "later": a fake clock moves them,
 * a backup holds them, and a dead process's work is taken over. How it could be a queue library and why it is not: docs/architecture.md.
 */
export class TaskRunner {
  readonly #parts: RunnerParts;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Takes up to `most` tasks that are due at `now` and runs them; ends when they have ended. */
  async runDue(now: Temporal.Instant, most = 8): Promise<number> {
    if (this.#stop.signal.aborted) return 0;
    const { store, run } = this.#parts;
    const gone = `{${[...this.#parts.gone()].join(',')}}`;
    const rows = await store.aside(
      (sql) => sql<{ id: Id<'task'>; kind: string; args: Json; due: string; attempts: number }[]>`
        update task set holder = ${run}, attempts = attempts + 1
        where id in (
          select id from task where state = 'open' and due <= ${now.toString()} and (holder is null or holder = any(${gone}::uuid[]))
          order by due limit ${most} for update skip locked)
        returning id, kind, args, due, attempts`,
    );
    const done = rows.map((row) => this.#one({ ...row, due: parseInstant(row.due) }));
    for (const promise of done) {
      this.#running.add(promise);
      void promise.finally(() => this.#running.delete(promise));
    }
    await Promise.all(done);
    return rows.length;
  }

  /** Asks running tasks to stop and waits for them; what did not end is taken over by the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  async #one(task: DueTask): Promise<void> {
    const { store, clock, log } = this.#parts;
    try {
      await this.#parts.work(task, this.#stop.signal);
      await store.aside(
        (sql) =>
          sql`update task set state = 'done', holder = null, ended_at = ${clock.now().toString()} where id = ${task.id}`,
      );
    } catch (error) {
      const failed = task.attempts >= mostAttempts;
      const now = clock.now();
      log({
        level: failed ? 'error' : 'warn',
        what: 'a task failed',
        kind: task.kind,
        attempts: task.attempts,
        error: error instanceof Error ? error.message : String(error),
      });
      await store
        .aside(
          (sql) => sql`
            update task set holder = null, error = ${String(error).slice(0, 500)}, due = ${now.add({ seconds: backoff(task.attempts) }).toString()},
              state = ${failed ? 'failed' : 'open'}, ended_at = ${failed ? now.toString() : null}
            where id = ${task.id}`,
        )
        .catch((inner) => log({ level: 'error', what: 'a failed task could not be marked', error: String(inner) }));
    }
  }
}
