import type { Actor } from '../../../src/base/access/access.ts';
import { type Vocabulary, vocabulary } from '../../../src/language/index.ts';
import { needsSlice } from '../../../src/office/needs/index.ts';
import { vocabularyLists } from '../../../src/office/people/units.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type World, world } from '../people/world.ts';

/** The demonstration's people in chats of a kernel that runs the needs' conversations. */
export interface Chats extends TestKernel {
  readonly world: World;
  readonly vocabulary: Vocabulary;
  /** Puts somebody behind a chat. */
  sit(chat: string, actor: Actor): void;
  /** The last message's buttons, by their labels. */
  buttons(chat: string): string[];
  close(): Promise<void>;
}

export async function chats(): Promise<Chats> {
  const w = await world();
  const words = vocabulary({ ...(await w.store.read((reads) => vocabularyLists(reads as never))), partners: [] });
  const kernel = await testKernel(w.store, [needsSlice({ undoSeconds: 120 })], { ports: { vocabulary: () => words } });
  return Object.assign(kernel, {
    world: w,
    vocabulary: words,
    sit: (chat: string, actor: Actor) => void kernel.people.set(chat, actor),
    buttons: (chat: string) =>
      (kernel.channel.sent.findLast((s) => s.chat === chat)?.what.say.buttons ?? []).flat().map((b) => b.label),
    async close() {
      await kernel.stop();
      await w.close();
    },
  });
}
