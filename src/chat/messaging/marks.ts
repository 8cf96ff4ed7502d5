import type { Store } from '../../base/database/store.ts';
import type { Id } from '../../base/ids.ts';
import type { Clock } from '../../base/time/clock.ts';

/** How a delivery stands now. */
export interface Mark {
  readonly message: Id<'message'>;
  readonly state: 'sent' | 'failed' | 'unknown' | 'sending';
  readonly ref?: string;
  readonly why?: string;
  readonly billed?: boolean;
  readonly at: Temporal.Instant;
  /** The platform's answer was lost once more. */
  readonly unknown?: boolean;
}

/** One row a message: an update that joins two would take either. Doubts and tries add up, the last state counts. */
function byMessage(marks: readonly Mark[]): Iterable<object> {
  const rows = new Map<
    string,
    {
      m: string;
      s: string;
      r: string | null;
      w: string | null;
      b: boolean | null;
      t: string | null;
      u: number;
      n: number;
    }
  >();
  for (const mark of marks) {
    const before = rows.get(mark.message);
    rows.set(mark.message, {
      m: mark.message,
      s: mark.state,
      r: mark.ref ?? before?.r ?? null,
      w: mark.why ?? null,
      b: mark.billed ?? before?.b ?? null,
      t: mark.state === 'sent' ? mark.at.toString() : null,
      u: (before?.u ?? 0) + (mark.unknown ? 1 : 0),
      n: (before?.n ?? 0) + (mark.state === 'sending' ? 1 : 0),
    });
  }
  return rows.values();
}

/** How long marks gather before they are written. */
const gatherMs = 10;

/**
 * Writes how deliveries ended, many with one statement. While the database is away the marks wait:
 * none is lost as long as the process lives, and if it dies the delivery counts as unknown.
 */
export class Marks {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #written: (marks: readonly Mark[]) => Promise<void>;
  #waiting: Mark[] = [];
  #inWriting: readonly Mark[] = [];
  #writing: Promise<void> | null = null;

  /** `written` is told what was written, in the order of the marks. */
  constructor(store: Store, clock: Clock, written: (marks: readonly Mark[]) => Promise<void>) {
    this.#store = store;
    this.#clock = clock;
    this.#written = written;
  }

  add(mark: Mark): void {
    this.#waiting.push(mark);
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Messages whose mark is not written yet: their rows still say that they are being sent. */
  unwritten(): readonly string[] {
    return [...this.#waiting, ...this.#inWriting].map((mark) => mark.message);
  }

  /** How many wait to be written. */
  get depth(): number {
    return this.#waiting.length + (this.#writing ? 1 : 0);
  }

  /** Ends when everything added so far is written, or when the database stays away for `ms`. */
  async drained(ms: number): Promise<void> {
    const until = this.#clock.monotonic() + ms;
    while ((this.#writing || this.#waiting.length > 0) && this.#clock.monotonic() < until) {
      await Promise.race([this.#writing, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
  }

  async #write(): Promise<void> {
    // Marks of sends that end about the same time go together; a process that dies meanwhile leaves them as unknown.
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    while (this.#waiting.length > 0) {
      const marks = this.#waiting;
      this.#waiting = [];
      this.#inWriting = marks;
      const rows = [...byMessage(marks)];
      try {
        await this.#store.aside(
          (sql) => sql`
            update delivery d set state = r.s, ref = coalesce(r.r, d.ref), why = r.w, billed = r.b, sent_at = r.t, unknowns = d.unknowns + r.u,
              attempts = d.attempts + r.n
            from json_to_recordset(${JSON.stringify(rows)}::json) as r(m uuid, s text, r text, w text, b boolean, t timestamptz, u int, n int)
            where d.message_id = r.m and d.state = 'sending'`,
        );
        await this.#written(marks);
      } catch {
        // The database is away: nothing was written, all of it is tried again.
        this.#waiting = [...marks, ...this.#waiting];
        await new Promise((resolve) => setTimeout(resolve, 500));
      } finally {
        this.#inWriting = [];
      }
    }
  }
}
