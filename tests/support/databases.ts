import postgres from 'postgres';

/** Makes and removes databases on a server of our own. */
export interface Databases {
  /** The address of the database `name`. */
  urlOf(name: string): string;
  /** Makes a database, empty or as a copy of `template` (which nobody may be connected to); gives its address. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Removes a database and throws out whoever is still connected. */
  dropDatabase(name: string): Promise<void>;
  /** Closes the own connection. */
  end(): Promise<void>;
}

/** The databases of the server at `url`. Holds no connection while nothing is asked of it, so it keeps no process alive. */
export function databasesAt(url: string): Databases {
  const admin = postgres(url, { max: 1, idle_timeout: 1, fetch_types: false, onnotice: () => undefined });
  const urlOf = (name: string) => {
    const address = new URL(url);
    address.pathname = `/${name}`;
    return address.href;
  };
  return {
    urlOf,
    createDatabase: async (name, template = 'template0') => {
      // file_copy beats the default wal_log from a few dozen tables on.
      await admin`create database ${admin(name)} template ${admin(template)} strategy file_copy`;
      return urlOf(name);
    },
    dropDatabase: async (name) => {
      await admin`drop database if exists ${admin(name)} with (force)`;
    },
    end: () => admin.end({ timeout: 1 }),
  };
}
