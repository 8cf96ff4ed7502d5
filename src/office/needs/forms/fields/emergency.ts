import type { Field } from '../../../../chat/dialogue/form/types.ts';
import { label } from '../../../../chat/text.ts';

/** Never asked: set by the button that told the Sở at once. */
export const emergency: Field<boolean> = {
  label: label('Khẩn cấp', 'Emergency'),
  when: () => false,
  ask: () => [],
  read: () => ({ error: [] }),
  show: (value, lang) => label(value ? 'có' : 'không', value ? 'yes' : 'no')(lang),
  store: (value) => value,
  load: (stored) => (typeof stored === 'boolean' ? stored : undefined),
};
