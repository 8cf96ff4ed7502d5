import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type NeedAction,
  type NeedState,
  needActions,
  needStates,
  next,
  statesFor,
  unitWord,
} from '../../../src/office/needs/rules/states.ts';

/** The state machine as it is written down for the office: from, what is done, to. */
const written = `
new                 submit                 submitted
submitted           take                   under_review
submitted           undo_submit            recalled
submitted           edit                   submitted
recalled            submit                 submitted
under_review        request_revision       revision_requested
under_review        accept                 accepted
under_review        reject                 rejected
under_review        merge                  merged
under_review        release                submitted
under_review        edit                   submitted
revision_requested  edit                   submitted
revision_requested  undo_request_revision  under_review
accepted            undo_accept            under_review
rejected            undo_reject            under_review
merged              unmerge                under_review
accepted            edit                   accepted
accepted            validate               accepted
accepted            refuse                 accepted
accepted            list                   listed
listed              unlist                 accepted
listed              interest               matched
matched             decline                listed
matched             commit                 committed
committed           uncommit               listed
committed           fund                   funded
funded              start                  implementing
implementing        finish                 completed
listed              expire                 expired
submitted           withdraw               withdrawn
recalled            withdraw               withdrawn
under_review        withdraw               withdrawn
revision_requested  withdraw               withdrawn
accepted            withdraw               withdrawn
listed              withdraw               withdrawn
matched             withdraw               withdrawn
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/) as [NeedState | 'new', NeedAction, NeedState]);

test.each(written)('%s, %s: %s', (from, action, to) => {
  expect(next(from, action)).toBe(to);
});

test('no sequence of actions does what is not written', () => {
  const edges = new Map(written.map(([from, action, to]) => [`${from} ${action}`, to]));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...needActions), { maxLength: 40 }), (actions) => {
      let state: NeedState | 'new' = 'new';
      for (const action of actions) {
        const to = next(state, action);
        expect(to).toBe(edges.get(`${state} ${action}`) ?? null);
        state = to ?? state;
      }
    }),
    { numRuns: 500 },
  );
});

test('every state can be reached', () => {
  const seen = new Set<NeedState | 'new'>(['new']);
  for (const state of seen)
    for (const action of needActions) {
      const to = next(state, action);
      if (to) seen.add(to);
    }
  expect([...seen].sort()).toEqual([...needStates, 'new'].sort());
});

test('what is over stays over', () => {
  for (const state of ['completed', 'withdrawn', 'expired'] as const) {
    for (const action of needActions) expect(next(state, action)).toBeNull();
  }
});

test('nothing is taken back once a partner has committed', () => {
  expect(statesFor('withdraw')).not.toContain('committed');
});

test('a unit knows six words', () => {
  expect(new Set(needStates.map(unitWord)).size).toBe(6);
  expect(unitWord('recalled')).toBe('draft');
  expect(unitWord('completed')).toBe('accepted');
});
