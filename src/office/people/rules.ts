import type { Actor, Address, Grant, Role } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Lang } from '../../chat/text.ts';
import type { Asker } from '../../language/index.ts';

/** The given name: the last syllable ("Sếnh" of Thào A Sếnh). */
export function givenName(fullName: string): string {
  return fullName.trim().split(/\s+/).at(-1) ?? '';
}

const forms: Readonly<Record<Exclude<Address, null>, string>> = { anh: 'anh', chi: 'chị', dong_chi: 'đồng chí' };

/** How somebody is spoken to: "anh Sếnh"; "anh/chị Sếnh" until asked. In English the given name. */
export function called(who: { readonly name: string | null; readonly address: Address }, lang: Lang): string {
  const given = who.name ? givenName(who.name) : '';
  if (lang === 'en') return given;
  return `${who.address ? forms[who.address] : 'anh/chị'} ${given}`.trim();
}

/** The whole name as a letter has it: "anh Nguyễn Văn Bình"; "anh/chị …" until asked. In English the name alone. */
export function fullyCalled(who: { readonly name: string; readonly address: Address }, lang: Lang): string {
  return lang === 'en' ? who.name : `${who.address ? forms[who.address] : 'anh/chị'} ${who.name}`;
}

/** The word alone at the beginning of a sentence: "Anh", "Chị", "Đồng chí", "Anh/chị". */
export function calledWord(address: Address): string {
  const word = address ? forms[address] : 'anh/chị';
  return word[0]!.toUpperCase() + word.slice(1);
}

const weight: Readonly<Record<Role, number>> = {
  guest: 0,
  focal_point: 1,
  unit_approver: 2,
  officer: 3,
  division_head: 4,
  director: 5,
  admin: 6,
};

/** The grants that count now: none without consent. */
export const heldGrants = (actor: Actor): readonly Grant[] =>
  actor.person && actor.consent === 'given' ? actor.grants : [];

/** The role that decides what somebody is shown first. Work at Sở Ngoại vụ comes before administration: an admin who is also an officer sees an officer's day. */
export function mainRole(actor: Actor): Role {
  const held = heldGrants(actor).map((g) => g.role);
  const working = held.filter((r) => r !== 'admin');
  return [...(working.length > 0 ? working : held)].sort((a, b) => weight[b] - weight[a])[0] ?? 'guest';
}

/** As the language understanding sees the actor. */
export function askerOf(actor: Actor): Asker {
  const role = mainRole(actor);
  if (role === 'focal_point' || role === 'unit_approver') return 'department';
  if (role === 'division_head' || role === 'director') return 'leader';
  return role;
}

/** Whether somebody works at Sở Ngoại vụ. */
export const isStaff = (actor: Actor): boolean =>
  heldGrants(actor).some((g) => g.role === 'officer' || g.role === 'division_head' || g.role === 'director');

/** The units that somebody acts for, in the order of the grants. */
export function unitsOf(actor: Actor): readonly Id<'unit'>[] {
  const own = heldGrants(actor).filter((g) => g.role === 'focal_point' || g.role === 'unit_approver');
  return [...new Set(own.flatMap((g) => (g.unit ? [g.unit] : [])))];
}

/** Whether somebody may hand out this role: officers invite people of units, the director officers too, a unit's head the own people, the admin all. */
export function mayInvite(actor: Actor, role: Role, unit: Id<'unit'> | null): boolean {
  if (role === 'guest') return false;
  const ofUnits = role === 'focal_point' || role === 'unit_approver';
  return heldGrants(actor).some((grant) => {
    switch (grant.role) {
      case 'admin':
        return true;
      case 'director':
        return ofUnits || role === 'officer';
      case 'division_head':
      case 'officer':
        return ofUnits;
      case 'unit_approver':
        return ofUnits && unit !== null && grant.unit === unit;
      default:
        return false;
    }
  });
}

/** Wrong codes that a chat may send within `attemptsWithin` before it must wait. */
export const wrongCodesAllowed = 5;
const attemptsWithin = Temporal.Duration.from({ hours: 1 });
const lockedFor = Temporal.Duration.from({ hours: 1 });

export interface Attempts {
  readonly wrong: number;
  readonly firstAt: Temporal.Instant;
  readonly lockedUntil: Temporal.Instant | null;
}

/** Until when a chat may not try a code; null: it may now. */
export function lockedUntil(of: Attempts | null, now: Temporal.Instant): Temporal.Instant | null {
  return of?.lockedUntil && Temporal.Instant.compare(now, of.lockedUntil) < 0 ? of.lockedUntil : null;
}

/** The count after one more wrong code: an old count is forgotten, the fifth within an hour locks. */
export function afterWrongCode(of: Attempts | null, now: Temporal.Instant): Attempts {
  const fresh = !of || of.lockedUntil !== null || Temporal.Instant.compare(of.firstAt.add(attemptsWithin), now) <= 0;
  const wrong = fresh ? 1 : of.wrong + 1;
  return {
    wrong,
    firstAt: fresh ? now : of.firstAt,
    lockedUntil: wrong >= wrongCodesAllowed ? now.add(lockedFor) : null,
  };
}
