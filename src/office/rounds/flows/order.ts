import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import { instantOf, localDay } from '../../../base/time/zone.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { findUnit, type Understood } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { unitsById } from '../../people/store.ts';
import { endForm } from '../forms/end-round.ts';
import { extendForm, storedExtended } from '../forms/extend-round.ts';
import { openForm } from '../forms/open-round.ts';
import { audienceIn, closing, laterBy, momentOf, type Order, opening, orderOf, reasonIn, yearOf } from '../order.ts';
import { codeParts, dueFor } from '../rules.ts';
import { countsOf, livingRounds, nextNumber, targetOf } from '../store.ts';
import * as t from '../texts/orders.ts';
import { roundWords } from '../texts/status.ts';
import type { Round } from '../types.ts';

interface Found {
  readonly rounds: readonly Round[];
  /** The next free number of the year that was said, else of this one and the next. */
  readonly free: Readonly<Record<number, number>>;
}

async function look(reads: Reads, by: LookContext, text: string): Promise<Found> {
  const year = localDay(by.now).year;
  const free: Record<number, number> = {};
  for (const one of new Set([yearOf(text) ?? year, year, year + 1])) free[one] = await nextNumber(reads, one);
  return { rounds: await livingRounds(reads, by.now), free };
}

/** What the message says of a new round: the rest is asked. Late ones are accepted for two weeks unless something else is said. */
function openAnswers(turn: Turn, ask: Understood, { free }: Found): Record<string, Json> {
  const { slots, text } = ask;
  const period = slots['period'] as { readonly from: string; readonly to: string } | undefined;
  const today = localDay(turn.now);
  const opensAt = period ? momentOf(period.from, opening) : null;
  const dueAt = momentOf(period?.to ?? slots['deadline'], closing);
  const year = yearOf(text) ?? (typeof slots['year'] === 'number' ? slots['year'] : null);
  const of = year ?? (opensAt ? localDay(opensAt) : today).year;
  const no = typeof slots['round'] === 'number' ? slots['round'] : (free[of] ?? 1);
  // Needs that are called for this year are for the next one; a round of a later year is for that year.
  const planYear = of > today.year ? of : of + 1;
  const starts = opensAt && Temporal.Instant.compare(opensAt, turn.now) > 0 ? opensAt : turn.now;
  const closesAt = dueAt && instantOf(localDay(dueAt).add({ days: 14 }).toPlainDateTime(closing));
  return {
    code: `${of}-${no}`,
    planYear,
    ...(opensAt || dueAt ? { opensAt: starts.toString() } : {}),
    ...(dueAt ? { dueAt: dueAt.toString(), closesAt: closesAt!.toString() } : {}),
    audience: audienceIn(text) ?? 'all',
  };
}

/** The round that a message names among those that live; with a button for each where several fit. */
function named(ask: Pick<Understood, 'slots' | 'text'>, rounds: readonly Round[]): readonly Round[] {
  const year = yearOf(ask.text) ?? ask.slots['year'];
  const no = ask.slots['round'];
  return rounds.filter(({ code }) => {
    const of = codeParts(code);
    return (typeof no !== 'number' || of.no === no) && (typeof year !== 'number' || of.year === year);
  });
}

const said = (ask: Pick<Understood, 'slots' | 'text'>, lang: 'vi' | 'en'): string | null => {
  const no = ask.slots['round'];
  const year = yearOf(ask.text);
  if (typeof no !== 'number') return null;
  if (year) return roundWords(`${year}-${no}`, lang);
  return lang === 'vi' ? `đợt ${no}` : `round ${no}`;
};

/** Opens the form of the order on one round. */
async function on(turn: Turn, order: Exclude<Order, 'open'>, round: Round, text: string, slots: Understood['slots']) {
  const reason = reasonIn(text);
  if (order !== 'extend') {
    const counts = await countsOf(turn.tx, round.id);
    return turn.open(endForm, {
      subject: { kind: 'round', id: round.id },
      answers: {
        about: {
          round: round.id,
          code: round.code,
          end: order === 'close' ? 'closed' : 'cancelled',
          waiting: counts.notStarted + counts.inProgress,
        },
        ...(reason ? { reason } : {}),
      },
    });
  }
  // A place in the reason is no unit that gets more time.
  const id = findUnit(reason ? text.replace(reason, '') : text, turn.vocabulary).sure as Id<'unit'> | null;
  const unit = id && (await unitsById(turn.tx, [id])).get(id);
  const target = unit ? await targetOf(turn.tx, round.id, unit.id) : null;
  const from = dueFor(round, target?.extendedTo ?? null);
  const to = momentOf(slots['deadline'], closing) ?? laterBy(text, from);
  await turn.open(extendForm, {
    subject: { kind: 'round', id: round.id },
    answers: {
      about: storedExtended({
        round: round.id,
        code: round.code,
        from,
        unit: unit && target ? { id: unit.id, vi: unit.nameVi, en: unit.nameEn } : null,
      }),
      ...(to && Temporal.Instant.compare(to, from) > 0 ? { to: to.toString() } : {}),
      ...(reason ? { reason } : {}),
    },
  });
}

const names: Readonly<Record<Order, (lang: 'vi' | 'en') => string>> = {
  open: t.open,
  extend: t.extend,
  close: t.close,
  cancel: t.cancel,
};

const again = (label: string, order: Order, { text, slots }: Understood, code: string | null): Button => ({
  label,
  call: { action: 'rounds.order', args: { order, text, slots: slots as Json, code } },
});

async function act(turn: Turn, order: Order | null, ask: Understood, found: Found): Promise<void> {
  const { lang } = turn;
  if (!order) {
    const all = (found.rounds.length > 0 ? ['extend', 'close', 'open'] : ['open']) as Order[];
    return turn.reply({ text: t.whichOrder(lang), buttons: all.map((o) => [again(names[o](lang), o, ask, null)]) });
  }
  if (order === 'open') return turn.open(openForm, { answers: openAnswers(turn, ask, found) });
  const fit = named(ask, found.rounds);
  if (fit.length === 0) return turn.reply({ text: t.nothingOpen(lang, said(ask, lang)) });
  if (fit.length > 1) {
    const buttons = fit.slice(0, 8).map((r) => [again(t.roundButton(r.code, lang), order, ask, r.code)]);
    return turn.reply({ text: t.whichRound(lang), buttons });
  }
  await on(turn, order, fit[0]!, ask.text, ask.slots);
}

/** "mở đợt 2 năm 2027 từ 1/12 đến 15/1", "gia hạn đợt 1 đến 16h thứ sáu vì mưa lũ", "đóng đợt": always read back before it happens. */
export const orderFlow: Flow<Found> = {
  name: 'round-order',
  intents: ['round_edit'],
  command: 'dot',
  may: (actor) => access.can(actor, 'round.propose').ok,
  look: (reads, by, ask) => look(reads, by, ask.text),
  run: (turn, ask, found) => act(turn, orderOf(ask.text), ask, found),
};

interface Ordered {
  readonly order: Order;
  readonly text: string;
  readonly slots: Understood['slots'];
  readonly code: string | null;
}

/** A round, or an order, that was picked. */
export const orderAction: Action<Found> = {
  name: 'rounds.order',
  look: (reads, by, args) => look(reads, by, (args as unknown as Ordered).text),
  async run(turn, args, found) {
    if (!access.can(turn.actor, 'round.propose').ok) return turn.reply({ text: t.refused(turn.lang, 'may_not') });
    const { order, text, slots, code } = args as unknown as Ordered;
    const rounds = code ? found.rounds.filter((r) => r.code === code) : found.rounds;
    await act(turn, order, { intent: '', confidence: 1, slots, text }, { ...found, rounds });
  },
};
