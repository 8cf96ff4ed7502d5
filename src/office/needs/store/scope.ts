import { and, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../../base/access/access.ts';
import { publishedStates } from '../rules/states.ts';
import { need } from '../schema.ts';

/** The condition under which a scope shows a need with its content. An administrator counts needs and reads none. */
export function visible(scope: Scope): SQL {
  const published = inArray(need.state, [...publishedStates]);
  switch (scope.see) {
    case 'all':
      // A recalled need is a draft of its unit again: nobody else's business.
      return scope.detail === 'full' ? ne(need.state, 'recalled') : sql`false`;
    case 'units': {
      const own = scope.units.length > 0 ? inArray(need.unitId, [...scope.units]) : sql`false`;
      return (scope.published ? or(own, published) : own) ?? sql`false`;
    }
    case 'published':
      return published;
    case 'nothing':
      return sql`false`;
  }
}

/** The same, of the own units only: what "my needs" lists, without what others have published. */
export function own(scope: Scope): SQL {
  const bare = scope.see === 'units' ? { ...scope, published: false } : scope;
  // Shown as the draft that it has become.
  return and(visible(bare), ne(need.state, 'recalled')) ?? sql`false`;
}
