import { historyOf } from '../../../base/audit/check.ts';
import type { AuditRing } from '../../../base/audit/store.ts';
import type { Sql } from '../../../base/database/client.ts';
import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { pages } from '../../../chat/fit.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import { plainWords, type Understood } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { namesOf } from '../../people/store.ts';
import type { NeedKey } from '../store/needs.ts';
import * as t from '../texts/history.ts';
import * as say from '../texts/say.ts';
import type { Need } from '../types.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, noNeed } from './card.ts';
import { keyOf, saidKey } from './key.ts';

/** More than this nobody reads in a chat. */
const most = 60;

const member = (of: Json, name: string): string | null => {
  const value = (of as { readonly [key: string]: Json } | null)?.[name];
  return typeof value === 'string' ? value : null;
};

/** What happened to a need, out of the audit log: the oldest first. Ask for the need by its scope before. */
async function deedsOf(turn: Turn, ring: AuditRing, need: Id<'need'>): Promise<t.Deed[]> {
  // Two reads by index; the log is not the slices' to write, so it has no drizzle store of theirs.
  const rows = await historyOf(turn.raw as unknown as Sql, ring, 'need', need, most);
  const names = await namesOf(
    turn.tx,
    rows.flatMap((row) => (row.actor ? [row.actor as Id<'person'>] : [])),
  );
  return rows.reverse().map((row) => ({
    at: row.at,
    action: row.action,
    by: row.actor ? (names.get(row.actor as Id<'person'>) ?? null) : null,
    said: member(row.after, 'reason') ?? member(row.after, 'question') ?? member(row.after, 'answer'),
  }));
}

const lines = (deeds: readonly t.Deed[], lang: Lang) => deeds.map((deed) => t.deedLine(deed, lang));

/** One page of a need's history. */
async function historyPage(turn: Turn, ring: AuditRing, need: Need, page: number): Promise<void> {
  const { lang } = turn;
  turn.shown(null, 'need', [need.id]);
  const all = pages(lines(await deedsOf(turn, ring, need.id), lang), 10);
  const at = Math.min(page, all.length - 1);
  const call = (action: string, to: number) => ({ action, args: { need: need.id, page: to } });
  const on: Button = {
    label: `${say.buttons.more(lang)} (${at + 2}/${all.length})`,
    call: call('need.history', at + 1),
  };
  const back: Button = { label: say.buttons.open(lang), call: { action: 'need.open', args: { need: need.id } } };
  turn.reply({
    text: [...t.head(lang, need.code), ...all[at]!],
    buttons: [at + 1 < all.length ? [on, back] : [back]],
  });
}

const number = '(?:20\\d\\d )?\\d{1,6}';
const asked = [
  `(?:lich su|nhat ky|history)(?: (?:chinh sua|sua|xu ly|thay doi|of))?(?: (?:the|my))?(?: (?:nhu cau|de xuat|need))?(?: ?nc)?(?: cua toi| nay| vua gui)?(?: so)?(?: ?${number})?`,
  `(?:nhu cau|nc) ?(?:so )?${number} (?:lich su|da sua gi|da sua nhung gi|ai sua|ai da sua|history)`,
];
const asksHistory = new RegExp(
  `^(?:cho toi |cho em |toi muon |xin |show me )?(?:xem |see |the )?(?:${asked.join('|')})(?: a| nhe| voi)?$`,
  'u',
);
const numberIn = (text: string): number => Number(/(\d{1,6})(?!.*\d)/u.exec(plainWords(text))?.[1]);

/** "lịch sử nc 12", "nc 12 đã sửa những gì": what the button [Lịch sử] does. Where none is named, the last one is meant. */
export const historyFlow = (ring: AuditRing): Flow<FoundNeed> => ({
  name: 'need-history',
  intents: ['need_history'],
  may: (actor) => access.scope(actor, 'need.see').see !== 'nothing',
  means: (text) => text.length <= 60 && asksHistory.test(plainWords(text)),
  look: (reads, by, ask) => lookNeed(reads, by, keyIn(ask) ?? { last: true }),
  async run(turn, ask, { need }) {
    if (need) return historyPage(turn, ring, need, 0);
    const key = keyIn(ask);
    turn.reply({ text: key ? say.notFound(turn.lang, saidKey(ask, turn.lang)) : say.gone(turn.lang) });
  },
});

function keyIn(ask: Understood): NeedKey | null {
  const key = keyOf(ask);
  const number = key ? Number.NaN : numberIn(ask.text);
  return number > 0 ? { number } : key;
}

/** [Lịch sử]: who did what with a need and when, a screen at a time. */
export const historyAction = (ring: AuditRing): Action<FoundNeed> => ({
  name: 'need.history',
  look: async (reads, by, args) => {
    const of = argsOf('page', args);
    return of ? lookNeed(reads, by, { id: of.need }) : noNeed;
  },
  run(turn, args, { need }) {
    const of = argsOf('page', args);
    if (!need || !of) return turn.reply({ text: say.gone(turn.lang) });
    return historyPage(turn, ring, need, of.page);
  },
});
