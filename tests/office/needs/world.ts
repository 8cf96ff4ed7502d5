import type { Actor } from '../../../src/base/access/access.ts';
import { auditAppender } from '../../../src/chat/kernel/audit.ts';
import { type Vocabulary, vocabulary } from '../../../src/language/index.ts';
import { needsSlice } from '../../../src/office/needs/index.ts';
import { vocabularyLists } from '../../../src/office/people/units.ts';
import { drained } from '../../support/drained.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { keys, type World, world } from '../people/world.ts';

/** The demonstration's people in chats of a kernel that runs the needs' conversations. */
export interface Chats extends TestKernel {
  readonly world: World;
  readonly vocabulary: Vocabulary;
  /** Puts somebody behind a chat. */
  sit(chat: string, actor: Actor): void;
  /** Links the chat to its person, so that notices find it; one chat a person. */
  link(chat: string): Promise<void>;
  /** The last message's buttons, by their labels. */
  buttons(chat: string): string[];
  /** Lets time pass and what is due go out. */
  later(by: Temporal.DurationLike): Promise<void>;
  close(): Promise<void>;
}

export async function chats(): Promise<Chats> {
  const w = await world();
  const words = vocabulary({ ...(await w.store.read((reads) => vocabularyLists(reads))), partners: [] });
  const kernel = await testKernel(w.store, [needsSlice({ undoSeconds: 120, keys })], {
    ports: { vocabulary: () => words },
    audit: auditAppender(keys),
  });
  return Object.assign(kernel, {
    world: w,
    vocabulary: words,
    sit: (chat: string, actor: Actor) => void kernel.people.set(chat, actor),
    async link(chat: string) {
      await kernel.say(chat, 'menu');
      const { person } = kernel.people.get(chat)!;
      await w.store.aside(async (sql) => {
        await sql`update dialogue set version = version + 1, person_id = null where person_id = ${person}`;
        await sql`update dialogue set version = version + 1, person_id = ${person} where id = (select dialogue_id from chat where external = ${chat})`;
      });
    },
    buttons: (chat: string) =>
      (kernel.channel.sent.findLast((s) => s.chat === chat)?.what.say.buttons ?? []).flat().map((b) => b.label),
    async later(by: Temporal.DurationLike) {
      kernel.clock.advance(by);
      await kernel.kernel.runDue();
      await drained(kernel.kernel);
    },
    async close() {
      await kernel.stop();
      await w.close();
    },
  });
}
