import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Actor, RecordRef } from '../../../base/access/access.ts';
import type { Sql } from '../../../base/database/client.ts';
import { handle } from '../../../base/database/store.ts';
import { type Id, newId } from '../../../base/ids.ts';
import type { AuditEntry, Notice, Raw, TaskOrder, Tx, Work } from '../../work.ts';

/** What a decision wants written beside its own statements: data until the flush. */
export interface Collected {
  readonly audits: { entry: AuditEntry; actor: Actor; via: Work['via'] }[];
  readonly notices: {
    id: Id<'notice'>;
    to: Id<'person'>;
    notice: Notice;
    notBefore: Temporal.Instant;
    hold: RecordRef | null;
  }[];
  readonly recalls: RecordRef[];
  readonly releases: RecordRef[];
  readonly tasks: TaskOrder[];
}

export const nothingCollected = (): Collected => ({ audits: [], notices: [], recalls: [], releases: [], tasks: [] });

/** The transaction that a unit lends to its turns. Dead once the unit has ended, so that a turn that outlives it can't write into another's. */
export class Loan {
  #alive = true;
  #tx: PostgresJsDatabase | undefined;
  readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** Drizzle's handle; made with the first use, since most turns need none. */
  get tx(): Tx {
    this.#tx ??= handle(this.sql, () => this.check());
    return this.#tx;
  }

  readonly raw: Raw = (text, ...values) => {
    this.check();
    return this.sql(text, ...(values as never[])) as never;
  };

  /** @throws when the unit has ended */
  check(): void {
    if (!this.#alive) throw new Error('the unit has ended: this turn ran past its time and may not write any more');
  }

  end(): void {
    this.#alive = false;
  }
}

/** How long what is pushed to others waits for an undo, in seconds. */
export interface HoldSettings {
  readonly undoSeconds: number;
}

/** The write side of one decision, collecting into `into`. */
export function makeWork(of: {
  loan: Loan;
  now: Temporal.Instant;
  actor: Actor;
  via: Work['via'];
  into: Collected;
  hold: HoldSettings;
}): Work {
  const { loan, now, actor, via, into } = of;
  return {
    get tx() {
      return loan.tx;
    },
    raw: loan.raw,
    now,
    actor,
    via,
    newId: <K extends string>() => newId<K>(now.epochMilliseconds),
    audit: (entry) => void into.audits.push({ entry, actor, via }),
    notify: (to, notice, how) => {
      const hold = how?.holdFor ?? null;
      const notBefore = how?.notBefore ?? (hold ? now.add({ seconds: of.hold.undoSeconds }) : now);
      into.notices.push({ id: newId(now.epochMilliseconds), to, notice, notBefore, hold });
    },
    recall: (ref) => void into.recalls.push(ref),
    release: (ref) => void into.releases.push(ref),
    later: (task) => void into.tasks.push(task),
  };
}
