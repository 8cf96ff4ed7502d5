import { z } from 'zod';
import type { Field, FieldContext } from '../../../../chat/dialogue/form/types.ts';
import { type ContactDetails, readContact } from '../../../../language/index.ts';
import { contactIsComplete } from '../../rules/content.ts';
import * as asks from '../../texts/asks.ts';
import * as errors from '../../texts/errors.ts';
import { clip, shownWidth } from '../../words/fit.ts';
import { contactWords } from '../../words/values.ts';
import { line } from './text.ts';

const shape = z.object({
  name: z.string().max(120).exactOptional(),
  position: z.string().max(160).exactOptional(),
  phone: z
    .string()
    .regex(/^0\d{8,11}$/)
    .exactOptional(),
  email: z.string().max(160).exactOptional(),
});

/** A person of a unit may be meant by "0912 000 111" alone; an officer who enters a unit's need may not. */
const ownName = (c: FieldContext<ContactDetails>): string | undefined =>
  c.actor.grants.some((g) => g.role === 'focal_point' || g.role === 'unit_approver')
    ? (c.actor.name ?? undefined)
    : undefined;

/** Letters of a name and nothing else: what may answer "whose number is it?" where the reader finds no cue. */
const bareName = /^\p{Lu}[\p{L}\s.'-]{3,60}$/u;

/** Whom to call: a name, and a phone or an e-mail. Need not be somebody with an account. */
export const contact: Field<ContactDetails> = {
  label: asks.names.contact,
  ask(c) {
    const { value } = c;
    if (!value || Object.keys(value).length === 0) return asks.contact(c.lang);
    if (value.name) return asks.contactPhone(c.lang, [value.name, value.position].filter(Boolean).join(', '));
    return asks.contactName(c.lang, contactWords(value));
  },
  read(input, c) {
    const partial = c.value && !contactIsComplete(c.value) ? c.value : undefined;
    if (input.kind === 'contact') {
      const phone = input.phone.replace(/\D/gu, '').replace(/^84/u, '0');
      const name = partial?.name ?? (input.own ? ownName(c) : undefined);
      return { ok: { ...partial, ...(name ? { name } : {}), phone } };
    }
    const said = line(input, c.lang);
    if ('error' in said) return said;
    let read = readContact(said.text);
    if (!read && partial && !partial.name && bareName.test(said.text)) read = { name: said.text };
    if (!read) return { error: errors.noContact(c.lang, clip(said.text, 40)) };
    const whole: ContactDetails = { ...partial, ...read };
    // The engine says back whose number it was taken for.
    const own = whole.name ? undefined : ownName(c);
    return { ok: own ? { ...whole, name: own } : whole };
  },
  propose: (c) => {
    const name = ownName(c);
    return name && !c.value ? { name } : undefined;
  },
  complete: contactIsComplete,
  show: (value) => clip(contactWords(value), shownWidth),
  store: ({ name, position, phone, email }) => ({
    ...(name ? { name } : {}),
    ...(position ? { position } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
  }),
  load: (stored) => shape.safeParse(stored).data,
};
