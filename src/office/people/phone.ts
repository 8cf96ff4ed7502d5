import type { Id } from '../../base/ids.ts';
import type { Keyring } from '../../base/secrets/keyring.ts';

/** A Vietnamese number as it is stored: +84912000111. Null for what is none. Mobile of 9 digits after +84, or a landline (+842…). */
export function e164(text: string): string | null {
  const digits = text.replace(/[^\d+]/g, '').replace(/^(?:\+|00)?84/, '0');
  const national = /^0(?:[35789]\d{8}|2\d{9})$/.test(digits) ? digits : null;
  return national && `+84${national.slice(1)}`;
}

/** 0912 000 111, as people write it. */
export function nationalForm(phone: string): string {
  const digits = phone.replace(/^\+84/, '0');
  return digits.length === 10
    ? `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`
    : `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

const bound = (person: Id<'person'>) => `person/${person}/phone`;

/** A number as the row of a person holds it: sealed for that row, and its keyed hash. */
export const sealPhone = (keys: Keyring, person: Id<'person'>, phone: string) => ({
  phoneSealed: keys.encrypt('phones', phone, bound(person)),
  phoneHash: keys.lookupHash('phones', phone),
});

/** The number of a person's row. @throws CannotOpen */
export const openPhone = (keys: Keyring, person: Id<'person'>, sealed: Uint8Array): string =>
  keys.decryptText('phones', sealed, bound(person));
