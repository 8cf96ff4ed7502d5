import { fold } from '../../../language/index.ts';
import type { Lang } from '../../text.ts';
import type { FormSpec } from './types.ts';

const polite =
  '(?:(?:a|ay|u|da|xin|em|anh|chi|oi|cho|nham|nham roi|khong|toi|muon|can|please|i want to|i need to)[ ,.!]+)*';
const leading = /^(?:(?:lai|doi|sua|giup|phan|muc|o|cau|thong tin|the|my|cai|cho toi|cho em) )+/u;
const end = '(?: (?:nhe|di|a|giup|voi|roi|toi|em|nua|please))*';
const shapes: readonly RegExp[] = [
  new RegExp(`^${polite}(?:sua|doi|chinh sua|chinh|thay doi|thay|cap nhat|correct|change|edit) (.+?)${end}$`, 'u'),
  new RegExp(
    `^${polite}(.+?) (?:bi |dang |ghi |la |nay |con )*(?:sai|nham|chua dung|khong dung|chua chinh xac|is wrong|wrong)${end}$`,
    'u',
  ),
];

const plainly = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d/]+/gu, ' ')
    .trim();

/** What is to be changed, folded, where a text says that and not what it is to become: "sửa mục tiêu", "lĩnh vực sai rồi". With and without "mục", "phần" before it. */
function changeWishes(text: string): readonly string[] {
  if (text.length > 60) return [];
  const said = plainly(text);
  for (const shape of shapes) {
    const name = shape.exec(said)?.[1];
    if (name) return [name, name.replace(leading, '')];
  }
  return [];
}

/** The question of a form that somebody wants to answer anew, by its label or by what the form itself calls it; null: none is named. */
export function fieldToChange(spec: FormSpec, text: string, lang: Lang): string | null {
  for (const name of changeWishes(text)) {
    const labelled = Object.keys(spec.fields).find((field) => plainly(spec.fields[field]!.label(lang)) === name);
    const found = labelled ?? spec.named?.(name) ?? null;
    if (found !== null && Object.hasOwn(spec.fields, found)) return found;
  }
  return null;
}

const agreeing =
  /^(?:(?:da|vang|toi|em|minh|ok) )*(?:dong y|xac nhan|nhat tri|dong y duyet|duyet|phe duyet|i agree|agree|confirm|confirmed|approve|approved)(?: (?:a|nhe|gui|roi|di))*$/u;
/** Words that agree to what is read back and to nothing less; "vâng" and "ok" may only mean that it was read. */
export const agrees = (text: string): boolean => text.length <= 40 && agreeing.test(plainly(text));
