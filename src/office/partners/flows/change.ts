import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { secretMark } from '../../../base/files/secret-mark.ts';
import { type Id, isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import { draft } from '../../../chat/dialogue/schema.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { looksLikeQuestion, type Understood } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { sightOf } from '../access.ts';
import { buttonName } from '../card/name.ts';
import type { Step } from '../commands/apply.ts';
import { stepShape, undoSteps } from '../commands/undo.ts';
import { about } from '../forms/about.ts';
import { addForm } from '../forms/add-partner.ts';
import { changeForm, changes as changesField, paper, standing } from '../forms/change-partner.ts';
import { refusal } from '../forms/refusal.ts';
import { reportForm } from '../forms/report-card.ts';
import type { Change } from '../rules/change.ts';
import { grantCode, saidChanges } from '../rules/said-change.ts';
import { partnersById } from '../store/entries.ts';
import { partnerOfGrant, type Standing, standingOf } from '../store/standing.ts';
import { whichPartnerExample } from '../texts/card.ts';
import * as t from '../texts/change.ts';
import type { PartnerFacts } from '../types.ts';
import { askWhich } from './show.ts';
import { meant } from './status.ts';

/** What a correction leads to: the form about one entry, a new entry, a report by somebody who may not change it, or a question back. */
export type Opening =
  | { readonly kind: 'change'; readonly now: Standing; readonly changes: readonly Change[] }
  | { readonly kind: 'report'; readonly of: PartnerFacts; readonly text: string }
  | { readonly kind: 'add'; readonly text: string }
  | { readonly kind: 'say'; readonly say: Say };

const mayEdit = (by: Pick<LookContext, 'actor'>): boolean => access.can(by.actor, 'ngo.edit').ok;

/** Whose card a correction is about: who is named, or whose grant has the number. */
async function whose(
  reads: Reads,
  by: LookContext,
  ask: Understood,
): Promise<{ id: Id<'partner'> | null; which: Say | null }> {
  const code = grantCode(ask.text, by.now);
  const ofGrant = code && mayEdit(by) ? await partnerOfGrant(reads, code) : null;
  if (ofGrant) return { id: ofGrant, which: null };
  const { named, candidates } = meant(ask, by.vocabulary);
  const ids = named.filter(isId) as Id<'partner'>[];
  if (ids.length > 0) return { id: ids[0]!, which: null };
  return { id: null, which: await askWhich(reads, by, candidates) };
}

/** What a correction that was said leads to. */
export async function opening(reads: Reads, by: LookContext, ask: Understood): Promise<Opening> {
  if (ask.slots['op'] === 'add' && !ask.slots['ngo'] && mayEdit(by)) return { kind: 'add', text: ask.text };
  const { id, which } = await whose(reads, by, ask);
  const [of] = id ? await partnersById(reads, sightOf(by.actor).entries, [id]) : [];
  if (!of) return { kind: 'say', say: which ?? { text: whichPartnerExample(by.lang) } };
  if (!mayEdit(by)) return { kind: 'report', of, text: ask.text };
  const now = await standingOf(reads, of.id, by.now);
  if (!now) return { kind: 'say', say: { text: whichPartnerExample(by.lang) } };
  return { kind: 'change', now, changes: saidChanges(ask.text, by) };
}

/** Opens what a correction leads to. */
export async function open(turn: Turn, found: Opening): Promise<void> {
  switch (found.kind) {
    case 'say':
      return turn.reply(found.say);
    case 'add':
      return turn.open(addForm, { text: found.text });
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
  look: opening,
  run: (turn, _ask, found) => open(turn, found),
};

/**
 * A flow that answers a question about an organisation, but for a sentence that states a change ("trưởng văn phòng của CARE nay là anh Hùng") by
 * somebody who may make it.
 */
export function orChange<Found>(flow: Flow<Found>): Flow<{ readonly change: Opening } | { readonly found: Found }> {
  return {
    ...flow,
    async look(reads, by, ask) {
      const states = mayEdit(by) && !looksLikeQuestion(ask.text) && saidChanges(ask.text, by).length > 0;
      if (states) {
        const change = await opening(reads, by, ask);
        if (change.kind === 'change') return { change };
      }
      return { found: await flow.look!(reads, by, ask) };
    },
    run(turn, ask, result) {
      // In the middle of a form it stays a question: the form goes on.
      if ('change' in result && !turn.dialogue.open) return open(turn, result.change);
      if ('found' in result) return flow.run(turn, ask, result.found);
    },
  };
}

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

/** A file that comes while a correction is open is the paper that says so: the form goes on with it. */
export async function onFiles(turn: Turn): Promise<boolean> {
  const { input } = turn.inbound;
  const frame = turn.dialogue.open;
  if (input.kind !== 'files' || frame?.form !== changeForm) return false;
  const [file] = input.files;
  if (!file?.file || secretMark({ name: file.name, caption: input.caption })) return false;
  const [old] = await turn.tx
    .update(draft)
    .set({ state: 'dropped', updatedAt: turn.now })
    .where(and(eq(draft.id, frame.draft), eq(draft.state, 'open')))
    .returning({ answers: draft.answers });
  if (!old) return false;
  // A draft is written by its form only, so the form begins anew with what was there and the file.
  turn.dialogue.open = null;
  const kept = paper.store({ file: file.file, name: file.name ?? 'tệp' });
  await turn.open(changeForm, { answers: { ...(old.answers as Record<string, Json>), paper: kept } });
  return true;
}
