import { choiceField } from '../../../../chat/dialogue/form/choice-field.ts';
import { type Label, label } from '../../../../chat/text.ts';
import { type FieldOfWork, fieldNames, fieldsOfWork, rankFields, readField } from '../../../../language/index.ts';
import * as asks from '../../texts/asks.ts';
import * as errors from '../../texts/errors.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The thirteen fields as buttons name them: "Nước sạch và vệ sinh". */
export const fieldLabels = Object.fromEntries(
  fieldsOfWork.map((f) => [f, label(capital(fieldNames[f].vi), capital(fieldNames[f].en))]),
) as Readonly<Record<FieldOfWork, Label>>;

/** One of the thirteen fields of work; what the title and the objective speak of comes first. */
export const fieldOfWork = choiceField<FieldOfWork>({
  label: asks.names.field,
  ask: asks.field,
  values: fieldsOfWork,
  labels: fieldLabels,
  read: readField,
  rank: (c) => rankFields([c.answers['title'], c.answers['objective']].filter((t) => typeof t === 'string').join('. ')),
  wrong: errors.noField,
});
