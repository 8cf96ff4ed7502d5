import { guest } from '../base/access/access.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import type { Clock } from '../base/time/clock.ts';
import type { Ports, Slice } from '../chat/dialogue/types.ts';
import { attachments, type FetchParts } from './attachments/fetch.ts';
import { duties, dutyPorts } from './duties/index.ts';
import { type ImportParts, importAction, imports, liveStart } from './imports/index.ts';
import { needsIn, needsSlice } from './needs/index.ts';
import { partners } from './partners/index.ts';
import { flowFinder, people, peoplePorts, publicIntentsOf } from './people/index.ts';
import { procedures, ruleAction } from './procedures/index.ts';
import { type ProposedAction, proposals } from './proposals/index.ts';
import { proposedOfRounds, rounds } from './rounds/index.ts';
import { unclear, unclearPorts } from './unclear/index.ts';

/** What one person proposes and another confirms, of all slices. */
// biome-ignore lint/suspicious/noExplicitAny: each action keeps its own arguments
const proposed: readonly ProposedAction<any>[] = [...proposedOfRounds, importAction, ruleAction];

/** All slices of the office, and what the kernel asks of them. A new slice is a line here. */
export function office(of: {
  keys: Keyring;
  clock: Clock;
  vocabulary: Ports['vocabulary'];
  undoSeconds: number;
  fetch: FetchParts;
}): {
  slices: readonly Slice[];
  ports: Ports;
} {
  let intents: ReadonlySet<string> | null = null;
  const parts = {
    keys: of.keys,
    clock: of.clock,
    publicIntents: () => {
      intents ??= publicIntentsOf(slices, guest);
      return intents;
    },
    checklist: liveStart,
    flowOf: (intent: string) => flowFinder(slices)(intent),
  };
  const slices: readonly Slice[] = [
    attachments(of.fetch),
    people(parts),
    proposals({ actions: proposed, undoSeconds: of.undoSeconds }),
    procedures,
    rounds({ needsIn, undoSeconds: of.undoSeconds }),
    duties,
    // Before imports and needs: a file that comes while a correction of the register is open belongs to it.
    partners(of),
    imports({ ...of.fetch, vocabulary: of.vocabulary } satisfies ImportParts),
    needsSlice(of),
    unclear,
  ];
  return { slices, ports: { ...peoplePorts(parts), ...dutyPorts, ...unclearPorts, vocabulary: of.vocabulary } };
}
