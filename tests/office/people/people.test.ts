import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guest } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import type { Turn } from '../../../src/chat/dialogue/types.ts';
import { demoOffice } from '../../../src/demo/people.ts';
import { access } from '../../../src/office/people/access.ts';
import { lookUpPhone, setOffice } from '../../../src/office/people/commands.ts';
import { withdrawConsent } from '../../../src/office/people/consents.ts';
import { consentWord, languageOf, privacyWish, readFullName } from '../../../src/office/people/gate/words.ts';
import { helper } from '../../../src/office/people/helper.ts';
import { identifier } from '../../../src/office/people/identify.ts';
import { codeIn, createInvite } from '../../../src/office/people/invites.ts';
import { linkIdentity } from '../../../src/office/people/linking.ts';
import { e164, nationalForm } from '../../../src/office/people/phone.ts';
import { called, givenName, mainRole } from '../../../src/office/people/rules.ts';
import {
  allOfficers,
  officerInCharge,
  peopleOfUnit,
  peopleSeen,
  readOffice,
} from '../../../src/office/people/store.ts';
import { importUnits, vocabularyLists } from '../../../src/office/people/units.ts';
import { keys, start, type World, world } from './world.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

describe('units', () => {
  test('102 of them, imported once', async () => {
    const again = await w.work((work) => importUnits(work));
    expect(again).toMatchObject({ ok: true, made: 0 });
    expect(w.people.units.size).toBe(102);
    expect(await w.work((work) => importUnits(work), { actor: w.people.senh.actor })).toMatchObject({ ok: false });
  });

  test('their names and the places are the language’s vocabulary', async () => {
    const lists = await w.store.read((reads) => vocabularyLists(reads));
    expect(lists.places).toHaveLength(75);
    expect(lists.districts).toHaveLength(12);
    expect(lists.oldPlaces.find((p) => p.name === 'Chiềng Ly')?.now).toBe('03721');
    const coMa = lists.units.find((u) => u.code === '03781');
    expect(coMa).toMatchObject({ id: w.people.units.get('03781'), name: 'UBND xã Co Mạ', kind: 'commune' });
    expect(lists.units.find((u) => u.code === '03646')?.name).toBe('UBND phường Tô Hiệu');
    expect(lists.splitUnits[0]?.successors).toContain(w.people.units.get('SYT'));
  });
});

describe('who acts', () => {
  const account = newId<'account'>(start.epochMilliseconds);
  const identify = (at: Temporal.Instant, ...external: string[]) =>
    w.store.exclusive((sql) =>
      identifier({ now: () => at })(
        sql,
        external.map((one) => ({ account, external: one })),
      ),
    );
  const actors = async (at: Temporal.Instant, ...external: string[]) =>
    (await identify(at, ...external)).map((one) => one.actor);

  test('answers in the order that was asked, guests where nobody is linked', async () => {
    await w.work((work) => linkIdentity(work, { account, external: 'senh' }, w.people.senh.id));
    await w.work((work) => linkIdentity(work, { account, external: 'minh' }, w.people.minh.id));
    const found = await actors(start, 'nobody', 'minh', 'senh', 'minh');
    expect(found[0]).toEqual(guest);
    expect(found.map((a) => a.name)).toEqual([null, 'Quàng Văn Minh', 'Thào A Sếnh', 'Quàng Văn Minh']);
    expect(found[2]).toEqual(w.people.senh.actor);
    expect(await identify(start)).toEqual([]);
  });

  test('a grant counts from its first to before its last moment; who has left is a guest', async () => {
    const person = w.people.approver.id;
    await w.work((work) => linkIdentity(work, { account, external: 'thoan' }, person));
    const until = start.add({ hours: 1 });
    await w.store.aside((sql) => sql`update role_grant set valid_to = ${until.toString()} where person_id = ${person}`);
    expect((await actors(start, 'thoan'))[0]?.grants).toHaveLength(1);
    expect((await actors(until, 'thoan'))[0]?.grants).toEqual([]);
    const before = start.subtract({ seconds: 1 });
    expect((await actors(before, 'thoan'))[0]?.grants).toEqual([]);
    // When that changes without anybody's doing.
    expect((await identify(before, 'thoan'))[0]?.until).toEqual(start);
    expect((await identify(start, 'thoan'))[0]?.until).toEqual(until);
    expect((await identify(until, 'thoan'))[0]?.until).toBeNull();
    await w.store.aside((sql) => sql`update person set active = false where id = ${person}`);
    expect((await actors(start, 'thoan'))[0]).toEqual(guest);
  });

  test('text that is no account is a guest, whatever it holds', async () => {
    expect((await actors(start, `'"\\{},; drop table person --`))[0]).toEqual(guest);
  });
});

describe('people', () => {
  test('the officer in charge and the people of a unit are found', async () => {
    const unit = w.people.units.get('03781')!;
    await w.store.read(async (reads) => {
      expect((await officerInCharge(reads, unit))?.id).toBe(w.people.minh.id);
      expect((await peopleOfUnit(reads, unit, start)).map((p) => p.name)).toEqual(['Thào A Sếnh']);
      expect((await allOfficers(reads, start)).map((p) => p.person)).toContain(w.people.ha.id);
      expect((await officerInCharge(reads, w.people.units.get('SYT')!))?.name).toBe('Nguyễn Thị Thu Hà');
    });
  });

  test('whoever withdrew their consent is told nothing', async () => {
    const unit = w.people.units.get('SXD')!;
    const told = () => w.store.read((reads) => peopleOfUnit(reads, unit, start));
    expect(await told()).toHaveLength(1);
    await w.work((work) => withdrawConsent(work), { actor: w.people.focalPoints.get('SXD')!.actor });
    expect(await told()).toHaveLength(0);
  });

  test('the officer is named to units, the division to everybody else', async () => {
    const ask = (actor: typeof guest) =>
      w.work((work) => helper({ ...work, lang: 'vi' } as unknown as Turn), { actor });
    expect(await ask(w.people.senh.actor)).toEqual({ name: 'anh Quàng Văn Minh', phone: '0212 3000 111' });
    expect(await ask(guest)).toEqual({ name: 'Phòng Hợp tác quốc tế, Sở Ngoại vụ', phone: '0212 3000 100' });
  });

  test('a phone number is sealed; an officer opens it, which is logged, a focal point may not', async () => {
    const of = w.people.senh.id;
    const [row] = await w.store.aside((sql) => sql`select phone_sealed from person where id = ${of}`);
    expect(Buffer.from(row!['phone_sealed']).toString('latin1')).not.toContain('900000');
    w.audits.length = 0;
    const by = (actor: typeof guest) => w.work((work) => lookUpPhone(work, keys, of), { actor });
    expect(await by(w.people.focalPoints.get('SYT')!.actor)).toMatchObject({ ok: false });
    expect(await by(w.people.admin.actor)).toMatchObject({ ok: false });
    expect(w.audits).toEqual([]);
    const found = await by(w.people.minh.actor);
    expect(found.ok && found.phone).toMatch(/^\+84900000\d{3}$/);
    expect(w.audits.map((a) => a.action)).toEqual(['people.contacts']);
  });

  test('a list of people returns what its scope allows', async () => {
    const seen = (actor: typeof guest) => w.store.read((reads) => peopleSeen(reads, access.scope(actor, 'people.see')));
    expect((await seen(w.people.minh.actor)).length).toBeGreaterThan(20);
    expect(await seen(w.people.senh.actor)).toEqual([]);
    const unit = w.people.approver.actor;
    expect((await seen(unit)).every((p) => p.unit === w.people.units.get('04246'))).toBe(true);
  });

  test('the office is one row; only the admin sets it', async () => {
    expect(await w.work((work) => setOffice(work, demoOffice), { actor: w.people.director.actor })).toMatchObject({
      ok: false,
    });
    await w.work((work) => setOffice(work, { ...demoOffice, phone: '0212 3000 999' }), { actor: w.people.admin.actor });
    expect((await w.store.read((reads) => readOffice(reads)))?.phone).toBe('0212 3000 999');
    await w.work((work) => setOffice(work, demoOffice));
  });

  test('codes are made by who may, kept as a hash only', async () => {
    const unit = w.people.units.get('03781')!;
    const make = (actor: typeof guest) =>
      w.work((work) => createInvite(work, keys, { unit, role: 'focal_point', days: 7 }), { actor });
    expect(await make(w.people.senh.actor)).toMatchObject({ ok: false });
    expect(await make(guest)).toMatchObject({ ok: false });
    const made = await make(w.people.minh.actor);
    if (!made.ok) throw new Error();
    const dump = await w.store.aside((sql) => sql`select * from invite`);
    expect(JSON.stringify(dump)).not.toContain(made.code.slice(0, 4));
    const another = { unit, role: 'focal_point', days: 1, person: w.people.ha.id as Id<'person'> } as const;
    expect(await w.work((work) => createInvite(work, keys, another), { actor: w.people.minh.actor })).toMatchObject({
      ok: false,
    });
  });
});

describe('words', () => {
  test.each([
    ['đồng ý', 'agree'],
    ['Dạ em đồng ý ạ', 'agree'],
    ['dong y', 'agree'],
    ['I agree', 'agree'],
    ['không', 'refuse'],
    ['ko dong y', 'refuse'],
    ['không đồng ý', 'refuse'],
    ['vâng', null],
    ['ok', null],
    ['không biết', null],
    ['đồng ý gửi nhu cầu nước sạch', null],
  ])('consent: %s is %s', (said, word) => {
    expect(consentWord(said)).toBe(word);
  });

  test.each([
    ['thào a sếnh', 'Thào A Sếnh'],
    ['Họ và tên: LÒ THỊ ÍN ạ', 'Lò Thị Ín'],
    ['em là Bạc Cầm Khuyên', 'Bạc Cầm Khuyên'],
    ['Sếnh', null],
    ['0912 000 111', null],
    ['xã tôi cần nước sạch cho ba bản vùng cao', null],
  ])('name: %s is %s', (said, name) => {
    expect(readFullName(said)).toBe(name);
  });

  test.each([
    ['rút đồng ý', 'withdraw'],
    ['em muon rut lai dong y', 'withdraw'],
    ['dữ liệu của tôi', 'data'],
    ['Xóa số điện thoại của tôi', 'data'],
    ['xoa sdt cua toi', 'data'],
    ['rút nhu cầu NC-2026-0031', null],
    ['dữ liệu của tôi gửi hôm qua đâu', null],
    ['đồng ý', null],
  ])('own data: %s is %s', (said, wish) => {
    expect(privacyWish(said)).toBe(wish);
  });

  test.each([
    ['Hello', undefined, 'en'],
    ['hello!', undefined, 'en'],
    ['Good morning', undefined, 'en'],
    ['Dear Sir or Madam,', undefined, 'en'],
    ['hi', 'en', 'en'],
    ['hi', 'en-GB', 'en'],
    ['hi', 'vi', null],
    ['hi', undefined, null],
    ['hello em', undefined, null],
    ['hello ạ', undefined, null],
    ['helo', undefined, null],
    ['when does the registration expire', undefined, 'en'],
    ['han nop la ngay nao', 'en', null],
    ['Sơn La', 'en', null],
    ['is Sơn La on your list?', undefined, null],
    ['xin chào', 'en', 'vi'],
    ['hạn nộp là ngày nào', 'en', 'vi'],
  ] as const)('a guest’s %j (%s) shows the language %s', (said, locale, lang) => {
    expect(languageOf(said, locale)).toBe(lang);
  });

  test.each([
    ['K7M4-PX9R', 'K7M4-PX9R'],
    ['k7m4px9r', 'K7M4-PX9R'],
    ['mã của em là k7m4 px9r ạ', 'K7M4-PX9R'],
    ['ABCD-1234', 'ABCD-1234'],
    ['0912 0001', null],
    ['nhu cầu nước sạch', null],
    ['xã cần 1200 2400 triệu', null],
  ])('code: %s is %s', (said, code) => {
    expect(codeIn(said)).toBe(code);
  });

  test.each([
    ['0912000111', '+84912000111'],
    ['+84 912 000 111', '+84912000111'],
    ['84.912.000.111', '+84912000111'],
    ['0212 3854 123', '+842123854123'],
    ['01238541234', null],
    ['abc', null],
  ])('phone: %s is %s', (said, phone) => {
    expect(e164(said)).toBe(phone);
  });

  test('names as people are called', () => {
    expect(givenName('Thào A Sếnh')).toBe('Sếnh');
    expect(called({ name: 'Thào A Sếnh', address: 'anh' }, 'vi')).toBe('anh Sếnh');
    expect(called({ name: 'Thào A Sếnh', address: null }, 'vi')).toBe('anh/chị Sếnh');
    expect(called({ name: null, address: null }, 'vi')).toBe('anh/chị');
    expect(nationalForm('+84912000111')).toBe('0912 000 111');
    expect(mainRole(w.people.admin.actor)).toBe('admin');
    expect(mainRole(guest)).toBe('guest');
  });
});
