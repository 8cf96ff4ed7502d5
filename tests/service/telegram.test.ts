import { createRequire } from 'node:module';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../soak/service.ts';
import { dataFolder, started } from './support/process.ts';

interface Said {
  readonly messageId: number;
  readonly message: {
    readonly chat_id?: number;
    readonly text: string;
    readonly reply_markup?: {
      readonly inline_keyboard?: readonly (readonly { text: string; callback_data: string }[])[];
    };
  };
}

const token = '123456:AAE-a-token-for-the-test-by-others-0000';

/** Everything that the bot has said in this chat. */
const saidBy = (server: { storage: { botMessages: readonly Said[] } }, chat: number) =>
  server.storage.botMessages.filter(({ message }) => Number(message.chat_id) === chat);

async function soon<T>(look: () => T | undefined, seen: () => unknown): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it was not said: ${JSON.stringify(seen())}`);
}

test('the program as it is talks through a Bot API that others wrote (telegram-test-api): text and buttons', async () => {
  const TelegramServer = createRequire(import.meta.url)('telegram-test-api') as new (
    of: object,
  ) => {
    start(): Promise<void>;
    stop(): Promise<void>;
    getClient(
      token: string,
      of: object,
    ): {
      makeMessage(text: string, more?: object): object;
      makeCommand(text: string, more?: object): object;
      makeCallbackQuery(data: string, more?: object): object;
      sendMessage(of: object): Promise<unknown>;
      sendCommand(of: object): Promise<unknown>;
      sendCallback(of: object): Promise<unknown>;
    };
    storage: { botMessages: readonly Said[] };
  };
  const port = await freePort();
  const server = new TelegramServer({ port, host: '127.0.0.1' });
  await server.start();
  onTestFinished(() => server.stop());
  const service = await started({
    DATA_DIR: await dataFolder(),
    DEMO: '1',
    BACKUP_EVERY: 'off',
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
  });
  const me = 77;
  const client = server.getClient(token, { userId: me, chatId: me, firstName: 'Minh', userName: 'minh' });

  const said = () => [saidBy(server, me), service.err()];
  await client.sendCommand(client.makeCommand('/start'));
  const welcome = await soon(() => saidBy(server, me).find(({ message }) => message.text.includes('Nhịp Cầu')), said);
  const buttons = welcome.message.reply_markup!.inline_keyboard!.flat();
  expect(buttons.map(({ text }) => text)).toContain('English');

  const english = buttons.find(({ text }) => text === 'English')!;
  await client.sendCallback(
    client.makeCallbackQuery(english.callback_data, { message: { message_id: welcome.messageId } }),
  );
  await soon(() => saidBy(server, me).find(({ message }) => /English/.test(message.text)), said);

  await client.sendMessage(client.makeMessage('when is the deadline?'));
  await soon(() => saidBy(server, me).find(({ message }) => /due|deadline/i.test(message.text)), said);

  const ready = (await (await fetch(`${service.url}/ready`)).json()) as { parts: { telegram: { ok: boolean } } };
  expect(ready.parts.telegram.ok).toBe(true);
  expect(service.err()).not.toContain('"level":"error"');
  expect(service.err() + service.out()).not.toContain(token.split(':')[1]);
  expect((await service.stop()).code).toBe(0);
});
