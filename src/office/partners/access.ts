import type { Actor, Scope } from '../../base/access/access.ts';
import { access } from '../people/access.ts';

/** What of the register a reader may see: guests what is published, units names, fields and status, the Sở everything. */
export interface Sight {
  /** Which entries, with their names, fields and status. */
  readonly entries: Scope;
  /** Certificates and requests in full, and grants. */
  readonly detail: Scope;
  /** The talks with them. */
  readonly contacts: Scope;
}

/** What this actor may see of the register, by the office's access table. */
export const sightOf = (actor: Actor): Sight => ({
  entries: access.scope(actor, 'ngo.see'),
  detail: access.scope(actor, 'ngo.detail'),
  contacts: access.scope(actor, 'ngo.contacts'),
});

/** Whether a scope leaves nothing out. */
export const seesAll = (scope: Scope): boolean => scope.see === 'all' && scope.detail === 'full';
