import { historyOf } from '../../../base/audit/check.ts';
import type { AuditRing } from '../../../base/audit/store.ts';
import type { Sql } from '../../../base/database/client.ts';
import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Action, Turn } from '../../../chat/dialogue/types.ts';
import { pages } from '../../../chat/fit.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import { namesOf } from '../../people/store.ts';
import * as t from '../texts/history.ts';
import * as say from '../texts/say.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, noNeed } from './card.ts';

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

/** [Lịch sử]: who did what with a need and when, a screen at a time. */
export const historyAction = (ring: AuditRing): Action<FoundNeed> => ({
  name: 'need.history',
  look: async (reads, by, args) => {
    const of = argsOf('page', args);
    return of ? lookNeed(reads, by, { id: of.need }) : noNeed;
  },
  async run(turn, args, { need }) {
    const { lang } = turn;
    const of = argsOf('page', args);
    if (!need || !of) return turn.reply({ text: say.gone(lang) });
    const all = pages(lines(await deedsOf(turn, ring, need.id), lang), 10);
    const at = Math.min(of.page, all.length - 1);
    const call = (action: string, page: number) => ({ action, args: { need: need.id, page } });
    const on: Button = {
      label: `${say.buttons.more(lang)} (${at + 2}/${all.length})`,
      call: call('need.history', at + 1),
    };
    const back: Button = { label: say.buttons.open(lang), call: { action: 'need.open', args: { need: need.id } } };
    turn.reply({
      text: [...t.head(lang, need.code), ...all[at]!],
      buttons: [at + 1 < all.length ? [on, back] : [back]],
    });
  },
});
