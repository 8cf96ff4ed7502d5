import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysIn } from '../../../src/office/people/flows/delegate.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';
import { start } from './world.ts';

let store: TestStore;
let o: TestOffice;
beforeAll(async () => {
  store = await testStore();
  o = await testOffice(store.store);
  await o.seat('minh', o.demo.minh.id);
  await o.seat('ha', o.demo.ha.id);
  await o.seat('head', o.demo.divisionHead.id);
  await o.seat('senh', o.demo.senh.id);
});
afterAll(async () => {
  await o.stop();
  await store.close();
});
const last = (chat: string) => o.read(chat).at(-1) ?? '';

test('a head on leave names who stands in; from the first day they may decide, after the last no more', async () => {
  await o.say('head', 'tôi nghỉ từ 1/12 đến 5/12, chị Hà thay');
  expect(last('head')).toContain('Người thay: ');
  expect(last('head')).toContain('Thời gian: từ thứ Ba, 01/12/2026 đến hết thứ Bảy, 05/12/2026');
  await o.press('head', 'Xác nhận ủy quyền');
  expect(last('head')).toContain('làm thay anh/chị từ thứ Ba, 01/12/2026');
  expect(last('ha')).not.toContain('làm thay');
  await o.later({ minutes: 3 });
  expect(last('ha')).toContain('nhờ anh/chị làm thay');

  const tries = async () => {
    await o.say('ha', 'mở đợt 7 năm 2029 từ 1/6/2029 đến 1/7/2029');
    await o.press('ha', 'Bỏ qua');
    const [submit] = o.buttons('ha');
    await o.press('ha', 'Bỏ bản nháp');
    return submit;
  };
  expect(await tries()).toBe('Đề xuất mở đợt');
  await o.later({ hours: 24 * 8 });
  expect(await tries()).toBe('Mở đợt');
  await o.later({ hours: 24 * 5 });
  expect(await tries()).toBe('Đề xuất mở đợt');
  const log = await store.store.aside((sql) => sql`select action from audit_event where action like 'role.delegate%'`);
  expect(log).toHaveLength(1);
});

test('back early: ended at once; who stands in cannot hand on what is not theirs', async () => {
  await o.say('minh', 'mai em nghỉ ốm');
  expect(last('minh')).toContain('Ai làm thay ạ?');
  await o.say('minh', 'chị Hà');
  await o.say('minh', 'gửi');
  expect(last('minh')).toContain('làm thay anh/chị');
  await o.press('minh', 'Kết thúc ủy quyền');
  expect(last('minh')).toContain('Đã kết thúc ủy quyền');
  await o.press('minh', 'Kết thúc ủy quyền');
  expect(last('minh')).toContain('đã hết hoặc đã kết thúc');
  const heard = o.read('ha').length;
  await o.later({ minutes: 3 });
  expect(o.read('ha').length).toBe(heard);
});

test('a focal point who is alone in the unit is told that somebody must link first', async () => {
  await o.say('senh', 'em nghỉ phép từ 1/12 đến 5/12');
  expect(last('senh')).toContain('Người đó cần liên kết trước');
});

test('days are read as people say them', () => {
  const of = (text: string) => {
    const days = daysIn(text, start);
    return days && `${days.from} ${days.to}`;
  };
  expect(of('tôi nghỉ từ 1/12 đến 5/12')).toBe('2026-12-01 2026-12-05');
  expect(of('mai nghỉ ốm')).toBe('2026-11-24 2026-11-24');
  expect(of('tuần sau tôi đi công tác')).toBe('2026-11-30 2026-12-06');
  expect(of('vài hôm')).toBeNull();
});
