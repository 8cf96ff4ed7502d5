import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { givenField } from '../../../chat/dialogue/form/given-field.ts';
import { label } from '../../../chat/text.ts';

/** The organisation that a form is about, as its card calls it. */
export interface About {
  readonly id: Id<'partner'>;
  readonly name: string;
}

const shape = z.object({ id: z.custom<Id<'partner'>>(isId), name: z.string() });

/** Never asked: put there by whoever opens the form, so that its read-back can name the organisation. */
export const about = givenField<About>({
  label: label('Tổ chức', 'Organisation'),
  show: (value) => value.name,
  store: ({ id, name }) => ({ id, name }),
  load: (stored) => shape.safeParse(stored).data,
});
