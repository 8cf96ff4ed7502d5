import { textField } from '../../../chat/dialogue/form/text-field.ts';
import { form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { reportCard } from '../commands/report.ts';
import * as t from '../texts/report.ts';
import { about } from './about.ts';
import { refusal } from './refusal.ts';

export const reportForm = 'report-card';

/** [Báo sai]: what is wrong, then the read-back with the button that tells the officer in charge. */
export const reportCardForm = form(reportForm, {
  title: t.reportTitle,
  may: (actor) => access.can(actor, 'card.report').ok,
  fields: {
    about,
    what: textField({
      label: t.whatLabel,
      ask: t.askWhat,
      min: 3,
      max: 500,
      example: 'địa chỉ văn phòng đã chuyển',
    }),
  },
  review: ({ about: of, what }, c) => t.reportBack(c.lang, of?.name ?? '', what ?? null),
  submitLabel: t.sendReport,
  async submit(turn, _draft, { about: of, what }) {
    const done = await reportCard(turn, of!.id, what ?? '');
    if (!done.ok) return { refused: refusal(done, turn.lang) };
    return { receipt: { text: t.reported(turn.lang, of!.name, done.officer === null) } };
  },
});
