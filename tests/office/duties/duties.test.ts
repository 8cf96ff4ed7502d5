import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '../../../src/base/ids.ts';
import { newId } from '../../../src/base/ids.ts';
import { finishDuty, myDuties, showDuty } from '../../../src/office/duties/flows/my-duties.ts';
import { addDuty, doneDuty, dutyPorts } from '../../../src/office/duties/index.ts';
import { openDuties } from '../../../src/office/duties/store.ts';
import { start, type World, world } from '../people/world.ts';
import { ask } from '../rounds/ask.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const lost = (person: Id<'person'>, topic = 'need.returned') => ({
  id: newId<'notice'>(start.epochMilliseconds),
  person,
  topic,
  why: 'no_channel',
});
const open = (person: Id<'person'>) => w.store.read((reads) => openDuties(reads, person, true));

describe('what an officer must see to', () => {
  test('a notice that reached nobody becomes one duty to phone, for the officer in charge', async () => {
    await w.work((work) => dutyPorts.undelivered(work, lost(w.people.senh.id)));
    await w.work((work) => dutyPorts.undelivered(work, lost(w.people.senh.id)));
    expect(await open(w.people.minh.id)).toHaveLength(1);
    expect(await open(w.people.ha.id)).toHaveLength(0);
    const text = await ask(w, myDuties, w.people.minh.actor, 'việc của tôi');
    expect(text).toContain('Việc 1/1');
    expect(text).toContain('Gọi điện cho anh Thào A Sếnh (UBND xã Co Mạ)');
    expect(text).toContain('chưa liên kết kênh nào');
    expect(text).toContain('Điện thoại cơ quan: 0212 3000 201');
    expect(text).toContain('⏰ Hạn: thứ Ba, 24/11/2026 (còn 1 ngày)');
  });

  test('a message that was parked is everybody’s at the office, by its code', async () => {
    await w.work((work) =>
      dutyPorts.parked(work, { code: '7F3K2', chat: null, person: w.people.senh.id, error: 'secret detail' }),
    );
    for (const who of [w.people.minh, w.people.ha, w.people.admin]) {
      const found = await open(who.id);
      expect(found.some((d) => d.values['code'] === '7F3K2')).toBe(true);
      expect(JSON.stringify(found)).not.toContain('secret detail');
    }
  });

  test('done once, by whoever it belongs to; a key is free again afterwards', async () => {
    const once = 'follow-up:1';
    const duty = {
      person: w.people.ha.id,
      template: 'note',
      values: { text: 'Gửi danh mục' },
      source: 'follow_up',
      once,
    } as const;
    const id = await w.work((work) => addDuty(work, duty));
    expect(await w.work((work) => addDuty(work, duty))).toBeNull();
    const finish = (actor: typeof w.people.ha.actor) => w.work((work) => doneDuty(work, id!), { actor });
    expect(await finish(w.people.senh.actor)).toEqual({ ok: false, why: 'role' });
    expect(await finish(w.people.minh.actor)).toEqual({ ok: false, why: 'gone' });
    expect(await finish(w.people.ha.actor)).toEqual({ ok: true });
    expect(await finish(w.people.ha.actor)).toEqual({ ok: false, why: 'gone' });
    expect(await w.work((work) => addDuty(work, duty))).not.toBeNull();
  });

  test('in chat: shown one by one, done by a press, which shows the next', async () => {
    const [first] = await open(w.people.minh.id);
    const text = await ask(w, finishDuty, w.people.minh.actor, '', { args: first!.id });
    expect(text).toContain('✅ Đã xong.');
    expect(text).toContain('mã 7F3K2');
    expect(await ask(w, showDuty, w.people.senh.actor, '', { args: 0 })).toContain('của cán bộ Sở Ngoại vụ');
  });

  test('nothing left is said', async () => {
    for (const duty of await open(w.people.director.id)) {
      await w.work((work) => doneDuty(work, duty.id), { actor: w.people.director.actor });
    }
    expect(await ask(w, myDuties, w.people.director.actor, '')).toBe('✅ Đồng chí không còn việc nào phải làm.');
  });
});
