import type { Actor } from '../../../src/base/access/access.ts';
import type { Json } from '../../../src/base/json.ts';
import type { Action, Flow, LookContext, Turn } from '../../../src/chat/dialogue/types.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Say } from '../../../src/chat/messaging/types.ts';
import type { Lang } from '../../../src/chat/text.ts';
import { vocabulary } from '../../../src/language/index.ts';
import { start, type World } from '../people/world.ts';

const words = vocabulary({ places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: [] });

/** Runs a flow or an action as the kernel does (look outside, run inside) and gives what was said last. */
export async function ask<Found>(
  w: World,
  of: Flow<Found> | Action<Found>,
  actor: Actor,
  text: string,
  how: { slots?: Record<string, Json>; args?: Json; now?: Temporal.Instant; lang?: Lang } = {},
): Promise<string> {
  const now = how.now ?? start;
  const lang = how.lang ?? 'vi';
  const by: LookContext = { actor, now, lang, vocabulary: words };
  const understood = { intent: '', confidence: 1, slots: how.slots ?? {}, text };
  const found = await w.store.read(async (reads) =>
    'intents' in of ? of.look?.(reads, by, understood) : of.look?.(reads, by, how.args ?? null),
  );
  const said: Say[] = [];
  await w.work(
    async (work) => {
      const turn = {
        ...work,
        lang,
        vocabulary: words,
        dialogue: { open: null },
        reply: (say: Say) => void said.push(say),
      } as unknown as Turn;
      if ('intents' in of) await of.run(turn, understood, found as Found);
      else await of.run(turn, how.args ?? null, found as Found);
    },
    { actor, now },
  );
  return plain(said.at(-1)!.text);
}
