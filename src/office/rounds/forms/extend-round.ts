import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { textField } from '../../../chat/dialogue/form/text-field.ts';
import { type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { doOrPropose } from '../../proposals/index.ts';
import { closing, momentBehind, reasonIn } from '../order.ts';
import { askUnitAction, extendAction, extendUnitAction } from '../proposed.ts';
import * as t from '../texts/orders.ts';
import { hidden, momentField } from './fields.ts';

export const extendForm = 'extend-round';
export const askMoreForm = 'ask-extension';

const id = <K extends string>() => z.custom<Id<K>>(isId);
const shape = z.object({
  round: id<'round'>(),
  code: z.string(),
  from: z.codec(z.string(), z.instanceof(Temporal.Instant), {
    decode: (text) => Temporal.Instant.from(text),
    encode: (value) => value.toString(),
  }),
  unit: z.object({ id: id<'unit'>(), vi: z.string(), en: z.string() }).nullable(),
});
/** The round that is extended, with its due time as it was, and the unit where it is only for one. */
export type Extended = z.output<typeof shape>;
const about = hidden<Extended>(
  (stored) => shape.safeParse(stored).data,
  (value) => z.encode(shape, value),
);
/** As the form keeps it. */
export const storedExtended = (of: Extended) => about.store(of);

/** What a message says of both: "đến thứ hai vì đang chờ chủ tịch ký". A day that is not later says nothing. */
function understand(
  text: string,
  { now, answers: { about: of } }: { now: Temporal.Instant; answers: { readonly about?: Extended } },
): { to?: Temporal.Instant; reason?: string } {
  const to = of && momentBehind(text, now, of.from);
  const reason = reasonIn(text);
  return {
    ...(to && Temporal.Instant.compare(to, of.from) > 0 ? { to } : {}),
    ...(reason ? { reason } : {}),
  };
}

const fields = (to: typeof t.asks.to, reason: typeof t.asks.reason) => ({
  about,
  to: momentField({
    label: t.names.to,
    ask: to,
    hour: closing,
    after: ({ about: of }, now) => {
      const { from } = of as Extended;
      return Temporal.Instant.compare(from, now) > 0 ? { name: t.presentDue, at: from } : { name: t.present, at: now };
    },
    from: ({ about: of }) => (of as Extended | undefined)?.from ?? null,
  }),
  reason: textField({ label: t.names.reason, ask: reason, min: 3, max: 300, example: 'mưa lũ, nhiều xã chưa kịp họp' }),
});

/** More time for a round, or for one unit: until when and why, then the read-back. */
export const extendRoundForm = (undoSeconds: number): FormSpec =>
  form(extendForm, {
    title: t.extendTitle,
    may: (actor) => access.can(actor, 'round.propose').ok,
    fields: fields(t.asks.to, t.asks.reason),
    understand,
    besides: (text, _asked, c) => understand(text, c),
    review: ({ about: of, to, reason }, c) =>
      of
        ? t.extendAsk(
            c.lang,
            t.titles.extend(of.code, of.unit?.[c.lang] ?? null, c.lang),
            of.from,
            to ?? null,
            reason ?? null,
            of.unit ? 'unit' : 'all',
          )
        : [],
    submitLabel: (lang, actor) => (access.can(actor, 'round.extend').ok ? t.extend : t.proposeExtend)(lang),
    submit(turn, _draft, { about: of, to, reason }) {
      const { code, from, unit, round } = of!;
      const common = { code, from, to: to!, reason: reason! };
      return unit
        ? doOrPropose(
            turn,
            extendUnitAction,
            { ...common, round, unit: unit.id, unitName: { vi: unit.vi, en: unit.en } },
            reason!,
            undoSeconds,
          )
        : doOrPropose(turn, extendAction, common, reason!, undoSeconds);
    },
  });

/** A unit asks for more time; a leader of the Department decides. */
export const askExtensionForm = (undoSeconds: number): FormSpec =>
  form(askMoreForm, {
    title: t.askTitle,
    may: (actor, draft) => access.can(actor, 'round.ask', { unit: draft.unit }).ok,
    fields: fields(t.asks.askTo, t.asks.askReason),
    understand,
    besides: (text, _asked, c) => understand(text, c),
    review: ({ about: of, to, reason }, c) =>
      of?.unit ? t.askMoreAsk(c.lang, of.code, of.unit[c.lang], of.from, to ?? null, reason ?? null) : [],
    submitLabel: t.askMore,
    submit(turn, _draft, { about: of, to, reason }) {
      const { code, from, unit, round } = of!;
      const args = {
        round,
        code,
        unit: unit!.id,
        unitName: { vi: unit!.vi, en: unit!.en },
        from,
        to: to!,
        reason: reason!,
      };
      return doOrPropose(turn, askUnitAction, args, reason!, undoSeconds);
    },
  });
