import type { Json } from '../../../base/json.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Action, Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import type { Understood } from '../../../language/index.ts';
import { sightOf } from '../access.ts';
import { capital } from '../card/fit.ts';
import { linesPerScreen } from '../card/lists.ts';
import {
  asksCandidates,
  conditionsOf,
  expiryAsked,
  filterOf,
  type Query,
  queryShape,
  searchAsked,
} from '../rules/query.ts';
import { searchPartners } from '../store/search.ts';
import * as t from '../texts/search.ts';
import { moreButton } from './actions.ts';
import { candidateScreen } from './candidates.ts';
import { nothing } from './empty.ts';
import { cardButtons, type Listed } from './listed.ts';
import { words } from './query-words.ts';

/** A page of a search, with a button for each organisation. */
export async function searchScreen(reads: Reads, by: LookContext, query: Query): Promise<Listed> {
  const page = { from: query.from, most: linesPerScreen };
  const { rows, total } = await searchPartners(reads, sightOf(by.actor), filterOf(query), page, by.now);
  const asked = words(query, by.vocabulary, by);
  if (rows.length === 0) {
    const buttons = await wider(reads, by, query);
    return { say: { ...nothing(by, asked, buttons.length > 0), ...(buttons.length > 0 ? { buttons } : {}) }, ids: [] };
  }
  const next = query.from + rows.length;
  const demo = rows.some(({ facts }) => facts.demo);
  return {
    say: {
      text: t.partnerList(by.lang, asked, rows, query.from, total, demo),
      buttons: [
        ...cardButtons(
          rows.map(({ facts }) => facts),
          by,
        ),
        ...moreButton(by, 'partner.search', { ...query, from: next } as unknown as Json, next < total),
      ],
    },
    ids: rows.map(({ facts }) => facts.id),
  };
}

/** Buttons that leave out one condition of a search that found nothing, where something is found without it. */
async function wider(reads: Reads, by: LookContext, query: Query): Promise<Button[][]> {
  const set = conditionsOf(query);
  if (set.length < 2) return [];
  const buttons: Button[] = [];
  for (const condition of set) {
    const { [condition]: _, ...rest } = { ...query, from: 0 };
    const { total } = await searchPartners(reads, sightOf(by.actor), filterOf(rest), { from: 0, most: 1 }, by.now);
    const any = t.anyWord[condition](by.lang);
    const whole = `${words(rest, by.vocabulary, by)}, ${any}`;
    const label = capital(whole.length > 40 ? any : whole);
    if (total > 0) buttons.push({ label, call: { action: 'partner.search', args: rest as unknown as Json } });
  }
  return buttons.map((button) => [button]);
}

const listing = (
  name: string,
  intent: string,
  queryOf: (ask: Understood, by: LookContext) => Query,
  instead?: (reads: Reads, by: LookContext, query: Query) => Promise<Listed | null>,
): Flow<Listed> => ({
  name,
  intents: [intent],
  inForm: true,
  // What each reader finds is decided by the scope of the search.
  may: () => true,
  async look(reads, by, ask) {
    const query = queryOf(ask, by);
    return (asksCandidates(ask.text) && (await instead?.(reads, by, query))) || searchScreen(reads, by, query);
  },
  run(turn, ask, found) {
    turn.shown(ask, 'partner', found.ids);
    turn.reply(found.say);
  },
});

/** "tổ chức nào làm y tế ở Mộc Châu"; "ai có thể tài trợ nước sạch ở Long Hẹ" lists who could be asked, with why. */
export const ngoSearch = listing(
  'ngo_search',
  'ngo_search',
  (ask, by) => searchAsked(ask, by.vocabulary, localDay(by.now)),
  async (reads, by, query) => {
    const [field] = query.fields ?? [];
    if (!field) return null;
    const where = query.where ?? { districts: [], communes: [] };
    return candidateScreen(reads, by, { field, where, asked: words(query, by.vocabulary, by), from: 0 });
  },
);

/** "tổ chức nào sắp hết hạn trong quý I/2027". */
export const ngoExpiring = listing('ngo_expiring', 'ngo_expiring', (ask, by) =>
  expiryAsked(ask, by.vocabulary, localDay(by.now)),
);

/** [Xem tiếp] of a search. */
export const searchPage: Action<Listed | null> = {
  name: 'partner.search',
  async look(reads, by, args) {
    const query = queryShape.safeParse(args).data;
    return query ? searchScreen(reads, by, query) : null;
  },
  run(turn, _args, found) {
    if (found) turn.shown(null, 'partner', found.ids);
    turn.reply(found?.say ?? { text: t.noPartner(turn.lang, '', false) });
  },
};
