import { telegramDriver } from '../../../support/drivers/telegram-driver.ts';
import { type Bench, channelContract } from '../contract.ts';
import { onTelegram, until } from './open.ts';

async function bench(mode: 'polling' | 'webhook'): Promise<Bench> {
  const on = await onTelegram(mode);
  await until(() => on.channel.state().ok);
  return {
    channel: on.channel,
    account: on.account,
    kernel: on.kernel,
    pressedAs: 'press',
    person: async () => telegramDriver(on.emulator.person()),
    async twice(_, act) {
      on.emulator.faults.duplicates = 1;
      await act();
      on.emulator.faults.duplicates = 0;
      await until(() => on.emulator.pending() === 0);
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    async close() {
      await on.close();
      // What went wrong on the way and was tried again would not be seen otherwise.
      const errors = on.log.filter(({ level }) => level === 'error');
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
    },
  };
}

channelContract('Telegram by polling', () => bench('polling'));
channelContract('Telegram by webhook', () => bench('webhook'));
