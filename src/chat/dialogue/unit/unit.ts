import { type Actor, guest } from '../../../base/access/access.ts';
import { HeadMoved } from '../../../base/audit/store.ts';
import type { Sql } from '../../../base/database/client.ts';
import type { Store } from '../../../base/database/store.ts';
import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { Outbound } from '../../messaging/dispatcher.ts';
import type { Inbound } from '../../messaging/types.ts';
import type { Work } from '../../work.ts';
import type { Router } from '../route.ts';
import { parked, tooFast } from '../texts.ts';
import type { Dialogue, Ports, ShownThing } from '../types.ts';
import { holdTo, Overtaken, workedAhead } from './ahead.ts';
import { flush, flushCollected, type Outcome } from './flush.ts';
import { type ChatRow, chatKey, type Loaded, load, messageNamed } from './load.ts';
import { Memory } from './memory.ts';
import { merge } from './merge.ts';
import type { ChatPace } from './pace.ts';
import { LookFirst, makeTurn, type Reply, type TurnState } from './turn.ts';
import { type Collected, type HoldSettings, Loan, makeWork, nothingCollected } from './work.ts';

/** An event with what slow reads found for it. */
export interface Event {
  readonly inbound: Inbound;
  readonly found: Map<string, unknown>;
}

/** How one event of a unit ended: written, known before, or given up for a slow read. */
export type TurnEnd = 'done' | 'duplicate' | LookFirst;

/** A turn did not end in its time. */
export class TurnTimeout extends Error {
  override readonly name = 'TurnTimeout';
}

/** A chat that was known is not in the database any more (it was restored): the next try makes it anew. */
export class ChatGone extends Error {
  override readonly name = 'ChatGone';
}

export type CollectedAudit = Collected['audits'][number];

/** Writes the collected audit entries; chained under a lock that is the transaction's last. */
export interface AuditAppender {
  /** Appends, behind whatever another process appended meanwhile; the caller commits when this has ended. */
  append(sql: Sql, entries: readonly CollectedAudit[], now: Temporal.Instant): Promise<void>;
  /**
   * Sends it without waiting for its place, so that the commit can be sent right behind it: it fails with HeadMoved, and the transaction
   * with it, where another process appended meanwhile. Null: others do these days, so that `append` is to be used.
   */
  follow(sql: Sql, entries: readonly CollectedAudit[], now: Temporal.Instant): Promise<unknown> | null;
}

export interface UnitParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly router: Router;
  readonly run: Id<'service_run'>;
  readonly hold: HoldSettings;
  readonly audit: AuditAppender;
  /** Told after a commit of which kinds the records are that it changed. Never throws: what was written stays. */
  readonly changed: (kinds: ReadonlySet<string>) => Promise<void>;
  /** How long one turn may take, in milliseconds. */
  readonly turnMs: number;
  readonly pace: ChatPace;
}

/** Until the driver has handed on what it was told to send: it gathers small statements for one turn of the event loop. */
const sent = () => new Promise<void>((resolve) => setImmediate(resolve));

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TurnTimeout(`the turn did not end within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** The last reply carries what was shown, so that a reply to it is understood by that, however late. */
function aboutShown(replies: readonly Reply[], shown: ShownThing | null): readonly Reply[] {
  const last = replies.at(-1);
  if (!shown || !last) return replies;
  return [...replies.slice(0, -1), { ...last, say: { ...last.say, about: { ...shown } as unknown as Json } }];
}

/**
 * One transaction for several messages of different dialogues: lock and load, run the turns, write what they left, commit.
 * Nothing inside catches a database error: the whole unit is rolled back and its turns run one by one (alone.ts).
 */
export class Unit {
  readonly parts: UnitParts;
  /** Chats that are known to exist, so that most units need not make any. */
  readonly #known = new Set<string>();
  readonly #memory = new Memory(5_000);

  constructor(parts: UnitParts) {
    this.parts = parts;
  }

  /**
   * Runs the events in one transaction. `next`: called once its commit is on its way, when the next unit may begin.
   * @returns how each ended, and what may be sent now.
   * @throws and has changed nothing.
   */
  async run(events: readonly Event[], next: () => void = () => {}): Promise<{ ends: TurnEnd[]; replies: Outbound[] }> {
    const kinds = new Set<string>();
    try {
      const done = await this.#run(events, kinds, next);
      if (kinds.size > 0) await this.parts.changed(kinds);
      return done;
    } catch (error) {
      // Whatever it was, the next try reads how things stand.
      for (const { inbound } of events) this.#memory.forget(chatKey(inbound.chat));
      if (error instanceof Overtaken || error instanceof HeadMoved) return this.run(events, next);
      throw error;
    }
  }

  #run(
    events: readonly Event[],
    kinds: Set<string>,
    next: () => void,
  ): Promise<{ ends: TurnEnd[]; replies: Outbound[] }> {
    return this.#transaction(async (sql, loan, begun, closing) => {
      const now = this.parts.clock.now();
      const { ports, turnMs } = this.parts;
      const alone = events.length === 1;
      const inbound = events.map((e) => e.inbound);
      const loading = Promise.all([load(sql, inbound, now, ports, this.#known, this.#memory), begun]);
      loading.catch(() => {});
      const ahead = workedAhead(inbound, this.#memory, now);
      const ofPeople = new Set(ahead.state.dialogues.keys());
      // The load goes out first; what is remembered is worked on while the database answers.
      await sent();
      const started = ahead.events.map((at) =>
        within(turnMs, this.#turn(events[at]!, ahead.state.senders[at]!.actor, ahead.state, loan, now, alone)),
      );
      const early = Promise.allSettled(started);
      const [stored] = await loading;
      const loaded = holdTo(ahead, inbound, stored);
      const ends: TurnEnd[] = [];
      const outcomes: (Outcome | undefined)[] = [];
      const ended = (at: number, end: Outcome | 'duplicate' | LookFirst) => {
        if (end instanceof LookFirst || end === 'duplicate') ends[at] = end;
        else {
          ends[at] = 'done';
          outcomes[at] = { ...end, chat: this.#place(inbound[at]!, loaded).chat };
        }
      };
      await Promise.all([
        ...started.map(async (turn, i) => ended(ahead.events[i]!, await turn)),
        ...this.#byDialogue(events, loaded, ahead.events).map(async (group) => {
          // A person's other chat: its turn comes behind what was begun.
          if (ofPeople.has(this.#place(inbound[group[0]!]!, loaded).dialogue.id)) await early;
          for (const at of group) {
            const actor = loaded.senders[at]?.actor ?? guest;
            ended(at, await within(turnMs, this.#turn(events[at]!, actor, loaded, loan, now, alone)));
          }
        }),
      ]);
      const written = outcomes.filter((o) => o !== undefined);
      if (written.length === 0) {
        // Nothing is to stay: a turn that was given up may have linked its sender before it found that it has to look first.
        await sql`rollback`;
        return { ends, replies: [] };
      }
      const replies = await this.#write(sql, written, now, () => {
        closing();
        next();
      });
      // Only now: a unit that is rolled back made no chat.
      for (const key of loaded.chats.keys()) this.#known.add(key);
      this.#remember(outcomes, loaded);
      for (const { entry } of written.flatMap((o) => o.collected.audits)) kinds.add(entry.on.kind);
      return { ends, replies };
    });
  }

  /** Keeps an event that could not be processed, with an apology to its sender and word to the operator. */
  park(event: Event, error: string, code: string, tell: boolean): Promise<Outbound[]> {
    return this.#transaction(async (sql, loan, begun, closing) => {
      const now = this.parts.clock.now();
      const { inbound } = event;
      const [loaded] = await Promise.all([
        load(sql, [inbound], now, this.parts.ports, this.#known, this.#memory),
        begun,
      ]);
      const { chat, dialogue } = this.#place(inbound, loaded);
      const actor = loaded.senders[0]?.actor ?? guest;
      if (loaded.settled.has(`${inbound.chat.account} ${inbound.key}`)) {
        await sql`rollback`;
        return [];
      }
      const turn = this.#makeTurn(event, actor, chat, dialogue, loaded, loan, now);
      if (tell) {
        if (inbound.input.kind !== 'signal') turn.reply({ text: parked(turn.lang, code) });
        await this.parts.ports.parked(turn, { code, chat: chat.id, person: actor.person, error });
      }
      const outcome: Outcome = { ...this.#outcome(turn, chat), parked: { code, error } };
      return this.#write(sql, [outcome], now, closing);
    });
  }

  /** A write outside any chat (tasks, CLI): the same collecting and the same flush, in a transaction of its own. */
  async write<T>(of: { actor: Actor; via: Work['via'] }, change: (work: Work) => Promise<T>): Promise<T> {
    const into = nothingCollected();
    const done = await this.#transaction(async (sql, loan, begun) => {
      await begun;
      const now = this.parts.clock.now();
      const result = await change(makeWork({ loan, now, ...of, into, hold: this.parts.hold }));
      await Promise.all(flushCollected(sql, [into], now));
      if (into.audits.length > 0) await this.parts.audit.append(sql, into.audits, now);
      await sql`commit`;
      return result;
    });
    if (into.audits.length > 0) await this.parts.changed(new Set(into.audits.map(({ entry }) => entry.on.kind)));
    return done;
  }

  /** A short transaction of the kernel's own, on the units' connection. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction(async (sql, _, begun) => {
      await begun;
      const result = await work(sql);
      await sql`commit`;
      return result;
    });
  }

  /**
   * Runs `work` on the units' connection; it commits itself, and may say that its commit is on its way (`closing`): then the next
   * transaction may follow. Whatever goes wrong is rolled back, and the loan is dead afterwards.
   */
  #transaction<T>(
    work: (sql: Sql, loan: Loan, begun: Promise<unknown>, closing: () => void) => Promise<T>,
  ): Promise<T> {
    return this.parts.store.exclusive(async (sql, free) => {
      const loan = new Loan(sql);
      let closed = false;
      const closing = () => {
        closed = true;
        loan.end();
        free();
      };
      const begun = sql`begin read write`.then(() => {});
      begun.catch(() => {});
      try {
        return await work(sql, loan, begun, closing);
      } catch (error) {
        loan.end();
        // Behind its commit, which a failed statement makes a rollback, the connection may be another's already.
        if (!closed) await sql`rollback`.catch(() => {});
        throw error;
      } finally {
        loan.end();
      }
    });
  }

  /** After the commit: what was written is what the next messages of these chats begin with. */
  #remember(outcomes: readonly (Outcome | undefined)[], loaded: Loaded): void {
    for (const [at, outcome] of outcomes.entries()) {
      if (!outcome) continue;
      const { dialogue, event } = outcome;
      const sender = loaded.senders[at]!;
      const own = sender.actor.person !== null && sender.actor.person === dialogue.person;
      const draft = dialogue.open ? (loaded.drafts.get(dialogue.open.draft) ?? null) : null;
      this.#memory.keep(chatKey(event.chat), {
        chat: outcome.chat,
        dialogue: { ...dialogue, version: dialogue.version + 1 },
        draft: draft && { ...draft, storedVersion: draft.version },
        sender: own ? { external: event.from.external, ...sender } : null,
      });
    }
  }

  /** Positions of the events but those `begun`, grouped by dialogue: within one they run one after the other. */
  #byDialogue(events: readonly Event[], loaded: Loaded, begun: readonly number[]): number[][] {
    const groups = new Map<string, number[]>();
    events.forEach((event, at) => {
      if (begun.includes(at)) return;
      const { dialogue } = this.#place(event.inbound, loaded);
      const group = groups.get(dialogue.id);
      if (group) group.push(at);
      else groups.set(dialogue.id, [at]);
    });
    return [...groups.values()];
  }

  #place(inbound: Inbound, loaded: Loaded): { chat: ChatRow; dialogue: Dialogue } {
    const key = chatKey(inbound.chat);
    const chat = loaded.chats.get(key);
    const dialogue = chat && loaded.dialogues.get(chat.dialogue);
    if (!chat || !dialogue) {
      // Known once and gone now (a restored database): made anew by the next try.
      this.#known.delete(key);
      throw new ChatGone('the chat of this event is not in the database');
    }
    return { chat, dialogue };
  }

  #makeTurn(
    event: Event,
    actor: Actor,
    chat: ChatRow,
    dialogue: Dialogue,
    loaded: Loaded,
    loan: Loan,
    now: Temporal.Instant,
  ): TurnState {
    const { router, ports, hold } = this.parts;
    return makeTurn({
      event: event.inbound,
      actor,
      chat,
      dialogue,
      loaded,
      loan,
      now,
      vocabulary: ports.vocabulary(),
      found: event.found,
      hold,
      open: (turn, form, start) => router.engine.open(turn, form, start),
    });
  }

  async #turn(
    event: Event,
    actor: Actor,
    loaded: Loaded,
    loan: Loan,
    now: Temporal.Instant,
    alone: boolean,
  ): Promise<Outcome | 'duplicate' | LookFirst> {
    const { inbound } = event;
    if (loaded.settled.has(`${inbound.chat.account} ${inbound.key}`)) return 'duplicate';
    const { chat, dialogue } = this.#place(inbound, loaded);
    const { router, ports, pace } = this.parts;
    const before = { ...dialogue };
    // In a group everybody reads along: whoever asks there is nobody in particular.
    const who = inbound.chat.kind === 'group' ? guest : actor;
    const turn = this.#makeTurn(event, who, chat, dialogue, loaded, loan, now);
    try {
      const over = pace.over(chat.id, inbound.input.kind);
      if (over !== 'no') {
        if (over === 'first') turn.reply({ text: tooFast(turn.lang) });
      } else {
        const named = messageNamed(inbound);
        await router.route(turn, named === undefined ? undefined : loaded.pressed.get(named));
      }
      if (turn.becomes) await merge(turn, turn.becomes);
      // What was typed before consent, as if typed now: by the actor that this turn made of the sender.
      for (const text of turn.takenUp) {
        const [now2] = await ports.identify(loan.sql, [
          { account: inbound.chat.account, external: inbound.from.external },
        ]);
        const again: Inbound = { ...inbound, sentAt: now, input: { kind: 'text', text } };
        const next = this.#makeTurn(
          { inbound: again, found: event.found },
          now2?.actor ?? actor,
          chat,
          dialogue,
          loaded,
          loan,
          now,
        );
        await router.route(next, undefined);
        turn.replies.push(...next.replies);
        for (const draft of next.changed) turn.changed.add(draft);
        for (const [into, from] of [
          [turn.collected.audits, next.collected.audits],
          [turn.collected.notices, next.collected.notices],
          [turn.collected.recalls, next.collected.recalls],
          [turn.collected.releases, next.collected.releases],
          [turn.collected.tasks, next.collected.tasks],
        ] as const)
          (into as unknown[]).push(...from);
      }
    } catch (error) {
      if (!(error instanceof LookFirst)) throw error;
      // Its statements would be committed with the others' and its replies lost: alone it is rolled back and run again.
      if (turn.takenUp.length > 0 && !alone) throw new Error('a turn has to look first after it has written');
      Object.assign(dialogue, before);
      return error;
    }
    // What a form asked; a menu may be pressed again.
    const asked = before.open && before.question?.kind !== 'offer' ? before.question : null;
    const answered = asked && asked.chat === chat.id && turn.dialogue.question?.message !== asked.message;
    return { ...this.#outcome(turn, chat), answered: answered ? asked.message : null };
  }

  #outcome(turn: TurnState, chat: ChatRow): Outcome {
    return {
      event: turn.inbound,
      chat,
      person: turn.actor.person,
      dialogue: turn.dialogue,
      drafts: turn.changed,
      replies: turn.shownNow ? aboutShown(turn.replies, turn.dialogue.shown) : turn.replies,
      collected: turn.collected,
    };
  }

  /** The flush, the chain and the commit, in one round trip where no other process appends to the chain. `closing` is called behind the commit. */
  async #write(
    sql: Sql,
    outcomes: readonly Outcome[],
    now: Temporal.Instant,
    closing: () => void,
  ): Promise<Outbound[]> {
    const { sent, replies } = flush(sql, outcomes, this.parts.run, now);
    const audits = outcomes.flatMap((o) => o.collected.audits);
    // The chain's head is the last lock of the transaction: its statement goes out behind the others.
    const written = Promise.all(sent);
    const chained = audits.length === 0 ? Promise.resolve() : this.parts.audit.follow(sql, audits, now);
    if (chained) {
      // A failed statement makes the server answer this commit with a rollback; the failure itself is thrown by Promise.all.
      const all = Promise.all([written, chained, sql`commit`]);
      closing();
      await all;
    } else {
      await Promise.all([written, this.parts.audit.append(sql, audits, now)]);
      await sql`commit`;
    }
    return replies();
  }
}
