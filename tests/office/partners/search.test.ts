import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/base/access/access.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { newId } from '../../../src/base/ids.ts';
import { localDay } from '../../../src/base/time/zone.ts';
import type { Reads } from '../../../src/chat/work.ts';
import { sightOf } from '../../../src/office/partners/access.ts';
import { certificateState, registeredHere, ruling } from '../../../src/office/partners/rules/certificate.ts';
import { certificateEvent, certificateRequest, ngoCertificate, partner } from '../../../src/office/partners/schema.ts';
import { type PartnerFilter, searchPartners, statesOf } from '../../../src/office/partners/store/search.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { testStore } from '../../support/store.ts';
import { actor, now, working } from './seeded.ts';

let store: Store;
let close: () => Promise<void>;
let office: TestOffice;

beforeAll(async () => {
  ({ store, close } = await testStore());
  office = await testOffice(store);
  await office.link('minh', office.demo.minh.id);
  await office.link('senh', office.demo.senh.id);
});
afterAll(async () => {
  await office?.stop();
  await close?.();
});

const reads = <T>(look: (reads: Reads) => Promise<T>): Promise<T> => store.read((sql) => look(sql as unknown as Reads));
const find = (role: Role, filter: Partial<PartnerFilter>, from = 0, most = 100) =>
  reads((r) => searchPartners(r, sightOf(actor(role)), { kind: 'ngo', ...filter }, { from, most }, now));
const say = async (text: string, who = 'minh') => (await office.say(who, text)).join('\n');

describe('what a certificate is worth is the same in a search as on its card', () => {
  const today = localDay(now);
  const daysAround = fc.integer({ min: -400, max: 400 }).map((days) => today.add({ days }));
  const history = fc.array(
    fc.record({
      issuedOn: fc.option(daysAround, { nil: null }),
      expiresOn: fc.option(daysAround, { nil: null }),
      nationwide: fc.boolean(),
      areas: fc.constantFrom([], ['Sơn La'], ['Hòa Bình']),
      renewing: fc.boolean(),
      events: fc.array(
        fc.record({
          kind: fc.constantFrom('grant', 'renew', 'suspend', 'resume', 'terminate', 'revoke', 'convert', 'amend'),
          onDay: daysAround,
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 3 },
  );

  test('for invented histories of 150 organisations', async () => {
    const histories = fc.sample(history, { numRuns: 150, seed: 7 });
    const stamp = { createdAt: now, updatedAt: now, rowVersion: 1 };
    const made = await working(store, async (work) => {
      const all = [];
      for (const [i, of] of histories.entries()) {
        const id = work.newId<'partner'>();
        await work.tx.insert(partner).values({
          id,
          key: `invented-${i}`,
          kind: 'ngo',
          nameEn: `Invented ${i}`,
          aliases: [],
          formerNames: [],
          country: 'Nowhere',
          fields: [],
          formerDistricts: [],
          communes: [],
          relation: 'prospect',
          criteria: {},
          tools: [],
          published: false,
          demo: true,
          ...stamp,
        });
        const certificates = [];
        for (const c of of) {
          const certificate = work.newId<'ngo_certificate'>();
          const { events, renewing, ...says } = c;
          await work.tx.insert(ngoCertificate).values({
            id: certificate,
            partnerId: id,
            kind: 'activity',
            fields: [],
            ...says,
            areas: [...says.areas],
            ...stamp,
          });
          for (const event of events) {
            await work.tx.insert(certificateEvent).values({
              id: newId<'certificate_event'>(now.epochMilliseconds),
              certificateId: certificate,
              ...event,
              createdAt: now,
            });
          }
          if (renewing) {
            await work.tx.insert(certificateRequest).values({
              id: work.newId(),
              certificateId: certificate,
              kind: 'renew',
              filedOn: today,
              heldBy: 'mfa',
              ...stamp,
            });
          }
          certificates.push({ ...c, state: certificateState(c, events, today) });
        }
        all.push({ id, ruling: ruling(certificates) });
      }
      return all;
    });
    const states = await reads((r) => statesOf(r, made, today));
    for (const { id, ruling: rules } of made) {
      expect(states.get(id)?.state ?? null).toBe(rules?.state ?? null);
      if (rules && states.get(id)) expect(String(states.get(id)!.expiresOn)).toBe(String(rules.expiresOn));
    }
    const here = await find('officer', { countries: ['Nowhere'], registration: 'active' }, 0, 200);
    const byRule = made.filter(({ ruling: of }) => of && registeredHere(of, 'Sơn La') === true);
    expect(here.rows.map(({ facts }) => facts.id).sort()).toEqual(byRule.map(({ id }) => id).sort());
    await store.aside((sql) => sql`update partner set merged_into = id where country = 'Nowhere'`);
  });
});

describe('a search', () => {
  test('by field, place, country; those that are merged into another are not found', async () => {
    const health = await find('officer', { fields: ['health'] });
    expect(health.total).toBeGreaterThan(5);
    expect(health.rows.every(({ facts }) => facts.fields.includes('health'))).toBe(true);
    const there = await find('officer', { fields: ['health'], where: { districts: ['Mường La'], communes: [] } });
    expect(there.rows.map(({ facts }) => facts.nameEn)).toContain('Save the Children International');
    expect(there.total).toBeLessThan(health.total);
    expect((await find('officer', { countries: ['Nowhere'] })).total).toBe(0);
    const norway = await find('officer', { countries: ['Norway'] });
    expect(norway.rows.every(({ facts }) => facts.country === 'Norway')).toBe(true);
    const others = await find('officer', { notCountries: ['Norway'] });
    expect(others.total + norway.total).toBe((await find('officer', {})).total);
  });

  test('pages hold all of it once', async () => {
    const all = await find('officer', {});
    const paged = [];
    for (let from = 0; from < all.total; from += 7) paged.push(...(await find('officer', {}, from, 7)).rows);
    expect(paged.map(({ facts }) => facts.id)).toEqual(all.rows.map(({ facts }) => facts.id));
  });

  test('a guest finds what is published, without states, and nothing by asking for them', async () => {
    const found = await find('guest', {});
    expect(found.total).toBeGreaterThan(0);
    expect(found.total).toBeLessThan((await find('officer', {})).total);
    expect(found.rows.every((row) => !('state' in row))).toBe(true);
    expect((await find('guest', { registration: 'expired' })).total).toBe(0);
    expect((await find('guest', { activity: 'active' })).total).toBe(0);
    const day = Temporal.PlainDate.from('2027-01-08');
    expect((await find('guest', { expires: { from: day, to: day } })).total).toBe(0);
    expect((await find('admin', { registration: 'expired' })).total).toBe(0);
  });
});

describe('asked in words', () => {
  test('who expires in a quarter, the first to expire first, paged by a button', async () => {
    const list = await say('tổ chức nào sắp hết hạn trong quý I/2027');
    expect(list).toMatch(/^Tổ chức PCPNN, hết hạn 01\/01\/2027 – 31\/03\/2027 \(\d+\)|1–5\/\d+/);
    expect(list).toContain('🟡 Save the Children – Anh, đến 08/01/2027');
    expect(list).toContain('Dữ liệu minh họa');
    const days = [...list.matchAll(/đến (\d\d)\/(\d\d)\/(\d{4})/g)].map(([, d, m, y]) => `${y}-${m}-${d}`);
    expect(days).toEqual(days.toSorted());
    expect(await say('tc nao het han q1 2027')).toBe(list);
    expect(await say('ngo nao sap het han')).toContain('Oxfam');
  });

  test('by field and place of today or before, with their cards behind', async () => {
    const list = await say('ngo nao lam y te o muong la cu');
    expect(list).toContain('Save the Children');
    expect((await office.press('minh', 'Save the Children')).join('\n')).toContain('còn 46 ngày');
    expect(await say('tổ chức nào của Na Uy')).toContain('Na Uy');
    expect(await say('ngo nào đã hết hạn đăng ký')).toContain('🔴 CARE');
    expect(await say('tổ chức nào chưa đăng ký')).toContain('⚪');
    expect(await say('tổ chức nào làm hạ tầng ở Phù Yên cũ')).toContain(
      'Chưa có tổ chức nào trong sổ theo dõi phù hợp',
    );
  });

  test('who got its certificate lately, the newest first', async () => {
    const today = localDay(now);
    await working(store, async (work) => {
      for (const [name, days] of [
        ['Anew', 20],
        ['Bnew', 3],
        ['Cold', 400],
      ] as const) {
        const id = work.newId<'partner'>();
        const stamp = { createdAt: now, updatedAt: now, rowVersion: 1 };
        await work.tx.insert(partner).values({
          id,
          key: name,
          kind: 'ngo',
          nameEn: name,
          aliases: [],
          formerNames: [],
          country: 'Norway',
          fields: [],
          formerDistricts: [],
          communes: [],
          relation: 'prospect',
          criteria: {},
          tools: [],
          published: false,
          demo: true,
          ...stamp,
        });
        await work.tx.insert(ngoCertificate).values({
          id: work.newId(),
          partnerId: id,
          kind: 'activity',
          fields: [],
          areas: ['Sơn La'],
          nationwide: false,
          issuedOn: today.subtract({ days }),
          expiresOn: today.add({ days: 900 }),
          ...stamp,
        });
      }
    });
    const list = await say('tổ chức Na Uy nào mới được cấp giấy');
    expect(list).toContain('cấp giấy từ');
    expect(list).toMatch(/Bnew[\s\S]*Anew/);
    expect(list).not.toContain('Cold');
    expect(await say('ngo na uy vua duoc cap giay dang ky')).toBe(list);
  });

  test('who could fund something, with why and without a promise', async () => {
    const list = await say('tổ chức nào có thể hỗ trợ nước sạch ở Long Hẹ');
    expect(list).toMatch(/^Có thể giới thiệu: nước sạch; xã Long Hẹ/);
    expect(list).toContain('đúng lĩnh vực');
    expect(list).toContain('Chưa trao đổi với tổ chức nào. Dữ liệu minh họa');
    const more = (await office.press('minh', 'Xem tiếp')).join('\n');
    expect(more).not.toBe(list);
  });

  test('how the year stands against its plan', async () => {
    const stands = await say('đã giới thiệu danh mục cho bao nhiêu tổ chức so với kế hoạch');
    expect(stands).toContain('Giới thiệu danh mục: 3/5–10 tổ chức');
    expect(stands).toMatch(/Đăng ký tại tỉnh: \d+\/25/);
    expect(stands).toMatch(/Đang có dự án: [1-9]\d*\/10/);
  });

  test('a unit asks too; what is the Sở’s own stays there', async () => {
    expect(await say('tổ chức nào làm y tế ở Mường La', 'senh')).toContain('Save the Children');
    expect(await say('đã giới thiệu danh mục cho bao nhiêu tổ chức', 'senh')).not.toContain('/25');
    expect(await say('liên hệ của SCI là ai', 'senh')).not.toMatch(/0\d{9}/);
  });
});
