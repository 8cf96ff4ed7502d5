import type { Actor } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import { newId } from '../../../base/ids.ts';
import { shownOf, type Vocabulary } from '../../../language/index.ts';
import type { Inbound, Say } from '../../messaging/types.ts';
import type { Reads, Work } from '../../work.ts';
import type { Dialogue, Draft, OpenQuestion, Turn, Unclear } from '../types.ts';
import { type ChatRow, type Loaded, lockDraft, optionsOf } from './load.ts';
import { type Collected, type HoldSettings, type Loan, makeWork, nothingCollected } from './work.ts';

/** A reply that waits for the flush. */
export interface Reply {
  readonly id: Id<'message'>;
  readonly say: Say;
}

/** A flow needs a slow read first: the turn is given up without a trace and runs again with what was found. */
export class LookFirst {
  readonly key: string;
  readonly look: (reads: Reads) => Promise<unknown>;
  constructor(key: string, look: (reads: Reads) => Promise<unknown>) {
    this.key = key;
    this.look = look;
  }
}

/** One message being worked on: what slices see of it (Turn), and what the engine and the flush need beside. */
export interface TurnState extends Turn {
  readonly collected: Collected;
  readonly replies: Reply[];
  readonly loan: Loan;
  /** What earlier looks of this message found, by key. */
  readonly found: Map<string, unknown>;
  /** Drafts that this turn changed. */
  readonly changed: Set<Draft>;
  /** Set by `became`: the person's own dialogue takes this chat over at the flush. */
  becomes: Id<'person'> | null;
  /** Whether something was shown in this turn. */
  shownNow: boolean;
  /** What was not understood in this turn. */
  readonly unclearSaid: Unclear[];
  /** Texts to be taken up as if typed now, after this turn's own work. */
  readonly takenUp: string[];
  /** Says something and says what a typed word or number may pick from it. */
  ask(say: Say, kind: OpenQuestion['kind']): void;
  /** A draft of this unit, or read under its lock now. */
  draft(id: string): Promise<Draft | undefined>;
  addDraft(draft: Draft): void;
}

/** Makes the turn of one event over what the unit loaded. `open` is the form engine's. */
export function makeTurn(of: {
  event: Inbound;
  actor: Actor;
  chat: ChatRow;
  dialogue: Dialogue;
  loaded: Loaded;
  loan: Loan;
  now: Temporal.Instant;
  vocabulary: Vocabulary;
  found: Map<string, unknown>;
  hold: HoldSettings;
  open: (turn: TurnState, form: string, start: Parameters<Turn['open']>[1]) => Promise<void>;
}): TurnState {
  const { event, loaded, loan, now, dialogue } = of;
  const collected = nothingCollected();
  const via: Work['via'] = { channel: of.chat.channel, request: event.key };
  const work = makeWork({ loan, now, actor: of.actor, via, into: collected, hold: of.hold });
  const replies: Reply[] = [];
  const push = (say: Say): Id<'message'> => {
    const id = newId<'message'>(now.epochMilliseconds);
    replies.push({ id, say });
    return id;
  };
  const turn: TurnState = {
    get tx() {
      return loan.tx;
    },
    raw: loan.raw,
    now,
    actor: of.actor,
    via,
    newId: work.newId,
    audit: work.audit,
    notify: work.notify,
    recall: work.recall,
    release: work.release,
    later: work.later,
    inbound: event,
    chat: { id: of.chat.id, key: event.chat, channel: of.chat.channel },
    dialogue,
    get lang() {
      return dialogue.lang;
    },
    vocabulary: of.vocabulary,
    collected,
    replies,
    loan,
    found: of.found,
    changed: new Set(),
    becomes: null,
    takenUp: [],
    shownNow: false,
    unclearSaid: [],
    reply(say) {
      const id = push(say);
      if (dialogue.open) return;
      const options = optionsOf(say);
      if (options.length > 0) {
        dialogue.question = { message: id, chat: of.chat.id, askedAt: now, kind: 'offer', options };
      } else if (dialogue.question) {
        // What was offered before can still be picked by its words, no longer by a number.
        dialogue.question = { ...dialogue.question, kind: 'text' };
      }
    },
    ask(say, kind) {
      const id = push(say);
      dialogue.question = { message: id, chat: of.chat.id, askedAt: now, kind, options: optionsOf(say) };
    },
    open: (form, start) => of.open(turn, form, start),
    shown(ask, kind, ids = []) {
      turn.shownNow = true;
      const before = dialogue.shown;
      const at = now.toString();
      const same = before !== null && before.kind !== null && before.kind === kind;
      const looks = !ask || ask.slots['pointed'] === true;
      const focus = same && looks && ids.length === 1 && before.ids.length > 1 ? before.ids.indexOf(ids[0]!) : -1;
      const next = shownOf(ask, kind ?? null, ids);
      // One of a list is looked at: the list stays what "cái thứ ba" means. A further page of it answers the same question.
      if (focus >= 0) dialogue.shown = { ...before!, focus, at };
      else dialogue.shown = !ask && same ? { ...before, ids: next.ids, focus: next.focus, at } : { ...next, at };
    },
    unclear(said) {
      turn.unclearSaid.push(said);
    },
    became(person) {
      turn.becomes = person;
    },
    takeUp(text) {
      turn.takenUp.push(text);
    },
    async draft(id) {
      const here = loaded.drafts.get(id);
      if (here) return here;
      loan.check();
      const read = await lockDraft(loan.sql, id);
      if (read) loaded.drafts.set(read.id, read);
      return read;
    },
    addDraft(draft) {
      loaded.drafts.set(draft.id, draft);
      turn.changed.add(draft);
    },
  };
  return turn;
}
