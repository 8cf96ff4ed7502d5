import { moneyMentions } from './amounts/mentions.ts';
import { readBeneficiaries } from './people/beneficiaries.ts';
import { phoneIn } from './people/contact.ts';
import { scan } from './text/words.ts';

/** What stands around a plain answer and says nothing. */
const filler = new Set(
  'a ah ak da vang thua em anh chi bac chau toi minh la thi khoang tam chung do gan hon tong cong so tien kinh phi du kien cho co chac nhe nha di dong vnd het thoi va ca duoc xin vien tro de nghi tai tro doi ung gop von trong do con lai about around roughly approximately total it is'.split(
    ' ',
  ),
);

/** A text that is an amount, a number of beneficiaries or a telephone number and nothing else; null: anything else. */
export function plainShape(text: string): 'money' | 'count' | 'phone' | null {
  if (text.length > 80) return null;
  const s = scan(text);
  const only = (spans: readonly { readonly start: number; readonly end: number }[]) =>
    s.words.every((w) => filler.has(w.flat) || spans.some((x) => w.start >= x.start && w.end <= x.end));
  const phone = phoneIn(s.raw);
  if (phone && only([phone])) return 'phone';
  const money = moneyMentions(s).filter((m) => m.sure && !m.percent);
  if (money.length > 0 && only(money)) return 'money';
  const counted =
    /^(?:\p{L}+ ){0,3}\d[\d.]* (?:ho|hs|hoc sinh|nguoi|tre|tre em|households?|students?|people|children)$/u.test(
      s.flat
        .replace(/[^\p{L}\d. ]+/gu, ' ')
        .replace(/(?: (?:a|nhe|nha))+ *$/u, '')
        .trim(),
    );
  return counted && (readBeneficiaries(text)?.length ?? 0) > 0 ? 'count' : null;
}
