import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHeader } from '../../src/base/backup/read.ts';
import { openStore, type Store } from '../../src/base/database/store.ts';
import { newId } from '../../src/base/ids.ts';
import { keyring } from '../../src/base/secrets/keyring.ts';
import { auditAppender } from '../../src/chat/kernel/audit.ts';
import { type Answer, type ServiceParts, UsageError } from '../../src/cli/command.ts';
import { restore } from '../../src/cli/commands/restore.ts';
import { runCommand } from '../../src/cli/commands.ts';
import { readConfig } from '../../src/config.ts';
import { readNames } from '../../src/office/names.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { type TestKernel, testKernel } from '../support/kernel.ts';

const key = new Uint8Array(32).fill(7);
const keys = keyring(key);
const folder = mkdtempSync(join(tmpdir(), 'commands-'));

let store: Store;
let drop: () => Promise<void>;
let kernel: TestKernel;
let parts: ServiceParts;

beforeAll(async () => {
  const fresh = await freshFolder();
  drop = fresh.drop;
  writeFileSync(join(fresh.dataDir, 'secret.key'), `${Buffer.from(key).toString('base64')}\n`, { mode: 0o600 });
  store = await openStore({ dataDir: fresh.dataDir }, Temporal.Instant.from('2026-11-23T07:00:00Z'));
  kernel = await testKernel(store, [], { audit: auditAppender(keys) });
  const names = await readNames(store);
  parts = {
    store,
    keys,
    clock: kernel.clock,
    config: readConfig({ DATA_DIR: fresh.dataDir, BACKUP_DIR: join(folder, 'backups'), BACKUP_KEEP: '2' }, () => ''),
    write: kernel.kernel.write,
    depth: kernel.kernel.depth,
    vocabulary: names.current,
    parts: () => ({
      database: { needed: true, state: () => ({ ok: true, says: 'answers' }) },
      telegram: { needed: false, state: () => ({ ok: false, says: 'does not answer', since: kernel.clock.now() }) },
    }),
    telegram: null,
    flows: [],
    url: 'http://127.0.0.1:3000',
    startedAt: kernel.clock.now(),
  };
  // Units are asked for by name, so that the snapshot must follow the import.
  await run('units import');
  await names.refresh();
});
afterAll(async () => {
  await kernel?.stop();
  await store?.close();
  await drop?.();
  rmSync(folder, { recursive: true, force: true });
});

const run = (command: string, ...args: string[]): Promise<Answer> => runCommand(parts)({ command, args, cwd: folder });
const text = async (command: string, ...args: string[]) => (await run(command, ...args)).text;
const count = (sql: string) => store.aside(async (on) => (await on.unsafe<{ n: number }[]>(sql))[0]!.n);

describe('invite', () => {
  test.each([
    [['sở y tế', 'focal_point', 'Lò Văn Minh'], 'focal_point, Sở Y tế, Lò Văn Minh'],
    [['so y te', 'đầu mối'], 'focal_point, Sở Y tế'],
    [['SYT', 'unit_approver'], 'unit_approver, Sở Y tế'],
    [['unit=xã Co Mạ', 'role=cán bộ đầu mối', 'name=Mùa A Sếnh'], 'focal_point, UBND xã Co Mạ, Mùa A Sếnh'],
    [['--unit', 'sở tài chính', '--role', 'focal-point', 'Cầm Thị Hoa'], 'focal_point, Sở Tài chính, Cầm Thị Hoa'],
    [['officer', 'Quàng Văn Minh'], 'officer, Sở Ngoại vụ, Quàng Văn Minh'],
    [['chuyên viên'], 'officer, Sở Ngoại vụ'],
    [['sở y tế', 'focal_point', 'uses=20', 'days=30'], 'focal_point, Sở Y tế'],
  ])('%j', async (args, who) => {
    const answer = await run('invite', ...args);
    expect(answer.ok, answer.text).toBe(true);
    const [first, until, link] = answer.text.split('\n');
    const [, code] = /^([0-9A-Z]{4}-[0-9A-Z]{4}) {3}(.*)$/.exec(first!)!;
    expect(first).toContain(who);
    expect(until).toMatch(/^Good until \w+, \d+ \w+ 2026, for (one person|20 people)\. It is shown only now\.$/);
    expect(link).toBe(`Type it to the bot, or open http://127.0.0.1:3000/vao/${code}`);
  });

  test.each([
    [[], /Say for whom/],
    [['sở y tế'], /Say for whom/],
    [['focal_point'], /belongs to a unit/],
    [['sở y tế', 'boss'], /Say for whom/],
    [['sở y tế', 'role=boss'], /"boss" is no role/],
    [['sở ma thuật', 'focal_point'], /No unit is called|Several units/],
    [['chieng hac', 'focal_point'], /Several units fit|UBND/],
    [['sở y tế', 'focal_point', 'A', 'B'], /What is "B"\?/],
    [['sở y tế', 'focal_point', 'days=0'], /days is "0"/],
    [['sở y tế', 'focal_point', 'uses=many'], /uses is "many"/],
    [['sở y tế', 'focal_point', 'usse=2'], /was uses meant/],
    [['sở y tế', 'focal_point', '--days'], /needs a value/],
  ])('%j is explained', async (args, reason) => {
    const before = await count('select count(*)::int as n from invite');
    await run('invite', ...args).then(
      (answer) => expect(answer.text).toMatch(reason),
      (error) => {
        expect(error).toBeInstanceOf(UsageError);
        expect(error.message).toMatch(reason);
      },
    );
    if (args.length > 0 && !/Hặc|hac/.test(args[0]!)) {
      expect(await count('select count(*)::int as n from invite')).toBe(before);
    }
  });
});

describe('office set', () => {
  const all = [
    'name_vi=Sở Ngoại vụ tỉnh Sơn La',
    'name_en=Department of Foreign Affairs of Sơn La',
    'province_vi=tỉnh Sơn La',
    'province_en=Sơn La province',
    'address=Phường Tô Hiệu',
    'phone=0212 3xxx xxx',
    'email=snv@example.vn',
    'data_officer=Lò Thị Hoa',
    'data_officer_phone=0212 3xxx xxx',
  ];

  test('the first time it wants everything, and says what is missing', async () => {
    expect(await run('office set')).toMatchObject({ ok: false, text: expect.stringContaining('has not been set') });
    await expect(run('office set', ...all)).rejects.toThrow('Still missing: duty_phone.');
    const set = await run('office set', ...all, 'duty_phone=0900 xxx xxx');
    expect(set.ok).toBe(true);
    expect(set.text).toContain('hours=1-5 07:30-11:30,13:30-17:00');
    expect(set.text).toContain('symbol=SNgV');
  });

  test('afterwards one value at a time', async () => {
    const set = await text('office set', 'phone=0212 1xxx xxx', 'hours=1-6 08:00-12:00');
    expect(set).toContain('phone=0212 1xxx xxx');
    expect(set).toContain('hours=1-6 08:00-12:00');
    expect(set).toContain('name_vi=Sở Ngoại vụ tỉnh Sơn La');
    expect(await text('office set')).toBe(set);
  });

  test.each([
    '1-5 7:30-11:30',
    '1-5',
    '5-1 07:30-11:30',
    '1-5 11:30-07:30',
    '1-8 07:30-11:30',
    'Mon 07:30-11:30',
    '1-5 25:00-26:00',
  ])('hours=%s is refused with an example', async (hours) => {
    await expect(run('office set', `hours=${hours}`)).rejects.toThrow(/must be like "1-5 07:30-11:30,13:30-17:00"/);
  });

  test('a key that there is none, a value without a key', async () => {
    await expect(run('office set', 'fone=1')).rejects.toThrow(/was phone meant/);
    await expect(run('office set', 'phone')).rejects.toThrow(/KEY=VALUE/);
  });
});

describe('audit verify', () => {
  test('what commands did stands in the log, and the log is whole', async () => {
    const answer = await run('audit verify');
    expect(answer.ok).toBe(true);
    const [, rows, head] = /^The log is whole: (\d+) rows\.\nKeep its head elsewhere: (\S+)$/.exec(answer.text)!;
    expect(Number(rows)).toBeGreaterThan(8);
    expect(await run('audit verify', head!)).toMatchObject({ ok: true });
    await expect(run('audit verify', 'nonsense')).rejects.toThrow(/neither a head/);
  });

  test('a row that somebody changed is named', async () => {
    await store.aside((sql) => sql`update audit_event set action = 'office.sot' where action = 'office.set'`);
    const answer = await run('audit verify');
    expect(answer).toMatchObject({
      ok: false,
      text: expect.stringMatching(/^The log is NOT whole \(changed, row \d+\)/),
    });
    await store.aside((sql) => sql`update audit_event set action = 'office.set' where action = 'office.sot'`);
    expect(await run('audit verify')).toMatchObject({ ok: true });
  });
});

describe('backup and restore', () => {
  test('a file where it was asked for; the key is said not to be in it', async () => {
    const answer = await run('backup', 'by-hand.gz');
    expect(answer.ok).toBe(true);
    expect(answer.text).toContain(`${join(folder, 'by-hand.gz')}: `);
    expect(answer.text).toContain(`SECRET_KEY is not in it (the store uses the key ${keys.keyId})`);
    expect((await readHeader(join(folder, 'by-hand.gz'))).keyId).toBe(keys.keyId);
    await expect(run('backup', 'a', 'b')).rejects.toThrow('One file at most');
  });

  test('without a file: into BACKUP_DIR, keeping BACKUP_KEEP', async () => {
    for (let i = 0; i < 3; i++) {
      kernel.clock.advance({ minutes: 1 });
      await run('backup');
    }
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2);
  });

  test('comes back into an empty folder, and tells which key it needs', async () => {
    const dataDir = join(folder, 'restored');
    const config = readConfig({ DATA_DIR: dataDir }, () => '');
    const call = { args: ['by-hand.gz'], cwd: folder };
    const answer = await restore(config, kernel.clock.now(), call);
    expect(answer).toMatchObject({ ok: true, text: expect.stringMatching(/^Restored: \d+ tables, [\d,]+ rows/) });
    expect(answer.text).toContain(`SECRET_KEY is not there: the store was sealed with the key ${keys.keyId}`);
    await expect(restore(config, kernel.clock.now(), call)).rejects.toThrow(/not empty/);
    await expect(restore(config, kernel.clock.now(), { args: [], cwd: folder })).rejects.toThrow(/Which file/);
    const right = readConfig(
      { DATA_DIR: join(folder, 'again'), SECRET_KEY: Buffer.from(key).toString('hex') },
      () => '',
    );
    expect((await restore(right, kernel.clock.now(), call)).text).toContain('SECRET_KEY is the right one');
  });
});

describe('doctor', () => {
  test('what is well, and what is worth knowing', async () => {
    const answer = await run('doctor');
    expect(answer.text).toMatch(/ {2}ok {3}service +process \d+ for .*, Node 26/);
    expect(answer.text).toMatch(/ {2}ok {3}store +pglite, schema public, real data, \d+ migrations/);
    expect(answer.text).toMatch(/ {2}! {4}telegram +does not answer \(for less than a minute\)/);
    expect(answer.text).toMatch(/ {2}ok {3}deliveries +no delivery waits/);
    expect(answer.text).toMatch(/ {2}ok {3}parked +no message was given up/);
    expect(answer.text).toMatch(/SECRET_KEY +in .*secret\.key, key [0-9a-f]{8}/);
    expect(answer.text).toMatch(/backup +.*nhip-cau-\d+T\d+Z\.backup\.gz/);
    expect(answer.text).toMatch(/disk +[\d.]+ [MG]B free/);
    expect(answer.ok, answer.text).toBe(true);
  });

  test('what is stuck, given up or failed is a fault with its code', async () => {
    const now = kernel.clock.now();
    const before = now.subtract({ hours: 3 }).toString();
    await store.aside(async (sql) => {
      const id = () => newId(now.epochMilliseconds);
      const [message, chat] = [id(), id()];
      await sql`insert into message (id, chat_id, direction, at, content) values (${message}, ${chat}, 'out', ${before}, '{}')`;
      await sql`insert into delivery (message_id, chat_id, state, attempts) values (${message}, ${chat}, 'queued', 0)`;
      await sql`insert into inbox (account_id, key, at, state, attempts, event, error, code)
        values (${kernel.account}, 'k', ${before}, 'parked', 3, '{}', ${'TypeError: no such thing\n  at x'}, 'P-7K2M')`;
      await sql`insert into task (id, kind, args, due, state, attempts, error, created_at)
        values (${id()}, 'export', '{}', ${before}, 'failed', 6, 'disk full', ${before})`;
    });
    const answer = await run('doctor');
    expect(answer.ok).toBe(false);
    expect(answer.text).toMatch(/FAULT {2}deliveries +1 delivery waits, the oldest for 3 hours/);
    expect(answer.text).toMatch(/FAULT {2}parked +1 given up, the last within a day/);
    expect(answer.text).toMatch(/P-7K2M {2}.* {2}telegram {2}TypeError: no such thing\n/);
    expect(answer.text).toMatch(/export: 1, last: disk full/);
    expect(answer.text).toMatch(/2 faults, \d+ notes\.$/);
  });

  test('a database that does not answer is said, and not asked further', async () => {
    const answer = await runCommand({
      ...parts,
      parts: () => ({ database: { needed: true, state: () => ({ ok: false, says: 'does not answer' }) } }),
    })({ command: 'doctor', args: [], cwd: folder });
    expect(answer.text).toMatch(/FAULT {2}database +does not answer/);
    expect(answer.text).not.toContain('deliveries');
  });
});

test('a command that the service does not know', async () => {
  expect(await run('explode')).toEqual({ ok: false, text: 'The service knows no command "explode".' });
});

describe('partners import', () => {
  const csv = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));

  test('a dry run names every row and writes nothing', async () => {
    csv(
      'ngo.csv',
      'Tên tổ chức;Quốc gia;Ngày hết hạn',
      'Highland Clean Water Trust;Mỹ;',
      'Hope For Hills;Wakanda;31/02/2027',
    );
    const { ok, text } = await run('partners import', 'ngo.csv', '--dry-run');
    expect(ok).toBe(false);
    expect(text).toContain('1 new, 0 changed, 0 unchanged, 1 wrong');
    expect(text).toContain(
      '3 | Hope For Hills | sai | Quốc gia/vùng lãnh thổ: chưa rõ nước "Wakanda"; Ngày hết hạn: không có ngày "31/02/2027"',
    );
    expect(await count('select count(*)::int as n from partner')).toBe(0);
  });

  test('one wrong row keeps the file out; a good one is written as a whole, and the second time changes nothing', async () => {
    expect((await run('partners import', 'ngo.csv')).ok).toBe(false);
    expect(await count('select count(*)::int as n from partner')).toBe(0);
    csv('ngo.csv', 'Tên tổ chức;Quốc gia', 'Highland Clean Water Trust;Mỹ', 'Hope For Hills;Pháp');
    expect(await text('partners import', 'ngo.csv', '--dry-run')).toContain('Nothing was written (--dry-run).');
    expect(await text('partners import', 'ngo.csv')).toContain('Written: 2 new, 0 changed');
    expect(await count('select count(*)::int as n from partner')).toBe(2);
    expect(await text('partners import', 'ngo.csv')).toContain('nothing to write');
  });

  test('the template is a workbook that imports as an empty register; it replaces no file', async () => {
    expect((await run('partners template', 'mau.xlsx')).ok).toBe(true);
    expect(await text('partners import', 'mau.xlsx', '--dry-run')).toContain('no organisation under the heading');
    await expect(run('partners template', 'mau.xlsx')).rejects.toThrow(UsageError);
  });

  test('what is no table, or is not there, is said plainly', async () => {
    await expect(run('partners import', 'none.xlsx')).rejects.toThrow('There is no file');
    writeFileSync(join(folder, 'x.csv'), '<html>');
    await expect(run('partners import', 'x.csv')).rejects.toThrow('is no XLSX or CSV file');
  });
});
