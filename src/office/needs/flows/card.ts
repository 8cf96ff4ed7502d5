import type { Actor } from '../../../base/access/access.ts';
import { localZone } from '../../../base/time/zone.ts';
import type { LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { Button, Say } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import type { Reads } from '../../../chat/work.ts';
import { officeHours, usualHours } from '../../law/calendar.ts';
import { access } from '../../people/access.ts';
import { isStaff } from '../../people/rules.ts';
import { readOffice } from '../../people/store.ts';
import { answerBy } from '../rules/deadlines.ts';
import { type NeedState, next } from '../rules/states.ts';
import { findNeed, type NeedKey } from '../store/needs.ts';
import { ask } from '../texts/ask.ts';
import { needCard } from '../texts/cards.ts';
import { history } from '../texts/history.ts';
import * as say from '../texts/say.ts';
import type { Need } from '../types.ts';
import { needCardOf, type Reader } from '../words/need.ts';

/** A need that was looked up, with the day until which it is answered. */
export interface FoundNeed {
  readonly need: Need | null;
  readonly by: Temporal.PlainDate | null;
  readonly demo: boolean;
}

/** Nothing was found, or nothing that the asker may see. */
export const noNeed: FoundNeed = { need: null, by: null, demo: false };

export const readerOf = (actor: Actor): Reader => (isStaff(actor) ? 'office' : 'unit');

/** Looks a need up among those whose content the asker may see: the own unit's, or all. */
export async function lookNeed(reads: Reads, by: LookContext, key: NeedKey): Promise<FoundNeed> {
  const need = await findNeed(reads, access.scope(by.actor, 'need.see'), key);
  if (!need) return noNeed;
  const office = await readOffice(reads);
  const hours = officeHours({ hours: office?.hours ?? usualHours }, localZone);
  return { need, by: answerBy(need.submittedAt, hours, need.isEmergency), demo: office?.demo ?? false };
}

const button = (label: string, action: string, need: Need): Button => ({
  label,
  call: { action, args: { need: need.id } },
});

/** While a need is before the Department the unit can be asked about it. */
const askable: readonly NeedState[] = ['submitted', 'under_review', 'accepted', 'listed', 'matched'];

/** What this person can do with the need as it stands. The commands ask again. */
function buttonsOf(n: Need, actor: Actor, lang: Lang): Button[][] {
  const can = (right: string) => access.can(actor, right, { unit: n.unit }).ok;
  const own = n.author === actor.person || n.revisionBy === actor.person;
  const review = own
    ? []
    : [
        ...(next(n.state, 'take') && can('need.take') ? [button(say.buttons.take(lang), 'need.take', n)] : []),
        ...(next(n.state, 'accept') && can('need.accept') ? [button(say.buttons.accept(lang), 'need.accept', n)] : []),
        ...(next(n.state, 'request_revision') && can('need.return')
          ? [button(say.buttons.giveBack(lang), 'need.return', n)]
          : []),
        ...(next(n.state, 'reject') && can('need.reject') ? [button(say.buttons.reject(lang), 'need.reject', n)] : []),
        ...(n.pending && can('need.validate')
          ? [button(say.buttons.validate(lang), 'need.validate', n), button(say.buttons.refuse(lang), 'need.refuse', n)]
          : []),
        ...(can('need.ask') && askable.includes(n.state) ? [button(ask(lang), 'need.ask', n)] : []),
        ...(next(n.state, 'release') && can('need.release') && n.reviewer === actor.person
          ? [button(say.buttons.release(lang), 'need.release', n)]
          : []),
      ];
  const unit = [
    button(say.buttons.full(lang), 'need.full', n),
    ...(next(n.state, 'edit') && can('need.edit') ? [button(say.buttons.edit(lang), 'need.edit', n)] : []),
    button(say.buttons.files(lang), 'need.files', n),
    button(history(lang), 'need.history', n),
    ...(next(n.state, 'withdraw') && can('need.withdraw')
      ? [button(say.buttons.withdraw(lang), 'need.withdraw', n)]
      : []),
  ];
  return [...review.map((b) => [b]), unit];
}

/** The card of a need with what can be done; one that was recalled is the draft that it has become. */
export function needSay(found: FoundNeed, turn: Pick<Turn, 'actor' | 'lang' | 'now' | 'vocabulary'>): Say | null {
  const { need } = found;
  const { lang } = turn;
  if (!need || !found.by) return null;
  if (need.state === 'recalled') {
    const goOn: Button = {
      label: say.buttons.goOn(lang),
      call: { action: 'form.resume', args: { draft: need.draftId } },
    };
    return { text: say.recalled(lang, need.title), buttons: need.draftId ? [[goOn]] : [] };
  }
  const card = needCardOf(need, {
    lang,
    reader: readerOf(turn.actor),
    vocabulary: turn.vocabulary,
    now: turn.now,
    by: found.by,
    demo: found.demo,
  });
  return { text: needCard(lang, card), buttons: buttonsOf(need, turn.actor, lang) };
}
