import { z } from 'zod';
import type { Slice } from '../../chat/dialogue/types.ts';
import { addressButtons } from './gate/consent.ts';
import { notice } from './texts/delegation.ts';
import { askAddress } from './texts.ts';

const both = z.object({ vi: z.string(), en: z.string() });
const standInValues = z.object({ who: z.string(), from: both, to: both });

/** What people are told about themselves. */
export const notices: NonNullable<Slice['notices']> = {
  'people.ask-address': (_values, lang) => ({ text: askAddress(lang), buttons: addressButtons(lang) }),
  'people.stand-in': (values, lang) => {
    const v = standInValues.parse(values);
    return { text: notice(lang, v.who, v.from[lang], v.to[lang]) };
  },
};
