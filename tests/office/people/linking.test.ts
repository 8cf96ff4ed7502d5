import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { guest } from '../../../src/base/access/access.ts';
import { newId } from '../../../src/base/ids.ts';
import type { Flow, Slice } from '../../../src/chat/dialogue/types.ts';
import { vocabulary } from '../../../src/language/index.ts';
import { flowFinder, people, peoplePorts, publicIntentsOf } from '../../../src/office/people/index.ts';
import { createInvite, type NewInvite } from '../../../src/office/people/invites.ts';
import { rounds } from '../../../src/office/rounds/index.ts';
import { fakeClock } from '../../support/clock.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { keys, start, type World, world } from './world.ts';

let w: World;
let k: TestKernel;
const taken: { text: string; name: string | null }[] = [];

/** Stands for whatever a linked person may do. */
const echo: Flow = {
  name: 'submit_need',
  intents: ['submit_need'],
  command: 'echo',
  may: (actor) => actor.grants.some((g) => g.role === 'focal_point'),
  run: (turn, ask) => {
    taken.push({ text: ask.text, name: turn.actor.name });
    turn.reply({ text: [`làm: ${ask.text}`] });
  },
};

beforeAll(async () => {
  w = await world();
  const clock = fakeClock(start);
  const slices: Slice[] = [];
  const parts = {
    keys,
    publicIntents: () => publicIntentsOf(slices, guest),
    flowOf: (intent: string) => flowFinder(slices)(intent),
  };
  slices.push(people(parts), rounds({ undoSeconds: 120 }), { name: 'test', flows: [echo] });
  const words = vocabulary({ places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: [] });
  k = await testKernel(w.store, slices, {
    clock,
    ports: { ...peoplePorts({ ...parts, clock }), vocabulary: () => words },
  });
});
afterAll(async () => {
  await k.stop();
  await w.close();
});
beforeEach(() => {
  taken.length = 0;
});

const invite = async (of: Partial<NewInvite> = {}): Promise<string> => {
  const made = await w.work(
    (work) =>
      createInvite(work, keys, {
        unit: w.people.units.get('03664')!,
        role: 'focal_point',
        name: 'Lò Thị Ban',
        days: 7,
        ...of,
      }),
    { now: k.clock.now() },
  );
  if (!made.ok) throw new Error(made.why);
  return made.code;
};
const rows = <T>(ask: (sql: Parameters<Parameters<World['store']['aside']>[0]>[0]) => Promise<readonly T[]>) =>
  w.store.aside((sql) => ask(sql));
let chats = 0;
const newChat = () => `chat-${++chats}`;

describe('linking by a code', () => {
  test('a code, consent by button, and what was typed before is taken up, without another question', async () => {
    const chat = newChat();
    const need = '/echo xã Chiềng An cần nước sạch cho 3 bản, 120 hộ';
    const [first] = await k.say(chat, need);
    expect(first).toContain('được giữ lại');
    const [asked] = await k.say(chat, `mã của em là ${(await invite()).toLowerCase()}`);
    expect(asked).toContain('UBND phường Chiềng An');
    expect(asked).toContain('Tin nhắn giữ 90 ngày');
    expect(asked).toContain('Lò Thị Hương, điện thoại 0212 3000 102');
    expect(taken).toEqual([]);

    const after = await k.press(chat, 'Đồng ý');
    expect(after[0]).toContain('✅ Đã liên kết');
    expect(after[0]).toContain('Lò Thị Ban');
    expect(after[1]).toBe(`làm: ${need}`);
    expect(taken).toEqual([{ text: need, name: 'Lò Thị Ban' }]);

    expect(after[0]).not.toContain('Xin gọi là');
    const [proof] = await rows(
      (sql) => sql`
      select c.method, c.channel, t.body from consent c join person p on p.id = c.person_id
      join consent_text t on t.hash = c.text_hash where p.full_name = 'Lò Thị Ban'`,
    );
    expect(proof).toMatchObject({ method: 'button', channel: 'telegram' });
    expect((proof as { body: string }).body).toContain('Anh/chị có đồng ý không?');
  });

  test('somebody who typed nothing before is asked how to be called', async () => {
    const chat = newChat();
    await k.say(chat, await invite({ name: 'Lò Thị Yên' }));
    expect((await k.press(chat, 'Đồng ý'))[0]).toContain('Xin gọi là:');
    expect((await k.press(chat, 'Chị'))[0]).toContain('chào chị Yên');
  });

  test('“đồng ý” typed counts, “vâng” does not; the name is asked where the code has none', async () => {
    const chat = newChat();
    await k.say(chat, await invite({ name: undefined } as never));
    expect((await k.say(chat, 'vâng'))[0]).toContain('có đồng ý');
    expect((await k.say(chat, 'Đồng ý ạ'))[0]).toContain('Họ và tên');
    expect((await k.say(chat, '0912'))[0]).toContain('Chưa rõ họ tên');
    const [linked] = await k.say(chat, 'tôi là lò văn panh');
    expect(linked).toContain('Lò Văn Panh');
    const [row] = await rows(
      (sql) =>
        sql`select c.method from consent c join person p on p.id = c.person_id where p.full_name = 'Lò Văn Panh'`,
    );
    expect(row).toEqual({ method: 'typed' });
  });

  test('“không đồng ý” leaves a guest of whom nothing is kept; the code stays good', async () => {
    const chat = newChat();
    const code = await invite();
    await k.say(chat, 'xã cần nước sạch cho ba bản');
    await k.say(chat, code);
    expect((await k.press(chat, 'Không đồng ý'))[0]).toContain('chưa liên kết');
    expect(await rows((sql) => sql`select 1 from identity where external = ${chat}`)).toHaveLength(0);
    expect(
      await rows(
        (sql) =>
          sql`select 1 from dialogue d join chat c on c.dialogue_id = d.id where c.external = ${chat} and d.kept is not null`,
      ),
    ).toHaveLength(0);
    expect((await k.say(chat, code))[0]).toContain('Mã đúng');
  });

  test('a code works once: of two who hold it, the one who agrees first is linked', async () => {
    const [one, two] = [newChat(), newChat()];
    const code = await invite({ name: 'Hà Thị Đôi' });
    await k.say(one, code);
    await k.say(two, code);
    expect((await k.press(one, 'Đồng ý'))[0]).toContain('✅');
    expect((await k.press(two, 'Đồng ý'))[0]).toContain('đã được dùng');
    expect(await rows((sql) => sql`select 1 from person where full_name = 'Hà Thị Đôi'`)).toHaveLength(1);
    expect((await k.say(newChat(), code))[0]).toContain('đã được dùng');
  });

  test('a code ends', async () => {
    const code = await invite({ days: 1 });
    k.clock.advance({ hours: 24 });
    expect((await k.say(newChat(), code))[0]).toContain('đã hết hạn');
  });

  test('five wrong codes lock the chat for an hour, a right one included; another chat is free', async () => {
    const chat = newChat();
    const code = await invite();
    for (const left of [4, 3, 2, 1]) {
      expect((await k.say(chat, `2345-BCD${left + 2}`))[0]).toContain(`Còn ${left} lần`);
    }
    expect((await k.say(chat, '2345-BCDF'))[0]).toContain('⏰ Thử lại từ');
    expect((await k.say(chat, code))[0]).toContain('tạm dừng');
    const other = newChat();
    expect((await k.say(other, code))[0]).toContain('Mã đúng');
    k.clock.advance({ hours: 1 });
    expect((await k.say(chat, code))[0]).toContain('Mã đúng');
  });

  test('a start link carries the code', async () => {
    const chat = newChat();
    await k.event(chat, { kind: 'start', code: await invite() });
    expect(k.read(chat).at(-1)).toContain('Mã đúng');
  });

  test('a further chat of somebody who has agreed is linked at once, by a code of their own', async () => {
    const [first, second] = [newChat(), newChat()];
    await k.say(first, await invite({ name: 'Cà Văn Thêm' }));
    await k.press(first, 'Đồng ý');
    const [row] = await rows((sql) => sql<{ id: string }[]>`select id from person where full_name = 'Cà Văn Thêm'`);
    const code = await invite({ person: row!.id as never });
    await k.say(second, '/echo cần nước sạch cho ba bản');
    expect((await k.say(second, code))[0]).toContain('được giữ lại');
    expect((await k.press(second, 'Làm tiếp'))[0]).toBe('làm: /echo cần nước sạch cho ba bản');
    expect(taken.at(-1)?.name).toBe('Cà Văn Thêm');
    expect(
      await rows((sql) => sql`select distinct dialogue_id from chat where external in (${first}, ${second})`),
    ).toHaveLength(1);
  });
});

test('the chat of somebody who left is linked anew by a new code', async () => {
  const chat = newChat();
  await k.say(chat, await invite({ name: 'Lò Văn Nghỉ' }));
  await k.press(chat, 'Đồng ý');
  await w.store.aside((sql) => sql`update person set active = false where full_name = 'Lò Văn Nghỉ'`);
  expect((await k.say(chat, '/toi'))[0]).toContain('tư cách khách');
  await k.say(chat, await invite({ name: 'Lò Văn Mới' }));
  expect((await k.press(chat, 'Đồng ý'))[0]).toContain('Lò Văn Mới');
});

test('a button to make a code, pressed by somebody who may not, makes none', async () => {
  const chat = newChat();
  await k.say(chat, await invite({ person: w.people.senh.id as never }));
  const before = await rows((sql) => sql`select 1 from invite`);
  const id = newId<'message'>(k.clock.now().epochMilliseconds);
  const say = {
    text: ['x'],
    buttons: [[{ label: 'x', call: { action: 'people.invite', args: w.people.units.get('SYT')! } }]],
  };
  await w.store.aside(
    (sql) => sql`
    insert into message (id, chat_id, direction, at, content)
    select ${id}, id, 'out', ${k.clock.now().toString()}, ${JSON.stringify(say)}::jsonb from chat where external = ${chat}`,
  );
  await k.event(chat, { kind: 'press', message: id, button: 0 });
  expect(k.read(chat).at(-1)).toContain('ngoài quyền');
  expect(await rows((sql) => sql`select 1 from invite`)).toHaveLength(before.length);
});

describe('what a guest learns', () => {
  test('a greeting is answered with who this is and how to be linked', async () => {
    const [text] = await k.say(newChat(), 'alo');
    expect(text).toContain('Nhịp Cầu');
    expect(text).toContain('K7M4-PX9R');
    expect(text).toContain('0212 3000 100');
  });

  test('a start without a code, a file, a place: how to be linked', async () => {
    const chat = newChat();
    await k.event(chat, { kind: 'start' });
    await k.event(chat, { kind: 'files', files: [{ ref: 'f' }] });
    expect(k.read(chat)[0]).toContain('K7M4-PX9R');
    expect(k.read(chat)[1]).toContain('đã liên kết');
  });

  test('the due date is public; an official’s need is kept, and what is nobody’s here is handed on', async () => {
    const chat = newChat();
    expect((await k.say(chat, 'hạn nộp là ngày nào'))[0]).toContain('17 giờ 00 thứ Sáu, 04/12/2026');
    expect((await k.say(chat, 'thời tiết hôm nay thế nào'))[0]).toContain('thời tiết');
    expect((await k.say(chat, '/viec'))[0]).not.toContain('Việc 1');
    expect((await k.say(chat, 'muốn đề xuất xây nhà bán trú, khoảng 2 tỷ 4, đối ứng 400 triệu'))[0]).toContain(
      'được giữ lại',
    );
  });

  test('a button of the bot’s, forwarded or old, gives a guest nothing', async () => {
    const chat = newChat();
    await k.say(chat, 'alo');
    expect((await k.press(chat, 'Nhập mã liên kết'))[0]).toContain('Mã liên kết của anh/chị là gì');
    expect((await k.press(chat, 'English'))[0]).toBe('Nhịp Cầu speaks English from now on.');
    expect((await k.say(chat, 'hello'))[0]).toContain('assistant');
  });

  test('"Hello" alone is answered in English, and whoever goes on in Vietnamese in Vietnamese', async () => {
    const chat = newChat();
    expect((await k.say(chat, 'Hello'))[0]).toContain('assistant');
    expect((await k.say(chat, 'hạn nộp là ngày nào'))[0]).toContain('thứ Sáu');
    const official = newChat();
    expect((await k.say(official, 'hello em'))[0]).toContain('trợ lý');
  });
});

describe('one’s own data', () => {
  test('consent is withdrawn, which makes a guest at once, and given again', async () => {
    const chat = newChat();
    await k.say(chat, await invite({ name: 'Lường Thị Rút' }));
    await k.press(chat, 'Đồng ý');
    expect((await k.say(chat, 'rút đồng ý'))[0]).toContain('muốn rút đồng ý');
    expect((await k.press(chat, 'Rút đồng ý'))[0]).toContain('Đã rút đồng ý');
    const reachable = () =>
      rows(
        (sql) => sql`
        select 1 from dialogue d join chat c on c.dialogue_id = d.id join person p on p.id = d.person_id
        where c.external = ${chat} and p.full_name = 'Lường Thị Rút'`,
      );
    expect(await reachable()).toHaveLength(0);
    expect((await k.say(chat, '/echo gửi nhu cầu nước sạch cho bản'))[0]).toContain('cần anh/chị đồng ý');
    expect(taken).toEqual([]);
    const again = await k.say(chat, 'đồng ý');
    expect(again[0]).toContain('Đã ghi nhận đồng ý');
    expect(await reachable()).toHaveLength(1);
    expect(taken).toHaveLength(1);
    expect(
      await rows(
        (sql) => sql`select 1 from consent c join person p on p.id = c.person_id where p.full_name = 'Lường Thị Rút'`,
      ),
    ).toHaveLength(2);
  });

  test('a chat that is unlinked is a guest’s, with a dialogue of its own', async () => {
    const chat = newChat();
    await k.say(chat, await invite({ name: 'Lò Văn Ngắt' }));
    await k.press(chat, 'Đồng ý');
    expect((await k.say(chat, 'dữ liệu của tôi'))[0]).toContain('– Họ tên: Lò Văn Ngắt');
    await k.press(chat, 'Ngắt liên kết nơi này');
    expect((await k.press(chat, 'Ngắt liên kết nơi này'))[0]).toContain('Đã ngắt');
    expect((await k.say(chat, '/toi'))[0]).toContain('tư cách khách');
    const [row] = await rows(
      (sql) => sql<{ person_id: string | null }[]>`
      select d.person_id from chat c join dialogue d on d.id = c.dialogue_id where c.external = ${chat}`,
    );
    expect(row!.person_id).toBeNull();
  });
});

describe('commands of somebody who is linked', () => {
  const linkedAs = async (person: string, name: string) => {
    const chat = newChat();
    await k.say(chat, await invite({ person: person as never, name }));
    return chat;
  };

  test('the menu offers what the role can do and what there is, as buttons that run the flow itself', async () => {
    const chat = await linkedAs(w.people.senh.id, 'Sếnh');
    expect((await k.say(chat, '/menu'))[0]).toContain('Anh Sếnh');
    const labels = k.channel.sent
      .at(-1)!
      .what.say.buttons!.flat()
      .map((b) => b.label);
    // Nobody brings the list of own needs here.
    expect(labels).toEqual(['Gửi nhu cầu viện trợ', 'Hạn nộp nhu cầu']);
    expect((await k.say(chat, 'hạn nộp nhu cầu'))[0]).toContain('UBND xã Co Mạ: ⚪ chưa gửi');
    await k.say(chat, '/menu');
    expect((await k.press(chat, 'Gửi nhu cầu viện trợ'))[0]).toBe('làm: Gửi nhu cầu viện trợ');
  });

  test('a button of the menu, pressed by somebody whose role has ended, does nothing', async () => {
    const chat = await linkedAs(w.people.focalPoints.get('STC')!.id, 'Việt');
    await k.say(chat, '/menu');
    await w.store.aside(
      (sql) =>
        sql`update role_grant set valid_to = ${k.clock.now().toString()} where person_id = ${w.people.focalPoints.get('STC')!.id}`,
    );
    k.clock.advance({ minutes: 1 });
    expect((await k.press(chat, 'Gửi nhu cầu viện trợ'))[0]).toContain('ngoài quyền');
    expect(taken).toEqual([]);
  });

  test('/toi says who, in which role, linked in how many places', async () => {
    const chat = await linkedAs(w.people.ha.id, 'Hà');
    const [card] = await k.say(chat, '/toi');
    expect(card).toContain('Nguyễn Thị Thu Hà');
    expect(card).toContain('– chuyên viên');
    expect(card).toContain('Đã liên kết ở 1 nơi');
  });

  test('a code makes one for oneself, which links another chat to the same person', async () => {
    const chat = await linkedAs(w.people.focalPoints.get('SYT')!.id, 'Phương');
    expect((await k.say(chat, '/lienket'))[0]).toContain('cho chính mình');
    const [made] = await k.press(chat, 'Tạo mã');
    const code = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec(made!)![0];
    expect((await k.say(newChat(), code))[0]).toContain('Chào chị Phương');
  });

  test('a code adds a role; the code that linked a chat, pressed again, is a greeting', async () => {
    const chat = newChat();
    const first = await invite({ name: 'Cầm Thị Hai' });
    await k.say(chat, first);
    await k.press(chat, 'Đồng ý');
    await k.event(chat, { kind: 'start', code: first });
    expect(k.read(chat).at(-1)).toContain('cần việc gì');
    await k.event(chat, { kind: 'start', code: await invite({ unit: w.people.units.get('03670')! }) });
    expect(k.read(chat).at(-1)).toContain('✅ Đã thêm vai trò: UBND phường Chiềng Cơi');
    expect((await k.say(chat, '/toi'))[0]).toContain('UBND phường Chiềng Cơi');
  });

  test('the language is switched and switched back', async () => {
    const chat = await linkedAs(w.people.senh.id, 'Sếnh');
    expect((await k.say(chat, '/lang'))[0]).toContain('English');
    expect((await k.say(chat, '/lang'))[0]).toContain('tiếng Việt');
  });
});
