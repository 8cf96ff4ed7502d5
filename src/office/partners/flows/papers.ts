import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { secretMark } from '../../../base/files/secret-mark.ts';
import { type Id, isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import { askerOf } from '../../../chat/dialogue/asker.ts';
import { draft } from '../../../chat/dialogue/schema.ts';
import type { Action, Turn } from '../../../chat/dialogue/types.ts';
import type { RemoteFile } from '../../../chat/messaging/types.ts';
import { type Understood, understand } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { seesAll, sightOf } from '../access.ts';
import { buttonName } from '../card/name.ts';
import { keepPapers, type Paper } from '../commands/paper.ts';
import { addForm } from '../forms/add-partner.ts';
import { changeForm, changes as changesField } from '../forms/change-partner.ts';
import { mostPapers, papers as papersField } from '../forms/papers.ts';
import { refusal } from '../forms/refusal.ts';
import { withLater } from '../rules/change.ts';
import { saidChanges } from '../rules/said-change.ts';
import { partnersById } from '../store/entries.ts';
import { papersOf } from '../store/papers.ts';
import { isPaper } from '../store/recent-files.ts';
import { buttonMore, noLongerThere } from '../texts/card.ts';
import { seeCard } from '../texts/change.ts';
import * as t from '../texts/papers.ts';
import { ngoEdit, open, opening } from './change.ts';

/** The files with what is known of them already, each once. */
function together(before: readonly Paper[], files: readonly RemoteFile[]): readonly Paper[] {
  const came = files.flatMap((one) => (one.file ? [{ file: one.file, name: one.name ?? 'tệp' }] : []));
  const fresh = came.filter((paper) => !before.some((other) => other.file === paper.file));
  return [...before, ...fresh].slice(0, mostPapers);
}

/**
 * Files that an officer sends as papers of a correction: to the form that is open for it, as a sentence with a file (the words under it), or right
 * behind a correction that was saved. A file that comes before its sentence is found again by it (recentPapers). Tables are not taken, nor is what bears
 * a mark of secrecy: that is refused where files are refused.
 */
export async function onFiles(turn: Turn): Promise<boolean> {
  const { input } = turn.inbound;
  if (input.kind !== 'files' || !access.can(turn.actor, 'ngo.edit').ok) return false;
  const { files, caption = '' } = input;
  if (!files.every((file) => file.file && isPaper(file.mime))) return false;
  if (files.some((file) => secretMark({ name: file.name, caption }))) return false;
  const frame = turn.dialogue.open;
  if (frame) return frame.form === changeForm || frame.form === addForm ? toForm(turn, files, caption) : false;
  const ask = correctionIn(turn, caption);
  if (ask) {
    await open(turn, await opening(turn.tx, turn, ask), together([], files));
    return true;
  }
  return caption === '' && behindCorrection(turn, files);
}

/** The words under a file, where they surely state what the register holds. */
function correctionIn(turn: Turn, caption: string): Understood | null {
  if (caption.trim() === '') return null;
  const read = understand(caption, { vocabulary: turn.vocabulary, now: turn.now, asker: askerOf(turn.actor) });
  return ngoEdit.records?.(read, turn) ? read : null;
}

/** A draft is written by its form only, so the form begins anew with what was there, the files, and what the words under them say. */
async function toForm(turn: Turn, files: readonly RemoteFile[], caption: string): Promise<boolean> {
  const frame = turn.dialogue.open!;
  const [old] = await turn.tx
    .update(draft)
    .set({ state: 'dropped', updatedAt: turn.now })
    .where(and(eq(draft.id, frame.draft), eq(draft.state, 'open')))
    .returning({ answers: draft.answers });
  if (!old) return false;
  const answers = old.answers as Record<string, Json>;
  const before = papersField.load(answers['papers'] ?? []) ?? [];
  const said = frame.form === changeForm && caption ? saidChanges(caption, turn) : [];
  const changes = withLater(changesField.load(answers['changes'] ?? []) ?? [], said);
  turn.dialogue.open = null;
  await turn.open(frame.form, {
    answers: {
      ...answers,
      ...(said.length > 0 ? { changes: changesField.store(changes) } : {}),
      papers: papersField.store(together(before, files)),
    },
  });
  return true;
}

const undoArgs = z.object({ name: z.string(), id: z.custom<Id<'partner'>>(isId) });
const keepArgs = undoArgs.extend({
  papers: z.array(z.object({ file: z.custom<Id<'file'>>(isId), name: z.string() })).max(mostPapers),
});

/** Right behind the receipt of a correction: asked whether it belongs to it. Further files join those that are asked about. */
function behindCorrection(turn: Turn, files: readonly RemoteFile[]): boolean {
  const { question } = turn.dialogue;
  if (question?.kind !== 'offer' || question.chat !== turn.chat.id) return false;
  const calls = question.options.map(({ call }) => call);
  const asked = keepArgs.safeParse(calls.find(({ action }) => action === 'partner.papers.keep')?.args).data;
  const of = asked ?? undoArgs.safeParse(calls.find(({ action }) => action === 'partner.undo')?.args).data;
  if (!of) return false;
  const papers = together(asked?.papers ?? [], files);
  const args = { id: of.id, name: of.name, papers: papersField.store(papers) };
  turn.reply({
    text: t.keepWith(turn.lang, papers, of.name),
    buttons: [
      [
        { label: t.buttonKeepPapers(turn.lang), call: { action: 'partner.papers.keep', args }, means: 'yes' },
        { label: t.buttonNoPapers(turn.lang), call: { action: 'partner.papers.leave', args: null }, means: 'no' },
      ],
    ],
  });
  return true;
}

/** [Kèm vào]: the files are kept with the organisation, in its history beside the correction. */
export const keepAction: Action = {
  name: 'partner.papers.keep',
  async run(turn, args) {
    const of = keepArgs.safeParse(args).data;
    if (!of) return turn.reply({ text: noLongerThere(turn.lang) });
    const done = await keepPapers(turn, of.id, of.papers);
    if (!done.ok) return turn.reply(refusal(done, turn.lang));
    turn.reply({
      text: t.keptWith(turn.lang, of.papers, of.name),
      buttons: [[{ label: seeCard(turn.lang), call: { action: 'partner.show', args: { ids: [of.id] } } }]],
    });
  },
};

/** [Không kèm]. */
export const leaveAction: Action = {
  name: 'partner.papers.leave',
  run: (turn) => turn.reply({ text: t.notKept(turn.lang) }),
};

const openArgs = z.object({ id: z.custom<Id<'partner'>>(isId), from: z.int().min(0).default(0) });

/** [Giấy tờ]: the files that corrections rest on, the newest first, for who sees the organisation in full. A look at them is logged. */
export const openPapers: Action = {
  name: 'partner.papers',
  async run(turn, args) {
    const { lang } = turn;
    const of = openArgs.safeParse(args).data;
    const sight = sightOf(turn.actor);
    const [row] = of && seesAll(sight.detail) ? await partnersById(turn.tx, sight.entries, [of.id]) : [];
    const found = row ? await papersOf(turn.tx, row.id) : [];
    const some = found.slice(of?.from ?? 0, (of?.from ?? 0) + mostPapers);
    if (!of || !row || some.length === 0) return turn.reply({ text: noLongerThere(lang) });
    turn.audit({ action: 'partner.papers.open', on: { kind: 'partner', id: of.id } });
    const next = of.from + some.length;
    const call = { action: 'partner.papers', args: { id: of.id, from: next } };
    turn.reply({
      text: t.papersOfEntry(lang, buttonName(row, lang), some, of.from, found.length),
      files: some.map(({ file }) => file),
      buttons: [
        [
          ...(next < found.length ? [{ label: buttonMore(lang), call }] : []),
          { label: seeCard(lang), call: { action: 'partner.show', args: { ids: [of.id] } } },
        ],
      ],
    });
  },
};

export const paperActions: readonly Action[] = [keepAction, leaveAction, openPapers];
