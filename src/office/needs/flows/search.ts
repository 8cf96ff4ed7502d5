import { z } from 'zod';
import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import { moneyWords } from '../../../base/money/format.ts';
import { currencies, type Money } from '../../../base/money/money.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { Lang } from '../../../chat/text.ts';
import type { Reads } from '../../../chat/work.ts';
import {
  fieldNames,
  fieldsOfWork,
  findUnit,
  readPlaces,
  type Understood,
  type Vocabulary,
} from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { type NeedState, needStates } from '../rules/states.ts';
import { listNeeds, type NeedFilter, sumNeeds } from '../store/needs.ts';
import * as lists from '../texts/lists.ts';
import * as say from '../texts/say.ts';
import type { NeedLine } from '../types.ts';
import { stateMark } from '../words/need.ts';
import { placeName } from '../words/values.ts';
import { type FoundNeed, lookNeed, needSay } from './card.ts';
import { keyOf, saidKey } from './key.ts';
import { openButton, pageSize, pairs } from './mine.ts';

/** A filter as a button carries it: amounts as text. */
const money = z.object({
  minor: z.string().regex(/^\d{1,18}$/),
  currency: z.enum(Object.keys(currencies) as (keyof typeof currencies)[]),
});
const shape = z.object({
  offset: z.int().min(0),
  field: z.enum(fieldsOfWork).exactOptional(),
  states: z.array(z.enum(needStates)).exactOptional(),
  places: z.array(z.string()).exactOptional(),
  unit: z.custom<Id<'unit'>>((v) => typeof v === 'string').exactOptional(),
  atLeast: money.exactOptional(),
  atMost: money.exactOptional(),
});
type Query = z.output<typeof shape>;

const filterOf = (q: Query): NeedFilter => {
  const { offset: _, atLeast, atMost, ...rest } = q;
  const load = (m: z.output<typeof money>): Money => ({ minor: BigInt(m.minor), currency: m.currency });
  return { ...rest, ...(atLeast ? { atLeast: load(atLeast) } : {}), ...(atMost ? { atMost: load(atMost) } : {}) };
};

/** The statuses that people ask for. */
const statuses: Readonly<Record<string, readonly NeedState[]>> = {
  pending: ['submitted', 'under_review'],
  accepted: ['accepted', 'listed', 'matched', 'committed', 'funded', 'implementing', 'completed'],
  returned: ['revision_requested'],
  rejected: ['rejected'],
  withdrawn: ['withdrawn'],
  unmatched: ['accepted', 'listed'],
};

const amount = (value: unknown, currency: unknown): Query['atLeast'] => {
  const code = typeof currency === 'string' && currency in currencies ? (currency as keyof typeof currencies) : 'VND';
  return typeof value === 'number' && value >= 0
    ? { minor: BigInt(Math.round(value * 10 ** currencies[code])).toString(), currency: code }
    : undefined;
};

/** What the message asks for. Its places are read again, so that a former district stands for its communes. */
function queryOf(ask: Understood, vocabulary: Vocabulary): Query {
  const { slots } = ask;
  const field = fieldsOfWork.find((f) => f === slots['field']);
  const read = slots['place'] ? readPlaces(ask.text, vocabulary, false) : null;
  const places = read ? [...read.communes, ...read.unclear.flatMap((u) => u.options.flatMap((o) => [...o.codes]))] : [];
  const unit = slots['org'] ? findUnit(String(slots['org']), vocabulary).sure : null;
  const range = slots['money'] as { amount?: Json; min?: Json; max?: Json; currency?: Json } | undefined;
  const states = statuses[String(slots['status'])];
  const least = range && amount(range.min ?? range.amount, range.currency);
  const most = range && amount(range.max ?? range.amount, range.currency);
  return {
    offset: 0,
    ...(field ? { field } : {}),
    ...(places.length > 0 ? { places: [...new Set(places)] } : {}),
    ...(unit ? { unit: unit as Id<'unit'> } : {}),
    ...(states ? { states: [...states] } : {}),
    ...(least ? { atLeast: least } : {}),
    ...(most ? { atMost: most } : {}),
  };
}

/** The filter in words, for an empty result. */
function filterWords(q: Query, vocabulary: Vocabulary, lang: Lang): string {
  const f = filterOf(q);
  return [
    f.field && fieldNames[f.field][lang],
    f.places
      ?.slice(0, 3)
      .map((code) => placeName(code, vocabulary, lang))
      .join(', '),
    f.unit && vocabulary.lists.units.find((u) => u.id === f.unit)?.name,
    f.atLeast && `${lang === 'vi' ? 'từ' : 'from'} ${moneyWords(f.atLeast, lang)}`,
    f.atMost && `${lang === 'vi' ? 'đến' : 'up to'} ${moneyWords(f.atMost, lang)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

interface FoundSome {
  readonly query: Query;
  readonly needs: readonly NeedLine[];
  readonly total: number;
  readonly sums: readonly Money[];
}

async function lookSome(reads: Reads, by: LookContext, query: Query): Promise<FoundSome> {
  const scope = access.scope(by.actor, 'need.see');
  const filter = filterOf(query);
  const page = await listNeeds(reads, scope, { offset: query.offset, limit: pageSize, filter });
  const sums = await sumNeeds(reads, scope, filter);
  return { query, ...page, sums: sums.map((s) => s.budget) };
}

function saySome(turn: Turn, { query, needs, total, sums }: FoundSome): void {
  const { lang } = turn;
  if (needs.length === 0) return turn.reply({ text: lists.foundNone(lang, filterWords(query, turn.vocabulary, lang)) });
  const more = query.offset + needs.length < total;
  turn.reply({
    text: lists.foundNeeds(
      lang,
      needs.map((n) => ({ mark: stateMark(n.state), code: n.code, title: n.title })),
      query.offset,
      total,
      sums.map((m) => moneyWords(m, lang)),
    ),
    buttons: [
      ...pairs(needs.map(openButton)),
      ...(more
        ? [
            [
              {
                label: say.buttons.more(lang),
                call: { action: 'needs.search', args: { ...query, offset: query.offset + pageSize } },
              },
            ],
          ]
        : []),
    ],
    slot: 'needs.search',
  });
}

interface Found {
  readonly one: FoundNeed | null;
  readonly some: FoundSome | null;
}

/** "nc gd trên 1 tỷ": the Sở's search by field, place, unit, amount and state, with what they ask for together; a number shows one. */
export const searchFlow: Flow<Found> = {
  name: 'needs-search',
  inForm: true,
  intents: ['needs_search'],
  may: (actor) => access.scope(actor, 'need.see').see === 'all',
  async look(reads, by, ask) {
    const key = keyOf(ask);
    if (key) return { one: await lookNeed(reads, by, key), some: null };
    return { one: null, some: await lookSome(reads, by, queryOf(ask, by.vocabulary)) };
  },
  run(turn, ask, { one, some }) {
    if (some) {
      turn.shown(
        ask,
        'need',
        some.needs.map((n) => n.id),
      );
      return saySome(turn, some);
    }
    if (one?.need) turn.shown(ask, 'need', [one.need.id]);
    turn.reply((one && needSay(one, turn)) ?? { text: say.notFound(turn.lang, saidKey(ask, turn.lang)) });
  },
};

/** [Xem tiếp] of a search. */
export const searchPage: Action<FoundSome | null> = {
  name: 'needs.search',
  look: async (reads, by, args) => {
    const query = shape.safeParse(args).data;
    return query ? lookSome(reads, by, query) : null;
  },
  run: (turn, _args, found) => {
    if (!found) return turn.reply({ text: say.gone(turn.lang) });
    turn.shown(
      null,
      'need',
      found.needs.map((n) => n.id),
    );
    saySome(turn, found);
  },
};
