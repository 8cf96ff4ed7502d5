import { z } from 'zod';
import type { Slice } from '../../chat/dialogue/types.ts';
import { expiring, seeExpiring } from './texts/expiry.ts';
import { openCard, toldReported } from './texts/report.ts';
import { stepDue } from './texts/talk.ts';

const reportedValues = z.object({ partner: z.string(), name: z.string(), by: z.string(), text: z.string() });

const stepValues = z.object({ partner: z.string(), name: z.string(), step: z.string(), due: z.iso.date() });

const expiringValues = z.object({ count: z.int(), rows: z.array(z.object({ name: z.string(), left: z.int() })) });

/** What officers are told about the register. */
export const notices: NonNullable<Slice['notices']> = {
  'partner.reported': (values, lang) => {
    const v = reportedValues.parse(values);
    return {
      text: toldReported(lang, v.name, v.by, v.text),
      buttons: [[{ label: openCard(lang), call: { action: 'partner.show', args: { ids: [v.partner] } } }]],
    };
  },
  'partner.step': (values, lang) => {
    const v = stepValues.parse(values);
    return {
      text: stepDue(lang, v.name, v.step, Temporal.PlainDate.from(v.due)),
      buttons: [[{ label: openCard(lang), call: { action: 'partner.show', args: { ids: [v.partner] } } }]],
    };
  },
  'partner.expiring': (values, lang) => {
    const v = expiringValues.parse(values);
    const call = { action: 'people.do', args: { intent: 'ngo_expiring', text: 'tổ chức nào sắp hết hạn' } };
    return { text: expiring(lang, v.count, v.rows), buttons: [[{ label: seeExpiring(lang), call }]] };
  },
};
