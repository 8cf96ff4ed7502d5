import { expect, onTestFinished, test } from 'vitest';
import { noFaults } from '../../../src/demo/phones/phone.ts';
import { fakeClock } from '../../support/clock.ts';
import { phonesWithKernel } from './phones.bench.ts';

const call = { action: 'nothing', args: null };
const both = ['rich', 'poor'] as const;

function setup(kind: 'rich' | 'poor') {
  const clock = fakeClock();
  const made = phonesWithKernel(kind, clock);
  onTestFinished(() => made.phones.stop());
  const phone = made.phones.phone('minh', 'Quàng Văn Minh');
  const tell = (text: string, chat = 'minh') => made.kernel.tell(made.phones.channel, chat, { text: [text] });
  const texts = () => made.kernel.heard.map(({ input }) => (input.kind === 'text' ? input.text : input.kind));
  return { ...made, clock, phone, tell, texts };
}
const tick = () => new Promise((resolve) => setImmediate(resolve));

test.each(both)('%s: while the platform is away words wait on the phone and arrive once it is back', async (kind) => {
  const { phones, phone, texts, tell, clock } = setup(kind);
  phones.set({ away: true });
  const typed = phone.type('có mạng chưa');
  await tick();
  expect([texts(), phone.screen()[0]!.waiting, phones.channel.state().ok]).toEqual([[], true, false]);
  expect(await tell('đang tắt')).toMatchObject({
    end: 'wait',
    scope: 'account',
    until: clock.now().add({ seconds: 5 }),
  });
  phones.set(noFaults);
  expect(await typed).toBe('done');
  expect([texts(), phone.screen()[0]!.waiting]).toEqual([['có mạng chưa'], false]);
  expect(phone.screen().map(({ text }) => text)).toEqual(['có mạng chưa']);
});

test.each(both)('%s: an answer that is lost has reached the person all the same', async (kind) => {
  const { phones, phone, tell } = setup(kind);
  phones.set({ answerLost: true });
  expect(await tell('tới hay chưa')).toMatchObject({ end: 'unknown', why: 'answer_lost' });
  expect(phone.screen().map(({ text }) => text)).toEqual(['tới hay chưa']);
});

test.each(both)('%s: a person who blocked the bot is unreachable, and we are told when that ends', async (kind) => {
  const { phone, tell, kernel } = setup(kind);
  await phone.block(true);
  expect(await tell('alo')).toMatchObject({ end: 'unreachable', why: 'blocked' });
  expect(await tell('alo', 'another')).toMatchObject({ end: 'sent' });
  await phone.block(false);
  expect(await tell('alo')).toMatchObject({ end: 'sent' });
  expect(kernel.heard.map(({ input }) => input)).toEqual([
    { kind: 'presence', state: 'blocked' },
    { kind: 'presence', state: 'joined' },
  ]);
});

test.each(both)('%s: too many requests means wait until the time it says', async (kind) => {
  const { phones, clock, tell, phone } = setup(kind);
  phones.set({ limitedMs: 3_000 });
  const outcome = await tell('nhanh quá');
  expect(outcome).toMatchObject({ end: 'wait', until: clock.now().add({ seconds: 3 }) });
  clock.advance({ seconds: 3 });
  expect(await tell('nhanh quá')).toMatchObject({ end: 'sent' });
  expect(phone.screen()).toHaveLength(1);
});

test.each(both)(
  '%s: a service that is not there yet gets its events when it is, by the platform’s patience',
  async (kind) => {
    const { phone, intakeRef, kernel, clock, texts } = setup(kind);
    intakeRef.current = null;
    const typed = phone.type('sớm quá');
    await tick();
    intakeRef.current = kernel;
    await tick();
    expect(texts()).toEqual([]);
    clock.advance({ seconds: 2 });
    expect(await typed).toBe('done');
    expect(texts()).toEqual(['sớm quá']);
  },
);

test('the rich phone keeps the order, batch by batch', async () => {
  const { phone, texts, phones } = setup('rich');
  phones.set({ away: true });
  const all = ['một', 'hai', 'ba', 'bốn'].map((text) => phone.type(text));
  phones.set(noFaults);
  await Promise.all(all);
  expect(texts()).toEqual(['một', 'hai', 'ba', 'bốn']);
});

test('on the poor phone a later message may overtake', async () => {
  const { phone, texts, phones } = setup('poor');
  phones.set({ overtaking: true });
  const first = phone.type('kinh phí 350 triệu');
  await tick();
  expect(texts()).toEqual([]);
  await Promise.all([first, phone.type('à 400 triệu')]);
  expect(texts()).toEqual(['à 400 triệu', 'kinh phí 350 triệu']);
});

test('the rich phone changes a message in place; the poor one can not', async () => {
  for (const kind of both) {
    const { kernel, phones, phone } = setup(kind);
    for (const page of [1, 2]) {
      await kernel.tell(phones.channel, 'minh', {
        text: [`Trang ${page}`],
        slot: 'list',
        buttons: [[{ label: 'Tiếp', call }]],
      });
    }
    expect(phone.screen().map(({ text, edited }) => [text, edited])).toEqual(
      kind === 'rich'
        ? [['Trang 2', true]]
        : [
            ['Trang 1', false],
            ['Trang 2', false],
          ],
    );
  }
});

test('the poor phone takes documents and small pictures only, and says so before anything is shown', async () => {
  const { kernel, phones, phone } = setup('poor');
  const file = (mime: string, bytes: number) => ({
    id: 'file' as never,
    name: 'tệp',
    mime,
    bytes,
    async *open() {
      yield new Uint8Array(bytes);
    },
  });
  const send = (mime: string, bytes: number) =>
    kernel.tell(phones.channel, 'minh', { text: ['Văn bản'] }, [file(mime, bytes)]);
  expect(await send('application/pdf', 1_000)).toMatchObject({ end: 'sent' });
  expect(await send('image/png', 2_000_000)).toMatchObject({ end: 'failed', why: 'file_refused' });
  expect(await send('text/csv', 10)).toMatchObject({ end: 'failed', why: 'file_refused' });
  expect(phone.screen().map(({ text, files }) => text || files[0]!.name)).toEqual(['Văn bản', 'tệp']);
});

test('pressing what is not there names what is', async () => {
  const { kernel, phones, phone } = setup('rich');
  await kernel.tell(phones.channel, 'minh', { text: ['?'], buttons: [[{ label: 'Dùng', call }]] });
  await expect(phone.press('Không')).rejects.toThrow('[Không] on the screen; there are: [Dùng]');
});

test('keys go on rising after a restart, so that nothing new is taken for a repeat', async () => {
  const { phone, kernel, clock } = setup('rich');
  await phone.type('trước');
  clock.advance({ seconds: 5 });
  const after = phonesWithKernel('rich', clock);
  await after.phones.phone('minh').type('sau');
  const number = (key: string) => Number(key.split(':')[1]);
  expect(number(after.kernel.heard[0]!.key)).toBeGreaterThan(number(kernel.heard[0]!.key));
});

test('who watches hears of every change of a screen', async () => {
  const { phones, phone, tell } = setup('rich');
  const changed: string[] = [];
  const end = phones.watch(({ chat }) => changed.push(chat));
  await tell('chào');
  await phone.type('chào');
  await phones.channel.hint!(
    { account: phones.account, chat: 'minh', kind: 'private' },
    { press: '1', text: 'Đã lưu' },
  );
  end();
  await tell('không ai nghe');
  expect(changed.length).toBeGreaterThanOrEqual(3);
  expect(new Set(changed)).toEqual(new Set(['minh']));
  expect(phone.flashes()).toEqual(['Đã lưu']);
});
