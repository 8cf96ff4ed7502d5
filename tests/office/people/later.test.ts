import { afterAll, beforeAll, expect, test } from 'vitest';
import { guest } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let store: TestStore;
let o: TestOffice;
beforeAll(async () => {
  store = await testStore();
  o = await testOffice(store.store);
  await o.seat('senh', o.demo.senh.id);
  await o.seat('minh', o.demo.minh.id);
});
afterAll(async () => {
  await o.stop();
  await store.close();
});
const last = (chat: string) => o.read(chat).at(-1) ?? '';

test('in the middle of a form somebody who asks for a person gets name and number at once, and the question again', async () => {
  await o.say('senh', 'xã tôi cần nước sạch cho ba bản, 120 hộ, tổng 800 triệu, xin 700 triệu');
  for (const words of [
    'cho tôi gặp chuyên viên',
    'tôi cần người hỗ trợ',
    'cho gap can bo',
    'gọi cho ai ạ?',
    'talk to a person',
  ]) {
    await o.say('senh', words);
    expect(last('senh'), words).toMatch(/^.*Anh\/chị gọi .+, 0212/su);
    expect(last('senh'), words).toContain('Mục tiêu của dự án là gì');
    expect(last('senh'), words).not.toContain('còn ngắn quá');
  }
  expect(await o.say('minh', 'cho tôi gặp chuyên viên')).toEqual([expect.stringContaining('0212')]);
});

test('“xã tôi” is the commune that the focal point answers for, in a sentence and as an answer', async () => {
  await o.say('senh', 'xem bản nháp');
  await o.say('senh', 'thôi');
  await o.press('senh', 'Bỏ bản nháp');
  await o.say('senh', 'xã tôi cần nước sạch cho ba bản, 120 hộ, tổng 800 triệu, xin 700 triệu');
  await o.say('senh', 'tiếp tục');
  await o.press('senh', 'Sửa mục khác');
  await o.press('senh', 'Địa điểm');
  expect(last('senh')).toContain('Co Mạ');
  await o.say('senh', 'bên em');
  expect(last('senh')).toContain('Co Mạ');
  expect(last('senh')).not.toContain('Chưa tìm thấy xã');
});

test('when the text of consent is raised everybody is asked again, and goes on with what was typed', async () => {
  await store.store.aside(
    (sql) => sql`update consent set policy_version = '2025-9' where person_id = ${o.demo.minh.id}`,
  );
  await o.say('minh', 'co ma gui chua');
  expect(last('minh')).toContain('Nội dung xin đồng ý đã được cập nhật');
  expect(o.buttons('minh')).toContain('Đồng ý');
  expect(o.read('minh').join('\n')).not.toContain('UBND xã Co Mạ: ⚪');
  await o.press('minh', 'Đồng ý');
  expect(last('minh')).toContain('UBND xã Co Mạ: ⚪ đang soạn, chưa gửi');
  const proofs = await store.store.aside(
    (sql) => sql`select policy_version from consent where person_id = ${o.demo.minh.id} order by at`,
  );
  expect(proofs).toHaveLength(2);
});

test('who refuses the raised text is as a guest from then on, and is not asked again and again', async () => {
  await o.seat('ha', o.demo.ha.id);
  await store.store.aside((sql) => sql`update consent set policy_version = '2025-9' where person_id = ${o.demo.ha.id}`);
  await o.say('ha', 'ai chưa gửi');
  await o.press('ha', 'Không đồng ý');
  expect(last('ha')).not.toContain('Anh/chị có đồng ý không');
  expect((await o.say('ha', 'hạn nộp là ngày nào'))[0]).toContain('⏰ Hạn gửi nhu cầu');
  expect((await o.say('ha', 'co ma gui chua')).join('\n')).not.toContain('UBND xã Co Mạ');
});

test('an officer’s words stay theirs in the log: erased with the person, and the chain still holds', async () => {
  const id = newId<'need'>(o.clock.now().epochMilliseconds);
  await o.kernel.write({ actor: o.demo.minh.actor, via: { channel: 'telegram', request: 'r' } }, async (work) => {
    work.audit({
      action: 'need.reject',
      on: { kind: 'need', id },
      after: { reason: 'thiếu hồ sơ của ông Cầm Văn Ban' },
    });
    work.audit({ action: 'x', on: { kind: 'need', id }, after: { name: 'Cầm Văn Ban' }, subject: o.demo.ha.id });
  });
  await o.kernel.write({ actor: guest, via: { channel: 'cli', request: 'r' } }, async (work) => {
    work.audit({ action: 'y', on: { kind: 'need', id }, after: { name: 'văn thư' } });
  });
  const subjects = await store.store.aside(
    (sql) => sql<{ subject: Id<'person'> | null }[]>`
      select v.subject from audit_value v join audit_event e on e.seq = v.seq where e.record = ${id} order by e.seq`,
  );
  expect(subjects.map((s) => s.subject)).toEqual([o.demo.minh.id, o.demo.ha.id, null]);
});
