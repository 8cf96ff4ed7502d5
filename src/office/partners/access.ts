import { type AccessRule, type Actor, accessPolicy, type Scope } from '../../base/access/access.ts';

/**
 * Who reads what of the register: guests what is published, units names, fields and status, the Sở everything.
 * `metadata` stands for "names, fields, status".
 */
export const partnerAccess: readonly AccessRule[] = [
  {
    action: 'partner.read',
    allow: {
      guest: 'published',
      focal_point: 'metadata',
      unit_approver: 'metadata',
      officer: 'any',
      division_head: 'any',
      director: 'any',
    },
  },
  { action: 'partner.contacts', allow: { officer: 'any', division_head: 'any', director: 'any' } },
  { action: 'partner.grants', allow: { officer: 'any', division_head: 'any', director: 'any' } },
];

const policy = accessPolicy(partnerAccess);

/** How much of the register this actor sees. */
export const partnerScope = (actor: Actor): Scope => policy.scope(actor, 'partner.read');
/** Whether, and which, records of talks with partners this actor sees. */
export const contactScope = (actor: Actor): Scope => policy.scope(actor, 'partner.contacts');
/** Whether, and which, grants of partners this actor sees. */
export const grantScope = (actor: Actor): Scope => policy.scope(actor, 'partner.grants');
