import { secretMark } from '../../../base/files/secret-mark.ts';
import type { Id } from '../../../base/ids.ts';
import type { Action, Turn } from '../../../chat/dialogue/types.ts';
import { clip } from '../../../chat/fit.ts';
import type { Button, RemoteFile } from '../../../chat/messaging/types.ts';
import { fold } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { type AttachmentKind, attachFile, type NewAttachment, refuseSecret } from '../commands/attach.ts';
import { needForm, unitOfDraft } from '../store/drafts.ts';
import { listNeeds } from '../store/needs.ts';
import * as t from '../texts/files.ts';
import * as say from '../texts/say.ts';
import type { NeedLine } from '../types.ts';
import { argsOf } from './args.ts';

/** What a file is, by its name, its type and the words sent with it. */
export function kindOf(f: Pick<RemoteFile, 'name' | 'mime'>, caption = ''): AttachmentKind {
  const words = fold(`${f.name ?? ''} ${caption}`).replace(/[_.-]+/gu, ' ');
  if (/\bcong van\b|\bto trinh\b|\bcv\b/u.test(words)) return 'letter';
  return f.mime?.startsWith('image/') ? 'photo' : 'paper';
}

const named = (files: readonly NewAttachment[]): string => files.map((f) => f.name).join(', ');

/**
 * Takes files that a person of a unit sent: to the open draft of a need, else asks where they belong. Marks of secrecy are looked for
 * first, in names and the caption; one is enough to refuse all that came together. Files that are not stored yet are not ours.
 */
export async function onFiles(turn: Turn): Promise<boolean> {
  const { input } = turn.inbound;
  if (input.kind !== 'files') return false;
  const scope = access.scope(turn.actor, 'need.attach');
  if (scope.see === 'nothing') return false;
  const { caption } = input;
  const mark = input.files.map((f) => secretMark({ name: f.name, caption })).find((m) => m !== null);
  if (mark) {
    for (const f of input.files) await refuseSecret(turn, f.file ?? null, mark.where);
    turn.reply({ text: t.secret(turn.lang) });
    return true;
  }
  const files = input.files.flatMap((f) =>
    f.file ? [{ file: f.file, name: f.name ?? 'tệp', kind: kindOf(f, caption) }] : [],
  );
  if (files.length === 0) return false;
  const open = turn.dialogue.open;
  if (open?.form === needForm) return toDraft(turn, open.draft, files);
  const { needs } = await listNeeds(turn.tx, scope, { offset: 0, limit: 3, mine: true });
  askWhere(
    turn,
    files,
    needs.filter((n) => n.state !== 'withdrawn'),
  );
  return true;
}

async function toDraft(turn: Turn, id: Id<'draft'>, files: readonly NewAttachment[]): Promise<boolean> {
  const draft = await unitOfDraft(turn.tx, id);
  if (!draft) return false;
  const put = await each(turn, files, { draft: id, unit: draft.unit });
  if (put.length > 0) turn.reply({ text: t.attachedToDraft(turn.lang, named(put), draft.title) });
  return true;
}

/** Attaches one by one; what did not fit, or was there already, is said: no press is answered by silence. */
async function each(
  turn: Turn,
  files: readonly NewAttachment[],
  to: Parameters<typeof attachFile>[2],
): Promise<NewAttachment[]> {
  const put: NewAttachment[] = [];
  const full: NewAttachment[] = [];
  const twice: NewAttachment[] = [];
  for (const file of files) {
    const done = await attachFile(turn, file, to);
    if (done.ok) put.push(file);
    else if (done.why === 'full') full.push(file);
    else if (done.why === 'twice') twice.push(file);
    else turn.reply({ text: done.why === 'gone' ? say.gone(turn.lang) : say.mayNot(turn.lang) });
  }
  if (full.length > 0) turn.reply({ text: t.full(turn.lang, named(full)) });
  if (twice.length > 0) turn.reply({ text: t.twice(turn.lang, named(twice)) });
  return put;
}

/** Which of the last needs; each also as the unit's letter, since a photo does not say what it is. */
function askWhere(turn: Turn, files: readonly NewAttachment[], needs: readonly NeedLine[]): void {
  const { lang } = turn;
  const [last] = needs;
  const register = access.can(turn.actor, 'ngo.edit').ok;
  if (!last && register) return turn.reply({ text: t.forRegisterOnly(lang, named(files)) });
  if (!last) {
    return turn.reply({
      text: t.noNeedYet(lang),
      buttons: [[{ label: say.buttons.newNeed(lang), call: { action: 'need.begin', args: null } }]],
    });
  }
  const to = (need: NeedLine, label: string, as: readonly NewAttachment[]): Button => ({
    label,
    call: { action: 'need.attach', args: { need: need.id, files: as.map((f) => ({ ...f })) } },
  });
  const letter = files.map((f) => ({ ...f, kind: 'letter' as const }));
  const plainly = files.map((f) => ({ ...f, kind: f.kind === 'letter' ? ('paper' as const) : f.kind }));
  turn.reply({
    text: t.whichNeed(lang, named(files), register),
    buttons: [
      [to(last, say.buttons.letter(lang), letter)],
      ...needs.map((n) => [to(n, `${n.code} ${clip(n.title, 20)}`, plainly)]),
    ],
  });
}

/** A need, or "signed letter", picked for files that were sent. */
export const attachAction: Action = {
  name: 'need.attach',
  async run(turn, args) {
    const of = argsOf('attach', args);
    if (!of) return turn.reply({ text: say.gone(turn.lang) });
    const put = await each(turn, of.files, { need: of.need });
    if (put.length === 0) return;
    const { needs } = await listNeeds(turn.tx, access.scope(turn.actor, 'need.attach'), {
      offset: 0,
      limit: 1,
      filter: { id: of.need },
    });
    const need = needs[0];
    if (!need) return;
    const letter = put.every((f) => f.kind === 'letter');
    turn.reply({
      text: letter ? t.letterKept(turn.lang, need.unitName) : t.attachedToNeed(turn.lang, named(put), need.code),
    });
  },
};
