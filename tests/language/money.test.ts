import { describe, expect, test } from 'vitest';
import { moneyDigits, moneyExact, moneyWords, numberWords } from '../../src/base/money/format.ts';
import { type Currency, currencies, type Money } from '../../src/base/money/money.ts';
import { type MoneyRead, readBudget, readMoney, readNumber } from '../../src/language/index.ts';
import { fc, test as prop } from './property.ts';

const whole = (m: Money) => `${Number(m.minor) / 10 ** currencies[m.currency]} ${m.currency}`;
const show = (r: MoneyRead | null) => {
  if (!r) return null;
  if ('exact' in r) return whole(r.exact);
  return `${r.range.min ? whole(r.range.min) : ''} .. ${r.range.max ? whole(r.range.max) : ''}`.trim();
};

describe('numbers', () => {
  test.each([
    ['một trăm hai mươi', 120],
    ['mot tram hai muoi ho', 120],
    ['hai mươi lăm', 25],
    ['ba mươi mốt', 31],
    ['hai lăm', 25],
    ['một nghìn hai trăm', 1200],
    ['một trăm linh năm', 105],
    ['một trăm hai', 120],
    ['trăm rưỡi', 150],
    ['nghìn rưỡi', 1500],
    ['mười', 10],
    ['mười hai', 12],
    ['ba', 3],
    ['nam', 5],
    ['hai nghìn không trăm hai mươi bảy', 2027],
    ['chín trăm chín mươi chín', 999],
    ['một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy', 1234567],
    ['1.200', 1200],
    ['1,8', 1.8],
    ['1.700.000.000', 1.7e9],
    ['71.800', 71800],
    ['20 000', 20000],
    ['50k', 50000],
    ['5.600 người', 5600],
    ['12 nghìn tỷ', 1.2e13],
    ['khoảng 300 hộ', 300],
    ['khoảng vài trăm', null],
    ['không rõ', null],
    ['thirty', null],
  ] as const)('%s is %s', (text, value) => expect(readNumber(text)).toBe(value));
});

describe('money', () => {
  test.each([
    ['2 tỷ rưỡi', '2500000000 VND'],
    ['khoảng hai tỷ rưỡi', '2500000000 VND'],
    ['1 tỷ 8', '1800000000 VND'],
    ['1 tỉ 8', '1800000000 VND'],
    ['4 tỷ 80 triệu', '4080000000 VND'],
    ['2ty4', '2400000000 VND'],
    ['1ty850', '1850000000 VND'],
    ['500tr', '500000000 VND'],
    ['500 trđ', '500000000 VND'],
    ['1.700.000.000 đ', '1700000000 VND'],
    ['tám trăm triệu', '800000000 VND'],
    ['một tỷ hai trăm triệu đồng', '1200000000 VND'],
    ['nửa tỷ', '500000000 VND'],
    ['2.400 triệu', '2400000000 VND'],
    ['1,665 tỷ', '1665000000 VND'],
    ['1.85 tỷ', '1850000000 VND'],
    ['71.800 USD', '71800 USD'],
    ['50k USD', '50000 USD'],
    ['50 nghìn đô', '50000 USD'],
    ['50 nghin do', '50000 USD'],
    ['USD 30,000', '30000 USD'],
    ['$30k', '30000 USD'],
    ['2 triệu đô', '2000000 USD'],
    ['10.000 euro', '10000 EUR'],
    ['5 triệu yên', '5000000 JPY'],
    ['20 triệu kíp', '20000000 LAK'],
    ['1.5 million USD', '1500000 USD'],
    ['VND 2.4 billion', '2400000000 VND'],
    ['dưới 300 triệu', '.. 300000000 VND'],
    ['từ 500 triệu đến 1 tỷ', '500000000 VND .. 1000000000 VND'],
    ['500-700tr', '500000000 VND .. 700000000 VND'],
    ['tu 1 den 2 ty', '1000000000 VND .. 2000000000 VND'],
    ['1 tỷ trở lên', '1000000000 VND ..'],
    ['không quá 50.000 đô la Mỹ', '.. 50000 USD'],
    ['1 tỷ 3 xã', '1000000000 VND'],
    ['350 triệu ở 3 xã', '350000000 VND'],
    ['350000000', '350000000 VND'],
    ['khoảng vài trăm', null],
    ['khoảng vài trăm triệu', null],
    ['350', null],
    ['9 tháng', null],
    ['0912000111', null],
    ['nhu cầu số 12', null],
    ['27/11/2026', null],
  ] as const)('%s is %s', (text, value) => expect(show(readMoney(text))).toBe(value));
});

describe('budgets', () => {
  const show = (text: string) => {
    const b = readBudget(text);
    return [b.budget, b.requested_aid, b.counterpart]
      .map((m) =>
        m ? `${Number(m.minor) / (m.currency === 'VND' ? 1e6 : 100)}${m.currency === 'VND' ? '' : m.currency}` : '-',
      )
      .join(' ');
  };
  // total, requested, counterpart; million đồng
  test.each([
    ['Tổng 800 triệu, xin tài trợ 700 triệu', '800 700 100'],
    ['2,4 tỷ, đối ứng 400 triệu', '2400 2000 400'],
    ['kp 500 triệu, đối ứng 20%', '500 400 100'],
    ['980 triệu, xin 900', '980 900 80'],
    ['một tỷ hai trăm triệu đồng, xin viện trợ toàn bộ', '1200 1200 0'],
    ['1,5 tỷ, không có đối ứng', '1500 1500 0'],
    ['700tr, dan gop 50tr', '700 650 50'],
    ['Tổng kinh phí 1,5 tỷ đồng, đề nghị viện trợ 1,3 tỷ, đối ứng 200 triệu.', '1500 1300 200'],
    ['Total USD 30,000; grant USD 27,000; counterpart USD 3,000.', '30000USD 27000USD 3000USD'],
    ['khoảng 2 tỷ 4, tỉnh đối ứng 400 triệu', '2400 2000 400'],
    ['xin 700 triệu, đối ứng 100 triệu', '800 700 100'],
    ['2,4 tỷ', '2400 - -'],
    ['sua kp 1ty850 doi ung 10 phan tram', '1850 1665 185'],
    ['kinh phí khoảng vài trăm', '- - -'],
    ['Kinh phí (triệu đồng): tổng 2.400, viện trợ 2.000, đối ứng 400', '2400 2000 400'],
    ['kinh phí đề nghị viện trợ: 700 triệu', '- 700 -'],
    ['Vốn đối ứng: 100 triệu; vốn viện trợ: 700 triệu; tổng vốn: 800 triệu', '800 700 100'],
    ['2ty4 doi ung 400tr', '2400 2000 400'],
    ['kp 800tr đ/ư 100tr', '800 700 100'],
    ['mỗi bể 20 triệu, tổng 400 triệu', '400 - -'],
    ['700 triệu xin tài trợ, 100 triệu đối ứng', '800 700 100'],
    ['tổng kinh phí 45.000 USD (tương đương 1,1 tỷ đồng), đối ứng 5.000 USD', '45000USD 40000USD 5000USD'],
    ['chua co doi ung', '- - -'],
    ['xin viện trợ 100% kinh phí 600 triệu', '600 600 0'],
  ] as const)('%s: %s', (text, figures) => expect(show(text)).toBe(figures));

  const vnd = (million: number): Money => ({ minor: BigInt(million) * 1_000_000n, currency: 'VND' });
  test('a bare amount answers what is missing only when it can be only one', () => {
    expect(readBudget('800 triệu', { requested_aid: vnd(700) })).toEqual({
      budget: vnd(800),
      requested_aid: vnd(700),
      counterpart: vnd(100),
    });
    expect(readBudget('100 triệu', { requested_aid: vnd(700) })).toEqual({
      budget: vnd(800),
      requested_aid: vnd(700),
      counterpart: vnd(100),
    });
    expect(readBudget('700 triệu', { budget: vnd(800) })).toEqual({ budget: vnd(800) });
    expect(readBudget('xin 700 triệu', { budget: vnd(800) })).toEqual({
      budget: vnd(800),
      requested_aid: vnd(700),
      counterpart: vnd(100),
    });
    expect(readBudget('đối ứng 10%', { budget: vnd(800) })).toEqual({
      budget: vnd(800),
      requested_aid: vnd(720),
      counterpart: vnd(80),
    });
  });
});

describe('what is written reads back as the same', () => {
  const money = fc.record({
    minor: fc.bigInt({ min: 1_000_000n, max: 9_000_000_000_000n }),
    currency: fc.constantFrom<Currency>('VND', 'USD', 'EUR', 'JPY', 'AUD'),
  });
  const round = fc.record({
    minor: fc.integer({ min: 1, max: 99_999 }).map((n) => BigInt(n) * 1_000_000n),
    currency: fc.constant<Currency>('VND'),
  });
  for (const lang of ['vi', 'en'] as const) {
    for (const [name, write] of Object.entries({ moneyWords, moneyDigits, moneyExact })) {
      prop(`${name} in ${lang}`, fc.oneof(money, round), (m) => {
        expect(readMoney(write(m, lang))).toEqual({ exact: m });
      });
    }
  }
  prop('numberWords', fc.integer({ min: 0, max: 2_000_000_000 }), (n) => {
    expect(readNumber(numberWords(n, 'vi'))).toBe(n);
  });
});
