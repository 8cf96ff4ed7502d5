import type { Json } from '../../base/json.ts';
import { currencies, type Money } from '../../base/money/money.ts';
import { bareName } from '../places/find.ts';
import { type NeedContext, needIn } from './read.ts';

/** Money as slots hold it: whole units of the currency. */
export const moneySlot = (m: Money): { amount: number; currency: string } => ({
  amount: Number(m.minor) / 10 ** currencies[m.currency],
  currency: m.currency,
});

/** A need as plain JSON with canonical names, the form in which understanding is measured; field names in docs/understanding.md. */
export function needSlots(text: string, c: NeedContext): { readonly [field: string]: Json } {
  const { need, unit, places } = needIn(text, c);
  const out: { [field: string]: Json } = {};
  if (unit) out['org'] = unit.name;
  if (need.title) out['title'] = need.title;
  if (need.field) out['field'] = need.field;
  const names = [...new Set(places.map(bareName))];
  if (names.length > 0) out['place'] = names;
  else if (need.places?.province) out['place'] = ['Sơn La'];
  else if (need.places?.communes.length)
    out['place'] = need.places.communes.map((code) => c.vocabulary.places.byCode.get(code)?.name ?? code);
  if (need.beneficiaries) out['beneficiaries'] = need.beneficiaries.map((b) => ({ count: b.count, unit: b.unit }));
  for (const k of ['budget', 'requested_aid', 'counterpart'] as const)
    if (need.money?.[k]) out[k] = moneySlot(need.money[k]);
  if (need.range)
    out['budget'] = {
      min: moneySlot(need.range.min).amount,
      max: moneySlot(need.range.max).amount,
      currency: need.range.min.currency,
    };
  if (need.period?.start) out['start'] = need.period.start.toString();
  if (need.period?.end) out['end'] = need.period.end.toString();
  if (need.period?.months) out['duration_months'] = need.period.months;
  if (need.contact) out['contact'] = { ...need.contact };
  if (need.objective) out['objective'] = need.objective;
  return out;
}
