import { z } from 'zod';
import { line } from '../../../../chat/dialogue/form/text-field.ts';
import type { Field, FieldContext } from '../../../../chat/dialogue/form/types.ts';
import { clip, shownWidth } from '../../../../chat/fit.ts';
import { type ContactDetails, fold, readContact } from '../../../../language/index.ts';
import { contactIsComplete } from '../../rules/content.ts';
import * as asks from '../../texts/asks.ts';
import * as errors from '../../texts/errors.ts';
import { contactWords } from '../../words/values.ts';

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

/** Whether a text is a phone number or an e-mail, and at most says that it is one: "sđt của tôi là 0912 000 111". */
const onlyNumber = (text: string): boolean =>
  /^(?:(?:so|sdt|dt|dien thoai|di dong|lien he|lh|goi|zalo|email|mail|thu dien tu|cua|toi|em|minh|la|qua|theo|nhe|nha|a|day|my|phone|number|is)(?:\s|$))*$/u.test(
    fold(text)
      .replace(/[\w.+-]{1,64}@[\w.-]{1,255}/gu, ' ')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );

/** "gọi cho tôi", "em": who writes is who is to be called. */
const self =
  /^(?:(?:cu |xin |hay )?(?:goi|lien he|lien lac|lh|bao|call|contact)(?: (?:cho|voi|truc tiep))? )?(?:chinh |la )?(?:toi|em|minh|me|myself)(?: (?:a|nhe|luon|la duoc|duoc roi))*[.! ]*$/u;

/** Words that each begin with a capital: what may answer "whose number is it?" where the reader finds no cue. */
const bareName = /^\p{Lu}[\p{L}.'-]{0,20}(?: \p{Lu}[\p{L}.'-]{0,20}){1,5}$/u;

/** Whom to call: a name, and a phone or an e-mail. Need not be somebody with an account. */
export const contact: Field<ContactDetails> = {
  label: asks.names.contact,
  ask(c) {
    const { value } = c;
    if (!value || Object.keys(value).length === 0 || contactIsComplete(value)) return asks.contact(c.lang);
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
    const me = self.test(fold(said.text).trim()) ? ownName(c) : undefined;
    let read = me ? { name: me } : readContact(said.text);
    if (!read && partial && !partial.name && bareName.test(said.text)) read = { name: said.text };
    if (!read) return { error: errors.noContact(c.lang, clip(said.text, 40)) };
    // A number alone is the person's own, and the engine says that back. Other words beside it name somebody, and whom is asked.
    const alone = onlyNumber(said.text);
    if (alone) {
      const { name: _cue, ...rest } = read;
      read = rest;
    }
    const whole: ContactDetails = { ...partial, ...read };
    const own = whole.name || !alone ? undefined : ownName(c);
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
