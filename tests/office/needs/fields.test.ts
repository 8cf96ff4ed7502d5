import { describe, expect, test } from 'vitest';
import { type Actor, guest } from '../../../src/base/access/access.ts';
import type { Field, FieldContext, Reading } from '../../../src/chat/dialogue/form/types.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import { listsFrom, vocabulary } from '../../../src/language/index.ts';
import { beneficiaries } from '../../../src/office/needs/forms/fields/beneficiaries.ts';
import { budget } from '../../../src/office/needs/forms/fields/budget.ts';
import { contact } from '../../../src/office/needs/forms/fields/contact.ts';
import { fieldOfWork } from '../../../src/office/needs/forms/fields/field-of-work.ts';
import { period } from '../../../src/office/needs/forms/fields/period.ts';
import { places } from '../../../src/office/needs/forms/fields/places.ts';
import { submitNeedForm } from '../../../src/office/needs/forms/submit-need.ts';
import { lists } from '../../../src/office/people/unit-data.ts';

const words = vocabulary(
  listsFrom({
    communes: lists.communes,
    districts: lists.formerDistricts,
    departments: lists.departments,
    formerDepartments: lists.formerDepartments,
    ngos: [],
  }),
);
const senh: Actor = {
  ...guest,
  person: 'p' as never,
  name: 'Thào A Sếnh',
  grants: [{ role: 'focal_point', unit: 'u' as never, standsInFor: null }],
  consent: 'given',
};
const now = Temporal.Instant.from('2026-11-23T07:00:00Z');
const context = <A>(also: Partial<FieldContext<A>> = {}): FieldContext<A> => ({
  lang: 'vi',
  now,
  actor: senh,
  vocabulary: words,
  value: undefined,
  answers: {},
  ...also,
});
const read = <A>(field: Field<A>, text: string, value?: A): Reading<A> =>
  field.read({ kind: 'text', text }, context({ value }));
const ok = <A>(reading: Reading<A>): A => {
  if ('error' in reading) throw new Error(`refused: ${plain(reading.error)}`);
  return reading.ok;
};
const error = (reading: Reading<never>) =>
  'error' in reading ? plain(reading.error) : `taken: ${JSON.stringify(reading.ok)}`;
const shown = <A>(field: Field<A>, text: string, value?: A) => field.show(ok(read(field, text, value)), 'vi');

describe('money', () => {
  test.each([
    ['tổng 2,4 tỷ, đối ứng 400 triệu', 'tổng 2,4 tỷ đồng, đề nghị viện trợ 2 tỷ đồng, đối ứng 400 triệu đồng'],
    ['tong 2 ty 4 doi ung 400tr', 'tổng 2,4 tỷ đồng, đề nghị viện trợ 2 tỷ đồng, đối ứng 400 triệu đồng'],
    ['800 triệu, xin 700', 'tổng 800 triệu đồng, đề nghị viện trợ 700 triệu đồng, đối ứng 100 triệu đồng'],
    ['kp 1ty850 doi ung 10 phan tram', 'tổng 1,85 tỷ đồng, đề nghị viện trợ 1,665 tỷ đồng, đối ứng 185 triệu đồng'],
    ['xin 700 triệu, xã góp 100 triệu', 'tổng 800 triệu đồng, đề nghị viện trợ 700 triệu đồng, đối ứng 100 triệu đồng'],
    ['tổng 20.000 USD, không có đối ứng', 'tổng 20.000 USD, đề nghị viện trợ 20.000 USD, không có đối ứng'],
    ['800tr', 'tổng 800 triệu đồng'],
    ['tổng 800 triệu, xin 800 triệu', 'tổng 800 triệu đồng, đề nghị viện trợ 800 triệu đồng'],
  ])('%s', (text, expected) => {
    expect(shown(budget, text)).toBe(expected);
  });

  test('what is missing of it is asked, and a bare amount answers that', () => {
    const total = ok(read(budget, '800 triệu'));
    expect(budget.complete!(total, {})).toBe(false);
    expect(plain(budget.ask(context({ value: total })))).toMatch(
      /Đã có: tổng 800 triệu đồng\.\nTrong đó đề nghị viện trợ bao nhiêu ạ\?/,
    );
    const both = ok(read(budget, '700tr', total));
    expect(budget.complete!(both, {})).toBe(true);
    expect(both.derived).toBe('counterpart');
  });
  test('no counterpart is a button, never a guess', () => {
    const all = ok(read(budget, 'tổng 800 triệu, xin 800 triệu'));
    expect(budget.complete!(all, {})).toBe(false);
    const [none] = budget.choices!(context({ value: all }));
    expect(none!.label).toBe('Không có đối ứng');
    expect(budget.complete!(none!.value, {})).toBe(true);
    expect(shown(budget, 'không có đối ứng', all)).toMatch(/không có đối ứng$/);
  });
  test('what does not add up is asked with what may be meant', () => {
    const wrong = read(budget, 'tổng 2,4 tỷ, xin 2 tỷ, đối ứng 300 triệu');
    expect(error(wrong as Reading<never>)).toMatch(/còn thiếu 100 triệu đồng/);
    const picks = 'error' in wrong ? wrong.choices! : [];
    expect(picks.map((c) => c.label)).toEqual([
      'Tổng là 2,3 tỷ đồng',
      'Đối ứng là 400 triệu đồng',
      '100 triệu đồng từ nguồn khác',
    ]);
    for (const pick of picks) expect(budget.complete!(pick.value, {}), pick.label).toBe(true);
  });
  test('an amount that hardly can be is read back in words, and counts once somebody says that it is right', () => {
    const answers = { field: 'education', beneficiaries: [{ count: 180, unit: 'students' }] };
    const large = ok(read(budget, 'tổng 25 tỷ, đối ứng 1 tỷ'));
    const c = { ...context({ value: large }), answers };
    expect(budget.complete!(large, answers)).toBe(false);
    expect(plain(budget.ask(c))).toMatch(/25 tỷ đồng \(hai mươi lăm tỷ đồng\)[\s\S]*đúng chưa ạ\?/u);
    const [right, wrong] = budget.choices!(c);
    expect([right!.label, wrong!.label]).toEqual(['Đúng – 25 tỷ đồng', 'Sửa số tiền']);
    expect(budget.complete!(right!.value, answers)).toBe(true);
    expect(budget.load(JSON.parse(JSON.stringify(budget.store(right!.value))))).toEqual(right!.value);
    expect(budget.confirm!(c)).toEqual(right!.value);
    // Another amount has to be looked at anew.
    const other = { ...right!.value, budget: { minor: 26_000_000_000n, currency: 'VND' as const } };
    expect(
      budget.complete!({ ...other, requested_aid: other.budget, counterpart: { minor: 0n, currency: 'VND' } }, answers),
    ).toBe(false);
    // What is typed next is a new total, not the aid within the doubted one.
    const next = budget.read({ kind: 'text', text: '2,5 tỷ' }, { ...c, value: { budget: large.budget! } });
    expect('ok' in next && next.ok).toEqual({ budget: { minor: 2_500_000_000n, currency: 'VND' } });
  });

  test.each(['kinh phí khoảng vài trăm', 'chưa có dự toán cụ thể', 'nhiều'])(
    '%s: not clear, with an example',
    (text) => {
      expect(error(read(budget, text) as Reading<never>)).toMatch(/^Chưa rõ số tiền\..*350 triệu/);
    },
  );
  test('comes back from the store as it was', () => {
    const value = ok(read(budget, 'tổng 2,4 tỷ, đối ứng 400 triệu'));
    expect(budget.load(JSON.parse(JSON.stringify(budget.store(value))))).toEqual(value);
    expect(budget.load({ budget: { minor: '-5', currency: 'VND' } })).toBeUndefined();
    expect(budget.load('800')).toBeUndefined();
  });
});

describe('places', () => {
  test.each([
    ['xã Co Mạ', 'xã Co Mạ'],
    ['co ma, long he', 'xã Co Mạ, xã Long Hẹ'],
    ['phường Mộc Châu', 'phường Mộc Châu'],
    ['toàn tỉnh', 'toàn tỉnh'],
    ['ca tinh', 'toàn tỉnh'],
  ])('%s', (text, expected) => {
    expect(shown(places, text)).toBe(expected);
  });
  test('a name that is no more is written with that of today, and said', () => {
    const old = read(places, 'xã Hua Păng cũ');
    expect(shown(places, 'xã Hua Păng cũ')).toBe('xã Đoàn Kết');
    expect('note' in old && plain(old.note!)).toMatch(/Đoàn Kết/);
  });
  test.each(['chieng hac', 'ở Mai Sơn', 'chiềng chung'])('%s is asked back with buttons that answer it', (text) => {
    const unclear = read(places, text);
    const picks = 'error' in unclear ? (unclear.choices ?? []) : [];
    expect(picks.length).toBeGreaterThan(1);
    for (const pick of picks) {
      expect(places.complete!(pick.value, {})).toBe(true);
      expect(places.load(JSON.parse(JSON.stringify(places.store(pick.value))))).toEqual(pick.value);
    }
  });
  test('what was clear stays while the unclear is asked', () => {
    const unclear = read(places, 'Co Mạ và chieng hac');
    const picks = 'error' in unclear ? (unclear.choices ?? []) : [];
    for (const pick of picks) expect(pick.value.names).toContain('xã Co Mạ');
  });
  test.each(['trên núi', 'abc xyz'])('%s: not found, with an example', (text) => {
    expect(error(read(places, text) as Reading<never>)).toMatch(/Ví dụ: Co Mạ, Long Hẹ/);
  });
});

describe('beneficiaries', () => {
  test.each([
    ['120 hộ', '120 hộ'],
    ['120 ho', '120 hộ'],
    ['một trăm hai mươi hộ', '120 hộ'],
    ['180 hs', '180 học sinh'],
    ['9.500 người', '9.500 người'],
  ])('%s', (text, expected) => {
    expect(shown(beneficiaries, text)).toBe(expected);
  });
  test('without a number it says what is missing', () => {
    expect(error(read(beneficiaries, 'bà con trong bản') as Reading<never>)).toMatch(
      /^Đã đọc “bà con trong bản”.*\nVí dụ: 120 hộ/,
    );
  });
});

describe('period', () => {
  test.each([
    ['9 tháng từ tháng 3/2027', '3/2027 – 11/2027 (9 tháng)'],
    ['tu thang 3/2027 den thang 11/2027', '3/2027 – 11/2027 (9 tháng)'],
    ['từ 2027 đến 2028', '1/2027 – 12/2028 (24 tháng)'],
  ])('%s', (text, expected) => {
    expect(shown(period, text)).toBe(expected);
  });
  test('the other half is asked for', () => {
    const months = ok(read(period, '9 tháng'));
    expect(period.complete!(months, {})).toBe(false);
    expect(plain(period.ask(context({ value: months })))).toMatch(/Đã có: 9 tháng\.\nBắt đầu từ tháng nào ạ\?/);
    expect(shown(period, 'tháng 3/2027', months)).toBe('3/2027 – 11/2027 (9 tháng)');
    const since = ok(read(period, 'từ tháng 3/2027'));
    expect(plain(period.ask(context({ value: since })))).toMatch(/Làm trong bao nhiêu tháng ạ\?/);
    for (const answer of ['9 tháng', '9', 'đến tháng 11/2027', 'thang 11/2027']) {
      expect(shown(period, answer, since), answer).toBe('3/2027 – 11/2027 (9 tháng)');
    }
  });
  test.each([
    ['khi nào có tiền thì làm', /chưa rõ thời gian/],
    ['từ tháng 1/2027 đến tháng 12/2037', /1 đến 60 tháng/],
  ])('%s', (text, expected) => {
    expect(error(read(period, text) as Reading<never>)).toMatch(expected);
  });
});

describe('contact', () => {
  test.each([
    ['Thào A Sếnh, cán bộ văn hóa, 0912 000 111', 'Thào A Sếnh, cán bộ văn hóa, 0912 000 111'],
    ['0912000111', 'Thào A Sếnh, 0912 000 111'],
    ['anh Giàng A Chu sđt 0912.000.222', 'Giàng A Chu, 0912 000 222'],
  ])('%s', (text, expected) => {
    expect(shown(contact, text)).toBe(expected);
  });
  test('a number that an officer types is not taken for the own one', () => {
    const officer: Actor = {
      ...senh,
      name: 'Quàng Văn Minh',
      grants: [{ role: 'officer', unit: null, standsInFor: null }],
    };
    const reading = contact.read({ kind: 'text', text: '0912000111' }, context({ actor: officer }));
    const value = ok(reading);
    expect(contact.complete!(value, {})).toBe(false);
    expect(plain(contact.ask(context({ actor: officer, value })))).toMatch(/^0912 000 111 là của ai ạ\?/);
  });
  test('the own name is offered; then the number is asked', () => {
    const own = contact.propose!(context())!;
    expect(contact.complete!(own, {})).toBe(false);
    expect(shown(contact, '0912 000 111', own)).toBe('Thào A Sếnh, 0912 000 111');
  });
  test.each(['Phó Chủ tịch, 0912 000 018', 'Trưởng bản Nong Vai, 0912 000 018', 'pct phu trach van xa 0912000018'])(
    'whose number is not said is asked, never taken from who types: %s',
    (text) => {
      const value = ok(read(contact, text));
      expect(JSON.stringify(value)).not.toContain('Sếnh');
      expect(value.phone).toBe('0912000018');
    },
  );
  test('a contact is told apart from who types, with the position between name and number', () => {
    expect(ok(read(contact, 'Lò Văn Minh, Phó Chủ tịch, 0912 000 018'))).toEqual({
      name: 'Lò Văn Minh',
      position: 'Phó Chủ tịch',
      phone: '0912000018',
    });
  });
  test('changing a contact that is complete asks for the whole', () => {
    const value = ok(read(contact, 'Lò Văn Minh, 0912 000 018'));
    expect(plain(contact.ask(context({ value })))).toContain('gọi ai ạ?');
    expect(ok(read(contact, 'Vì Thị Hoa, 0987 654 321', value))).toEqual({ name: 'Vì Thị Hoa', phone: '0987654321' });
  });
  test.each(['gọi cho tôi', 'toi', 'cứ liên hệ em nhé', 'call me'])('who writes is meant: %s', (text) => {
    expect(ok(read(contact, text))).toEqual({ name: 'Thào A Sếnh' });
  });
  test('a sentence names nobody, not even the owner of a number', () => {
    expect(error(read(contact, 'Gửi sau nhé', { phone: '0912000111' }) as never)).toContain('Gửi sau nhé');
  });
  test('a contact that the phone shares', () => {
    const reading = contact.read({ kind: 'contact', phone: '+84912000111', own: true }, context());
    expect(contact.show(ok(reading), 'vi')).toBe('Thào A Sếnh, 0912 000 111');
  });
});

describe('field of work', () => {
  test('the likeliest comes first', () => {
    const c = context<never>({ answers: { title: 'Cấp nước sinh hoạt cho 3 bản' } });
    expect(fieldOfWork.choices!(c)[0]).toEqual({ label: 'Nước sạch và vệ sinh', value: 'water_sanitation' });
    expect(fieldOfWork.choices!(c)).toHaveLength(13);
  });
  test.each([
    ['nước sạch', 'water_sanitation'],
    ['nuoc sach', 'water_sanitation'],
    ['giáo dục', 'education'],
    ['y te', 'health'],
    ['Nước sạch và vệ sinh', 'water_sanitation'],
  ])('%s', (text, expected) => {
    expect(ok(read(fieldOfWork, text))).toBe(expected);
  });
  test('what is none of them gets all as buttons', () => {
    const none = read(fieldOfWork, 'cái hôm trước');
    expect('error' in none && none.choices).toHaveLength(13);
  });
});

describe('free text', () => {
  const title = submitNeedForm.fields['title']!;
  test('too short, too long, and a whole letter: each says what is right', () => {
    expect(error(read(title, 'nước') as Reading<never>)).toMatch(/^Đã đọc “nước”, còn ngắn quá/);
    expect(error(read(title, 'a b '.repeat(100)) as Reading<never>)).toMatch(/dài 399 ký tự/);
    expect(
      error(
        read(
          title,
          'Kính gửi Sở, xã cần nước sạch cho 3 bản, tổng 800 triệu, xin 700 triệu, làm từ tháng 3',
        ) as Reading<never>,
      ),
    ).toMatch(/nhiều ý/);
  });
  test('is kept as it was typed, blanks put in order', () => {
    expect(ok(read(title, '  Cấp   nước sinh hoạt \n cho 3 bản '))).toBe('Cấp nước sinh hoạt\ncho 3 bản');
  });
});
