import type { Actor } from '../../base/access/access.ts';
import type { Asker } from '../../language/index.ts';

/** Whose words these are, for understanding. */
export function askerOf(actor: Actor): Asker {
  const roles = new Set(actor.grants.map((g) => g.role));
  if (roles.has('director') || roles.has('division_head')) return 'leader';
  if (roles.has('officer')) return 'officer';
  if (roles.has('admin')) return 'admin';
  if (roles.has('focal_point') || roles.has('unit_approver')) return 'department';
  return 'guest';
}
