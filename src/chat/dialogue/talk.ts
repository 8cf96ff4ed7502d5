import { z } from 'zod';
import type { Json } from '../../base/json.ts';
import { readAs, type Understood } from '../../language/index.ts';
import { askerOf } from './asker.ts';
import type { Registry } from './registry.ts';
import * as t from './texts.ts';
import type { Action, Flow, LookContext, Ports, Turn } from './types.ts';

/** Longer words are not carried in a button. */
export const mostMeant = 300;

const meant = z.object({ intent: z.string(), text: z.string().max(mostMeant) });
const again = z.object({ intent: z.string(), slots: z.record(z.string(), z.json()), text: z.string() });

/** Buttons under what was asked back: they lead to the flow that was meant, which asks for the right itself and never changes anything by a sentence alone. */
export function talkActions(registry: Registry, ports: Ports): readonly Action<unknown>[] {
  const leads = (
    name: string,
    read: (args: Json, by: Pick<LookContext, 'actor' | 'vocabulary' | 'now'>) => Understood | null,
    noted: (turn: Turn, ask: Understood) => Promise<void>,
  ): Action<unknown> => {
    const flowOf = (ask: Understood | null): Flow<unknown> | undefined =>
      ask ? registry.byIntent.get(ask.intent) : undefined;
    return {
      name,
      look: async (reads, by, args) => {
        const ask = read(args, by);
        const flow = flowOf(ask);
        return ask && flow?.look && flow.may(by.actor) && (flow.lookWhen?.(ask) ?? true)
          ? flow.look(reads, by, ask)
          : undefined;
      },
      run: async (turn, args, found) => {
        const ask = read(args, turn);
        const flow = flowOf(ask);
        if (!ask || !flow) return turn.reply({ text: t.staleButton(turn.lang) });
        if (!flow.may(turn.actor)) {
          const { name: who, phone } = await ports.helper(turn);
          return turn.reply({ text: t.mayNot(turn.lang, who, phone) });
        }
        await noted(turn, ask);
        await flow.run(turn, ask, found);
      },
    };
  };
  return [
    leads(
      'talk.meant',
      (args, by) => {
        const of = meant.safeParse(args).data;
        return of
          ? readAs(of.text, of.intent, { vocabulary: by.vocabulary, now: by.now, asker: askerOf(by.actor) })
          : null;
      },
      (turn, ask) => ports.meant(turn, ask.text, ask.intent),
    ),
    leads(
      'talk.again',
      (args) => {
        const of = again.safeParse(args).data;
        return of ? { intent: of.intent, slots: of.slots as Understood['slots'], text: of.text, confidence: 1 } : null;
      },
      async () => {},
    ),
    { name: 'talk.other', run: (turn) => turn.reply({ text: t.sayOtherwise(turn.lang) }) },
  ];
}
