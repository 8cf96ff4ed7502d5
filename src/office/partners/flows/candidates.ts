import { z } from 'zod';
import type { Json } from '../../../base/json.ts';
import type { Action, Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { type FieldOfWork, fieldsOfWork, readField, type Understood } from '../../../language/index.ts';
import { findNeed, type NeedKey } from '../../needs/store/needs.ts';
import { access } from '../../people/access.ts';
import { seesAll, sightOf } from '../access.ts';
import type { Query } from '../rules/query.ts';
import { type Where, whereAsked, whereOf } from '../rules/where.ts';
import { candidatesFor } from '../store/matches.ts';
import { noLongerThere, whichPartnerExample } from '../texts/card.ts';
import * as t from '../texts/search.ts';
import { moreButton, showNeeds } from './actions.ts';
import { isEmpty, nothing } from './empty.ts';
import { cardButtons, type Listed } from './listed.ts';
import { words } from './query-words.ts';
import { askWhich } from './show.ts';
import { meant } from './status.ts';

/** How many candidates one screen takes: each with its reasons. */
const perScreen = 3;

const shape = z.object({
  field: z.enum(fieldsOfWork),
  where: z.object({ districts: z.array(z.string()), communes: z.array(z.string()) }),
  asked: z.string().max(200),
  from: z.int().min(0),
});

/** A page of who could fund something; null where the reader may not see that. */
export async function candidateScreen(
  reads: Reads,
  by: LookContext,
  of: { readonly field: FieldOfWork; readonly where: Where; readonly asked: string; readonly from: number },
): Promise<Listed | null> {
  const sight = sightOf(by.actor);
  if (!seesAll(sight.detail)) return null;
  if (isEmpty(by.vocabulary)) return { say: nothing(by, of.asked), ids: [] };
  const { rows, total } = await candidatesFor(reads, sight, of, { from: of.from, most: perScreen }, by.now);
  const next = of.from + rows.length;
  const facts = rows.map((row) => row.facts);
  return {
    say: {
      text: t.candidateList(
        by.lang,
        of.asked,
        rows,
        of.from,
        total,
        facts.some(({ demo }) => demo),
      ),
      buttons: [
        ...cardButtons(facts, by),
        ...moreButton(by, 'partner.candidates', { ...of, from: next } as unknown as Json, next < total),
      ],
    },
    ids: facts.map(({ id }) => id),
  };
}

/** [Xem tiếp] of the candidates. */
export const candidatePage: Action<Listed | null> = {
  name: 'partner.candidates',
  async look(reads, by, args) {
    const of = shape.safeParse(args).data;
    return of ? candidateScreen(reads, by, of) : null;
  },
  run(turn, _args, found) {
    if (found) turn.shown(null, 'partner', found.ids);
    turn.reply(found?.say ?? { text: noLongerThere(turn.lang) });
  },
};

/** "nhu cầu nào hợp với SCI"; "tổ chức nào hợp với NC-12"; "ai tài trợ được nước sạch ở Long Hẹ". */
export const matchNeed: Flow<Listed> = {
  name: 'match_need',
  intents: ['match_need'],
  inForm: true,
  may: (actor) => seesAll(sightOf(actor).detail) && seesAll(access.scope(actor, 'need.see')),
  look: lookUp,
  run(turn, ask, found) {
    turn.shown(ask, 'partner', found.ids);
    turn.reply(found.say);
  },
};

async function lookUp(reads: Reads, by: LookContext, ask: Understood): Promise<Listed> {
  const number = ask.slots['need_no'];
  const key: NeedKey | null =
    typeof number === 'number' ? { number } : ask.slots['need_ref'] === 'last' ? { last: true } : null;
  if (key) {
    const need = await findNeed(reads, access.scope(by.actor, 'need.see'), key);
    if (!need) return { say: { text: noLongerThere(by.lang) }, ids: [] };
    const where = whereOf(need.places.communes, by.vocabulary);
    const found = await candidateScreen(reads, by, { field: need.field, where, asked: need.code, from: 0 });
    return found ?? { say: { text: noLongerThere(by.lang) }, ids: [] };
  }
  const { named, candidates } = meant(ask, by.vocabulary);
  if (named[0]) {
    const [say] = await showNeeds.look!(reads, by, { id: named[0], from: 0 });
    return { say: say!, ids: [] };
  }
  const which = candidates.length > 0 ? await askWhich(reads, by, candidates) : null;
  if (which) return { say: which, ids: [] };
  const field = fieldsOfWork.find((one) => one === ask.slots['field']) ?? readField(ask.text);
  if (field) {
    const where = whereAsked(ask.text, by.vocabulary) ?? { districts: [], communes: [] };
    const place = where.districts.length + where.communes.length > 0 ? { where } : {};
    const asked = words({ kind: 'ngo', fields: [field], ...(place as Pick<Query, 'where'>) }, by.vocabulary, by);
    const found = await candidateScreen(reads, by, { field, where, asked, from: 0 });
    if (found) return found;
  }
  return { say: { text: whichPartnerExample(by.lang) }, ids: [] };
}
