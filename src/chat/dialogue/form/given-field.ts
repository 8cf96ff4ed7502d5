import type { Field } from './types.ts';

/** An answer that is never asked: whoever opens the form puts it there, mostly so that the read-back can name what the form is about. */
export const givenField = <A>(of: Pick<Field<A>, 'label' | 'show' | 'store' | 'load'>): Field<A> => ({
  ...of,
  when: () => false,
  ask: () => [],
  read: () => ({ error: [] }),
});
