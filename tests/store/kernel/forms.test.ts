import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type Submitted, sampleSlice } from '../../support/sample-form.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let of: TestStore;
let k: TestKernel;
const submitted: Submitted[] = [];
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(of.store, [sampleSlice(submitted)]);
});
afterAll(async () => {
  await k.stop();
  await of.close();
});

const buttons = (chat: string) =>
  k.channel.sent
    .findLast((s) => s.chat === chat)!
    .what.say.buttons!.flat()
    .map((b) => b.label);
const answers = async (chat: string) => {
  const [row] = await of.store.aside(
    (sql) => sql`
      select dr.answers, dr.state from draft dr join dialogue d on d.open_draft = dr.id join chat c on c.dialogue_id = d.id where c.external = ${chat}`,
  );
  return row as { answers: Record<string, unknown>; state: string } | undefined;
};
let chats = 0;
const fresh = () => `f${++chats}`;

describe('a form', () => {
  it('asks one question at a time with progress, and ends in a review and a receipt', async () => {
    const chat = fresh();
    expect((await k.say(chat, '/form'))[0]).toMatch(/^1\/4 · Tên\n/);
    expect((await k.say(chat, 'Nước sạch cho 3 bản'))[0]).toMatch(/2\/4 · Màu/);
    expect(buttons(chat)).toEqual(['đỏ', 'cam', 'vàng', 'Khác', 'Quay lại', 'Trả lời sau', 'Để sau – đã lưu']);
    expect((await k.say(chat, '2'))[0]).toMatch(/^Màu: cam\n3\/4 · Tiền/);
    expect((await k.say(chat, '800'))[0]).toMatch(/Tổng 800, phần tự có/);
    expect((await k.press(chat, 'Không có'))[0]).toMatch(/4\/4 · Ghi chú/);
    expect((await k.say(chat, 'bỏ qua'))[0]).toMatch(/CHƯA GỬI[\s\S]*Tiền: 800\/0/);
    expect(buttons(chat).slice(0, 2)).toEqual(['Gửi đi', 'Bổ sung cho đầy đủ']);
    expect(await k.say(chat, 'gửi')).toEqual(['✅ đã nhận']);
    expect(submitted.at(-1)!.answers).toEqual({
      title: 'Nước sạch cho 3 bản',
      colour: 'cam',
      sum: { total: 800, own: 0 },
    });
    expect((await k.press(chat, 'Gửi đi'))[0]).toContain('đã gửi rồi');
    expect(submitted.length).toBe(1);
  });

  it('shows the likeliest of many choices, the others by page, and finds by typing a part', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    await k.say(chat, 'Nước sạch');
    await k.press(chat, 'Khác');
    expect(buttons(chat).slice(0, 6)).toEqual(['lục', 'lam', 'chàm', 'tím', 'đen', 'trắng']);
    await k.press(chat, 'Trang sau');
    expect(buttons(chat).slice(0, 3)).toEqual(['xám', 'hồng', 'nâu']);
    await k.say(chat, 'la');
    expect(buttons(chat)[0]).toBe('lam');
    expect((await k.say(chat, '1'))[0]).toMatch(/^Màu: lam/);
  });

  it('replaces the question by the error and offers a way out after three', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    for (const wrong of ['abc', 'abd'])
      expect(await k.say(chat, wrong)).toEqual(['Tên ngắn quá, ví dụ: Nước sạch xã Co Mạ.']);
    expect((await k.say(chat, 'abe'))[0]).toContain('gọi chị Hà, 0212 3xxx xxx');
    expect(buttons(chat)).toContain('Trả lời sau');
    expect((await k.press(chat, 'Trả lời sau'))[0]).toMatch(/2\/4/);
  });

  it('answers a question in the middle and goes on with the same question', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    const said = await k.say(chat, 'à hạn nộp là ngày nào ấy nhỉ?');
    expect(said[0]).toContain('Hạn nộp là thứ Sáu');
    expect(said[1]).toMatch(/1\/4 · Tên/);
    expect((await answers(chat))!.answers).toEqual({});
    expect((await k.say(chat, 'Nước sạch xã Co Mạ'))[0]).toMatch(/2\/4/);
  });

  it('fills several fields from one message and asks only what is missing', async () => {
    const chat = fresh();
    const [card] = await k.say(chat, '/form Tên: Nước sạch cho 3 bản\nMàu: lục');
    expect(card).toMatch(/CHƯA GỬI\nTên: Nước sạch cho 3 bản\nMàu: lục[\s\S]*Còn 1 mục\nTổng bao nhiêu/);
    expect(buttons(chat)).toEqual(['Sửa mục khác', 'Để sau – đã lưu', 'Bỏ bản nháp']);
  });

  it('goes back, edits one item and returns to the review', async () => {
    const chat = fresh();
    await k.say(chat, '/form Tên: Nước sạch cho 3 bản\nMàu: lục');
    await k.say(chat, '500 100');
    await k.say(chat, 'bỏ qua');
    await k.press(chat, 'Sửa mục khác');
    expect((await k.say(chat, '2'))[0]).toMatch(/Màu\nHiện là: lục/);
    expect((await k.say(chat, 'tím'))[0]).toMatch(/CHƯA GỬI[\s\S]*Màu: tím/);
    expect((await k.say(chat, 'quay lại'))[0]).toMatch(/4\/4 · Ghi chú/);
  });

  it('is resumed after days, and by typing "tiếp tục"', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    await k.say(chat, 'Nước sạch xã Co Mạ');
    expect((await k.say(chat, 'để sau'))[0]).toContain('đã lưu, chưa gửi');
    k.clock.advance({ hours: 24 * 9 });
    expect((await k.say(chat, 'tiếp tục'))[0]).toMatch(/2\/4 · Màu/);
  });

  it('asks again for an answer that the changed code no longer accepts, and keeps the old one', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    await k.say(chat, 'Nước sạch xã Co Mạ');
    await k.say(chat, 'đỏ');
    await of.store.aside(
      (sql) =>
        sql`update draft set answers = jsonb_set(answers::jsonb, '{colour}', '"vermilion"')::json where id = (select open_draft from dialogue d join chat c on c.dialogue_id = d.id where c.external = ${chat})`,
    );
    await k.say(chat, 'để sau');
    const said = await k.press(chat, 'Tiếp tục soạn');
    expect(said.join('\n')).toMatch(/2\/4 · Màu/);
  });

  it('says so when an old button is pressed, once or a month later', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    await k.say(chat, 'Nước sạch xã Co Mạ');
    await k.press(chat, 'đỏ');
    k.clock.advance({ hours: 24 * 31 });
    expect((await k.press(chat, 'cam'))[0]).toMatch(/câu hỏi cũ[\s\S]*đang là: đỏ[\s\S]*3\/4/);
    expect((await answers(chat))!.answers['colour']).toBe('đỏ');
  });

  it('is discarded and can be had back', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    await k.say(chat, 'Nước sạch xã Co Mạ');
    expect((await k.say(chat, 'hủy'))[0]).toContain('muốn dừng');
    expect((await k.press(chat, 'Bỏ bản nháp'))[0]).toContain('Đã bỏ bản nháp');
    expect(await answers(chat)).toBeUndefined();
    expect((await k.press(chat, 'Lấy lại bản nháp'))[0]).toMatch(/2\/4/);
  });

  it('asks before it takes a message that is older than the question', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    k.clock.advance({ seconds: 30 });
    await k.say(chat, 'Nước sạch xã Co Mạ');
    const sentAt = k.clock.now().subtract({ seconds: 20 });
    await k.event(chat, { kind: 'text', text: 'đỏ' }, { sentAt });
    expect(k.read(chat).at(-1)).toContain('“đỏ” gửi trước câu hỏi này');
    expect((await k.press(chat, 'Dùng'))[0]).toMatch(/Màu: đỏ/);
  });
});

describe('another wish', () => {
  it('typed as a slash command is never an answer: looked up in the form, or the form is left saved', async () => {
    const chat = fresh();
    await k.say(chat, '/form');
    const aside = await k.say(chat, '/deadline');
    expect(aside[0]).toContain('Hạn nộp');
    expect(aside[1]).toMatch(/1\/4 · Tên/);
    const left = await k.say(chat, '/other');
    expect(left[0]).toContain('đã lưu, chưa gửi');
    expect(left[1]).toBe('việc khác');
    expect((await k.say(chat, 'tiếp tục'))[0]).toMatch(/1\/4 · Tên/);
  });

  it('clearly said at the review leaves the form saved', async () => {
    const chat = fresh();
    await k.say(chat, '/form Tên: Nước sạch cho 3 bản\nMàu: lục');
    await k.say(chat, '500 100');
    await k.say(chat, 'bỏ qua');
    const left = await k.say(chat, 'xuất excel danh sách ngo');
    expect(left).toEqual([expect.stringContaining('đã lưu, chưa gửi'), 'việc khác']);
  });
});

describe('reserved words', () => {
  const words = ['gửi', 'ok', 'hủy', 'để sau', 'không biết', 'chưa có', 'thôi', 'menu'];
  const dress = fc.record({
    word: fc.constantFrom(...words),
    upper: fc.boolean(),
    marks: fc.boolean(),
    before: fc.constantFrom('', 'dạ ', 'vâng, '),
    after: fc.constantFrom('', ' ạ', ' nhé', '!', '.', ' em', '  '),
  });
  it('is never stored as a value, whatever it wears', async () => {
    await fc.assert(
      fc.asyncProperty(dress, async ({ word, upper, marks, before, after }) => {
        const chat = fresh();
        await k.say(chat, '/form');
        let text = before + word + after;
        if (!marks) text = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
        if (upper) text = text.toUpperCase();
        const said = await k.say(chat, text);
        expect(said.length).toBeGreaterThan(0);
        expect((await answers(chat))?.answers ?? {}).toEqual({});
      }),
      { numRuns: 80 },
    );
  });
});

describe('one person on two channels', () => {
  it('shows what is open before it takes an answer from another chat', async () => {
    const [a, b] = [fresh(), fresh()];
    await k.say(a, '/form');
    await k.say(b, 'xin chào');
    await of.store.aside(
      (sql) =>
        sql`update chat set dialogue_id = (select dialogue_id from chat where external = ${a}) where external = ${b}`,
    );
    const said = await k.say(b, 'Nước sạch xã Co Mạ');
    expect(said[0]).toMatch(/đang soạn “Việc mẫu” ở một cuộc trò chuyện khác[\s\S]*dùng làm câu trả lời/);
    expect((await k.press(b, 'Dùng'))[0]).toMatch(/2\/4 · Màu/);
    expect((await k.say(b, 'đỏ'))[0]).toMatch(/3\/4/);
  });
});
