import type { Actor } from '../../../base/access/access.ts';
import { type Id, isId } from '../../../base/ids.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import { plain } from '../../../chat/messaging/rich-text.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { access } from '../../people/access.ts';
import { calledWord } from '../../people/rules.ts';
import { unitsById } from '../../people/store.ts';
import { doneDuty } from '../commands.ts';
import { type Duty, openDuties } from '../store.ts';
import * as t from '../texts.ts';

interface Found {
  readonly duties: readonly Duty[];
  /** Office line of the unit that is to be phoned. */
  readonly phones: ReadonlyMap<Id<'unit'>, string | null>;
}

const may = (actor: Actor) => access.can(actor, 'duty.see').ok;

async function lookUp(reads: Reads, by: Pick<LookContext, 'actor'>): Promise<Found> {
  if (!by.actor.person || !may(by.actor)) return { duties: [], phones: new Map() };
  const duties = await openDuties(reads, by.actor.person, true);
  const units = await unitsById(
    reads,
    duties.flatMap((d) => (d.unit ? [d.unit] : [])),
  );
  return { duties, phones: new Map([...units].map(([id, unit]) => [id, unit.phone])) };
}

function page(turn: Turn, found: Found, at: number): Say {
  const { lang } = turn;
  const { duties } = found;
  const one = duties[at] ?? duties[0];
  if (!one) {
    // A need that waits is no duty yet, but it is what an officer means.
    const waits = access.scope(turn.actor, 'need.take').see !== 'nothing';
    const label = t.waitingNeeds(lang);
    return {
      text: t.noDuties(lang, calledWord(turn.actor.address)),
      ...(waits
        ? {
            buttons: [
              [{ label, call: { action: 'people.do', args: { intent: 'needs_search', text: 'nhu cầu chờ xem xét' } } }],
            ],
          }
        : {}),
    };
  }
  const index = duties.indexOf(one);
  const what = plain(t.sentence(lang, one.template, one.values)).split('\n');
  const phone = one.unit ? (found.phones.get(one.unit) ?? null) : null;
  const next = duties.length > 1 ? (index + 1) % duties.length : null;
  return {
    text: t.duty(lang, index + 1, duties.length, what, one.due, turn.now, phone),
    buttons: [
      [
        { label: t.done(lang), call: { action: 'duties.done', args: one.id } },
        ...(next === null ? [] : [{ label: t.nextDuty(lang), call: { action: 'duties.show', args: next } }]),
      ],
    ],
    slot: 'duties',
  };
}

/** "Việc của tôi": one's own, and what waits for anybody of the office. */
export const myDuties: Flow<Found> = {
  name: 'my_duties',
  intents: ['my_duties'],
  command: 'viec',
  may,
  look: (reads, by) => lookUp(reads, by),
  run: (turn, _ask, found) => turn.reply(page(turn, found, 0)),
};

/** The next one. */
export const showDuty: Action<Found> = {
  name: 'duties.show',
  look: (reads, by) => lookUp(reads, by),
  run: (turn, args, found) =>
    turn.reply(
      may(turn.actor) ? page(turn, found, typeof args === 'number' ? args : 0) : { text: t.notYours(turn.lang) },
    ),
};

/** "Xong việc": ends it and shows the next one. */
export const finishDuty: Action = {
  name: 'duties.done',
  run: async (turn, args) => {
    const { lang } = turn;
    if (!isId(args)) return turn.reply({ text: t.gone(lang) });
    const ended = await doneDuty(turn, args as Id<'duty'>);
    if (!ended.ok && ended.why !== 'gone') return turn.reply({ text: t.notYours(lang) });
    const rest = page(turn, await lookUp(turn.tx, turn), 0);
    turn.reply({ ...rest, text: [...(ended.ok ? t.closed(lang) : t.gone(lang)), ...rest.text] });
  },
};
