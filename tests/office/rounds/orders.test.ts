import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentRound, roundByCode } from '../../../src/office/rounds/store.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let store: TestStore;
let o: TestOffice;
beforeAll(async () => {
  store = await testStore();
  o = await testOffice(store.store);
  const { minh, divisionHead, director, senh, focalPoints } = o.demo;
  await o.seat('minh', minh.id);
  await o.seat('head', divisionHead.id);
  await o.seat('director', director.id);
  await o.seat('senh', senh.id);
  await o.seat('syt', focalPoints.get('SYT')!.id);
});
afterAll(async () => {
  await o.stop();
  await store.close();
});
const last = (chat: string) => o.read(chat).at(-1) ?? '';
const round = (code: string) => store.store.read((reads) => roundByCode(reads, code));
const due = async (code: string) => (await round(code))?.dueAt.toString();

describe('opening a round', () => {
  test('a head writes one sentence, skips the letter, corrects a date, and it is open', async () => {
    await o.say('head', 'mở đợt 2 năm 2027 từ 1/12 đến 15/1');
    expect(last('head')).toContain('Công văn số mấy, ngày nào ạ?');
    await o.say('head', 'bỏ qua');
    expect(last('head')).toBe(
      [
        'Mở đợt 2 năm 2027',
        'Nhận nhu cầu viện trợ cho năm 2027',
        'Nhận từ: 07 giờ 30 thứ Ba, 01/12/2026',
        'Hạn gửi: 17 giờ 00 thứ Sáu, 15/01/2027',
        'Nhận muộn đến: 17 giờ 00 thứ Sáu, 29/01/2027',
        'Đơn vị được gọi: tất cả các đơn vị',
      ].join('\n'),
    );
    await o.say('head', 'sửa hạn thành 16h ngày 20/1');
    expect(last('head')).toContain('Hạn gửi: 16 giờ 00 thứ Tư, 20/01/2027');
    await o.say('head', 'gửi');
    expect(last('head')).toMatch(/^✅ Đã xong: Mở đợt 2 năm 2027\.\nSẽ báo cho \d+ người của các đơn vị khi đợt mở/);
    expect(await due('2027-2')).toBe('2027-01-20T09:00:00Z');
    await o.later({ minutes: 3 });
    expect(last('syt')).not.toContain('2027');
  });

  test('undone in time it never was; its number is free again', async () => {
    await o.say('head', 'mo dot 5 nam 2028 tu 1/12 den 15/12');
    await o.press('head', 'Bỏ qua');
    await o.press('head', 'Mở đợt');
    expect(await round('2028-5')).not.toBeNull();
    await o.press('head', 'Hoàn tác');
    expect(last('head')).toContain('⚪ Đã hoàn tác: Mở đợt 5 năm 2028.');
    expect(await round('2028-5')).toBeNull();
  });

  test('when it opens, the units are told by name, with three answers', async () => {
    await o.later({ hours: 24 * 8 });
    expect(last('syt')).toMatch(/^Kính gửi \S+ .+ \(Sở Y tế\)\.\nSở Ngoại vụ mở đợt 2 năm 2027/);
    expect(o.buttons('syt')).toEqual(['Gửi nhu cầu', 'Không có nhu cầu', 'Xin lùi hạn']);
  });

  test('a focal point opens none', async () => {
    await o.say('senh', '/dot mở đợt mới từ 1/3 đến 15/3');
    expect(last('senh')).not.toContain('Mở đợt');
    expect(last('senh')).toMatch(/quyền|Sở Ngoại vụ|chuyên viên/u);
  });
});

describe('more time for everybody', () => {
  test('an officer proposes with a reason, a head confirms, the units read the new date', async () => {
    // Thursday, 1/12 + … : the demonstration's round is due on Friday, 4/12.
    await o.say('minh', 'gia hạn đợt 1 đến 16h thứ sáu 11/12 vì mưa lũ ở xã Mường La');
    expect(last('minh')).toBe(
      [
        'Gia hạn đợt 1 năm 2026',
        'Hạn hiện tại: 17 giờ 00 thứ Sáu, 04/12/2026',
        'Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026',
        'Lý do: mưa lũ ở xã Mường La',
        'Mọi đơn vị của đợt sẽ được báo.',
      ].join('\n'),
    );
    expect(o.buttons('minh')[0]).toBe('Đề xuất gia hạn');
    await o.say('minh', 'gui');
    expect(last('minh')).toContain('Chưa có gì thay đổi cho đến khi lãnh đạo duyệt');
    expect(await due('2026-1')).toBe('2026-12-04T10:00:00Z');
    await o.later({ minutes: 3 });
    expect(last('head')).toContain('Quàng Văn Minh đề xuất: Gia hạn đợt 1 năm 2026.\nLý do: mưa lũ');
    await o.press('head', 'Xem đề xuất');
    expect(last('head')).toContain('Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026');
    await o.press('head', 'Gia hạn');
    expect(last('head')).toContain('✅ Đã duyệt: Gia hạn đợt 1 năm 2026.');
    expect(await due('2026-1')).toBe('2026-12-11T09:00:00Z');
    expect(last('syt')).not.toContain('gia hạn');
    await o.later({ minutes: 3 });
    expect(last('syt')).toContain('gia hạn đợt 1 năm 2026');
    expect(last('syt')).toContain('⏰ Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026.');
    expect(last('minh')).toContain('đã duyệt đề xuất');
  });

  test('a head does it at once; “thêm 1 tuần” counts from the due time; undone nobody hears of it', async () => {
    const heard = o.read('syt').length;
    await o.say('head', 'gia han dot 1 nam 2026 them 1 tuan');
    expect(last('head')).toContain('Lý do là gì ạ?');
    await o.say('head', 'còn nhiều xã chưa gửi');
    expect(last('head')).toContain('Hạn mới: 16 giờ 00 thứ Sáu, 18/12/2026');
    await o.press('head', 'Gia hạn');
    expect(await due('2026-1')).toBe('2026-12-18T09:00:00Z');
    await o.press('head', 'Hoàn tác');
    expect(await due('2026-1')).toBe('2026-12-11T09:00:00Z');
    await o.later({ minutes: 3 });
    expect(o.read('syt').length).toBe(heard);
  });

  test('an earlier time is asked again, with the reason why', async () => {
    await o.say('head', 'gia hạn đợt 1 năm 2026');
    await o.say('head', '5/12');
    expect(last('head')).toContain('Phải sau hạn hiện tại: 16 giờ 00 thứ Sáu, 11/12/2026.');
    await o.say('head', 'thôi');
    await o.press('head', 'Bỏ bản nháp');
  });
});

describe('more time for one unit', () => {
  test('the unit asks, a head grants it, only that unit hears', async () => {
    await o.say('senh', 'xin lùi hạn đến 18/12 vì xã đang khắc phục sạt lở');
    expect(last('senh')).toContain('Xin lùi hạn đợt 1 năm 2026\nUBND xã Co Mạ');
    expect(last('senh')).toContain('Xin lùi đến: 17 giờ 00 thứ Sáu, 18/12/2026');
    await o.say('senh', 'gửi');
    expect(last('senh')).toContain('🟡 Đã lập đề xuất: Gia hạn đợt 1 năm 2026 cho UBND xã Co Mạ.');
    await o.later({ minutes: 3 });
    const before = o.read('syt').length;
    await o.press('head', 'Xem đề xuất');
    await o.press('head', 'Gia hạn');
    await o.later({ minutes: 3 });
    expect(o.read('senh').join('\n')).toContain('đồng ý lùi hạn đợt 1 năm 2026 cho đơn vị');
    expect(o.read('syt').length).toBe(before);
    await o.say('senh', 'han nop');
    expect(last('senh')).toContain('17 giờ 00 thứ Sáu, 18/12/2026');
  });

  test('a head gives it directly by the name of the unit', async () => {
    await o.say('head', 'gia hạn đợt 1 cho Sở Y tế đến 15/12 vì chờ số liệu');
    expect(last('head')).toContain('Gia hạn đợt 1 năm 2026 cho Sở Y tế');
    await o.press('head', 'Gia hạn');
    await o.later({ minutes: 3 });
    expect(last('syt')).toContain('lùi hạn đợt 1 năm 2026 cho đơn vị');
  });
});

describe('no need', () => {
  test('read back, confirmed, undone by who said it while there is time', async () => {
    await o.say('syt', 'ko co nhu cau');
    expect(last('syt')).toContain('Sở Y tế\nKhông có nhu cầu viện trợ đợt 1 năm 2026.');
    await o.press('syt', 'Xác nhận không có nhu cầu');
    expect(last('syt')).toContain('✅ Sở Y tế: đã ghi không có nhu cầu đợt 1 năm 2026.');
    await o.say('syt', 'khong co nhu cau');
    await o.say('syt', 'gửi');
    expect(last('syt')).toContain('đã báo không có nhu cầu đợt này rồi');
    await o.press('syt', 'Hoàn tác');
    expect(last('syt')).toContain('Đã hoàn tác');
    await o.press('syt', 'Hoàn tác');
    expect(last('syt')).toContain('Không còn gì để hoàn tác');
  });

  test('not for another unit; an officer on behalf, by name', async () => {
    await o.say('syt', 'Sở Xây dựng đợt này không có nhu cầu');
    expect(last('syt')).toContain('chỉ báo được cho đơn vị của mình');
    await o.say('minh', 'Sở Xây dựng không có nhu cầu');
    expect(last('minh')).toContain('Sở Xây dựng\nKhông có nhu cầu');
    await o.press('minh', 'Xác nhận không có nhu cầu');
    await o.later({ minutes: 3 });
    await o.press('minh', 'Hoàn tác');
    expect(last('minh')).toContain('Đã quá thời gian hoàn tác');
  });
});

describe('the end of a round', () => {
  test('with two rounds the bot asks which; closed it takes nothing, undone it does again', async () => {
    await o.say('head', 'đóng đợt');
    expect(last('head')).toContain('Anh/chị nói đợt nào ạ?');
    await o.press('head', 'Đợt 1 năm 2026');
    await o.say('head', 'đã đủ nhu cầu');
    expect(last('head')).toMatch(/^Đóng đợt 1 năm 2026\nTừ lúc này không nhận thêm/);
    await o.press('head', 'Xác nhận');
    const now = o.clock.now();
    expect((await store.store.read((reads) => currentRound(reads, now)))?.code).toBe('2027-2');
    await o.press('head', 'Hoàn tác');
    expect((await store.store.read((reads) => currentRound(reads, now)))?.code).toBe('2026-1');
  });

  test('an officer only proposes it', async () => {
    await o.say('minh', 'huỷ đợt 2 năm 2027 vì gộp vào đợt sau');
    expect(last('minh')).toContain('Hủy đợt 2 năm 2027');
    await o.press('minh', 'Gửi đề xuất');
    await o.later({ minutes: 3 });
    await o.press('director', 'Xem đề xuất');
    await o.press('director', 'Xác nhận');
    expect((await round('2027-2'))?.decided).toBe('cancelled');
    await o.later({ minutes: 3 });
    expect(last('syt')).toContain('Sở Ngoại vụ hủy đợt 2 năm 2027');
  });
});

test('a Department that has no round yet opens its first one in chat', async () => {
  const empty = await testStore();
  const live = await testOffice(empty.store);
  await empty.store.aside(async (sql) => {
    await sql`delete from round_target`;
    await sql`delete from round`;
  });
  await live.seat('head', live.demo.divisionHead.id);
  expect((await live.say('head', 'han nop'))[0]).toContain('Hiện không có đợt');
  expect((await live.say('head', 'gia hạn đợt'))[0]).toContain('Hiện không có đợt nào');
  expect((await live.say('head', 'mo dot moi'))[0]).toContain('Bắt đầu nhận từ khi nào ạ?');
  await live.say('head', 'ngay bây giờ');
  await live.say('head', '16h thứ sáu 18/12');
  await live.say('head', '31/12');
  await live.say('head', '415/SNgV-HTQT ngày 20/11');
  const shown = live.read('head').at(-1)!;
  expect(shown).toContain('Mở đợt 1 năm 2026\nNhận nhu cầu viện trợ cho năm 2027');
  expect(shown).toContain('Công văn: 415/SNgV-HTQT ngày 20/11/2026');
  await live.press('head', 'Mở đợt');
  expect((await live.say('head', 'han nop'))[0]).toContain('16 giờ 00 thứ Sáu, 18/12/2026');
  await live.stop();
  await empty.close();
});

test('the Department asks about one unit, and about those that have and have not', async () => {
  const lone = await testStore();
  const of = await testOffice(lone.store);
  await of.seat('minh', of.demo.minh.id);
  await of.seat('senh', of.demo.senh.id);
  expect(await of.say('minh', 'co ma gui chua')).toEqual([
    'UBND xã Co Mạ: ⚪ chưa gửi; hạn 17 giờ 00 thứ Sáu, 04/12/2026.',
  ]);
  expect((await of.say('minh', 'Sở Tư pháp đã gửi chưa'))[0]).toBe('Sở Tư pháp: 🟢 không có nhu cầu.');
  expect((await of.say('minh', 'đơn vị nào chưa gửi'))[0]).toMatch(/^Chưa gửi: \d+ đơn vị/);
  expect((await of.say('minh', 'don vi nao khong co nhu cau'))[0]).toMatch(/^Không có nhu cầu: 3 đơn vị/);
  expect((await of.say('minh', 'đơn vị nào đã nộp'))[0]).toBe('Chưa có đơn vị nào gửi.');
  expect((await of.say('minh', 'các phường chưa nộp'))[0]).toMatch(/^Chưa gửi: 8 đơn vị \(8 xã, phường\)/);
  // A unit learns nothing of another.
  expect((await of.say('senh', 'sở y tế gửi chưa')).join('\n')).not.toContain('Sở Y tế:');
  await of.stop();
  await lone.close();
});
