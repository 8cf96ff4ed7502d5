import { z } from 'zod';
import { line } from '../../../../chat/dialogue/form/text-field.ts';
import type { Field } from '../../../../chat/dialogue/form/types.ts';
import { clip, shownWidth } from '../../../../chat/fit.ts';
import { type Beneficiaries, readBeneficiaries } from '../../../../language/index.ts';
import * as asks from '../../texts/asks.ts';
import * as errors from '../../texts/errors.ts';
import { beneficiariesWords } from '../../words/values.ts';

const shape = z
  .array(
    z.object({
      count: z.int().min(0).max(10_000_000),
      unit: z.enum(['people', 'households', 'students', 'children', 'villages', 'cooperatives']),
      group: z.string().max(200).exactOptional(),
    }),
  )
  .min(1)
  .max(12);

/** Who benefits, and how many of what. */
export const beneficiaries: Field<readonly Beneficiaries[]> = {
  label: asks.names.beneficiaries,
  ask: (c) => asks.beneficiaries(c.lang),
  read(input, c) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    const read = readBeneficiaries(said.text);
    if (!read?.length || !shape.safeParse(read).success) {
      return { error: errors.noBeneficiaries(c.lang, clip(said.text, 40)) };
    }
    return { ok: read };
  },
  show: (value, lang) => clip(beneficiariesWords(value, lang), shownWidth),
  store: (value) =>
    value.map(({ count, unit, group }) => (group === undefined ? { count, unit } : { count, unit, group })),
  load: (stored) => shape.safeParse(stored).data,
};
