import type { Role } from '../../../base/access/access.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Label, Lang } from '../../../chat/text.ts';
import { enterCode, inEnglish, inVietnamese, wish } from '../texts.ts';

/** A button that does what its Vietnamese words, typed, would do. */
export const doButton = (of: Label, lang: Lang): Button => ({
  label: of(lang),
  call: { action: 'people.do', args: inFull.get(of) ?? of('vi') },
});

/** Where the label is too short to be read one way only. */
const inFull: ReadonlyMap<Label, string> = new Map([[wish.deadline, 'hạn nộp nhu cầu là ngày nào?']]);

/** What each role most likely wants now: three things. */
const likeliest: Readonly<Record<Role, readonly Label[]>> = {
  guest: [wish.deadline],
  focal_point: [wish.sendNeed, wish.myNeeds, wish.deadline],
  unit_approver: [wish.sendNeed, wish.myNeeds, wish.deadline],
  officer: [wish.notSent, wish.toReview, wish.certificate],
  division_head: [wish.toReview, wish.notSent, wish.certificate],
  director: [wish.notSent, wish.toReview, wish.certificate],
  admin: [wish.invite, wish.duties, wish.deadline],
};

const codeButton = (lang: Lang): Button => ({
  label: enterCode(lang),
  call: { action: 'people.enter-code', args: null },
});

/** The other language, one press away. */
export const languageButton = (lang: Lang): Button =>
  lang === 'vi'
    ? { label: inEnglish(lang), call: { action: 'people.language', args: 'en' } }
    : { label: inVietnamese(lang), call: { action: 'people.language', args: 'vi' } };

/** One button a row: on a phone each is as wide as its words. */
export function wishButtons(role: Role, lang: Lang): readonly (readonly Button[])[] {
  const own = likeliest[role].map((of) => [doButton(of, lang)]);
  return role === 'guest' ? [...own, [codeButton(lang)], [languageButton(lang)]] : own;
}

/** Under the first words to a guest. */
export const welcomeButtons = (lang: Lang): readonly (readonly Button[])[] => [
  [codeButton(lang)],
  [doButton(wish.deadline, lang), languageButton(lang)],
];
