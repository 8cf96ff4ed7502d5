import { inArray } from 'drizzle-orm';
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
import { partner } from '../schema.ts';
import { partnersById } from '../store/entries.ts';
import { papersOf } from '../store/papers.ts';
import { buttonMore, noLongerThere } from '../texts/card.ts';
import { seeCard } from '../texts/change.ts';
import * as t from '../texts/history.ts';
import { buttonPapers } from '../texts/papers.ts';

/** More than this nobody reads in a chat. */
const most = 60;
/** Looks at contacts and papers stand in the same log: so far back it is read. */
const lookBack = 400;

const shape = z.object({ id: z.custom<Id<'partner'>>(isId), page: z.int().min(0).default(0) });

/** The entry, and those that have become part of it, with their names. */
async function togetherWith(turn: Turn, id: Id<'partner'>): Promise<Map<Id<'partner'>, string | null>> {
  const all = new Map<Id<'partner'>, string | null>([[id, null]]);
  for (let into: Id<'partner'>[] = [id]; into.length > 0; ) {
    const rows = await turn.tx
      .select({ id: partner.id, name: partner.nameEn })
      .from(partner)
      .where(inArray(partner.mergedInto, into));
    into = rows.flatMap((row) => (all.has(row.id) ? [] : [row.id]));
    for (const row of rows) if (!all.has(row.id)) all.set(row.id, row.name);
  }
  return all;
}

/** The corrections of an entry out of the audit log, the newest first. Ask for the entry by its scope before. */
async function deedsOf(turn: Turn, ring: AuditRing, id: Id<'partner'>): Promise<t.Deed[]> {
  const found: (Omit<t.Deed, 'by'> & { readonly actor: string | null })[] = [];
  for (const [one, name] of await togetherWith(turn, id)) {
    // The log is not the slices' to write, so it has no drizzle store of theirs.
    const rows = await historyOf(turn.raw as unknown as Sql, ring, 'partner', one, lookBack);
    found.push(
      ...rows.filter(({ action }) => t.isDeed(action)).map((row) => ({ ...row, ...(name ? { of: name } : {}) })),
    );
  }
  const names = await namesOf(
    turn.tx,
    found.flatMap(({ actor }) => (actor ? [actor as Id<'person'>] : [])),
  );
  return t.withPapers(
    found
      .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
      .slice(0, most)
      .map(({ actor, ...deed }) => ({ ...deed, by: actor ? (names.get(actor as Id<'person'>) ?? null) : null })),
  );
}

/** How the ids in these corrections are called. */
async function calledIn(turn: Turn, deeds: readonly t.Deed[]): Promise<t.Called> {
  const ids = deeds.flatMap(({ before, after }) =>
    [before, after].flatMap((row) => (row as { officerId?: unknown } | null)?.officerId ?? []),
  );
  const people = await namesOf(
    turn.tx,
    ids.filter((one): one is Id<'person'> => typeof one === 'string' && isId(one)),
  );
  const places = turn.vocabulary.lists.places;
  return {
    person: (one) => people.get(one as Id<'person'>) ?? null,
    commune(code) {
      const place = places.find((of) => of.code === code);
      return place ? `${place.kind === 'xa' ? 'xã' : 'phường'} ${place.name}` : code;
    },
  };
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
    const called = await calledIn(turn, deeds);
    const all = pages(
      deeds.flatMap((deed) => t.deedLines(deed, called, lang)),
      10,
    );
    const at = Math.min(of.page, Math.max(0, all.length - 1));
    const back: Button = { label: seeCard(lang), call: { action: 'partner.show', args: { ids: [of.id] } } };
    const on: Button = {
      label: `${buttonMore(lang)} (${at + 2}/${all.length})`,
      call: { action: 'partner.history', args: { id: of.id, page: at + 1 } },
    };
    const papers: Button[] =
      (await papersOf(turn.tx, of.id)).length > 0
        ? [{ label: buttonPapers(lang), call: { action: 'partner.papers', args: { id: of.id } } }]
        : [];
    turn.reply({
      text: deeds.length === 0 ? t.noHistory(lang, name) : [...t.historyHead(lang, name), ...(all[at] ?? [])],
      buttons: [[...(at + 1 < all.length ? [on] : []), ...papers, back]],
    });
  },
});
