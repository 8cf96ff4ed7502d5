import { z } from 'zod';
import { historyOf } from '../../../base/audit/check.ts';
import type { AuditRing } from '../../../base/audit/store.ts';
import type { Sql } from '../../../base/database/client.ts';
import { type Id, isId } from '../../../base/ids.ts';
import type { Action, Turn } from '../../../chat/dialogue/types.ts';
import { pages } from '../../../chat/fit.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import { namesOf } from '../../people/store.ts';
import { seesAll, sightOf } from '../access.ts';
import { buttonName } from '../card/name.ts';
import { partnersById } from '../store/entries.ts';
import { buttonMore, noLongerThere } from '../texts/card.ts';
import { seeCard } from '../texts/change.ts';
import * as t from '../texts/history.ts';

/** More than this nobody reads in a chat. */
const most = 60;

const shape = z.object({ id: z.custom<Id<'partner'>>(isId), page: z.int().min(0).default(0) });

/** The corrections of an entry out of the audit log, the newest first. Ask for the entry by its scope before. */
async function deedsOf(turn: Turn, ring: AuditRing, id: Id<'partner'>): Promise<t.Deed[]> {
  // The log is not the slices' to write, so it has no drizzle store of theirs.
  const rows = await historyOf(turn.raw as unknown as Sql, ring, 'partner', id, most);
  const names = await namesOf(
    turn.tx,
    rows.flatMap((row) => (row.actor ? [row.actor as Id<'person'>] : [])),
  );
  return rows.flatMap(({ at, action, actor, before, after }) =>
    t.isDeed(action)
      ? [{ at, action, by: actor ? (names.get(actor as Id<'person'>) ?? null) : null, before, after }]
      : [],
  );
}

/** [Lịch sử sửa]: who corrected what of an entry and when, from what to what, the newest first. */
export const historyAction = (ring: AuditRing): Action => ({
  name: 'partner.history',
  async run(turn, args) {
    const { lang } = turn;
    const of = shape.safeParse(args).data;
    const sight = sightOf(turn.actor);
    const [row] = of && seesAll(sight.detail) ? await partnersById(turn.tx, sight.entries, [of.id]) : [];
    if (!of || !row) return turn.reply({ text: noLongerThere(lang) });
    const name = buttonName(row, lang);
    const deeds = await deedsOf(turn, ring, of.id);
    const all = pages(
      deeds.flatMap((deed) => t.deedLines(deed, lang)),
      10,
    );
    const at = Math.min(of.page, Math.max(0, all.length - 1));
    const back: Button = { label: seeCard(lang), call: { action: 'partner.show', args: { ids: [of.id] } } };
    const on: Button = {
      label: `${buttonMore(lang)} (${at + 2}/${all.length})`,
      call: { action: 'partner.history', args: { id: of.id, page: at + 1 } },
    };
    turn.reply({
      text: deeds.length === 0 ? t.noHistory(lang, name) : [...t.historyHead(lang, name), ...(all[at] ?? [])],
      buttons: [at + 1 < all.length ? [on, back] : [back]],
    });
  },
});
