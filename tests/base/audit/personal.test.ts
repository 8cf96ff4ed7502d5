import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../src/base/audit/canonical.ts';
import { digest, digestAt, mask, personal, putBack, type TakenOut, takeOut } from '../../../src/base/audit/personal.ts';
import { verify } from '../../../src/base/audit/verify.ts';
import type { Json } from '../../../src/base/json.ts';
import { anyJson, chainOf, fact, keys } from './facts.ts';

const person = '01935678-9123-7456-8123-098765432109';
const taken = (value: Json, subject: string | null = null) => {
  const out: TakenOut[] = [];
  return { row: takeOut(value, '/after', subject, out), out };
};

describe('what is personal', () => {
  const value = {
    state: 'accepted',
    amount: 700,
    unit: '01935678-9123-7456-8123-000000000001',
    fullName: 'Thào A Sếnh',
    contact: { title: 'Chủ tịch', phones: ['0912345678', '+84 212 385 2014'], age: 41, retired: false },
    summary: 'gọi chị Hà 0987 654 321',
    mail: 'thao.a.senh@sonla.gov.vn',
    nothing: null,
  };

  test('is taken out of the row; the rest stays', () => {
    const { row, out } = taken(value);
    const text = JSON.stringify(row);
    for (const clear of ['Sếnh', '345678', '3852014', '654 321', 'thao.a', 'Chủ tịch'])
      expect(text).not.toContain(clear);
    // A digest may hold any two digits by chance.
    expect(text.replaceAll(/"digest":"[^"]*"/g, '')).not.toContain('41');
    expect(row).toMatchObject({
      state: 'accepted',
      amount: 700,
      unit: value.unit,
      fullName: { masked: 'T•••' },
      contact: { phones: [{ masked: '09•• ••• 678' }, { masked: '02•• ••• 014' }], retired: false },
      summary: { masked: 'g•••' },
      mail: { masked: 't•••@sonla.gov.vn' },
      nothing: null,
    });
    expect(out.map((one) => one.path)).toEqual([
      '/after/fullName',
      '/after/contact/title',
      '/after/contact/phones/0',
      '/after/contact/phones/1',
      '/after/contact/age',
      '/after/summary',
      '/after/mail',
    ]);
  });

  test('comes back whole while it is kept, and masked once it is erased', () => {
    const { row, out } = taken(value);
    expect(putBack(row, '/after', new Map(out.map((one) => [one.path, one.value])))).toEqual(value);
    expect(putBack(row, '/after', new Map())).toMatchObject({
      fullName: 'T•••',
      contact: { phones: ['09•• ••• 678', expect.any(String)] },
    });
  });

  test('may be marked where its name does not show it, with the person whose it is', () => {
    const { row, out } = taken({ x: personal('Giàng Thị Dợ', person), y: personal({ deep: 'Mùa' }) }, 'subject');
    expect(row).toMatchObject({ x: { masked: 'G•••' }, y: { deep: { masked: 'M•••' } } });
    expect(out).toMatchObject([
      { path: '/after/x', subject: person, value: 'Giàng Thị Dợ' },
      { path: '/after/y/deep', subject: 'subject' },
    ]);
  });

  test('a member may be called like what an object has of itself', () => {
    const value = JSON.parse('{"__proto__":{"name":"Sếnh"},"toString":"x"}');
    const { row, out } = taken(value);
    expect(JSON.stringify(row)).not.toContain('Sếnh');
    expect(canonical(putBack(row, '/after', new Map(out.map((one) => [one.path, one.value]))))).toBe(canonical(value));
  });

  test('any value at all comes back as it was, but for what the database can not keep', () => {
    fc.assert(
      fc.property(anyJson, fc.boolean(), (json, all) => {
        const { row, out } = taken(all ? { name: json } : json);
        const back = putBack(row, '/after', new Map(out.map((one) => [one.path, one.value])));
        fc.pre(!JSON.stringify(json).includes('$personal'));
        const tidy = (text: string) => text.toWellFormed().replaceAll('\\u0000', '').replaceAll('\0', '');
        expect(canonical(back)).toBe(tidy(canonical(all ? { name: json } : json)));
      }),
    );
  });
});

describe('a digest', () => {
  test('is found at the path of its value, and fits only that value and salt', () => {
    const { row, out } = taken({ 'a/b~c': { name: 'Sếnh' } });
    const [one] = out;
    const at = digestAt({ before: null, after: row }, one!.path);
    expect(one!.path).toBe('/after/a~1b~0c/name');
    expect(at).toBe(digest(one!.salt, 'Sếnh'));
    expect(at).not.toBe(digest(one!.salt, 'Sềnh'));
    expect(at).not.toBe(digest(new Uint8Array(16), 'Sếnh'));
    for (const path of ['/after/x', '/before/name', '/after', '', '/after/a~1b~0c', '/after/__proto__'])
      expect(digestAt({ before: null, after: row }, path)).toBeNull();
  });

  test('differs for the same value twice: rows do not tell that two people share a number', () => {
    const { row } = taken({ phone: '0912345678', mobile: '0912345678' });
    const { phone, mobile } = row as { phone: { digest: string }; mobile: { digest: string } };
    expect(phone.digest).not.toBe(mobile.digest);
  });
});

test('erasing every clear value leaves the chain whole', () => {
  fc.assert(
    fc.property(fc.array(anyJson, { minLength: 1, maxLength: 6 }), (values) => {
      // The clear values lie elsewhere: what is verified never sees them.
      const { rows, head } = chainOf(
        values.map((value) => fact({ after: takeOut({ name: value }, '/after', null, []) })),
      );
      expect(verify(rows, { head }, keys)).toBeNull();
    }),
  );
});

test.each([
  ['0912345678', '09•• ••• 678'],
  ['+84 912 345 678', '09•• ••• 678'],
  ['(0212) 385 2014', '02•• ••• 014'],
  ['ha@sonla.gov.vn', 'h•••@sonla.gov.vn'],
  ['do.thi-ha+sla@ngoaivu.sonla.gov.vn', 'd•••@ngoaivu.sonla.gov.vn'],
  ['.ha@sonla.gov.vn', '.•••@sonla.gov.vn'],
  ['@.@.@. x', '•••'],
  ['Ông Đinh Văn Của', 'Ô•••'],
  ['2026', '•••'],
  ['', '•••'],
])('%j is masked as %j', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test('canonical text does not depend on the order of keys', () => {
  expect(canonical({ b: [1, { d: null, c: true }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":true,"d":null}]}');
  expect(() => canonical(Number.NaN)).toThrow(RangeError);
});
