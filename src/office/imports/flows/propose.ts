import { z } from 'zod';
import type { Id } from '../../../base/ids.ts';
import { isId } from '../../../base/ids.ts';
import type { ProposedAction } from '../../proposals/index.ts';
import { confirmImport } from '../commands.ts';
import type { RegisterImport } from '../store.ts';
import * as t from '../texts/say.ts';

const args = z.object({
  import: z.string().refine(isId),
  file: z.string(),
  fresh: z.int(),
  changed: z.int(),
  same: z.int(),
  wrong: z.int(),
  by: z.string().nullable(),
});
type Args = z.infer<typeof args>;

/** What is proposed about a checked import. */
export const argsOf = (row: RegisterImport): Args => ({
  import: row.id,
  file: row.fileName,
  fresh: row.fresh,
  changed: row.changed,
  same: row.same,
  wrong: row.wrong,
  by: row.createdBy,
});

/** An officer proposes a checked import, a division head confirms it; a task writes it then. */
export const importAction: ProposedAction<Args> = {
  name: 'register.import',
  args,
  rights: { propose: 'ngo.import.propose', confirm: 'ngo.import.confirm' },
  hours: 7 * 24,
  about: (of) => of.import,
  title: (of, lang) => t.proposedTitle(of.file, lang),
  show: (of, lang) => t.proposedLines(of, lang),
  yes: t.buttons.yes,
  async run(work, of) {
    const done = await confirmImport(work, of.import as Id<'register_import'>);
    if (!done.ok) return { ok: false, said: (lang) => t.notConfirmed(lang, done.why) };
    const tell = [...new Set([of.by, work.actor.person])].filter((person) => person !== null);
    work.later({ kind: 'register.apply', args: { import: of.import, tell }, once: `register.apply:${of.import}` });
    return { ok: true, said: (lang) => t.confirmedSoon(lang) };
  },
};
