import { z } from 'zod';
import type { Slice } from '../../chat/dialogue/types.ts';
import { openCard, toldReported } from './texts/report.ts';

const reportedValues = z.object({ partner: z.string(), name: z.string(), by: z.string(), text: z.string() });

/** What officers are told about the register. */
export const notices: NonNullable<Slice['notices']> = {
  'partner.reported': (values, lang) => {
    const v = reportedValues.parse(values);
    return {
      text: toldReported(lang, v.name, v.by, v.text),
      buttons: [[{ label: openCard(lang), call: { action: 'partner.show', args: { ids: [v.partner] } } }]],
    };
  },
};
