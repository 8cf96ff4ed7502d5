import { dayWords } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import { clip } from '../../../chat/fit.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { access } from '../../people/access.ts';
import { openDrafts } from '../store/drafts.ts';
import { listNeeds } from '../store/needs.ts';
import * as lists from '../texts/lists.ts';
import * as say from '../texts/say.ts';
import type { DraftLine, NeedLine } from '../types.ts';
import { stateMark } from '../words/need.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, needSay } from './card.ts';
import { keyOf, saidKey } from './key.ts';

export const pageSize = 5;

interface FoundList {
  readonly drafts: readonly DraftLine[];
  readonly needs: readonly NeedLine[];
  readonly total: number;
  readonly offset: number;
}
interface Found {
  readonly one: FoundNeed | null;
  readonly list: FoundList | null;
}

/** Drafts come first and count as lines of the same list; a draft that changes a need is shown with that need. */
async function lookList(reads: Reads, by: LookContext, offset: number): Promise<FoundList> {
  const scope = access.scope(by.actor, 'need.see');
  const drafts = (await openDrafts(reads, access.scope(by.actor, 'need.draft'), by.actor.person)).filter(
    (d) => !d.subject,
  );
  const shown = drafts.slice(offset, offset + pageSize);
  const limit = pageSize - shown.length;
  const { needs, total } = await listNeeds(reads, scope, {
    offset: Math.max(0, offset - drafts.length),
    limit: Math.max(1, limit),
    mine: true,
  });
  return { drafts: shown, needs: needs.slice(0, limit), total: total + drafts.length, offset };
}

export const draftTitle = (d: DraftLine, lang: 'vi' | 'en'): string =>
  d.title ?? lists.untitled(lang, dayWords(localDay(d.updatedAt), lang)).join(' ');

export const resumeButton = (d: DraftLine, lang: 'vi' | 'en'): Button => ({
  label: `⚪ ${clip(draftTitle(d, lang), 28)}`,
  call: { action: 'form.resume', args: { draft: d.id } },
});

export const openButton = (n: NeedLine): Button => ({
  label: n.code,
  call: { action: 'need.open', args: { need: n.id } },
});

function sayList(turn: Turn, of: FoundList): void {
  const { lang } = turn;
  const { drafts, needs, total, offset } = of;
  if (total === 0) {
    return turn.reply({
      text: lists.noNeeds(lang),
      buttons: [[{ label: say.buttons.newNeed(lang), call: { action: 'need.begin', args: null } }]],
    });
  }
  const lines = [
    ...drafts.map((d) => ({ mark: '⚪', code: null, title: draftTitle(d, lang) })),
    ...needs.map((n) => ({ mark: stateMark(n.state), code: n.code, title: n.title })),
  ];
  const more = offset + lines.length < total;
  turn.reply({
    text: lists.myNeeds(lang, lines, offset, total, drafts.length),
    buttons: [
      ...drafts.map((d) => [resumeButton(d, lang)]),
      ...pairs(needs.map(openButton)),
      ...(more
        ? [[{ label: say.buttons.more(lang), call: { action: 'needs.mine', args: { offset: offset + pageSize } } }]]
        : []),
    ],
    slot: 'needs.mine',
  });
}

export const pairs = (buttons: readonly Button[]): Button[][] =>
  buttons.flatMap((_, i) => (i % 2 === 0 ? [buttons.slice(i, i + 2)] : [])) as Button[][];

/** "nc 31 đến đâu rồi", "nhu cầu của tôi": one need with its state, or the list; may be asked in the middle of a form. */
export const myNeedsFlow: Flow<Found> = {
  name: 'my-needs',
  intents: ['my_needs'],
  command: 'nhucaucuatoi',
  inForm: true,
  may: (actor) => access.scope(actor, 'need.see').see !== 'nothing',
  async look(reads, by, ask) {
    const key = keyOf(ask);
    if (key) return { one: await lookNeed(reads, by, key), list: null };
    return { one: null, list: await lookList(reads, by, 0) };
  },
  run(turn, ask, found) {
    if (found.list) {
      // Drafts stand in the same list and cannot be pointed at.
      turn.shown(ask, 'need', found.list.drafts.length > 0 ? [] : found.list.needs.map((n) => n.id));
      return sayList(turn, found.list);
    }
    if (found.one?.need) turn.shown(ask, 'need', [found.one.need.id]);
    turn.reply((found.one && needSay(found.one, turn)) ?? { text: say.notFound(turn.lang, saidKey(ask, turn.lang)) });
  },
};

/** [Xem tiếp] of the list. */
export const minePage: Action<FoundList> = {
  name: 'needs.mine',
  look: (reads, by, args) => lookList(reads, by, argsOf('list', args)?.offset ?? 0),
  run: (turn, _args, found) => {
    turn.shown(
      null,
      'need',
      found.needs.map((n) => n.id),
    );
    sayList(turn, found);
  },
};
