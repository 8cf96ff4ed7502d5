import { z } from 'zod';
import { givenField } from '../../../../chat/dialogue/form/given-field.ts';
import { label } from '../../../../chat/text.ts';

/** The need that a form is about, as it was when the form was opened; what the commands find counts. */
export interface About {
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly decision?: 'request_revision' | 'reject';
}

const shape = z.object({
  code: z.string(),
  title: z.string(),
  state: z.string(),
  decision: z.enum(['request_revision', 'reject']).exactOptional(),
});

/** Never asked: put there by whoever opens the form, so that its read-back can name the need. */
export const about = givenField<About>({
  label: label('Nhu cầu', 'Need'),
  show: (value) => value.code,
  store: ({ code, title, state, decision }) => ({ code, title, state, ...(decision ? { decision } : {}) }),
  load: (stored) => shape.safeParse(stored).data,
});
