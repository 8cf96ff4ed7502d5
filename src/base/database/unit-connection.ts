import type { Sql } from './client.ts';

/** The connection went away under a unit: nothing of it was written, or its commit's answer was lost. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = 'CONNECTION_CLOSED';
}

/**
 * The one connection that units use. The driver reconnects by itself, which a transaction must not survive: statements sent after
 * the loss would run on a new connection, outside any transaction, and some sent before it are never answered (postgres 3.4.9).
 * So a unit that loses its connection fails at once, its handle is dead, and the next one gets a new client.
 */
export class UnitConnection {
  readonly #open: (closed: () => void) => Sql;
  #client: Sql;
  /** How those who have the connection now are told that it is lost: one, or two while the commit of the first is on its way. */
  readonly #lose = new Set<(error: Error) => void>();

  constructor(open: (closed: () => void) => Sql) {
    this.#open = open;
    this.#client = this.#fresh();
  }

  /** Runs `work` with the connection. @throws ConnectionLost */
  async lend<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    let alive = true;
    const { promise: lost, reject: lose } = Promise.withResolvers<never>();
    lost.catch(() => {});
    this.#lose.add(lose);
    const guarded = new Proxy(this.#client, {
      apply(target, self, parameters) {
        if (!alive) throw new ConnectionLost('the connection of this unit is gone');
        return Reflect.apply(target, self, parameters);
      },
      get(target, name, self) {
        if (!alive) throw new ConnectionLost('the connection of this unit is gone');
        return Reflect.get(target, name, self);
      },
    });
    try {
      return await Promise.race([work(guarded), lost]);
    } finally {
      alive = false;
      this.#lose.delete(lose);
    }
  }

  async end(): Promise<void> {
    await this.#client.end({ timeout: 2 });
  }

  #fresh(): Sql {
    const client: Sql = this.#open(() => {
      if (this.#client !== client) return;
      this.#client = this.#fresh();
      // Whatever the driver still holds for the lost connection is rejected, not sent again.
      void client.end({ timeout: 0 }).catch(() => {});
      for (const lose of this.#lose) lose(new ConnectionLost('the connection to the database was lost'));
    });
    return client;
  }
}
