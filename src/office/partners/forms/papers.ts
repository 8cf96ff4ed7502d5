import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { givenField } from '../../../chat/dialogue/form/given-field.ts';
import { foldKeep } from '../../../language/index.ts';
import type { Paper } from '../commands/paper.ts';
import { paperLine, papersLabel } from '../texts/papers.ts';

/** As many files as one correction takes. */
export const mostPapers = 10;
const shape = z.array(z.object({ file: z.custom<Id<'file'>>(isId), name: z.string() })).max(mostPapers);

/** Never asked: the files that came with what the form holds. */
export const papers = givenField<readonly Paper[]>({
  label: papersLabel,
  show: (value, lang) => paperLine(value, lang).join(''),
  store: (value) => value.map(({ file, name }) => ({ file, name })),
  load: (stored) => shape.safeParse(stored).data,
});

/** "bỏ tệp", "không kèm giấy": the files are not to be kept with it. */
export const withoutPapers = (text: string): boolean =>
  /^(?:bo|xoa|khong kem|thoi|go bo|remove|drop|without)(?: cac| het| the)? (?:tep|file|anh|giay(?: to)?|dinh kem|papers?)(?: (?:dinh )?kem| nay| di)*[.!]?$/.test(
    foldKeep(text.normalize('NFC').trim()),
  );
