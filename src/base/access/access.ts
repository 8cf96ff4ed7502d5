import type { Id } from '../ids.ts';

/** Who does what is in src/office/people/access.ts; "leader" in prose is division_head and director. */
export const roles = [
  'guest',
  'focal_point',
  'unit_approver',
  'officer',
  'division_head',
  'director',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** What a person may do, and for which unit. `standsInFor` is set while the grant comes from a delegation. */
export interface Grant {
  readonly role: Role;
  readonly unit: Id<'unit'> | null;
  readonly standsInFor: Id<'person'> | null;
}

/** How a person is spoken to; null until asked. */
export type Address = 'anh' | 'chi' | 'dong_chi' | null;

/** Who acts. A guest has no person, no grant and no consent. */
export interface Actor {
  readonly person: Id<'person'> | null;
  readonly name: string | null;
  readonly address: Address;
  readonly grants: readonly Grant[];
  readonly consent: 'none' | 'given' | 'withdrawn';
}

export const guest: Actor = { person: null, name: null, address: null, grants: [], consent: 'none' };

/** A record that an action is about; `unit` is whose it is, where it belongs to one. */
export interface RecordRef {
  readonly kind: string;
  readonly id: string;
  readonly unit?: Id<'unit'>;
}

/** What a list query may return. A query without one does not compile. */
export type Scope =
  | { readonly see: 'all'; readonly detail: 'full' | 'metadata' }
  | { readonly see: 'units'; readonly units: readonly Id<'unit'>[]; readonly published: boolean }
  | { readonly see: 'published' }
  | { readonly see: 'nothing' };

export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'role' | 'unit' | 'guest' | 'consent' };

/**
 * One row of the access table: which roles may do it, and on whose records.
 * `own`: only records of a unit that the grant names; `any`: every record; `publish`: only what is published.
 */
export interface AccessRule {
  readonly action: string;
  readonly allow: Partial<Record<Role, 'any' | 'own' | 'published' | 'metadata'>>;
}

/** Answers "may this actor do that" and "which records does this actor see", from the table handed in. */
export interface Access {
  can(actor: Actor, action: string, on?: { readonly unit?: Id<'unit'> | null }): Verdict;
  scope(actor: Actor, action: string): Scope;
}

/**
 * Makes the policy from its table. An action without a row is denied to everybody: forgetting a row closes a door, never opens one.
 * Consent is needed for everything but what a guest may do.
 */
export function accessPolicy(table: readonly AccessRule[]): Access & { readonly table: readonly AccessRule[] } {
  const rules = new Map(table.map((rule) => [rule.action, rule]));
  if (rules.size !== table.length) throw new Error('access table names an action twice');
  const held = (actor: Actor): readonly Grant[] =>
    actor.person && actor.consent === 'given' ? actor.grants : [{ role: 'guest', unit: null, standsInFor: null }];
  return {
    table,
    can(actor, action, on) {
      const rule = rules.get(action);
      if (!rule) return { ok: false, why: 'role' };
      let why: 'role' | 'unit' | 'guest' | 'consent' = actor.person
        ? actor.consent === 'given'
          ? 'role'
          : 'consent'
        : 'guest';
      if (rule.allow.guest) return { ok: true };
      for (const grant of held(actor)) {
        const reach = rule.allow[grant.role];
        if (!reach) continue;
        if (reach !== 'own') return { ok: true };
        if (!on || (grant.unit !== null && on.unit === grant.unit)) return { ok: true };
        why = 'unit';
      }
      return { ok: false, why };
    },
    scope(actor, action) {
      const rule = rules.get(action);
      if (!rule) return { see: 'nothing' };
      const reaches = held(actor).map((grant) => ({ grant, reach: rule.allow[grant.role] }));
      if (reaches.some((r) => r.reach === 'any')) return { see: 'all', detail: 'full' };
      if (reaches.some((r) => r.reach === 'metadata')) return { see: 'all', detail: 'metadata' };
      const units = reaches.flatMap((r) => (r.reach === 'own' && r.grant.unit ? [r.grant.unit] : []));
      const published = Boolean(rule.allow.guest) || reaches.some((r) => r.reach === 'published');
      if (units.length > 0) return { see: 'units', units, published };
      return published ? { see: 'published' } : { see: 'nothing' };
    },
  };
}
