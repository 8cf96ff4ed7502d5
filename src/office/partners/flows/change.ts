import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { askerOf } from '../../../chat/dialogue/asker.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { findPartner, looksLikeQuestion, readAs, type Understood } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { sightOf } from '../access.ts';
import { buttonName } from '../card/name.ts';
import type { Step } from '../commands/apply.ts';
import type { Paper } from '../commands/paper.ts';
import { stepShape, undoSteps } from '../commands/undo.ts';
import { about } from '../forms/about.ts';
import { addForm, newPartnerSaid } from '../forms/add-partner.ts';
import { changeForm, changes as changesField, standing } from '../forms/change-partner.ts';
import { papers as papersField } from '../forms/papers.ts';
import { refusal } from '../forms/refusal.ts';
import { reportForm } from '../forms/report-card.ts';
import type { Change } from '../rules/change.ts';
import { grantCode, saidChanges, splitMerger } from '../rules/said-change.ts';
import { partnersById } from '../store/entries.ts';
import { recentPapers } from '../store/recent-files.ts';
import { partnerOfGrant, type Standing, standingOf } from '../store/standing.ts';
import { whichPartnerExample } from '../texts/card.ts';
import * as t from '../texts/change.ts';
import type { PartnerFacts } from '../types.ts';
import { askWhich } from './show.ts';
import { meant, missionsNamed } from './status.ts';

/** What a correction leads to: the form about one entry, a new entry, a report by somebody who may not change it, or a question back. */
export type Opening =
  | { readonly kind: 'change'; readonly now: Standing; readonly changes: readonly Change[] }
  | { readonly kind: 'report'; readonly of: PartnerFacts; readonly text: string }
  | { readonly kind: 'add'; readonly text: string }
  | { readonly kind: 'say'; readonly say: Say };

const mayEdit = (by: Pick<LookContext, 'actor'>): boolean => access.can(by.actor, 'ngo.edit').ok;

/** The readings in which the names of a correction are looked for: as it was taken, and as the correction that it is by what it says. */
const bothWays = (ask: Understood, by: Pick<LookContext, 'actor' | 'now' | 'vocabulary'>): readonly Understood[] => [
  ask,
  readAs(ask.text, 'ngo_edit', { ...by, asker: askerOf(by.actor) }),
];

/** Who is named in it, for certain. */
const namedIn = (ask: Understood, by: Pick<LookContext, 'actor' | 'now' | 'vocabulary'>): readonly string[] =>
  bothWays(ask, by)
    .map((as) => {
      const { named } = meant(as, by.vocabulary);
      return named.length > 0 ? named : missionsNamed(as, by.vocabulary);
    })
    .find((named) => named.length > 0) ?? [];

/** Whose card a correction is about: who is named, or whose grant has the number. */
async function whose(
  reads: Reads,
  by: LookContext,
  ask: Understood,
): Promise<{ id: Id<'partner'> | null; which: Say | null }> {
  const code = grantCode(ask.text, by.now);
  const ofGrant = code && mayEdit(by) ? await partnerOfGrant(reads, code) : null;
  if (ofGrant) return { id: ofGrant, which: null };
  // "CARE sáp nhập vào Oxfam" is about CARE: who it goes into is the new value.
  const [before, into] = splitMerger(ask.text);
  const { named, candidates } = into ? byName(before, by) : meant(ask, by.vocabulary);
  const ids = (named.length > 0 || into ? named : namedIn(ask, by)).filter(isId);
  if (ids.length > 0) return { id: ids[0] as Id<'partner'>, which: null };
  return { id: null, which: await askWhich(reads, by, candidates) };
}

function byName(text: string, by: LookContext): ReturnType<typeof meant> {
  const { sure, candidates } = findPartner(text, by.vocabulary);
  return sure ? { named: [sure], candidates: [] } : { named: [], candidates };
}

/** What a correction that was said leads to. */
export async function opening(reads: Reads, by: LookContext, ask: Understood): Promise<Opening> {
  if (mayEdit(by) && newPartnerSaid(ask.text).kind) return { kind: 'add', text: ask.text };
  const { id, which } = await whose(reads, by, ask);
  const [of] = id ? await partnersById(reads, sightOf(by.actor).entries, [id]) : [];
  if (!of) return { kind: 'say', say: which ?? { text: whichPartnerExample(by.lang) } };
  if (!mayEdit(by)) return { kind: 'report', of, text: ask.text };
  const now = await standingOf(reads, of.id, by.now);
  if (!now) return { kind: 'say', say: { text: whichPartnerExample(by.lang) } };
  return { kind: 'change', now, changes: saidChanges(ask.text, by) };
}

/** Opens what a correction leads to. `papers`: the files that came with it. */
export async function open(turn: Turn, found: Opening, papers: readonly Paper[]): Promise<void> {
  const kept = papers.length > 0 ? { papers: papersField.store(papers) } : {};
  switch (found.kind) {
    case 'say':
      return turn.reply(found.say);
    case 'add':
      return turn.open(addForm, { text: found.text, answers: kept });
    case 'report': {
      const { id } = found.of;
      const name = buttonName(found.of, turn.lang);
      // "Thẻ SCI sai" says no more than the button does.
      const what = found.text.length > 24 ? { what: found.text } : {};
      return turn.open(reportForm, { answers: { about: about.store({ id, name }), ...what } });
    }
    case 'change':
      return turn.open(changeForm, {
        answers: {
          now: standing.store(found.now),
          ...kept,
          ...(found.changes.length > 0 ? { changes: changesField.store(found.changes) } : {}),
        },
      });
  }
}

/** "SCI gia hạn đến 08/01/2032, số …": read back with the old values, and saved by the button. Who may not change it says that it is wrong. */
export const ngoEdit: Flow<Opening> = {
  name: 'ngo_edit',
  intents: ['ngo_edit'],
  may: (actor) => access.can(actor, 'card.report').ok,
  // However it was read: somebody is named, and something about them is stated.
  records(ask, by) {
    const { text } = ask;
    if (!mayEdit(by) || text.length > 500 || looksLikeQuestion(text)) return false;
    if (newPartnerSaid(text).kind) return true;
    if (saidChanges(text, by).length === 0) return false;
    return namedIn(ask, by).length > 0 || grantCode(text, by.now) !== null;
  },
  look: opening,
  run: async (turn, _ask, found) => open(turn, found, await recentPapers(turn.tx, turn.chat.id, turn.now)),
};

const undoArgs = z.object({ steps: z.array(stepShape), at: z.string(), name: z.string(), id: z.string() });

/** [Hoàn tác] under a correction. */
export const undoChange = (undoSeconds: number): Action => ({
  name: 'partner.undo',
  async run(turn, args) {
    const of = undoArgs.safeParse(args).data;
    const late = !of || turn.now.since(Temporal.Instant.from(of.at)).total('seconds') > undoSeconds;
    if (late) return turn.reply({ text: t.undoLate(turn.lang) });
    const done = await undoSteps(turn, of.steps as readonly Step[]);
    if (!done.ok) return turn.reply(done.why === 'stale' ? { text: t.undoLate(turn.lang) } : refusal(done, turn.lang));
    turn.reply({
      text: t.undone(turn.lang, of.name),
      buttons: [[{ label: t.seeCard(turn.lang), call: { action: 'partner.show', args: { ids: [of.id] } } }]],
    });
  },
});
