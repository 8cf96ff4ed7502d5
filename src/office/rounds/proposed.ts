import { z } from 'zod';
import { type Id, isId } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { Lang } from '../../chat/text.ts';
import type { ProposedAction, Ran } from '../proposals/index.ts';
import { endRound, undoEndRound } from './commands/close.ts';
import { extendRound, extendUnit, undoExtendRound, undoExtendUnit } from './commands/extend.ts';
import { openRound, undoOpenRound } from './commands/open.ts';
import { letterWords } from './forms/fields.ts';
import { audiences } from './order.ts';
import * as t from './texts/orders.ts';

const instant = z.codec(z.string(), z.instanceof(Temporal.Instant), {
  decode: (text) => Temporal.Instant.from(text),
  encode: (value) => value.toString(),
});
const plainDate = z.codec(z.string(), z.instanceof(Temporal.PlainDate), {
  decode: (text) => Temporal.PlainDate.from(text),
  encode: (value) => value.toString(),
});
const id = <K extends string>() => z.custom<Id<K>>(isId);

const openArgs = z.object({
  code: z.string(),
  planYear: z.int(),
  opensAt: instant,
  dueAt: instant,
  closesAt: instant,
  audience: z.enum(audiences),
  letter: z.object({ no: z.string(), date: plainDate.nullable() }).nullable(),
});
const extendArgs = z.object({ code: z.string(), from: instant, to: instant, reason: z.string() });
const unitArgs = z.object({
  round: id<'round'>(),
  code: z.string(),
  unit: id<'unit'>(),
  unitName: z.object({ vi: z.string(), en: z.string() }),
  from: instant,
  to: instant,
  reason: z.string(),
});
const endArgs = z.object({
  round: id<'round'>(),
  code: z.string(),
  end: z.enum(['closed', 'cancelled']),
  waiting: z.int(),
  reason: z.string().nullable(),
});

type Why = Parameters<typeof t.refused>[1] | 'role' | 'unit' | 'guest' | 'consent';

/** Why a command did nothing. */
const notDone = (why: Why): Extract<Ran, { ok: false }> => ({
  ok: false,
  said: (lang: Lang) =>
    t.refused(lang, why === 'role' || why === 'unit' || why === 'guest' || why === 'consent' ? 'may_not' : why),
});

/** How long a proposal about a round waits. */
const hours = 72;
const rights = (confirm: string) => ({ propose: 'round.propose', confirm });

const kinds = {
  all: ['department', 'commune', 'mass_org', 'other_unit'],
  departments: ['department'],
  communes: ['commune'],
} as const;

/** Opening a round. */
export const openAction: ProposedAction<z.output<typeof openArgs>> = {
  name: 'round.open',
  args: openArgs,
  rights: rights('round.open'),
  hours,
  about: (args) => args.code,
  title: (args, lang) => t.titles.open(args.code, lang),
  show: (args, lang) => t.openLines({ ...args, letter: args.letter && letterWords(args.letter, lang) }, lang),
  yes: t.open,
  async run(work, args) {
    if (Temporal.Instant.compare(args.dueAt, work.now) <= 0) return notDone('past');
    const done = await openRound(work, {
      code: args.code,
      planYear: args.planYear,
      titleVi: `Rà soát nhu cầu viện trợ phi chính phủ nước ngoài năm ${args.planYear}`,
      titleEn: `Call for needs for foreign non-governmental aid, ${args.planYear}`,
      ...(args.letter ? { docNo: args.letter.no } : {}),
      ...(args.letter?.date ? { docDate: args.letter.date } : {}),
      opensAt: args.opensAt,
      dueAt: args.dueAt,
      closesAt: args.closesAt,
      audience: kinds[args.audience],
    });
    if (!done.ok) return notDone(done.why);
    const from = Temporal.Instant.compare(args.opensAt, work.now) > 0 ? [args.opensAt] : [];
    return { ok: true, result: done.round, said: (lang) => t.willTell(lang, done.told, ...from) };
  },
  undo: (work, _args, result) => (isId(result) ? undoOpenRound(work, result as Id<'round'>) : Promise.resolve(false)),
};

/** Giving everybody more time. */
export const extendAction: ProposedAction<z.output<typeof extendArgs>> = {
  name: 'round.extend',
  args: extendArgs,
  rights: rights('round.extend'),
  hours,
  about: (args) => args.code,
  title: (args, lang) => t.titles.extend(args.code, null, lang),
  show: (args, lang) => t.extendLines(args.from, args.to, lang),
  yes: t.extend,
  async run(work, args) {
    const done = await extendRound(work, args.code, args.to, args.reason, args.from);
    if (!done.ok) return notDone(done.why);
    const result: Json = { dueAt: done.before.dueAt.toString(), closesAt: done.before.closesAt.toString() };
    return {
      ok: true,
      result,
      said: (lang) => [t.extendLines(args.from, args.to, lang)[1]!, ...t.willTell(lang, done.told)],
    };
  },
  undo(work, args, result) {
    const { dueAt, closesAt } = result as { dueAt: string; closesAt: string };
    const before = { dueAt: Temporal.Instant.from(dueAt), closesAt: Temporal.Instant.from(closesAt) };
    return undoExtendRound(work, args.code, args.to, before);
  },
};

type UnitArgs = z.output<typeof unitArgs>;
const unitExtension = {
  args: unitArgs,
  hours,
  about: (args: UnitArgs) => `${args.code}:${args.unit}`,
  title: (args: UnitArgs, lang: Lang) => t.titles.extend(args.code, args.unitName[lang], lang),
  show: (args: UnitArgs, lang: Lang) => t.extendLines(args.from, args.to, lang),
  yes: t.extend,
  async run(work, args) {
    const done = await extendUnit(work, { round: args.round, unit: args.unit }, args.to);
    if (!done.ok) return notDone(done.why);
    return { ok: true, result: done.before?.toString() ?? null };
  },
  undo(work, args, result) {
    const before = typeof result === 'string' ? Temporal.Instant.from(result) : null;
    return undoExtendUnit(work, { round: args.round, unit: args.unit }, args.to, before);
  },
} satisfies Omit<ProposedAction<UnitArgs>, 'name' | 'rights'>;

/** Giving one unit more time. */
export const extendUnitAction: ProposedAction<UnitArgs> = {
  ...unitExtension,
  name: 'round.extend_unit',
  rights: rights('round.extend'),
};

/** The same, asked for by the unit itself. */
export const askUnitAction: ProposedAction<UnitArgs> = {
  ...unitExtension,
  name: 'round.ask_extension',
  rights: { propose: 'round.ask', confirm: 'round.extend' },
  unit: (args) => args.unit,
};

/** Closing a round, or calling it off. */
export const endAction: ProposedAction<z.output<typeof endArgs>> = {
  name: 'round.end',
  args: endArgs,
  rights: rights('round.close'),
  hours,
  about: (args) => args.code,
  title: (args, lang) => t.titles.end(args.code, args.end, lang),
  show: (args, lang) => t.endLines(args.end, args.waiting, lang),
  yes: t.endYes,
  async run(work, args) {
    const done = await endRound(work, args.round, args.end, args.reason);
    if (!done.ok) return notDone(done.why);
    return { ok: true, said: (lang) => t.willTell(lang, done.told) };
  },
  undo: (work, args) => undoEndRound(work, args.round, args.end),
};

/** What can be proposed of rounds. */
export const proposedOfRounds = [openAction, extendAction, extendUnitAction, askUnitAction, endAction] as const;
