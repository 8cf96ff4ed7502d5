import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CertificateEvent,
  type CertificateEventKind,
  certificateState,
  certificateStates,
  daysLeft,
  registeredHere,
  ruling,
} from '../../../src/office/partners/rules/certificate.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-23');
const dates = { issuedOn: day('2022-01-09'), expiresOn: day('2027-01-08') };
const event = (kind: CertificateEventKind, onDay: string): CertificateEvent => ({ kind, onDay: day(onDay) });

describe('what the dates say', () => {
  test.each([
    ['the day before it is granted', '2022-01-08', 'pending'],
    ['the day it is granted', '2022-01-09', 'valid'],
    ['121 days before its end', '2026-09-09', 'valid'],
    ['120 days before its end', '2026-09-10', 'expiring'],
    ['its last day', '2027-01-08', 'expiring'],
    ['the day after', '2027-01-09', 'expired'],
  ] as const)('%s (%s): %s', (_, on, state) => {
    expect(certificateState(dates, [], day(on))).toBe(state);
  });

  test('one that is only applied for, and one without a known end', () => {
    expect(certificateState({ issuedOn: null, expiresOn: null }, [], today)).toBe('pending');
    expect(certificateState({ ...dates, expiresOn: null }, [], today)).toBe('unknown');
  });

  test.each([
    ['2027-01-08', 46],
    ['2026-11-23', 0],
    ['2026-11-22', -1],
  ])('until %s: %i days', (end, days) => {
    expect(daysLeft({ ...dates, expiresOn: day(end) }, today)).toBe(days);
    expect(daysLeft({ ...dates, expiresOn: null }, today)).toBeNull();
  });
});

describe('what happened to it goes before the dates', () => {
  test.each([
    ['suspended', [event('suspend', '2026-05-01')], 'suspended'],
    ['suspended from tomorrow', [event('suspend', '2026-11-24')], 'expiring'],
    ['suspended today', [event('suspend', '2026-11-23')], 'suspended'],
    ['suspended and resumed', [event('suspend', '2026-05-01'), event('resume', '2026-06-01')], 'expiring'],
    ['resumed the day it was suspended', [event('suspend', '2026-05-01'), event('resume', '2026-05-01')], 'expiring'],
    ['entered in the wrong order', [event('resume', '2026-06-01'), event('suspend', '2026-05-01')], 'expiring'],
    ['an amendment lifts no suspension', [event('suspend', '2026-05-01'), event('amend', '2026-06-01')], 'suspended'],
    ['converted', [event('convert', '2023-01-01')], 'converted'],
    ['suspended after a conversion', [event('convert', '2023-01-01'), event('suspend', '2024-01-01')], 'suspended'],
    ['terminated while suspended', [event('suspend', '2026-01-01'), event('terminate', '2026-02-01')], 'terminated'],
    ['revoked beats terminated', [event('terminate', '2026-01-01'), event('revoke', '2026-02-01')], 'revoked'],
    ['nothing revives a revoked one', [event('revoke', '2026-01-01'), event('renew', '2026-02-01')], 'revoked'],
    ['amended and renewed', [event('amend', '2024-01-01'), event('renew', '2024-02-01')], 'expiring'],
  ] as const)('%s', (_, events, state) => {
    expect(certificateState(dates, events, today)).toBe(state);
  });
});

const anyDay = fc.integer({ min: -3000, max: 3000 }).map((n) => today.add({ days: n }));
const kinds: CertificateEventKind[] = [
  'grant',
  'renew',
  'amend',
  'reissue',
  'convert',
  'suspend',
  'resume',
  'terminate',
  'revoke',
];
const anyEvents = fc.array(fc.record({ kind: fc.constantFrom(...kinds), onDay: anyDay }), { maxLength: 6 });
const anyDates = fc.record({ issuedOn: fc.option(anyDay), expiresOn: fc.option(anyDay) });

test('every combination of dates and events has a state, and one only', () => {
  fc.assert(
    fc.property(anyDates, anyEvents, anyDay, (of, events, on) => {
      const state = certificateState(of, events, on);
      expect(certificateStates).toContain(state);
      const past = events.filter((e) => Temporal.PlainDate.compare(e.onDay, on) <= 0);
      // What has not happened yet changes nothing.
      expect(certificateState(of, past, on)).toBe(state);
      const has = (kind: CertificateEventKind) => past.some((e) => e.kind === kind);
      expect(state === 'revoked').toBe(has('revoke'));
      if (state === 'terminated') expect(has('terminate')).toBe(true);
      if (state === 'valid' || state === 'expiring') {
        expect(of.issuedOn && Temporal.PlainDate.compare(of.issuedOn, on) <= 0).toBe(true);
        expect(daysLeft(of, on)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('without events a certificate only ages: pending, valid, expiring, expired', () => {
  const order = ['pending', 'valid', 'expiring', 'expired'];
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 1826 }), anyDay, fc.nat(500), (issuedOn, term, on, later) => {
      const of = { issuedOn, expiresOn: issuedOn.add({ days: term }) };
      const at = order.indexOf(certificateState(of, [], on));
      expect(order.indexOf(certificateState(of, [], on.add({ days: later })))).toBeGreaterThanOrEqual(at);
    }),
  );
});

describe('which certificate an organisation is judged by', () => {
  const of = (state: (typeof certificateStates)[number], issued: string | null, expires: string | null) => ({
    state,
    issuedOn: issued ? day(issued) : null,
    expiresOn: expires ? day(expires) : null,
  });

  test('one that holds, whatever else there is; of two the longer', () => {
    const holds = of('expiring', '2022-01-01', '2027-01-08');
    const longer = of('valid', '2021-01-01', '2028-01-01');
    expect(ruling([of('revoked', '2026-01-01', '2029-01-01'), holds])).toBe(holds);
    expect(ruling([holds, longer, of('pending', null, null)])).toBe(longer);
  });

  test('else the one granted last, never one that was replaced', () => {
    const last = of('expired', '2022-01-01', '2025-01-01');
    expect(ruling([of('expired', '2019-01-01', '2022-01-01'), last, of('converted', '2023-01-01', '2026-01-01')])).toBe(
      last,
    );
  });

  test('one applied for where there is no other; none where there is none', () => {
    const pending = of('pending', null, null);
    expect(ruling([of('converted', '2018-01-01', '2021-01-01'), pending])).toBe(pending);
    expect(ruling([])).toBeUndefined();
  });
});

test.each([
  ['holds, names the province', 'valid', false, ['Sơn La'], false, true],
  ['soon ends, nationwide', 'expiring', false, [], true, true],
  ['holds, elsewhere', 'valid', false, ['Hòa Bình'], false, false],
  ['holds, areas not known', 'valid', false, [], false, null],
  ['run out, being renewed', 'expired', true, ['Sơn La'], false, true],
  ['run out', 'expired', false, ['Sơn La'], false, false],
  ['suspended', 'suspended', true, ['Sơn La'], false, false],
  ['its end is not known', 'unknown', false, ['Sơn La'], false, null],
] as const)('registered here: %s', (_, state, renewing, areas, nationwide, here) => {
  expect(registeredHere({ state, renewing, areas, nationwide }, 'Sơn La')).toBe(here);
});
