import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/base/access/access.ts';
import type { Store } from '../../../src/base/database/store.ts';
import type { Id } from '../../../src/base/ids.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import type { Reads, Work } from '../../../src/chat/work.ts';
import { duty } from '../../../src/office/duties/schema.ts';
import { sightOf } from '../../../src/office/partners/access.ts';
import {
  addCertificate,
  changeCertificate,
  forgetEvent,
  moveRequest,
  openRequest,
  recordEvent,
} from '../../../src/office/partners/commands/certificate.ts';
import { addContact, changeContact, openContact } from '../../../src/office/partners/commands/contact.ts';
import { addGrant, changeGrant } from '../../../src/office/partners/commands/grant.ts';
import { mergePartners, undoMerger } from '../../../src/office/partners/commands/merge.ts';
import { forgetPapers, keepPapers } from '../../../src/office/partners/commands/paper.ts';
import {
  addPartner,
  changePartner,
  setCriterion,
  verifyPartner,
} from '../../../src/office/partners/commands/partner.ts';
import { reportCard } from '../../../src/office/partners/commands/report.ts';
import { forgetTalk, logContact, recordIntroduction } from '../../../src/office/partners/commands/talk.ts';
import { contactLog, introduction, partner, partnerContact } from '../../../src/office/partners/schema.ts';
import { partnerView } from '../../../src/office/partners/store/entries.ts';
import { vocabularyEntries } from '../../../src/office/partners/vocabulary.ts';
import { actor, type Kept, kept, now, seededStore, working } from './seeded.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const keys = keyring(randomBytes(32));
let store: Store;
let close: () => Promise<void>;
let into: Kept;
let count = 0;

beforeAll(async () => {
  ({ store, close } = await seededStore());
});
afterAll(() => close?.());
beforeEach(() => {
  into = kept();
});

const minh = actor('officer');
const does = <T>(change: (work: Work) => Promise<T>, as = minh): Promise<T> => working(store, change, as, into);
const reads = <T>(look: (reads: Reads) => Promise<T>): Promise<T> => store.read((sql) => look(sql as unknown as Reads));
const view = (id: Id<'partner'>) => reads((r) => partnerView(r, sightOf(minh), id, now));

/** An organisation of its own for each test. */
async function organisation(kind: 'ngo' | 'mission' = 'ngo'): Promise<Id<'partner'>> {
  const made = await does((work) =>
    addPartner(work, { kind, nameEn: `Aid ${++count} Foundation`, fields: ['health'] }),
  );
  if (!made.ok) throw new Error(made.why);
  into = kept();
  return made.id;
}
const registered = async (): Promise<{ of: Id<'partner'>; certificate: Id<'ngo_certificate'> }> => {
  const of = await organisation();
  const made = await does((work) =>
    addCertificate(work, of, {
      kind: 'rep_office',
      number: '1/GĐK',
      issuedOn: day('2022-01-09'),
      expiresOn: day('2027-01-08'),
      areas: ['Sơn La'],
    }),
  );
  if (!made.ok) throw new Error(made.why);
  into = kept();
  return { of, certificate: made.id };
};

describe('rights', () => {
  const commands: readonly (readonly [string, (work: Work) => Promise<{ ok: boolean }>])[] = [
    ['addPartner', (w) => addPartner(w, { kind: 'ngo', nameEn: 'X' })],
    ['changePartner', (w) => changePartner(w, w.newId(), { website: 'x.org' })],
    ['verifyPartner', (w) => verifyPartner(w, w.newId())],
    ['setCriterion', (w) => setCriterion(w, w.newId(), 'purpose', null)],
    ['mergePartners', (w) => mergePartners(w, w.newId(), w.newId())],
    ['undoMerger', (w) => undoMerger(w, w.newId())],
    ['keepPapers', (w) => keepPapers(w, w.newId(), [])],
    ['forgetPapers', (w) => forgetPapers(w, [])],
    ['addCertificate', (w) => addCertificate(w, w.newId(), { kind: 'activity' })],
    ['changeCertificate', (w) => changeCertificate(w, w.newId(), {})],
    ['recordEvent', (w) => recordEvent(w, w.newId(), { kind: 'suspend', onDay: day('2026-11-01') })],
    ['forgetEvent', (w) => forgetEvent(w, w.newId(), { kind: 'suspend', onDay: day('2026-11-01') }, {}, 1)],
    ['openRequest', (w) => openRequest(w, w.newId(), { kind: 'renew', filedOn: day('2026-11-01'), heldBy: 'ngo' })],
    ['moveRequest', (w) => moveRequest(w, w.newId(), { heldBy: 'mfa' })],
    [
      'addGrant',
      (w) =>
        addGrant(w, w.newId(), {
          titleVi: 'x',
          aidKind: 'project',
          stage: 'signed',
          committed: 1n,
          currency: 'VND',
        }),
    ],
    ['changeGrant', (w) => changeGrant(w, w.newId(), {})],
    ['addContact', (w) => addContact(w, keys, w.newId(), { name: 'x' })],
    ['changeContact', (w) => changeContact(w, keys, w.newId(), {})],
    ['logContact', (w) => logContact(w, w.newId(), { onDay: day('2026-11-01'), kind: 'call', summary: 'x' })],
    ['recordIntroduction', (w) => recordIntroduction(w, w.newId(), { onDay: day('2026-11-01'), how: null })],
    ['forgetTalk', (w) => forgetTalk(w, { talk: w.newId() })],
  ];
  const outside: readonly Role[] = ['guest', 'focal_point', 'unit_approver', 'director', 'admin'];
  test.each(commands)('%s is for officers and their head', async (_, command) => {
    for (const role of outside) {
      expect(await does(command, actor(role)), role).toMatchObject({
        ok: false,
        why: role === 'guest' ? 'guest' : 'role',
      });
    }
    expect(await does(command, { ...minh, consent: 'withdrawn' })).toMatchObject({ ok: false, why: 'consent' });
    expect(into.audits).toEqual([]);
  });
  test('saying that a card is wrong is for whoever sees it', async () => {
    const of = await organisation();
    for (const role of ['guest', 'admin'] as const) {
      expect(await does((w) => reportCard(w, of, 'sai'), actor(role))).toMatchObject({ ok: false });
    }
    expect(await does((w) => reportCard(w, of, 'sai'), { ...actor('director') })).toMatchObject({ ok: true });
  });
});

describe('an entry', () => {
  test('is added once, and found by every name', async () => {
    const made = await does((work) =>
      addPartner(work, { kind: 'ngo', nameEn: 'Rivers of Light', nameVi: 'Những dòng sông sáng', aliases: ['RoL'] }),
    );
    expect(made).toMatchObject({ ok: true, version: 1 });
    expect(into.audits).toMatchObject([{ action: 'partner.add', after: { nameEn: 'Rivers of Light', kind: 'ngo' } }]);
    expect(await does((work) => addPartner(work, { kind: 'ngo', nameEn: 'rivers of light' }))).toEqual({
      ok: false,
      why: 'taken',
    });
    expect(await does((work) => addPartner(work, { kind: 'ngo', nameEn: ' … ' }))).toEqual({ ok: false, why: 'empty' });
    const entries = await reads((r) => vocabularyEntries(r));
    expect(entries.find(({ name }) => name === 'Rivers of Light')?.names).toEqual(['Những dòng sông sáng', 'RoL']);
  });

  test('changes from an old value to a new one; what somebody else changed meanwhile is not run over', async () => {
    const of = await organisation();
    const done = await does((work) => changePartner(work, of, { website: 'a.org', fields: ['health'] }, 1));
    expect(done).toMatchObject({
      ok: true,
      version: 2,
      difference: { before: { website: null }, after: { website: 'a.org' } },
    });
    expect(into.audits).toEqual([
      {
        action: 'partner.change',
        on: { kind: 'partner', id: of },
        before: { website: null },
        after: { website: 'a.org' },
      },
    ]);
    expect(await does((work) => changePartner(work, of, { website: 'b.org' }, 1))).toEqual({ ok: false, why: 'stale' });
    expect(await does((work) => changePartner(work, of, { website: 'a.org' }))).toMatchObject({
      ok: true,
      difference: null,
      version: 2,
    });
    expect(into.audits).toHaveLength(1);
  });

  test('renamed, it keeps its former name', async () => {
    const of = await organisation();
    const was = `Aid ${count} Foundation`;
    await does((work) => changePartner(work, of, { nameEn: `Hope ${count}` }));
    const entries = await reads((r) => vocabularyEntries(r));
    expect(entries.find(({ id }) => id === of)).toMatchObject({ name: `Hope ${count}`, names: [was] });
  });

  test('merged, everything of it is the other’s, and its names lead there', async () => {
    const [from, to] = [await registered(), await organisation()];
    await does((work) =>
      logContact(work, from.of, { onDay: day('2026-11-20'), kind: 'call', summary: 'Bàn sáp nhập' }),
    );
    const was = (await view(from.of))!.facts.nameEn;
    expect(await does((work) => mergePartners(work, from.of, to))).toMatchObject({ ok: true });
    expect(await view(from.of)).toBeNull();
    const merged = (await view(to))!;
    expect(merged.certificate).toMatchObject({ number: '1/GĐK', state: 'expiring' });
    expect(merged.lastContact).toMatchObject({ summary: 'Bàn sáp nhập' });
    const entries = await reads((r) => vocabularyEntries(r));
    expect(entries.filter(({ name, names }) => [name, ...names].includes(was)).map(({ id }) => id)).toEqual([to]);
    expect(await does((work) => changePartner(work, from.of, { website: 'x.org' }))).toEqual({
      ok: false,
      why: 'gone',
    });
    expect(await does((work) => mergePartners(work, to, to))).toEqual({ ok: false, why: 'taken' });
  });

  test('the five criteria, each with what it rests on; and a check of the whole card', async () => {
    const of = await organisation();
    expect(await does((work) => setCriterion(work, of, 'purpose', { state: 'met', evidence: '' }))).toMatchObject({
      why: 'empty',
    });
    await does((work) => setCriterion(work, of, 'purpose', { state: 'met', evidence: 'Điều lệ 2019' }));
    await does((work) => setCriterion(work, of, 'capacity', { state: 'not_met', evidence: 'Chưa có báo cáo' }));
    expect((await view(of))!.file!.criteria).toEqual({ purpose: 'met', capacity: 'not_met' });
    await does((work) => setCriterion(work, of, 'capacity', null));
    expect((await view(of))!.file!.criteria).toEqual({ purpose: 'met' });
    expect((await view(of))!.facts.verifiedAt).toBeNull();
    await does((work) => verifyPartner(work, of));
    expect((await view(of))!.facts.verifiedAt?.toString()).toBe(now.toString());
  });
});

describe('a certificate', () => {
  test('is renewed: days, number and paper change, the open request is granted, the state follows', async () => {
    const { of, certificate } = await registered();
    await does((work) =>
      openRequest(work, certificate, { kind: 'renew', filedOn: day('2026-11-02'), heldBy: 'comingo' }),
    );
    expect((await view(of))!.request).toMatchObject({ heldBy: 'comingo' });
    await does((work) =>
      openRequest(work, certificate, { kind: 'renew', filedOn: day('2026-11-02'), heldBy: 'province' }),
    );
    expect((await view(of))!.request).toMatchObject({ heldBy: 'province' });
    const done = await does((work) =>
      recordEvent(work, certificate, {
        kind: 'renew',
        onDay: day('2026-11-20'),
        sets: { expiresOn: day('2032-01-08'), number: '77/GĐK' },
      }),
    );
    expect(done).toMatchObject({
      ok: true,
      difference: {
        before: { number: '1/GĐK', expiresOn: '2027-01-08' },
        after: { number: '77/GĐK', expiresOn: '2032-01-08' },
      },
    });
    expect(await view(of)).toMatchObject({ certificate: { state: 'valid', number: '77/GĐK' }, request: null });
    const version = done.ok ? done.version : 0;
    await does((work) =>
      forgetEvent(
        work,
        certificate,
        { kind: 'renew', onDay: day('2026-11-20') },
        { expiresOn: day('2027-01-08'), number: '1/GĐK' },
        version,
      ),
    );
    expect(await view(of)).toMatchObject({
      certificate: { state: 'expiring', number: '1/GĐK' },
      request: { heldBy: 'province' },
    });
  });

  test.each([
    ['suspend', 'suspended'],
    ['terminate', 'terminated'],
    ['revoke', 'revoked'],
    ['convert', 'converted'],
  ] as const)('%s makes it %s from that day', async (kind, state) => {
    const { of, certificate } = await registered();
    await does((work) => recordEvent(work, certificate, { kind, onDay: day('2026-11-01') }));
    expect((await view(of))!.certificate).toMatchObject({ state, since: day('2026-11-01') });
  });

  test('days that go backwards, and a number that is there, are refused', async () => {
    const { of, certificate } = await registered();
    expect(await does((work) => changeCertificate(work, certificate, { expiresOn: day('2021-01-01') }))).toMatchObject({
      why: 'dates',
    });
    expect(await does((work) => addCertificate(work, of, { kind: 'activity', number: '1/GĐK' }))).toMatchObject({
      why: 'taken',
    });
    expect(into.audits).toEqual([]);
  });
});

describe('grants, contacts, talks', () => {
  test('a grant gets the next number of the year, and moves', async () => {
    const of = await organisation();
    const one = {
      titleVi: 'Trạm y tế',
      aidKind: 'project',
      stage: 'signed',
      committed: 5_000_000_000n,
      currency: 'VND',
    } as const;
    const first = await does((work) => addGrant(work, of, one));
    const second = await does((work) => addGrant(work, of, one));
    const codes = into.audits.map(({ after }) => (after as { code: string }).code);
    expect(codes[0]).toMatch(/^VT-2026-\d{3}$/);
    expect(Number(codes[1]!.slice(-3))).toBe(Number(codes[0]!.slice(-3)) + 1);
    expect(await does((work) => addGrant(work, of, { ...one, code: codes[0]! }))).toMatchObject({ why: 'taken' });
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(
      await does((work) => changeGrant(work, first.id, { stage: 'implementing', disbursed: 1_000_000_000n }, 1)),
    ).toMatchObject({
      difference: {
        before: { stage: 'signed', disbursed: null },
        after: { stage: 'implementing', disbursed: '1000000000' },
      },
    });
    expect((await view(of))!.running).toMatchObject({ count: 1, parts: [{ percent: 20 }] });
  });

  test('whom one knows there is sealed in the row and masked in the log', async () => {
    const of = await organisation();
    const made = await does((work) =>
      addContact(work, keys, of, { name: 'Trần Thị Mai', phone: '0912345678', position: 'Quản lý' }),
    );
    if (!made.ok) throw new Error(made.why);
    await does((work) => changeContact(work, keys, made.id, { email: 'mai@example.org' }, 1));
    const [row] = await reads((r) => r.select().from(partnerContact).where(eq(partnerContact.id, made.id)));
    expect(Buffer.from(row!.sealed).toString('latin1')).not.toContain('Mai');
    expect(openContact(keys, made.id, row!.sealed)).toEqual({
      name: 'Trần Thị Mai',
      phone: '0912345678',
      email: 'mai@example.org',
    });
    expect(JSON.stringify(into.audits)).toContain('$personal');
  });

  test('a talk makes a contact of a prospect, and its next step a duty that is told on its morning', async () => {
    const of = await organisation();
    const made = await does((work) =>
      logContact(work, of, {
        onDay: day('2026-11-20'),
        kind: 'meeting',
        summary: 'Quan tâm bếp ăn bán trú',
        nextStep: 'Gửi đề xuất',
        nextDue: day('2026-12-15'),
      }),
    );
    if (!made.ok) throw new Error(made.why);
    expect((await view(of))!.file!.relation).toBe('contacted');
    expect(into.tasks).toMatchObject([{ kind: 'partner.step', args: { step: 'Gửi đề xuất', due: '2026-12-15' } }]);
    expect(into.tasks[0]!.due!.toString()).toBe('2026-12-15T01:30:00Z');
    const [owed] = await reads((r) =>
      r
        .select()
        .from(duty)
        .where(eq(duty.once, `step:${made.id}`)),
    );
    expect(owed).toMatchObject({ personId: minh.person, source: 'follow_up', doneAt: null });
    await does((work) => forgetTalk(work, { talk: made.id }));
    expect(await reads((r) => r.select().from(contactLog).where(eq(contactLog.id, made.id)))).toEqual([]);
    const [ended] = await reads((r) =>
      r
        .select()
        .from(duty)
        .where(eq(duty.once, `step:${made.id}`)),
    );
    expect(ended!.doneAt).not.toBeNull();
    const future = { onDay: day('2026-11-24'), kind: 'call', summary: 'x' } as const;
    expect(await does((work) => logContact(work, of, future))).toEqual({ ok: false, why: 'dates' });
  });

  test('an introduction counts once a day, by what the partner is', async () => {
    const [ngo, mission] = [await organisation(), await organisation('mission')];
    const on = { onDay: day('2026-11-23'), how: 'email' } as const;
    const made = await does((work) => recordIntroduction(work, ngo, on));
    if (!made.ok) throw new Error(made.why);
    expect(await does((work) => recordIntroduction(work, ngo, on))).toMatchObject({ why: 'taken' });
    await does((work) => recordIntroduction(work, mission, on));
    const audiences = await reads((r) =>
      r
        .select({ audience: introduction.audience })
        .from(introduction)
        .where(and(eq(introduction.onDay, on.onDay))),
    );
    expect(audiences.map(({ audience }) => audience).sort()).toEqual(['mission', 'ngo_without']);
    expect((await view(ngo))!.file!.introducedOn?.toString()).toBe('2026-11-23');
    expect((await view(ngo))!.lastContact).toMatchObject({ summary: 'Giới thiệu danh mục nhu cầu viện trợ.' });
    await does((work) => forgetTalk(work, { introduction: made.id }));
    expect((await view(ngo))!.file!.introducedOn).toBeNull();
    expect((await view(ngo))!.lastContact).toBeNull();
  });

  test('a report is one duty of the office, or of the officer in charge who is told', async () => {
    const of = await organisation();
    const focal = actor('focal_point');
    await does((work) => reportCard(work, of, 'Số điện thoại cũ'), focal);
    await does((work) => reportCard(work, of, 'Số điện thoại cũ'), focal);
    const rows = await reads((r) => r.select().from(duty).where(eq(duty.aboutId, of)));
    expect(rows).toMatchObject([
      { personId: null, source: 'report', values: { text: expect.stringContaining('“Số điện thoại cũ”') } },
    ]);
    const [still] = await reads((r) => r.select().from(partner).where(eq(partner.id, of)));
    expect(still!.rowVersion).toBe(1);
  });
});
