import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../src/base/access/access.ts';
import type { Json } from '../../../src/base/json.ts';
import type { Flow, Turn } from '../../../src/chat/dialogue/types.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Say } from '../../../src/chat/messaging/types.ts';
import { seedNeeds } from '../../../src/demo/needs.ts';
import { type Vocabulary, vocabulary } from '../../../src/language/index.ts';
import { keyOf } from '../../../src/office/needs/flows/key.ts';
import { myNeedsFlow } from '../../../src/office/needs/flows/mine.ts';
import { searchFlow } from '../../../src/office/needs/flows/search.ts';
import { vocabularyLists } from '../../../src/office/people/units.ts';
import { start, type World, world } from '../people/world.ts';

let w: World;
let words: Vocabulary;
beforeAll(async () => {
  w = await world();
  await w.work((work) => seedNeeds(work, { ...w.people, round: w.round }));
  words = vocabulary({ ...(await w.store.read((reads) => vocabularyLists(reads))), partners: [] });
});
afterAll(() => w.close());

const understood = (text: string, slots: Record<string, Json> = {}) => ({ intent: '', confidence: 1, slots, text });

/** Runs a flow for somebody with what understanding would have found; gives what was said. */
async function ask<F>(flow: Flow<F>, who: Actor, text: string, slots: Record<string, Json> = {}): Promise<Say> {
  const by = { actor: who, now: start, lang: 'vi' as const, vocabulary: words };
  const found = (await w.store.read((reads) => flow.look!(reads, by, understood(text, slots)))) as F;
  const said: Say[] = [];
  const turn = { ...by, reply: (say: Say) => void said.push(say), shown() {} } as unknown as Turn;
  await flow.run(turn, understood(text, slots), found);
  return said[0]!;
}
const text = (say: Say) => plain(say.text);

test('by field, with what they ask for together', async () => {
  const said = text(await ask(searchFlow, w.people.ha.actor, 'nhu cầu y tế', { field: 'health' }));
  expect(said).toMatch(/^2 nhu cầu\nTổng kinh phí: 4,1 tỷ đồng\n/u);
});

test('by amount', async () => {
  const said = text(
    await ask(searchFlow, w.people.ha.actor, 'nc trên 4 tỷ', { money: { min: 4_000_000_000, currency: 'VND' } }),
  );
  expect(said).toMatch(/^2 nhu cầu/u);
  expect(said).toContain('Cảnh báo sớm lũ quét');
});

test('a former district stands for its communes; what is for the whole province counts', async () => {
  const said = text(await ask(searchFlow, w.people.ha.actor, 'nhu cầu ở huyện Mường La cũ', { place: 'Mường La' }));
  expect(said).toContain('Cảnh báo sớm lũ quét');
  expect(said).toContain('Bảo tồn vượn đen');
  expect(said).toContain('Phẫu thuật nhân đạo');
  expect(said).not.toContain('Cấp nước');
});

test('nothing found says what was looked for', async () => {
  expect(text(await ask(searchFlow, w.people.ha.actor, 'x', { field: 'war_legacy' }))).toMatch(
    /khắc phục hậu quả chiến tranh/u,
  );
});

test('all are paged by five', async () => {
  const said = await ask(searchFlow, w.people.ha.actor, 'danh sách nhu cầu');
  expect(text(said)).toMatch(/^10 nhu cầu \(1–5\)/u);
  expect(said.buttons!.flat().map((b) => b.label)).toContain('Xem tiếp');
});

test.each([
  ['nc 31 den dau roi', { need_no: 31 }, { number: 31 }],
  ['Hồ sơ nhu cầu NC-2026-0031 đến đâu rồi?', { need_no: 31 }, { code: 'NC-2026-0031' }],
  ['nc-2026-31', {}, { code: 'NC-2026-0031' }],
  ['cái vừa gửi', { need_ref: 'last' }, { last: true }],
  ['nhu cầu của tôi', {}, null],
])('%s', (said, slots, key) => {
  expect(keyOf(understood(said, slots as Record<string, Json>))).toEqual(key);
});

test('a unit is shown its own need and not that of another', async () => {
  const code = async (who: Actor) => (await ask(myNeedsFlow, who, 'nhu cầu của tôi')).buttons!.flat()[0]!.label;
  const mine = await code(w.people.senh.actor);
  expect(text(await ask(myNeedsFlow, w.people.senh.actor, mine))).toMatch(/^🟢 đã tiếp nhận – /u);
  const other = w.people.focalPoints.get('SYT')!.actor;
  expect(text(await ask(myNeedsFlow, other, mine))).toBe(
    `Không tìm thấy ${mine} trong các nhu cầu mà anh/chị được xem. Mã nhu cầu có dạng NC-2026-0042.`,
  );
  expect(text(await ask(myNeedsFlow, w.people.minh.actor, mine))).toContain('UBND xã Co Mạ');
});

test('the reason of a return stands on the card, with what comes next', async () => {
  const said = text(await ask(searchFlow, w.people.minh.actor, 'bị trả', { status: 'returned' }));
  const code = /NC-\d{4}-\d{4}/u.exec(said)![0];
  const card = text(await ask(myNeedsFlow, w.people.focalPoints.get('SVHTTDL')!.actor, code));
  expect(card).toContain('Lý do: Chưa rõ số học viên của từng xã');
  expect(card).toContain('Đơn vị bổ sung rồi gửi lại.');
});
