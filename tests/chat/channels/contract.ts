import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Id, isId } from '../../../src/base/ids.ts';
import { failureOf } from '../../../src/chat/channels/failures.ts';
import type { Channel, Inbound, Outcome, ReadyFile, Say } from '../../../src/chat/messaging/types.ts';
import { type Driver, hears } from '../../support/drivers/driver.ts';
import type { FakeKernel } from '../../support/drivers/fake-kernel.ts';

/** A channel with a person at its other end and a kernel that believes everything. */
export interface Bench {
  readonly channel: Channel;
  readonly account: Id<'account'>;
  readonly kernel: FakeKernel;
  /** A new person, whom nobody has spoken to. */
  person(): Promise<Driver>;
  /** Does what the platform does when it is not sure whether we heard: everything said in `act` is handed in twice. */
  twice(driver: Driver, act: () => Promise<void>): Promise<void>;
  /** How a press comes back. */
  readonly pressedAs: 'press' | 'text';
  close(): Promise<void>;
}

const call = { action: 'nothing', args: null };
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** What every channel promises. A new one runs it from its own test file with its own emulator. */
export function channelContract(name: string, open: () => Promise<Bench>): void {
  describe(`${name} keeps the channel contract`, () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench?.close());

    async function meet(): Promise<{
      driver: Driver;
      heard: () => Inbound[];
      tell: (say: Say, files?: readonly ReadyFile[]) => Promise<Outcome & { id: string }>;
    }> {
      const driver = await bench.person();
      onTestFinished(() => driver.close());
      return {
        driver,
        heard: () => bench.kernel.heard.filter(({ chat }) => chat.chat === driver.chat),
        tell: (say, files) => bench.kernel.tell(bench.channel, driver.chat, say, files),
      };
    }

    test('what is typed arrives once, letter by letter, with a key of its own', async () => {
      const { driver, heard } = await meet();
      const words = ['Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản', 'Nậm Păm ạ?\nDòng hai: 1,2 tỷ <b>&amp;', 'ok'];
      for (const text of words) await driver.say(text);
      expect(heard().map(({ input }) => input)).toEqual(words.map((text) => ({ kind: 'text', text })));
      const keys = heard().map(({ key }) => key);
      expect(new Set(keys).size).toBe(3);
      for (const one of heard()) {
        expect(one.key.length).toBeLessThanOrEqual(200);
        expect(one.chat).toEqual({ account: bench.account, chat: driver.chat, kind: 'private' });
        expect(one.from.external.length).toBeGreaterThan(0);
        expect(one.sentAt).toBeInstanceOf(Temporal.Instant);
      }
      const mine = async () => (await driver.read()).filter(({ from }) => from === 'me').map(({ text }) => text);
      await expect.poll(mine).toEqual(words);
    });

    test('what the platform says twice takes effect once', async () => {
      const { driver, heard } = await meet();
      await bench.twice(driver, () => driver.say('xã Co Mạ cần nước sạch'));
      expect(heard()).toHaveLength(1);
      expect(bench.kernel.handed.filter((key) => key === heard()[0]!.key).length).toBeGreaterThan(1);
    });

    test('what arrives while the service stops is handed in again with the same key', async () => {
      const { driver, heard } = await meet();
      bench.kernel.refuse(1);
      await driver.say('đang gửi thì mất mạng');
      expect(heard()).toHaveLength(1);
    });

    test('an invitation arrives as a start with its code', async () => {
      const { driver, heard } = await meet();
      await driver.start('K7M4-PX9R');
      expect(heard().map(({ input }) => input)).toEqual([{ kind: 'start', code: 'K7M4-PX9R' }]);
    });

    test('what we say is read as we wrote it', async () => {
      const { driver, tell } = await meet();
      const text = [
        [{ b: '⚪ BẢN NHÁP – CHƯA GỬI' }],
        'Cấp nước cho 3 bản, xã Nậm Păm',
        '',
        ['Mã: ', { code: 'NC-2026-0042' }],
        '<i>&amp;',
      ];
      const outcome = await tell({ text });
      expect(outcome).toMatchObject({ end: 'sent', ref: expect.stringMatching(/./) });
      const seen = await hears(driver, 'BẢN NHÁP');
      expect(seen.text).toBe('⚪ BẢN NHÁP – CHƯA GỬI\nCấp nước cho 3 bản, xã Nậm Păm\n\nMã: NC-2026-0042\n<i>&amp;');
    });

    test('several messages are read in the order in which they were sent, each with a reference of its own', async () => {
      const { driver, tell } = await meet();
      const refs = [];
      for (const word of ['một', 'hai', 'ba']) refs.push(await tell({ text: [word] }));
      await hears(driver, 'ba');
      expect((await driver.read()).map(({ text }) => text)).toEqual(['một', 'hai', 'ba']);
      expect(new Set(refs.map((one) => one.end === 'sent' && one.ref)).size).toBe(3);
    });

    test('a button comes back as a press of it, or as its words', async () => {
      const { driver, heard, tell } = await meet();
      const buttons = [
        [{ label: 'Gửi Sở Ngoại vụ', call }],
        [
          { label: 'Sửa mục khác', call },
          { label: 'Để sau – đã lưu', call, way: true as const },
        ],
      ];
      const { id } = await tell({ text: ['Gửi chứ ạ?'], buttons });
      const seen = await hears(driver, 'Gửi chứ');
      expect(seen.buttons).toEqual(['Gửi Sở Ngoại vụ', 'Sửa mục khác', 'Để sau – đã lưu']);
      await driver.press('Để sau – đã lưu');
      const input = heard()[0]!.input;
      if (bench.pressedAs === 'press') {
        expect(input).toMatchObject({ kind: 'press', message: id, button: 2 });
        expect(isId(input.kind === 'press' && input.message)).toBe(true);
      } else {
        expect(input).toEqual({ kind: 'text', text: 'Để sau – đã lưu' });
      }
    });

    test('of many buttons each can be chosen, whether they are shown or written as a menu', async () => {
      const { driver, heard, tell } = await meet();
      const fields = Array.from({ length: 12 }, (_, i) => ({ label: `Lĩnh vực ${i + 1}`, call }));
      const ways = [{ label: 'Quay lại', call, way: true as const }];
      const { id } = await tell({ text: ['Lĩnh vực nào ạ?'], buttons: [...fields.map((one) => [one]), ways] });
      await hears(driver, 'Lĩnh vực nào');
      await driver.press('Lĩnh vực 9');
      await driver.press('Quay lại');
      if (bench.channel.can(bench.account).buttons >= 13) {
        expect(heard().map(({ input }) => input)).toMatchObject([
          { kind: 'press', message: id, button: 8 },
          { kind: 'press', message: id, button: 12 },
        ]);
      } else {
        expect(heard().map(({ input }) => input)).toEqual([
          { kind: 'text', text: '9' },
          { kind: 'text', text: 'Quay lại' },
        ]);
      }
    });

    test('a long text arrives whole and in order, its buttons at the end', async () => {
      const { driver, tell } = await meet();
      const lines = Array.from(
        { length: 150 },
        (_, i) => `${i + 1}. Sở Ngoại vụ tỉnh Sơn La tiếp nhận nhu cầu viện trợ`,
      );
      await tell({ text: lines, buttons: [[{ label: 'Xem đủ', call }]] });
      await hears(driver, '150. Sở');
      const screen = await driver.read();
      expect(screen.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
      const { text: most } = bench.channel.can(bench.account);
      for (const { text } of screen) expect(text.length).toBeLessThanOrEqual(most);
      expect(screen.map(({ buttons }) => buttons.length)).toEqual([...screen.slice(1).map(() => 0), 1]);
    });

    test('a message with a slot takes the place of the one before it where the channel can do that', async () => {
      const { driver, tell } = await meet();
      await tell({ text: ['Trang 1/2'], slot: 'list', buttons: [[{ label: 'Trang sau', call }]] });
      await hears(driver, 'Trang 1/2');
      await tell({ text: ['Trang 2/2'], slot: 'list', buttons: [[{ label: 'Trang trước', call }]] });
      await hears(driver, 'Trang 2/2');
      const screen = await driver.read();
      const expected = bench.channel.can(bench.account).edit ? ['Trang 2/2'] : ['Trang 1/2', 'Trang 2/2'];
      expect(screen.map(({ text }) => text)).toEqual(expected);
      expect(screen.at(-1)!.buttons).toEqual(['Trang trước']);
    });

    test('a file comes to us with its name and bytes', async () => {
      const { driver, heard } = await meet();
      await driver.sendFile({ name: 'Công văn 412.pdf', mime: 'application/pdf', content: pdf });
      const input = heard()[0]!.input;
      if (input.kind !== 'files') throw new Error(`a file arrived as ${input.kind}`);
      expect(input.files).toMatchObject([{ name: 'Công văn 412.pdf', mime: 'application/pdf', bytes: pdf.length }]);
      const pieces: Uint8Array[] = [];
      for await (const piece of bench.channel.fetch(input.files[0]!, 1_000_000)) pieces.push(piece);
      expect(new Uint8Array(Buffer.concat(pieces))).toEqual(pdf);
      await expect(
        (async () => {
          for await (const _ of bench.channel.fetch(input.files[0]!, 10));
        })(),
      ).rejects.toThrow();
    });

    test('how sends end is said in codes of the catalogue', async () => {
      const { driver, tell } = await meet();
      const outcome = await tell({ text: ['Đã nhận'] });
      await hears(driver, 'Đã nhận');
      if ('why' in outcome) expect(failureOf(outcome.why).operator).not.toMatch(/no catalogue/);
    });

    test('it says what it can do and how it is', () => {
      const can = bench.channel.can(bench.account);
      expect(can.text).toBeGreaterThanOrEqual(2_000);
      expect(can.fileBytes).toBeGreaterThan(0);
      const state = bench.channel.state();
      expect(state.ok).toBe(true);
      expect(state.says).toMatch(/\.$/);
    });
  });
}
