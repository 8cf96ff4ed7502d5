import type { PartState } from '../../base/http/health.ts';
import type { Id } from '../../base/ids.ts';
import type { Channel, Intake } from '../messaging/types.ts';

/** A channel with the bot's account on it. One account has one channel; a channel may serve several accounts. */
export interface Served {
  readonly account: Id<'account'>;
  readonly channel: Channel;
}

/** A file at a platform that can't be had, however often it is tried. */
export class FileLost extends Error {
  override readonly name = 'FileLost';
  readonly why: 'too_big' | 'gone';

  constructor(why: 'too_big' | 'gone') {
    super(why === 'too_big' ? 'the file is too large to be fetched' : 'the platform no longer has the file');
    this.why = why;
  }
}

/** All channels of this process. */
export interface Channels {
  of(account: Id<'account'>): Channel | undefined;
  /** What `/ready` shows of each: a platform that is away does not make the service unready. */
  parts(): Readonly<Record<string, { readonly needed: false; state(): PartState }>>;
  /** Polls wherever a channel does; ends when all have ended, after `stop`. */
  listen(intake: Intake, stop: AbortSignal): Promise<void>;
}

/**
 * The list of channels. A new one is its folder, its emulator, the contract suite and one line where this is called.
 *
 * @example
 * const all = channels([{ account: webAccount, channel: web }, { account: phones.account, channel: phones.channel }]);
 */
export function channels(served: readonly Served[]): Channels {
  const byAccount = new Map(served.map(({ account, channel }) => [account, channel]));
  if (byAccount.size !== served.length) throw new Error('two channels were given for one account');
  const named = new Map<string, Channel>();
  for (const channel of new Set(byAccount.values())) {
    const same = [...named.keys()].filter((name) => name.split(' ')[0] === channel.name).length;
    named.set(same === 0 ? channel.name : `${channel.name} ${same + 1}`, channel);
  }
  return {
    of: (account) => byAccount.get(account),
    parts: () =>
      Object.fromEntries(
        [...named].map(([name, channel]) => [name, { needed: false as const, state: () => channel.state() }]),
      ),
    async listen(intake, stop) {
      await Promise.all([...named.values()].map((channel) => channel.listen?.(intake, stop)));
    },
  };
}
