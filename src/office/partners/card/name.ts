import type { Lang } from '../../../chat/text.ts';
import type { PartnerFacts } from '../types.ts';

type Named = Pick<PartnerFacts, 'nameEn' | 'nameVi' | 'shortName' | 'aliases' | 'kind'>;

/** The abbreviation that says more than the name does: SCI beside Save the Children, none beside CARE. */
function abbreviation(of: Named, name: string): string | undefined {
  const said = name.toLowerCase();
  return of.aliases.find(
    (alias) =>
      /^[A-ZĐ][A-Za-zĐ]{2,6}$/.test(alias) &&
      alias.replaceAll(/[^A-ZĐ]/g, '').length >= 2 &&
      !said.includes(alias.toLowerCase()),
  );
}

/** How a card calls it: "Save the Children (SCI)"; a mission by its full name. */
export const cardName = (of: Named, lang: Lang): string => cardNames(of, lang)[0];

/** The same, then shorter forms for a heading that would not fit its line. */
export function cardNames(of: Named, lang: Lang): [string, ...string[]] {
  if (of.kind === 'mission') return [(lang === 'vi' && of.nameVi) || of.nameEn];
  const name = of.shortName ?? of.nameEn;
  const short = abbreviation(of, name);
  return short ? [`${name} (${short})`, name, short] : [name];
}

/**
 * How a button calls it, as short as can be told apart: "Caritas Thụy Sĩ" (its Vietnamese name where that only adds to the
 * English one), "Save the Children" where nobody would know the translation, "ĐSQ Nhật Bản".
 */
export function buttonName(of: Named, lang: Lang): string {
  if (lang === 'en') return of.kind === 'mission' ? of.nameEn.replace(/ in Hanoi$/, '') : (of.shortName ?? of.nameEn);
  if (of.kind === 'mission') return (of.nameVi ?? of.nameEn).replace(/^Đại sứ quán /, 'ĐSQ ');
  const spoken = of.nameVi?.replace(/^Tổ chức /, '');
  const first = of.nameEn.split(' ')[0]!;
  if (spoken && spoken.length <= 24 && spoken.startsWith(first)) return spoken;
  return of.shortName ?? of.nameEn;
}
