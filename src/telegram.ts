import type { Store } from './base/database/store.ts';
import type { Log } from './base/log.ts';
import type { Clock } from './base/time/clock.ts';
import type { Served } from './chat/channels/channel.ts';
import { botNumber, type TelegramChannel, telegramChannel } from './chat/channels/telegram/telegram.ts';
import { ownAccount } from './chat/messaging/account.ts';
import type { Intake } from './chat/messaging/types.ts';
import type { Config } from './config.ts';

/** Telegram as the settings want it, with its account; null where it is not set. Asks nothing of Telegram yet. */
export async function openTelegram(of: {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly holder: string;
  readonly gone: (holder: string) => boolean;
  readonly intakeRef: { readonly current: Intake | null };
  readonly log: Log;
  readonly outage: (account: Served['account'], since: Temporal.Instant) => Promise<void>;
}): Promise<(Served & { readonly channel: TelegramChannel }) | null> {
  const { config, store, clock, log } = of;
  if (!config.telegram) return null;
  const { token, apiRoot, mode, webhookSecret, proxy, bulkRate } = config.telegram;
  const account = await ownAccount(store, 'telegram', botNumber(token), clock.now());
  const channel = telegramChannel({
    ...of,
    account,
    token,
    apiRoot,
    proxy,
    bulkRate,
    noProxy: config.network.noProxy,
    webhook: mode === 'webhook' ? { publicUrl: config.publicUrl!, secret: webhookSecret! } : null,
    log: ({ level, what, ...more }) => log[level](more, what),
    outage: (since) => of.outage(account, since),
  });
  return { account, channel };
}
