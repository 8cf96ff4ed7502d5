/** A bot under measurement. */
export interface Contestant {
  /** Stops taking updates and closes its connections. */
  stop(): Promise<void>;
}

/** Where a contestant finds its world, from its environment. */
export interface Ring {
  /** DATABASE_URL: an empty database of its own. */
  readonly databaseUrl: string;
  /** BOT_API_ROOT: the stub; every contestant takes its updates by long polling. */
  readonly apiRoot: string;
  /** CHATS: chats are numbered from 1 to this; who needs to know people beforehand makes them, in one transaction. */
  readonly chats: number;
}

/** What a contestant prints when it has been asked to end. */
export interface Spent {
  /** Processor time of the process, all threads, user and system, from READY on. Milliseconds. */
  readonly cpu: number;
  /** Memory in use at the end. Bytes. */
  readonly rss: number;
}

/**
 * The frame of a contestant's process: starts it, prints READY, serves until SIGTERM, prints `Spent` as a line of JSON.
 * A broken contestant ends with an error, which ends the comparison.
 */
export async function contest(start: (ring: Ring) => Promise<Contestant>): Promise<void> {
  const contestant = await start({
    databaseUrl: process.env['DATABASE_URL']!,
    apiRoot: process.env['BOT_API_ROOT']!,
    chats: Number(process.env['CHATS']),
  });
  const before = process.cpuUsage();
  console.log('READY');
  // Our input ends with the process that started us: nobody is left to ask us to end.
  process.stdin.once('end', () => process.exit(1)).resume();
  process.once('SIGTERM', async () => {
    const { user, system } = process.cpuUsage(before);
    const spent: Spent = { cpu: (user + system) / 1000, rss: process.memoryUsage.rss() };
    console.log(JSON.stringify(spent));
    await contestant.stop();
    process.exit();
  });
}

/** A bot's token; the stub takes any that looks like one. */
export const token = '1000000:bench';
