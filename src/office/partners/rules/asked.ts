import { fold, type PartnerEntry, type VocabularyLists } from '../../../language/index.ts';

/** Words around a name in a question about it, folded. What remains of a question that names nobody known is taken for the name. */
const around = new Set(
  (
    'a ad ah anh ai alo bao bac ben bi bot cac cai can cap chi cho chua co con cua cuc cung da dang dau day den do duoc e em gi gio giay ' +
    'han het hieu hoac hoat dong hoi hong ho k ko khi khong la lam lai loai luc luon may moi nao nay ngay ngo nhe nhi ntn nua o oi pcpnn quy ' +
    'roi sao so son la sau the thi thong tin tinh to chuc trang trong tra cuu trung truoc va van ve vs voi vpdd xem xin y giup dk gdk ' +
    'phi chinh phu nuoc ngoai vien tro du an noi bit biet dang ky ' +
    'is are the a of in an when does do what still registered registration status valid expire expires expired organisation organization ngo ' +
    'please tell me about show certificate for and to'
  ).split(' '),
);

/** What is left of a question when the words around a name are taken away; empty where nothing is. */
export function saidName(question: string): string {
  const words = question
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}&]{1,60}$/gu, ''));
  const known = words.map((word) => word === '' || around.has(fold(word)));
  let first = known.indexOf(false);
  // "Sao Mai", "Quỹ Hoa Sen": a word of a question that is written as the beginning of a name is that.
  while (first > 1 && /^\p{Lu}\p{Ll}/u.test(words[first - 1]!)) first--;
  return first < 0 ? '' : words.slice(first, known.lastIndexOf(false) + 1).join(' ');
}

const pairs = (text: string): ReadonlySet<string> => {
  const padded = ` ${fold(text)} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2)));
};

/** How alike two names are, 0 to 1: shared pairs of letters (Dice). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** The partners whose names come nearest to what was said, at most three, the likeliest first; none that is merely similar. */
export function nearest(said: string, lists: VocabularyLists): readonly PartnerEntry[] {
  const target = pairs(said);
  return lists.partners
    .map((entry) => ({
      entry,
      by: Math.max(...[entry.name, ...entry.names].map((name) => likeness(target, pairs(name)))),
    }))
    .filter(({ by }) => by >= 0.45)
    .toSorted((a, b) => b.by - a.by)
    .slice(0, 3)
    .map(({ entry }) => entry);
}
