import type { Actor } from '../../base/access/access.ts';
import type { Clock } from '../../base/time/clock.ts';
import type { Ports, Slice } from '../../chat/dialogue/types.ts';
import type { PeopleParts } from './context.ts';
import { actions } from './flows/actions.ts';
import { delegateFlow, delegateSpec, endDelegationAction } from './flows/delegate.ts';
import { linkAccount } from './flows/link-account.ts';
import { cancel, dataFlows, help, languageSwitch, outOfScope, smalltalk } from './flows/small.ts';
import { whoAmI } from './flows/who-am-i.ts';
import { gate } from './gate/gate.ts';
import { helper } from './helper.ts';
import { identifier } from './identify.ts';
import { notices } from './notices.ts';

/** Units, persons, roles, linking, consent: the conversations of it. */
export const people = (parts: PeopleParts): Slice => ({
  name: 'people',
  flows: [
    help(parts),
    smalltalk(parts),
    outOfScope,
    cancel,
    languageSwitch,
    whoAmI,
    linkAccount(parts),
    delegateFlow,
    ...dataFlows(parts),
  ],
  forms: [delegateSpec],
  actions: [...actions(parts), endDelegationAction],
  notices,
});

/** What the kernel asks of people. */
export const peoplePorts = (
  parts: PeopleParts & { readonly clock: Pick<Clock, 'now'> },
): Pick<Ports, 'identify' | 'gate' | 'helper'> => ({
  identify: identifier(parts.clock),
  gate: gate(parts),
  helper,
});

/** The intents that a guest may be answered, out of all slices, and the commands that mean them ("/menu"). */
export const publicIntentsOf = (slices: readonly Slice[], guest: Actor): ReadonlySet<string> =>
  new Set(
    slices
      .flatMap((slice) => slice.flows ?? [])
      .filter((flow) => flow.may(guest))
      .flatMap((flow) => [...flow.intents, ...(flow.command ? [`/${flow.command}`] : [])]),
  );

/** Finds the flow of an intent among all slices: what the menu's buttons run. */
export function flowFinder(slices: readonly Slice[]): NonNullable<PeopleParts['flowOf']> {
  const flows = new Map(slices.flatMap((s) => s.flows ?? []).flatMap((f) => f.intents.map((i) => [i, f] as const)));
  return (intent) => flows.get(intent);
}
