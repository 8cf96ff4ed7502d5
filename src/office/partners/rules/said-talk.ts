import { fold, foldKeep } from '../../../language/index.ts';
import type { ContactKind, IntroductionWay } from '../words.ts';

/** "đã gửi danh mục cho Plan hôm nay": the list was handed over. */
export const saysIntroduced = (text: string): boolean =>
  /(?:gui|gioi thieu|chuyen|dua|sent|introduced)(?: \p{L}+){0,2} (?:danh muc|list)/u.test(fold(text));

const ways: readonly (readonly [RegExp, IntroductionWay])[] = [
  [/email|e-mail|thu dien tu|(?<!\p{L})mail/u, 'email'],
  [/cong van/, 'letter'],
  [/goi dien|dien thoai|(?<!\p{L})goi(?!\p{L})|called/u, 'call'],
  [/nhan tin|zalo/, 'chat'],
  [/gap|lam viec|hop|tiep|met|meeting/, 'meeting'],
];

/** By which way a talk, or an introduction, took place; null: it was not said. */
export const wayOf = (text: string): IntroductionWay | null =>
  ways.find(([shape]) => shape.test(fold(text)))?.[1] ?? null;

/** The kind of talk that a sentence tells of: a meeting where nothing else is said. */
export const kindOf = (text: string): ContactKind => wayOf(text) ?? 'meeting';

/** What was promised: the words behind "hẹn", up to the day. */
export function stepOf(text: string): string | null {
  const raw = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const found =
    /(?<!\p{L})(?:hen|hua|se)(?!\p{L}) (.+?)(?:,? (?:truoc|vao|han|den|ngay|trong)(?: ngay)? [\d\p{L}]|[.;]|$)/u.exec(
      foldKeep(raw),
    );
  if (!found) return null;
  const at = found.index + found[0].indexOf(found[1]!);
  const step = raw.slice(at, at + found[1]!.length).trim();
  return step.length >= 3 ? step[0]!.toLocaleUpperCase('vi') + step.slice(1) : null;
}
