import { givenField } from '../../../../chat/dialogue/form/given-field.ts';
import { label } from '../../../../chat/text.ts';

/** Never asked: set by the button that told the Sở at once. */
export const emergency = givenField<boolean>({
  label: label('Khẩn cấp', 'Emergency'),
  show: (value, lang) => label(value ? 'có' : 'không', value ? 'yes' : 'no')(lang),
  store: (value) => value,
  load: (stored) => (typeof stored === 'boolean' ? stored : undefined),
});
