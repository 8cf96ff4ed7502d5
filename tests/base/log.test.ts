import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { type Log, type LogLevel, logger } from '../../src/base/log.ts';
import { Secret } from '../../src/base/secrets/secret.ts';

/** What a logger really writes. */
function lines(write: (log: Log) => void, level: LogLevel = 'debug'): string[] {
  const out: string[] = [];
  write(logger(level, { write: (line) => void out.push(line) }));
  return out;
}
const line = (write: (log: Log) => void) => {
  const all = lines(write);
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(/\n$/);
  return JSON.parse(all[0]!);
};

describe('a line', () => {
  test('is JSON with level, time, message and fields', () => {
    const of = line((log) => log.child({ part: 'dispatcher' }).info({ count: 3, ok: true, none: null }, 'sent'));
    expect(of).toMatchObject({ level: 'info', part: 'dispatcher', count: 3, ok: true, none: null, msg: 'sent' });
    expect(of.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test('below the level is not written', () => {
    expect(lines((log) => log.info('x'), 'warn')).toEqual([]);
    expect(lines((log) => log.fatal('x'), 'silent')).toEqual([]);
  });

  test('shows moments, big numbers and sets, no bytes', () => {
    const of = line((log) =>
      log.info({
        at: Temporal.Instant.from('2026-11-24T01:00:00Z'),
        seq: 9007199254740993n,
        some: new Set([1]),
        bytes: new Uint8Array(5),
      }),
    );
    expect(of).toMatchObject({ at: '2026-11-24T01:00:00Z', seq: '9007199254740993', some: [1], bytes: '[5 bytes]' });
  });
});

describe('never shown', () => {
  const phones = [
    '0912345678',
    '0912 345 678',
    '091.234.5678',
    '09-1234-5678',
    '+84912345678',
    '+84 912 345 678',
    '(+84) 912 345 678',
    '84912345678',
    '0084912345678',
    '0212 3852 014',
    '(0212) 3852014',
    '02123852014',
    '01234567890',
    '+1 202 555 0143',
    '+856 20 5551 2345',
  ];
  test.each(phones)('the phone number %s, in a message, a field, a name, a list, a child', (phone) => {
    const all = lines((log) => {
      log.info(`gọi ${phone}, gấp`);
      log.info({ to: phone, list: [{ x: `tel:${phone}` }], [phone]: 1 }, 'x');
      log.child({ who: phone }).warn('x %s %o', phone, { a: phone });
      log.error(new Error(`no chat for ${phone}`));
    }).join('');
    const digits = phone.replace(/\D/g, '');
    expect(all.replace(/"(?:pid|time)":[^,]+/g, '').replace(/[^\d\n"]/g, '')).not.toContain(digits.slice(2));
    expect(all).not.toContain(phone);
    expect(all).toContain('••');
  });

  test('a phone number that is a number', () => {
    expect(line((log) => log.info({ to: 84912345678 })).to).toBe('09•• ••• 678');
  });

  test('what only looks like one stays', () => {
    const kept = {
      id: '01935678-9123-7456-8123-098765432109',
      took: 1732412345678,
      code: 'NC-2026-0042',
      money: '2.400.000.000 đồng',
      day: '27/11/2026 16:00',
      hash: '0912345678abcdef0912345678abcdef0912345678abcdef0912345678abcdef',
      port: 3000,
    };
    expect(line((log) => log.info(kept))).toMatchObject(kept);
  });

  test('tokens, cookies, passwords, wherever they stand', () => {
    const token = '123456789:AAE-hunter2-hunter2-hunter2-hunter2';
    const zalo = `${'hunter2_'.repeat(20)}`;
    const all = lines((log) => {
      log.info({
        headers: { cookie: 'sid=hunter2', Authorization: 'Bearer hunter2hunter2', 'set-cookie': ['a=hunter2'] },
      });
      log.info({
        access_token: 'hunter2',
        refreshToken: 'hunter2',
        app_secret: 'hunter2',
        TELEGRAM_BOT_TOKEN: 'hunter2',
      });
      log.info(`POST https://api.telegram.org/bot${token}/sendMessage failed`);
      log.info('connect postgres://nhipcau:hunter2@db:5432/x');
      log.info('GET /callback?code=hunter2&oa_id=1&access_token=hunter2');
      log.info(`header authorization: Bearer ${zalo}`);
      log.info({ odd: zalo, deep: { deeper: { deepest: { password: 'hunter2' } } } });
      log.child({ token: 'hunter2' }).info('x');
      log.info({ key: new Secret('hunter2') });
    }).join('');
    expect(all).not.toContain('hunter2');
    expect(all).toContain('oa_id=1');
    expect(all).toContain('@db:5432/x');
  });

  test('what people wrote', () => {
    const all = lines((log) => {
      log.info({ inbound: { key: 'k', input: { kind: 'text', text: 'xin nước sạch' } } }, 'parked');
      log.info({
        text: 'xin nước sạch',
        caption: 'xin nước sạch',
        answers: { title: 'xin nước sạch' },
        body: 'xin nước sạch',
      });
      log.info({
        say: { text: [{ tag: 'text', text: 'xin nước sạch' }] },
        content: 'xin nước sạch',
        before: ['xin nước sạch'],
      });
    }).join('');
    expect(all).not.toContain('xin nước sạch');
    expect(all).toContain('"key":"k"');
  });

  test('mail addresses', () => {
    expect(line((log) => log.info('550 thao.a.senh@sonla.gov.vn unknown')).msg).toBe('550 t•••@sonla.gov.vn unknown');
  });
});

describe('errors', () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "person_phone"'), {
    name: 'PostgresError',
    code: '23505',
    constraint_name: 'person_phone',
    table_name: 'person',
    detail: 'Key (name)=(Thào A Sếnh) already exists.',
    query: 'insert …',
  });
  const query = new DrizzleQueryError('insert into person values ($1)', ['Thào A Sếnh'], refused);

  test.each<[string, (log: Log) => void]>([
    ['alone', (log) => log.error(query)],
    ['as err', (log) => log.error({ err: query })],
    ['as err with a message', (log) => log.error({ err: query }, 'unit failed')],
    ['with a message', (log) => log.error(query, 'unit failed')],
    ['under another name, deep', (log) => log.error({ a: { b: [query] } }, 'unit failed')],
    ['as a cause', (log) => log.error(new Error('unit failed', { cause: query }))],
    ['among others', (log) => log.error(new AggregateError([query], 'unit failed'))],
    ['interpolated', (log) => log.error('unit failed: %o', query)],
    ['as a binding', (log) => log.child({ err: query }).error('unit failed')],
  ])('a failed query shows its cause without values: %s', (_, write) => {
    const all = lines(write).join('');
    expect(all).toContain('23505');
    expect(all).toContain('violates unique constraint');
    expect(all).not.toContain('Sếnh');
    expect(all).not.toContain('insert');
  });

  test('a bad value is not quoted', () => {
    const bad = Object.assign(new Error('invalid input syntax for type uuid: "Thào A Sếnh"'), { code: '22P02' });
    expect(lines((log) => log.error(bad)).join('')).not.toContain('Sếnh');
  });

  test('keep type, message, frames and causes', () => {
    const of = line((log) => log.error(new TypeError('odd', { cause: new RangeError('deep') })));
    expect(of).toMatchObject({
      msg: 'odd',
      err: { type: 'TypeError', cause: { type: 'RangeError', message: 'deep' } },
    });
    expect(of.err.stack).toMatch(/^\s+at .*log\.test\.ts/m);
    expect(of.err.stack).not.toContain('odd');
  });

  test('a ring of causes ends', () => {
    const one = new Error('one');
    one.cause = one;
    expect(lines((log) => log.error(one))).toHaveLength(1);
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    expect(lines((log) => log.info({ ring }))[0]).toContain('[deep]');
  });
});
