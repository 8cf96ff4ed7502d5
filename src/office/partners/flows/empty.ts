import type { LookContext } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Vocabulary } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import * as t from '../texts/search.ts';

/** Nothing fits (`wider`: buttons that leave out a condition follow); or there is nothing at all yet, and how it comes in. */
export function nothing(by: LookContext, asked: string, wider = false): Say {
  if (!isEmpty(by.vocabulary)) return { text: t.noPartner(by.lang, asked, wider) };
  return { text: t.emptyRegister(by.lang, access.can(by.actor, 'ngo.import.propose').ok) };
}

/** Whether the register has no organisation yet; bodies that are no NGOs come with the program. */
export const isEmpty = (v: Vocabulary): boolean => v.lists.partners.every(({ kind }) => kind === 'not_ngo');
