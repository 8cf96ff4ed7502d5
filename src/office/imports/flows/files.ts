import { secretMark } from '../../../base/files/secret-mark.ts';
import { fileKinds } from '../../../base/files/type.ts';
import type { Turn } from '../../../chat/dialogue/types.ts';
import type { RemoteFile } from '../../../chat/messaging/types.ts';
import { fold } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { beginImport } from '../commands.ts';
import { askedFrom } from '../tasks.ts';
import * as t from '../texts/say.ts';

/** A table by its content (the type that was found when it was kept), not by what it calls itself. */
const isTable = (file: RemoteFile): boolean => file.mime === fileKinds.xlsx || file.mime === fileKinds.csv;
/** Words with a file that say it belongs to a need. */
const forNeed = /\bnc[- ]?\d|\bnhu cau\b|\bdinh kem\b|\bneed\b|\battach/;

/**
 * Takes a table that an officer sends, with or without words, as the register. Not while a form is open (it is filled in with the file then),
 * and not where the words say that it belongs to a need. Several at once are several imports.
 */
export async function onFiles(turn: Turn): Promise<boolean> {
  const { input } = turn.inbound;
  if (input.kind !== 'files' || turn.dialogue.open) return false;
  const tables = input.files.filter((file) => file.file && isTable(file));
  if (tables.length === 0 || tables.length < input.files.length) return false;
  if (!access.can(turn.actor, 'ngo.import.propose').ok) return false;
  if (forNeed.test(fold(input.caption ?? ''))) return false;
  // Marks of secrecy are refused where files are refused.
  if (tables.some((file) => secretMark({ name: file.name, caption: input.caption }))) return false;
  for (const file of tables) {
    const name = file.name ?? 'danh ba.xlsx';
    const begun = await beginImport(turn, { file: file.file!, name });
    if (!begun.ok) {
      turn.reply({ text: t.mayNot(turn.lang) });
      return true;
    }
    turn.later({
      kind: 'register.read',
      args: { import: begun.id, from: askedFrom(turn), lang: turn.lang },
      once: `register.read:${begun.id}`,
    });
    turn.reply({ text: t.reading(turn.lang, name), slot: `import:${begun.id}` });
  }
  return true;
}
