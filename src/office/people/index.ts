import type { Clock } from '../../base/time/clock.ts';
import type { Ports, Slice } from '../../chat/dialogue/types.ts';
import type { PeopleParts } from './context.ts';
import { actions } from './flows/actions.ts';
import { linkAccount } from './flows/link-account.ts';
import { cancel, dataFlows, help, languageSwitch, outOfScope, procedureQuestion, smalltalk } from './flows/small.ts';
import { whoAmI } from './flows/who-am-i.ts';
import { gate } from './gate/gate.ts';
import { helper } from './helper.ts';
import { identifier } from './identify.ts';

/** Units, persons, roles, linking, consent: the conversations of it. */
export const people = (parts: PeopleParts): Slice => ({
  name: 'people',
  flows: [
    help,
    smalltalk,
    outOfScope,
    cancel,
    procedureQuestion,
    languageSwitch,
    whoAmI,
    linkAccount(parts),
    ...dataFlows(parts),
  ],
  actions: actions(parts),
});

/** What the kernel asks of people. */
export const peoplePorts = (
  parts: PeopleParts & { readonly clock: Pick<Clock, 'now'> },
): Pick<Ports, 'identify' | 'gate' | 'helper'> => ({
  identify: identifier(parts.clock),
  gate: gate(parts),
  helper,
});

/** The intents that a guest may be answered, out of all slices. */
export const publicIntentsOf = (
  slices: readonly Slice[],
  guest: Parameters<NonNullable<Slice['flows']>[number]['may']>[0],
) => new Set(slices.flatMap((s) => (s.flows ?? []).filter((f) => f.may(guest)).flatMap((f) => f.intents)));
