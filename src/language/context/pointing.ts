import { type Scan, scan } from '../text/words.ts';
import type { ShownKind } from './shown.ts';

/** Words that point at something in a list that was shown: the position from 1, or the last. */
export interface Pointed {
  readonly position: number | 'last';
  /** The text without them. */
  readonly rest: string;
}

const words: Readonly<Record<string, number>> = {
  nhat: 1,
  mot: 1,
  dau: 1,
  'dau tien': 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
};
const thing =
  '(?:cai|muc|dong|nhu cau|nc|de xuat|dx|to chuc|tc|ngo|ben|du an|don vi|sua|su quan|need|item|organi[sz]ation|one)';
const shapes: readonly RegExp[] = [
  // "cái thứ hai", "nhu cầu thứ 3"; "thứ hai" alone is a Monday.
  new RegExp(`(?<!\\p{L})${thing} thu (\\p{L}+|\\d{1,2})(?![\\p{L}\\d])`, 'u'),
  new RegExp(`(?<!\\p{L})${thing} (dau tien|dau|cuoi cung|cuoi)(?!\\p{L})`, 'u'),
  /(?<!\p{L})(?:cai|muc|dong) (?:so )?(\d{1,2})(?![\d.,]?\d|\p{L})/u,
  /(?<!\p{L})the (first|second|third|fourth|fifth|sixth|last)(?: (?:one|need|item|organi[sz]ation|ngo))?(?= *(?:[?.!,]|$)| (?:is|has|does|please|then|now)(?!\p{L}))/u,
  /(?<!\p{L})(?:item|number) (\d{1,2})(?!\d)/u,
];
const lone =
  /^(?:(?:da|a|xem|mo|cho xem|cho toi xem|con|the|the con|vay) )*(?:so|thu) (\d{1,2})(?: (?:thi sao|a|nhe|di|nua))*[ ?.!]*$/u;
const alone = /^(?:(?:da|a|xem|mo|con|the|the con) )*(dau tien|cuoi cung)(?: (?:thi sao|a|nhe|di))*[ ?.!]*$/u;

/** Which thing of a list a text points at: "cái thứ hai đến đâu rồi", "the last one", "số 2"; null: none. */
export function pointsAt(text: string | Scan): Pointed | null {
  const s = typeof text === 'string' ? scan(text) : text;
  if (s.words.length > 24) return null;
  for (const shape of [...shapes, lone, alone]) {
    const m = shape.exec(s.flat);
    if (!m) continue;
    const said = m[1]!;
    const position = /^cuoi|^last/.test(said) ? 'last' : /^\d/.test(said) ? Number(said) : words[said];
    if (!position) continue;
    const whole = shape === lone || shape === alone;
    return { position, rest: whole ? '' : `${s.raw.slice(0, m.index)} ${s.raw.slice(m.index + m[0].length)}` };
  }
  return null;
}

/** "nó", "cái này", "tổ chức đó", "it": of which kind, where the words say one. */
export function pronoun(s: Scan): { readonly kind: ShownKind | null } | null {
  const m =
    /(?<!\p{L})(cai|nhu cau|nc|de xuat|to chuc|tc|ngo|ben|du an|dai su quan|su quan|need|organi[sz]ation) (?:nay|do|day|ay|kia|vua roi|vua xem)(?!\p{L})/u.exec(
      s.flat,
    ) ?? /(?<!\p{L})(?:this|that) (one|need|proposal|organi[sz]ation|ngo|embassy)(?!\p{L})/u.exec(s.flat);
  if (m) return { kind: kindOf(m[1]!) };
  if (/(?<!\p{L})(?:nó|chúng nó|họ)(?!\p{L})/iu.test(s.raw)) return { kind: null };
  // Typed without marks, "no" is "nó" where it owns or does something; in English it denies.
  if (
    s.marks === 0 &&
    /(?<!\p{L})cua (?:no|ho)(?!\p{L})|^(?:(?:the|vay|con|roi) )*no (?:con|het|co|dang|da|o|lam|la|gia|den|duoc|thuoc|bao|khi|the|hoat)(?!\p{L})/u.test(
      s.flat,
    )
  )
    return { kind: null };
  return /(?<!\p{L})(?:it|its|they|their|them)(?!\p{L})/u.test(s.flat) && s.marks === 0 ? { kind: null } : null;
}

const kindOf = (word: string): ShownKind | null =>
  /^(?:nhu cau|nc|de xuat|need|proposal)$/.test(word)
    ? 'need'
    : /^(?:to chuc|tc|ngo|ben|dai su quan|su quan|organi[sz]ation|embassy)$/.test(word)
      ? 'partner'
      : null;
