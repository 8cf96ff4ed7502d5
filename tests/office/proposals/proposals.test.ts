import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Json } from '../../../src/base/json.ts';
import { label } from '../../../src/chat/text.ts';
import { type ProposedAction, proposals, propose, proposedSay } from '../../../src/office/proposals/index.ts';
import { mayDecide } from '../../../src/office/proposals/rules.ts';
import { drained } from '../../support/drained.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type World, world } from '../people/world.ts';

interface Args {
  readonly code: string;
  readonly phone: string;
  readonly day: Temporal.PlainDate;
}
const day = z.codec(z.string(), z.instanceof(Temporal.PlainDate), {
  decode: (text) => Temporal.PlainDate.from(text),
  encode: (value) => value.toString(),
});

let runs = 0;
/** Changes a unit's office line: whatever, as long as it writes. */
const phone: ProposedAction<Args> = {
  name: 'test.phone',
  args: z.object({ code: z.string(), phone: z.string(), day }),
  rights: { propose: 'round.propose', confirm: 'round.open' },
  hours: 48,
  about: (args) => args.code,
  title: (args, lang) => (lang === 'vi' ? `Đổi số máy của ${args.code}` : `Change the line of ${args.code}`),
  show: (args) => [`Số mới: ${args.phone}`, `Từ ngày ${args.day}`],
  yes: label('Đổi số', 'Change it'),
  async run(work, args) {
    if (args.phone === 'sai') return { ok: false, said: () => ['Số này không dùng được.'] };
    const [old] = await work.raw<{ phone: string | null }[]>`select phone from unit where code = ${args.code}`;
    await work.raw`update unit set phone = ${args.phone} where code = ${args.code}`;
    runs += 1;
    return { ok: true, result: { phone: old!.phone }, said: () => ['Đã đổi số.'] };
  },
  async undo(work, args, result: Json) {
    await work.raw`update unit set phone = ${(result as { phone: string | null }).phone} where code = ${args.code}`;
    return true;
  },
};

let w: World;
let k: TestKernel;
beforeAll(async () => {
  w = await world();
  const flow = {
    name: 'try',
    intents: ['try'],
    command: 'thu',
    may: () => true,
    run: async (turn: Parameters<NonNullable<(typeof phoneFlow)['run']>>[0], ask: { text: string }) => {
      const [, code = '', number = ''] = ask.text.split(' ');
      const args = { code, phone: number, day: Temporal.PlainDate.from('2026-12-01') };
      turn.reply(proposedSay(await propose(turn, phone, args, 'số cũ đã cắt'), phone, args, turn));
    },
  };
  k = await testKernel(w.store, [proposals({ actions: [phone], undoSeconds: 120 }), { name: 'try', flows: [flow] }]);
  const { minh, ha, divisionHead, director, senh } = w.people;
  for (const [chat, who] of Object.entries({ minh, ha, head: divisionHead, director, senh }))
    k.people.set(chat, who.actor);
  // Everybody has written once, so that notices find a chat.
  for (const [chat, { person }] of k.people) {
    await k.say(chat, 'alo');
    await w.store.aside(
      (sql) =>
        sql`update dialogue set version = version + 1, person_id = ${person} where id = (select dialogue_id from chat where external = ${chat})`,
    );
  }
});
const phoneFlow = { run: (_turn: import('../../../src/chat/dialogue/types.ts').Turn) => {} };
afterAll(async () => {
  await k.stop();
  await w.close();
});
beforeEach(() => {
  runs = 0;
});

const line = async (code: string) =>
  (await w.store.aside((sql) => sql<{ phone: string | null }[]>`select phone from unit where code = ${code}`))[0]!
    .phone;
const later = async (span: Temporal.DurationLike) => {
  k.clock.advance(span);
  await k.kernel.runDue();
  await drained(k.kernel);
};
const last = (chat: string) => k.read(chat).at(-1);

test('an officer proposes, leaders hear of it after two minutes, one confirms it once, and may take it back', async () => {
  const before = await line('SYT');
  const [receipt] = await k.say('minh', '/thu SYT 0212.3888.111');
  expect(receipt).toContain('🟡 Đã lập đề xuất: Đổi số máy của SYT.');
  expect(receipt).toContain('Sẽ báo cho 2 người');
  expect(await line('SYT')).toBe(before);
  expect(last('head')).not.toContain('Đổi số máy');
  await later({ minutes: 2, seconds: 1 });
  expect(last('head')).toContain('Quàng Văn Minh đề xuất: Đổi số máy của SYT.\nLý do: số cũ đã cắt');
  expect(last('ha')).not.toContain('Đổi số máy');

  const [card] = await k.press('head', 'Xem đề xuất');
  expect(card).toContain('Đề xuất: 🟡 chờ duyệt\nĐổi số máy của SYT\nSố mới: 0212.3888.111\nTừ ngày 2026-12-01');
  const [done] = await k.press('head', 'Đổi số');
  expect(done).toBe('✅ Đã duyệt: Đổi số máy của SYT.\nĐã đổi số.\nBấm nhầm thì hoàn tác được trong 2 phút.');
  expect(await line('SYT')).toBe('0212.3888.111');

  // A second press, and the director's a moment later, change nothing.
  expect((await k.press('head', 'Đổi số'))[0]).toContain('Đề xuất: 🟢 đã duyệt');
  await k.press('director', 'Xem đề xuất');
  expect(last('director')).toContain('Đề xuất: 🟢 đã duyệt');
  expect(runs).toBe(1);

  expect((await k.press('head', 'Hoàn tác'))[0]).toContain('⚪ Đã hoàn tác');
  expect(await line('SYT')).toBe(before);
  await later({ seconds: 2 });
  // The word that it was confirmed was held and never left.
  expect(k.read('minh').join('\n')).not.toContain('đã duyệt đề xuất');
  expect(last('minh')).toContain('đã hoàn tác việc duyệt đề xuất');
});

test('the time of an undo ends; then the proposer is told', async () => {
  await k.say('minh', '/thu SCT 1');
  await later({ minutes: 3 });
  await k.press('director', 'Xem đề xuất');
  await k.press('director', 'Đổi số');
  await later({ minutes: 3 });
  expect(last('minh')).toContain('đã duyệt đề xuất: Đổi số máy của SCT');
  expect((await k.press('director', 'Hoàn tác'))[0]).toContain('Đã quá 2 phút');
  expect(await line('SCT')).toBe('1');
});

test('refused with a reason that the proposer reads; refused twice it stays what it was', async () => {
  await k.say('ha', '/thu STP 2');
  await later({ minutes: 3 });
  await k.press('head', 'Xem đề xuất');
  expect((await k.press('head', 'Không duyệt'))[0]).toContain('Lý do không duyệt là gì ạ?');
  expect((await k.say('head', 'số này của văn thư'))[0]).toContain('Không duyệt: Đổi số máy của STP');
  expect((await k.say('head', 'gửi'))[0]).toContain('⚪ Không duyệt');
  await later({ seconds: 2 });
  expect(last('ha')).toContain('không duyệt đề xuất: Đổi số máy của STP.\nTrả lời: số này của văn thư');
  expect(await line('STP')).not.toBe('2');
});

test('nobody decides what they proposed, an officer decides nothing, others do not see it', async () => {
  await k.say('head', '/thu TTT 3');
  expect(last('head')).toContain('báo cho 1 người');
  await k.press('head', 'Xem đề xuất');
  const card = k.channel.sent.findLast((s) => s.chat === 'head')!.what;
  expect(card.say.buttons!.flat().map((b) => b.label)).toEqual(['Rút đề xuất']);
  const { args } = card.say.buttons![0]![0]!.call;
  const press = async (chat: string, action: string) => {
    await w.store.aside(
      (
        sql,
      ) => sql`update message set content = ${JSON.stringify({ text: ['x'], buttons: [[{ label: 'x', call: { action, args } }]] })}::json
        where id = (select m.id from message m join chat c on c.id = m.chat_id where c.external = ${chat} and direction = 'out' order by seq desc limit 1)`,
    );
    const on = k.channel.sent.findLast((s) => s.chat === chat)!.what.id;
    await k.event(chat, { kind: 'press', message: on, button: 0 });
    return last(chat);
  };
  expect(await press('head', 'proposal.confirm')).toContain('người khác duyệt');
  expect(await press('minh', 'proposal.confirm')).toContain('lãnh đạo có thẩm quyền');
  expect(await press('senh', 'proposal.confirm')).toContain('lãnh đạo có thẩm quyền');
  expect(await press('senh', 'proposal.open')).toContain('không còn');
  expect(await press('minh', 'proposal.withdraw')).toContain('chỉ người đã làm');
  expect(await press('head', 'proposal.withdraw')).toContain('Đã rút đề xuất');
  await later({ minutes: 3 });
  expect(last('director')).not.toContain('TTT');
});

test('a command that does nothing leaves the proposal open and says why', async () => {
  await k.say('minh', '/thu SKHCN sai');
  await later({ minutes: 3 });
  await k.press('director', 'Xem đề xuất');
  expect((await k.press('director', 'Đổi số'))[0]).toBe('Số này không dùng được.');
  for (const typed of ['/dexuat', 'đề xuất chờ duyệt', 'co de xuat nao cho toi duyet khong'])
    expect((await k.say('director', typed))[0], typed).toContain('Đề xuất: 🟡 chờ duyệt\nĐổi số máy của SKHCN');
});

test('one about the same thing waits for the first; what nobody decides lapses and can be proposed anew', async () => {
  await k.say('minh', '/thu SNV 4');
  expect((await k.say('ha', '/thu SNV 5'))[0]).toContain('đã có người đề xuất');
  await later({ hours: 48, seconds: 1 });
  await expect
    .poll(async () => {
      await later({ seconds: 1 });
      return k.read('minh').join('\n');
    })
    .toContain('hết thời gian chờ duyệt: Đổi số máy của SNV');
  expect((await k.say('director', '/dexuat'))[0]).toContain('Không có đề xuất nào');
  expect((await k.say('ha', '/thu SNV 5'))[0]).toContain('🟡 Đã lập đề xuất');
});

test('who stands in for the proposer does not decide in the proposer’s name', () => {
  const { divisionHead, minh, director } = w.people;
  const standIn = {
    ...minh.actor,
    grants: [...minh.actor.grants, { role: 'division_head' as const, unit: null, standsInFor: divisionHead.id }],
  };
  expect(mayDecide(standIn, 'round.open', divisionHead.id)).toEqual({ ok: false, why: 'own' });
  expect(mayDecide(standIn, 'round.open', director.id)).toEqual({ ok: true });
});
