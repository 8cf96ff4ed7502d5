import { describe, expect, test } from 'vitest';
import { type Actor, guest, type Role, roles } from '../../../src/base/access/access.ts';
import type { Id } from '../../../src/base/ids.ts';
import { access, accessTable, allowed } from '../../../src/office/people/access.ts';
import { mayInvite } from '../../../src/office/people/rules.ts';

const own = 'own' as Id<'unit'>;
const other = 'other' as Id<'unit'>;
const inRole = (role: Role, consent: Actor['consent'] = 'given'): Actor =>
  role === 'guest'
    ? guest
    : {
        person: 'p' as Id<'person'>,
        name: 'Thào A Sếnh',
        address: 'anh',
        grants: [{ role, unit: role === 'focal_point' || role === 'unit_approver' ? own : null, standsInFor: null }],
        consent,
      };

/** What each role may do: o on the own unit's records only, x on any, . not at all. Columns in the order of `roles`. */
const expected = `
public.see          x x x x x x x
need.draft          . o o x . . .
need.submit         . o o x . . .
need.edit           . o o x . . .
need.withdraw       . o o x . . .
need.no_need        . o o x . . .
need.answer         . o o x . . .
need.attach         . o o x x x .
need.export         . o o x x x .
need.see            . o o x x x .
need.list           x x x x x x x
need.undo           . o o x x x .
need.take           . . . x x x .
need.release        . . . x x x .
need.ask            . . . x x x .
need.return         . . . x x x .
need.reject         . . . x x x .
need.merge          . . . x x x .
need.validate       . . . x x x .
need.accept         . . . x x x .
list.propose        . . . x x x .
list.edit           . . . . x x .
list.submit         . . . . . x .
ngo.see             x x x x x x x
ngo.detail          . . . x x x .
ngo.contacts        . . . x x x .
ngo.log             . . . x x . .
ngo.edit            . . . x x . .
ngo.import.propose  . . . x x . .
ngo.import.confirm  . . . . x . .
card.report         . x x x x x .
round.see           x x x x x x x
round.counts        . . . x x x x
round.propose       . . . x x x .
round.ask           . o o . . . .
round.open          . . . . x x .
round.extend        . . . . x x .
round.close         . . . . x x .
remind.send         . . . x x x .
remind.confirm      . . . . x x .
broadcast.send      . . . x x x .
broadcast.confirm   . . . . x x .
meeting.see         . o o x x x .
meeting.write       . . . x x x .
dossier.see         . o o x x x .
dossier.write       . . . x x x .
dossier.submit      . . . . . x .
unit.import         . . . . x . x
invite.create       . . o x x x x
people.see          . . o x x x x
people.contacts     . . . x x x .
role.set            . . . . . . x
role.delegate       . o o x x x .
office.set          . . . . . . x
unclear.see         . . . . . . x
transcript.see      . . . x x x .
audit.own           . . . x x . .
audit.see           . . . . . x x
rule.propose        . . . x x x .
rule.verify         . . . . x x .
duty.see            . . . x x x x
duty.add            . . . x x x x
duty.done           . . . x x x x
`;
const rows = expected
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/));

describe('who may do what', () => {
  test('every action of the table is expected here, and none else', () => {
    expect(rows.map(([action]) => action)).toEqual(accessTable.map((rule) => rule.action));
  });

  for (const [action, ...marks] of rows) {
    test(`${action}`, () => {
      for (const [at, role] of roles.entries()) {
        const actor = inRole(role);
        const mark = marks[at]!;
        expect(access.can(actor, action!, { unit: other }).ok, `${role}, another unit's`).toBe(mark === 'x');
        expect(access.can(actor, action!, { unit: own }).ok, `${role}, the own unit's`).toBe(mark !== '.');
      }
    });
  }

  test('without consent everybody is a guest', () => {
    for (const role of roles) {
      for (const consent of ['none', 'withdrawn'] as const) {
        for (const { action } of accessTable) {
          const as = inRole(role, consent);
          expect(access.can(as, action, { unit: own }).ok).toBe(access.can(guest, action, { unit: own }).ok);
        }
      }
    }
  });

  test('a guest and a focal point list only what is published, beside the own', () => {
    expect(access.scope(guest, 'need.list')).toEqual({ see: 'published' });
    expect(access.scope(inRole('focal_point'), 'need.list')).toEqual({ see: 'units', units: [own], published: true });
    expect(access.scope(inRole('admin'), 'need.list')).toEqual({ see: 'all', detail: 'metadata' });
    expect(access.scope(inRole('admin'), 'need.see')).toEqual({ see: 'nothing' });
    expect(access.scope(guest, 'people.see')).toEqual({ see: 'nothing' });
  });

  test('the operator at the machine may do what the code says; a guest in a chat may not', () => {
    expect(allowed({ actor: guest, via: { channel: 'cli', request: '' } }, 'office.set').ok).toBe(true);
    expect(allowed({ actor: guest, via: { channel: 'zalo', request: '' } }, 'office.set').ok).toBe(false);
    expect(allowed({ actor: inRole('focal_point'), via: { channel: 'task', request: '' } }, 'office.set').ok).toBe(
      false,
    );
  });
});

test('who may invite whom', () => {
  const may = (by: Role, role: Role, unit = own) => mayInvite(inRole(by), role, unit);
  expect(may('focal_point', 'focal_point')).toBe(false);
  expect(may('unit_approver', 'focal_point')).toBe(true);
  expect(may('unit_approver', 'focal_point', other)).toBe(false);
  expect(may('unit_approver', 'officer')).toBe(false);
  expect(may('officer', 'unit_approver', other)).toBe(true);
  expect(may('officer', 'officer')).toBe(false);
  expect(may('division_head', 'officer')).toBe(false);
  expect(may('director', 'officer')).toBe(true);
  expect(may('director', 'admin')).toBe(false);
  expect(may('admin', 'director')).toBe(true);
  expect(may('admin', 'guest')).toBe(false);
});
