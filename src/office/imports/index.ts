import { z } from 'zod';
import type { Slice } from '../../chat/dialogue/types.ts';
import { onFiles } from './flows/files.ts';
import { howFlow, importActions, importSignals } from './flows/show.ts';
import { type ImportParts, importTasks } from './tasks.ts';
import * as t from './texts/say.ts';

export { applyImport } from './apply.ts';
export { beginImport, confirmImport } from './commands.ts';
export { liveStart } from './flows/checklist.ts';
export { importAction } from './flows/propose.ts';
export { reportSheet, templateSheets } from './report.ts';
export { check, type ImportParts, keepChecked } from './tasks.ts';
export { whyNot } from './texts/why.ts';

const applied = z.object({ file: z.string(), made: z.int(), changed: z.int(), certificates: z.int(), grants: z.int() });
const stale = z.object({ file: z.string(), import: z.string() });

/** The register from a file: read, compared row by row, proposed, confirmed, written as a whole. Comes before those that attach files to needs. */
export const imports = (of: ImportParts): Slice => ({
  name: 'imports',
  flows: [howFlow],
  actions: importActions,
  signals: importSignals,
  tasks: importTasks(of),
  onFiles,
  notices: {
    'register.applied': (values, lang) => {
      const v = applied.parse(values);
      return { text: t.applied(lang, v.file, v.made, v.changed, v.certificates, v.grants) };
    },
    'register.stale': (values, lang) => {
      const v = stale.parse(values);
      return {
        text: t.stale(lang, v.file),
        buttons: [[{ label: t.buttons.again(lang), call: { action: 'register.again', args: { import: v.import } } }]],
      };
    },
  },
});
