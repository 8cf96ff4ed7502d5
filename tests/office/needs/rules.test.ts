import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Money } from '../../../src/base/money/money.ts';
import { fold } from '../../../src/language/index.ts';
import { officeHours, usualHours } from '../../../src/office/law/calendar.ts';
import { checkBudget, deriveBudget } from '../../../src/office/needs/rules/budget.ts';
import {
  canSubmit,
  completeness,
  minimum,
  missingOf,
  type NeedAnswers,
  titleLikeness,
} from '../../../src/office/needs/rules/content.ts';
import { answerBy, canUndo, readFrom } from '../../../src/office/needs/rules/deadlines.ts';
import { isEmergency } from '../../../src/office/needs/rules/emergency.ts';
import { fullPeriod, periodFault } from '../../../src/office/needs/rules/period.ts';

const vnd = (millions: number): Money => ({ minor: BigInt(Math.round(millions * 1e6)), currency: 'VND' });
const day = (text: string) => Temporal.PlainDate.from(text);

const full: NeedAnswers = {
  title: 'Cấp nước sinh hoạt cho 3 bản',
  field: 'water_sanitation',
  objective: '120 hộ có nước sạch quanh năm',
  places: { communes: ['03781'], province: false },
  beneficiaries: [{ count: 120, unit: 'households' }],
  budget: { budget: vnd(800), requested_aid: vnd(700), counterpart: vnd(100) },
  period: { start: day('2027-03-01'), months: 9 },
  contact: { name: 'Thào A Sếnh', phone: '0912000111' },
};

describe('the minimum', () => {
  test('eight answers are enough, and make 60 %', () => {
    expect(canSubmit(full)).toBe(true);
    expect(completeness(full)).toBe(60);
  });
  test.each(minimum)('without %s nothing is submitted', (name) => {
    const { [name]: _, ...rest } = full;
    expect(missingOf(rest)).toEqual([name]);
    expect(completeness(rest)).toBe(52);
  });
  test.each<[string, NeedAnswers]>([
    ['places', { places: { communes: [], province: false, village: '3 bản' } }],
    ['beneficiaries', { beneficiaries: [] }],
    ['budget', { budget: { budget: vnd(800) } }],
    ['period', { period: { months: 9 } }],
    ['contact', { contact: { name: 'Thào A Sếnh' } }],
  ])('half an answer to %s is none', (name, half) => {
    expect(missingOf({ ...full, ...half })).toEqual([name]);
  });
  test('all of it is 100 %', () => {
    const all: NeedAnswers = {
      ...full,
      activities: 'xây bể',
      rationale: 'thiếu nước',
      expected_results: 'có nước',
      aid_kind: 'project',
      priority: 1,
    };
    expect(completeness(all)).toBe(100);
  });
});

describe('the three figures', () => {
  test('the third follows from two, and says so', () => {
    expect(deriveBudget({ budget: vnd(800), requested_aid: vnd(700) })).toMatchObject({
      counterpart: vnd(100),
      derived: 'counterpart',
    });
    expect(deriveBudget({ budget: vnd(2400), counterpart: vnd(400) })).toMatchObject({
      requested_aid: vnd(2000),
      derived: 'requested_aid',
    });
    expect(deriveBudget({ requested_aid: vnd(2000), counterpart: vnd(400) })).toMatchObject({
      budget: vnd(2400),
      derived: 'budget',
    });
  });
  test('that a unit gives nothing is not concluded, it has to be said', () => {
    const all = { budget: vnd(800), requested_aid: vnd(800) };
    expect(deriveBudget(all)).toEqual(all);
    expect(checkBudget(all)).toEqual({ is: 'missing', parts: ['counterpart'] });
    expect(checkBudget({ ...all, counterpart: vnd(0) })).toEqual({ is: 'complete' });
  });
  test('one per cent is let pass, more is asked', () => {
    expect(checkBudget({ budget: vnd(1000), requested_aid: vnd(790), counterpart: vnd(200) }).is).toBe('complete');
    expect(checkBudget({ budget: vnd(1000), requested_aid: vnd(789), counterpart: vnd(200) })).toEqual({
      is: 'sum',
      off: vnd(11),
    });
  });
  test('another source counts', () => {
    expect(checkBudget({ budget: vnd(1000), requested_aid: vnd(700), counterpart: vnd(200), other: vnd(100) }).is).toBe(
      'complete',
    );
  });
  test('currencies are not added up', () => {
    expect(checkBudget({ budget: { minor: 4_000_000n, currency: 'USD' }, counterpart: vnd(100) }).is).toBe(
      'currencies',
    );
  });
  test('what is derived adds up', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(amount, amount, (aid, own) => {
        const money = (minor: bigint): Money => ({ minor, currency: 'VND' });
        for (const two of [
          { budget: money(aid + own), requested_aid: money(aid) },
          { budget: money(aid + own), counterpart: money(own) },
          { requested_aid: money(aid), counterpart: money(own) },
        ]) {
          expect(checkBudget(deriveBudget(two))).toEqual({ is: 'complete' });
        }
      }),
    );
  });
});

describe('the period', () => {
  test('its third part follows from two', () => {
    expect(fullPeriod({ start: day('2027-03-01'), months: 9 }).end.toString()).toBe('2027-11-30');
    expect(fullPeriod({ start: day('2027-03-01'), end: day('2028-02-29') }).months).toBe(12);
  });
  test.each([
    ['backwards', { start: day('2027-11-01'), end: day('2027-03-31') }],
    ['too_long', { months: 61 }],
    ['too_long', { start: day('2027-01-01'), end: day('2033-12-31') }],
    ['length', { start: day('2027-03-01'), end: day('2027-11-30'), months: 12 }],
    [null, { start: day('2027-03-01'), end: day('2027-11-30'), months: 9 }],
  ])('%s', (fault, period) => {
    expect(periodFault(period)).toBe(fault);
  });
});

describe('when', () => {
  const hours = officeHours({ hours: usualHours }, 'Asia/Ho_Chi_Minh');
  const at = (text: string) => Temporal.Instant.from(`${text}+07:00`);
  test('ten working days after a Monday is a Monday', () => {
    expect(answerBy(at('2026-11-23T14:05'), hours, false).toString()).toBe('2026-12-07');
  });
  test('an emergency is answered in three days, Sundays too', () => {
    expect(answerBy(at('2026-11-27T23:50'), hours, true).toString()).toBe('2026-11-30');
  });
  test('what comes on a Friday evening is read on Monday morning', () => {
    expect(readFrom(at('2026-11-27T18:05'), hours)?.toString()).toBe('2026-11-30T00:30:00Z');
    expect(readFrom(at('2026-11-23T14:05'), hours)).toBeNull();
  });
  test('two minutes are two minutes', () => {
    const then = at('2026-11-23T14:05');
    expect(canUndo(then, 120, then.add({ seconds: 120 }))).toBe(true);
    expect(canUndo(then, 120, then.add({ seconds: 121 }))).toBe(false);
  });
});

test.each([
  ['Lũ quét cuốn trôi 12 nhà ở Chiềng Lao, xin hỗ trợ khẩn cấp', true],
  ['lu quet chieng lao troi 12 nha xin ho tro khan', true],
  ['sạt lở vùi lấp 3 nhà ở bản Nà Tra', true],
  ['Cảnh báo sớm lũ quét dựa vào cộng đồng', false],
  ['Phòng, chống thiên tai cho 18 bản ven suối', false],
  ['Cấp nước sinh hoạt cho 3 bản', false],
  ['nâng cấp khẩn trương trạm y tế', false],
])('%s: %s', (text, expected) => {
  expect(isEmergency(fold(text))).toBe(expected);
});

test('titles are alike by their words, not by their order', () => {
  expect(titleLikeness('xay bep an truong mam non chieng so', 'truong mam non chieng so xay bep an')).toBe(1);
  expect(titleLikeness('xay bep an truong mam non', 'cap nuoc sinh hoat')).toBe(0);
});
