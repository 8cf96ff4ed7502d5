import { z } from 'zod';
import { moneyWords } from '../../../../base/money/format.ts';
import { currencies, loadMoney, type Money, storeMoney } from '../../../../base/money/money.ts';
import { line } from '../../../../chat/dialogue/form/text-field.ts';
import type { Choice, Field, FieldContext, Reading } from '../../../../chat/dialogue/form/types.ts';
import { plain, type RichText } from '../../../../chat/messaging/rich-text.ts';
import type { Lang } from '../../../../chat/text.ts';
import { fold, readBudget } from '../../../../language/index.ts';
import { type BudgetAnswer, type BudgetPart, budgetIsComplete, checkBudget, deriveBudget } from '../../rules/budget.ts';
import type { NeedAnswers } from '../../rules/content.ts';
import { type Slip, slipIn } from '../../rules/slip.ts';
import * as asks from '../../texts/asks.ts';
import * as errors from '../../texts/errors.ts';
import * as labels from '../../texts/labels.ts';
import { numeralWords } from '../../words/numerals.ts';
import { budgetWords } from '../../words/values.ts';

const stored = z.object({
  minor: z.string().regex(/^\d{1,18}$/),
  currency: z.enum(Object.keys(currencies) as (keyof typeof currencies)[]),
});
const shape = z.object({
  budget: stored.exactOptional(),
  requested_aid: stored.exactOptional(),
  counterpart: stored.exactOptional(),
  other: stored.exactOptional(),
  derived: z.enum(['budget', 'requested_aid', 'counterpart']).exactOptional(),
  confirmed: stored.exactOptional(),
});
const figures = ['budget', 'requested_aid', 'counterpart'] as const;

/** What a bare amount answers, put before it so that it is read as that. */
const cue: Readonly<Record<BudgetPart, string>> = {
  budget: 'tổng ',
  requested_aid: 'đề nghị viện trợ ',
  counterpart: 'đối ứng ',
};
/** Words that say the figure themselves, on folded text. */
const said: Readonly<Record<BudgetPart, RegExp>> = {
  budget: /tong|kinh phi|\bkp\b|du toan|total|budget/,
  requested_aid: /vien tro|tai tro|ho tro|\bxin\b|de nghi|keu goi|request|grant|\baid\b/,
  counterpart: /doi ung|d\/u|\bdu\b|gop|tu co|toan bo|100 ?%|xin (?:het|full|tat)|counterpart|own contribution/,
};

/**
 * The figures of a text beside what was there. The reader fills the third by subtraction; which one it was is found out here,
 * because it is shown with its sum, and because a counterpart of nothing has to be said by somebody.
 */
export function readFigures(text: string, known: BudgetAnswer = {}): BudgetAnswer {
  const read = readBudget(text, known);
  const folded = fold(text);
  const silent = figures.filter((part) => read[part] && !known[part] && !said[part].test(folded));
  const fresh = figures.filter((part) => read[part]);
  const derived = fresh.length === 3 ? (silent.find((part) => part !== 'budget') ?? silent[0]) : undefined;
  const other = known.other ? { other: known.other } : {};
  if (derived === 'counterpart' && read.counterpart!.minor === 0n) {
    const { counterpart: _none, ...rest } = read;
    return { ...rest, ...other };
  }
  // A bare amount is the total, never derived, unless the two others were said.
  const bare =
    derived === 'budget' && !(said.requested_aid.test(folded) && said.counterpart.test(folded)) && !known.requested_aid;
  return { ...read, ...other, ...(derived && !bare ? { derived } : {}) };
}

const sumChoices = (b: BudgetAnswer, off: Money, lang: Lang): Choice<BudgetAnswer>[] => {
  const { currency } = off;
  const parts: Money = { minor: b.requested_aid!.minor + b.counterpart!.minor + (b.other?.minor ?? 0n), currency };
  const own: Money = { minor: b.counterpart!.minor + off.minor, currency };
  return [
    { label: plain(labels.totalIs(lang, moneyWords(parts, lang))), value: { ...b, budget: parts } },
    ...(own.minor >= 0n
      ? [{ label: plain(labels.counterpartIs(lang, moneyWords(own, lang))), value: { ...b, counterpart: own } }]
      : []),
    ...(off.minor > 0n && !b.other
      ? [{ label: plain(labels.otherIs(lang, moneyWords(off, lang))), value: { ...b, other: off } }]
      : []),
  ];
};

/** What is wrong with complete figures as an error with what may be meant; null: nothing. */
function fault(b: BudgetAnswer, lang: Lang): Extract<Reading<BudgetAnswer>, { error: unknown }> | null {
  const check = checkBudget(b);
  switch (check.is) {
    case 'currencies':
      return { error: errors.moneyCurrencies(lang, budgetWords(b, lang)) };
    case 'not_positive':
      return { error: errors.moneyNotPositive(lang, partNames[check.part][lang]) };
    case 'sum': {
      const [total, aid] = [moneyWords(b.budget!, lang), moneyWords(b.requested_aid!, lang)];
      if (!b.counterpart) return { error: errors.moneyOver(lang, total, aid) };
      const over = check.off.minor < 0n;
      const off: Money = { ...check.off, minor: over ? -check.off.minor : check.off.minor };
      const parts: Money = { ...check.off, minor: b.budget!.minor - check.off.minor };
      return {
        error: errors.moneySum(
          lang,
          total,
          aid,
          moneyWords(b.counterpart, lang),
          moneyWords(parts, lang),
          moneyWords(off, lang),
          over,
        ),
        choices: sumChoices(b, check.off, lang),
      };
    }
    default:
      return null;
  }
}

const partNames: Readonly<Record<BudgetPart, Readonly<Record<Lang, string>>>> = {
  budget: { vi: 'Tổng kinh phí', en: 'The total budget' },
  requested_aid: { vi: 'Số tiền đề nghị viện trợ', en: 'The requested aid' },
  counterpart: { vi: 'Vốn đối ứng', en: 'The counterpart' },
};

/** Which of the missing figures is asked now: the total first, then the aid, the counterpart where only it is missing. */
function wanted(b: BudgetAnswer): BudgetPart | null {
  if (!b.budget && !(b.requested_aid && b.counterpart)) return 'budget';
  if (!b.requested_aid) return 'requested_aid';
  return b.counterpart ? null : 'counterpart';
}

/** "Không có đối ứng": what there is becomes the whole. */
function noCounterpart(b: BudgetAnswer): BudgetAnswer {
  const whole = b.budget ?? b.requested_aid;
  if (!whole) return b;
  return { ...b, budget: whole, requested_aid: b.requested_aid ?? whole, counterpart: { ...whole, minor: 0n } };
}

/** What stands around an amount without a unit in a bare answer: "khoảng bảy trăm", "xin 700 thôi ạ". */
const aroundFigure = new Set(
  (
    'mot hai ba bon tu nam lam sau bay tam chin muoi chuc tram ruoi linh le va ' +
    'khoang tam chung do co la thi thoi tong cong kinh phi von xin tai tro vien de nghi doi ung can het a nhe nha da vang about around total'
  ).split(' '),
);

/** Whether an answer names an amount with its unit, or is nothing but a number: "xin lùi hạn đến thứ hai" is no "2". */
function isFigure(folded: string): boolean {
  if (
    /(?:\d|\p{L} )\s*(?:trieu|tr|ty|ti|nghin|ngan|k|dong|vnd|usd|eur|do|million|billion|%)(?!\p{L})|[$€%]/u.test(folded)
  )
    return true;
  return (folded.match(/\p{L}+/gu) ?? []).filter((word) => !aroundFigure.has(word)).length <= 1;
}

/** The amount of which something is odd and that nobody has confirmed yet, and what is odd about it. */
function doubt(b: BudgetAnswer, answers: Readonly<Record<string, unknown>>): { total: Money; slip: Slip } | null {
  const total = b.budget ?? b.requested_aid;
  if (!total || (b.confirmed?.minor === total.minor && b.confirmed.currency === total.currency)) return null;
  const { field, beneficiaries } = answers as Pick<NeedAnswers, 'field' | 'beneficiaries'>;
  const slip = slipIn(total, { field, beneficiaries });
  return slip && { total, slip };
}

const confirmed = (b: BudgetAnswer): BudgetAnswer => {
  const total = b.budget ?? b.requested_aid;
  return total ? { ...b, confirmed: total } : b;
};

function askDoubt({ total, slip }: { total: Money; slip: Slip }, lang: Lang): RichText {
  const words = lang === 'vi' && total.currency === 'VND' ? `${numeralWords(total.minor)} đồng` : null;
  const each = slip.is === 'each' ? moneyWords(slip.each, lang) : null;
  return asks.amountDoubt(
    lang,
    moneyWords(total, lang),
    words,
    slip.is,
    each,
    slip.is === 'each' ? slip.of.unit : null,
  );
}

/** Total, requested aid and counterpart in one question; what is missing of them is asked, what follows is computed and shown. */
export const budget: Field<BudgetAnswer> = {
  label: asks.names.budget,
  typed: true,
  ask(c) {
    const odd = c.value && doubt(c.value, c.answers);
    if (odd) return askDoubt(odd, c.lang);
    const known = c.value && budgetWords(c.value, c.lang);
    const want = c.value ? wanted(c.value) : null;
    if (!c.value || !known || !want) return asks.budget(c.lang);
    return { budget: asks.budgetTotal, requested_aid: asks.budgetAid, counterpart: asks.budgetCounterpart }[want](
      c.lang,
      known,
    );
  },
  choices(c) {
    const odd = c.value && doubt(c.value, c.answers);
    if (c.value && odd) {
      return [
        { label: plain(labels.amountRight(c.lang, moneyWords(odd.total, c.lang))), value: confirmed(c.value) },
        { label: labels.amountWrong(c.lang), value: {} },
      ];
    }
    if (!c.value || !(c.value.budget ?? c.value.requested_aid) || c.value.counterpart) return [];
    return [{ label: labels.noCounterpart(c.lang), value: noCounterpart(c.value) }];
  },
  read(input, c: FieldContext<BudgetAnswer>) {
    const typed = line(input, c.lang);
    if ('error' in typed) return typed;
    // What is doubted is not built upon: the next amount replaces it.
    const partial = c.value && !budgetIsComplete(c.value) && !doubt(c.value, c.answers) ? c.value : undefined;
    const want = partial && wanted(partial);
    const labelled = figures.some((part) => said[part].test(fold(typed.text)));
    if (want && !isFigure(fold(typed.text))) return { error: errors.noMoney(c.lang) };
    const read = readFigures(want && !labelled ? cue[want] + typed.text : typed.text, partial);
    const changed = figures.some((part) => read[part]?.minor !== partial?.[part]?.minor);
    if (!changed) return { error: errors.noMoney(c.lang) };
    const whole = deriveBudget(read);
    const wrong = fault(whole, c.lang);
    if (wrong) return wrong;
    return { ok: whole };
  },
  complete: (b, answers) => budgetIsComplete(b) && doubt(b, answers) === null,
  confirm: (c) => (c.value && doubt(c.value, c.answers) ? confirmed(c.value) : undefined),
  show: budgetWords,
  store: (b) => ({
    ...(b.budget ? { budget: { ...storeMoney(b.budget) } } : {}),
    ...(b.requested_aid ? { requested_aid: { ...storeMoney(b.requested_aid) } } : {}),
    ...(b.counterpart ? { counterpart: { ...storeMoney(b.counterpart) } } : {}),
    ...(b.other ? { other: { ...storeMoney(b.other) } } : {}),
    ...(b.derived ? { derived: b.derived } : {}),
    ...(b.confirmed ? { confirmed: { ...storeMoney(b.confirmed) } } : {}),
  }),
  load(json) {
    const read = shape.safeParse(json).data;
    if (!read) return undefined;
    return {
      ...(read.budget ? { budget: loadMoney(read.budget) } : {}),
      ...(read.requested_aid ? { requested_aid: loadMoney(read.requested_aid) } : {}),
      ...(read.counterpart ? { counterpart: loadMoney(read.counterpart) } : {}),
      ...(read.other ? { other: loadMoney(read.other) } : {}),
      ...(read.derived ? { derived: read.derived } : {}),
      ...(read.confirmed ? { confirmed: loadMoney(read.confirmed) } : {}),
    };
  },
};
