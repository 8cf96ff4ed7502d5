import { expect, test } from 'vitest';
import { audienceIn, laterBy, orderOf, reasonIn, yearOf } from '../../../src/office/rounds/order.ts';

test.each([
  ['mở đợt 2 năm 2027 từ 1/12 đến 15/1', 'open'],
  ['mo them dot moi', 'open'],
  ['open a new round', 'open'],
  ['gia hạn đợt 1 đến 16h thứ sáu', 'extend'],
  ['gia han them 1 tuan', 'extend'],
  ['extend round 1 to friday because of floods', 'extend'],
  ['extend the deadline by a week', 'extend'],
  ['đóng đợt', 'close'],
  ['kết thúc đợt 1 sớm', 'close'],
  ['close the round', 'close'],
  ['huỷ đợt 2 năm 2027', 'cancel'],
  ['call off the round', 'cancel'],
  ['đợt 1 thế nào rồi', null],
] as const)('%s: %s', (text, order) => {
  expect(orderOf(text)).toBe(order);
});

test('reasons, years, spans and whom it is for', () => {
  expect(reasonIn('gia hạn đợt 1 đến 16h thứ sáu 4/12 vì mưa lũ')).toBe('mưa lũ');
  expect(reasonIn('extend round 1 to 11/12 because of floods')).toBe('floods');
  expect(reasonIn('gia hạn đợt 1')).toBeNull();
  expect(yearOf('mở đợt 2 năm 2027 từ 1/12')).toBe(2027);
  expect(yearOf('mở đợt mới từ 1/12/2026')).toBeNull();
  const due = Temporal.Instant.from('2026-12-04T10:00:00Z');
  expect(laterBy('them 1 tuan', due)?.toString()).toBe('2026-12-11T10:00:00Z');
  expect(laterBy('thêm ba ngày nữa', due)?.toString()).toBe('2026-12-07T10:00:00Z');
  expect(laterBy('gia hạn', due)).toBeNull();
  expect(audienceIn('cho các xã')).toBe('communes');
  expect(audienceIn('cho các sở và các xã')).toBe('all');
  expect(audienceIn('mở đợt mới')).toBeNull();
});
