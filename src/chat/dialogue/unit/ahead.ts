import type { Inbound } from '../../messaging/types.ts';
import type { Dialogue, Draft } from '../types.ts';
import { type ChatRow, chatKey, type Loaded, messageNamed, rememberedSender } from './load.ts';
import type { Memory } from './memory.ts';

/**
 * Turns that begin before the database has answered: on what this process remembers of their dialogues, while the load asks whether
 * that still stands and takes the locks. Statements of such a turn queue behind the load on the unit's one connection, so they run
 * under the locks like all others. Whatever turns out not to stand undoes the whole unit (`holdTo`).
 */
export interface Ahead {
  /** Positions of these events among the unit's. */
  readonly events: readonly number[];
  /** What their turns start from; senders by position. */
  readonly state: Loaded;
  /** The drafts that were remembered, with their stored versions. */
  readonly drafts: readonly (readonly [id: string, version: number])[];
}

/** Something remembered no longer stood, or an event was settled before: the unit was rolled back and is to run again on what is stored. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Picks the events that can be worked on from memory: of known people, on an open draft that is remembered too, naming no message of ours. */
export function workedAhead(events: readonly Inbound[], memory: Memory, now: Temporal.Instant): Ahead {
  const chats = new Map<string, ChatRow>();
  const dialogues = new Map<string, Dialogue>();
  const drafts = new Map<string, Draft>();
  const senders: Loaded['senders'][number][] = [];
  const picked: number[] = [];
  for (const [at, event] of events.entries()) {
    const key = chatKey(event.chat);
    const remembered = memory.find(key);
    const sender = rememberedSender(memory, event, now);
    if (!remembered || !sender || messageNamed(event) !== undefined) continue;
    const { dialogue, draft, chat } = remembered;
    if (dialogue.open && !draft) continue;
    // What two of them share is left to what is stored.
    if (dialogues.has(dialogue.id) || (draft && drafts.has(draft.id))) continue;
    chats.set(key, chat);
    dialogues.set(dialogue.id, { ...dialogue });
    if (draft) drafts.set(draft.id, { ...draft });
    senders[at] = sender;
    picked.push(at);
  }
  return {
    events: picked,
    drafts: [...drafts].map(([id, { storedVersion }]) => [id, storedVersion] as const),
    state: { chats, dialogues, drafts, settled: new Set(), senders, pressed: new Map() },
  };
}

/**
 * Holds what was worked on ahead against what is stored. Gives what the other turns start from: what was loaded, with what is worked
 * on in the place of its own.
 * @throws Overtaken
 */
export function holdTo({ events: picked, state, drafts }: Ahead, events: readonly Inbound[], loaded: Loaded): Loaded {
  for (const at of picked) {
    const event = events[at]!;
    const key = chatKey(event.chat);
    const worked = state.dialogues.get(state.chats.get(key)!.dialogue)!;
    const stored = loaded.dialogues.get(worked.id);
    if (loaded.chats.get(key)?.dialogue !== worked.id || stored?.version !== worked.version)
      throw new Overtaken('a dialogue changed since it was remembered');
    if (loaded.settled.has(`${event.chat.account} ${event.key}`))
      throw new Overtaken('an event that was settled came again');
  }
  for (const [id, version] of drafts)
    if (loaded.drafts.get(id)?.storedVersion !== version)
      throw new Overtaken('a draft changed since it was remembered');
  const { dialogues, drafts: open } = state;
  for (const [id, dialogue] of loaded.dialogues) if (!dialogues.has(id)) dialogues.set(id, dialogue);
  for (const [id, draft] of loaded.drafts) if (!open.has(id)) open.set(id, draft);
  return { ...loaded, dialogues, drafts: open };
}
