import { moneyWords, numberWords } from '../../../base/money/format.ts';
import { periodWords } from '../../../base/time/format.ts';
import type { Lang } from '../../../chat/text.ts';
import type { Beneficiaries, ContactDetails, ProjectPeriod, Vocabulary } from '../../../language/index.ts';
import type { BudgetAnswer } from '../rules/budget.ts';
import type { Places } from '../rules/content.ts';
import { fullPeriod, periodIsComplete } from '../rules/period.ts';

const units: Readonly<Record<Beneficiaries['unit'], readonly [vi: string, one: string, many: string]>> = {
  people: ['người', 'person', 'people'],
  households: ['hộ', 'household', 'households'],
  students: ['học sinh', 'student', 'students'],
  children: ['trẻ em', 'child', 'children'],
  villages: ['bản', 'village', 'villages'],
  cooperatives: ['hợp tác xã', 'cooperative', 'cooperatives'],
};

/** "120 hộ (3 bản)", "180 học sinh (dân tộc Mông), 12 người": villages beside people only say where they live. */
export function beneficiariesWords(all: readonly Beneficiaries[], lang: Lang): string {
  const words = (b: Beneficiaries) => {
    const [vi, one, many] = units[b.unit];
    const unit = lang === 'vi' ? vi : b.count === 1 ? one : many;
    return `${numberWords(b.count, lang)} ${unit}${b.group ? ` (${b.group})` : ''}`;
  };
  const people = all.filter((b) => b.unit !== 'villages');
  const villages = all.filter((b) => b.unit === 'villages');
  if (people.length === 0 || villages.length === 0) return all.map(words).join(', ');
  return `${people.map(words).join(', ')} (${villages.map(words).join(', ')})`;
}

/** "xã Co Mạ" for the code of a commune of today; the code itself where it is not known any more. */
export function placeName(code: string, vocabulary: Vocabulary, lang: Lang): string {
  const place = vocabulary.lists.places.find((p) => p.code === code);
  if (!place) return code;
  if (lang === 'vi') return `${place.kind === 'xa' ? 'xã' : 'phường'} ${place.name}`;
  return `${place.name} ${place.kind === 'xa' ? 'commune' : 'ward'}`;
}

/** "xã Co Mạ, xã Long Hẹ (3 bản)"; "toàn tỉnh". */
export function placesWords(p: Places, names: readonly string[], lang: Lang): string {
  const where = p.province ? (lang === 'vi' ? 'toàn tỉnh' : 'the whole province') : names.join(', ');
  return p.village ? `${where} (${p.village})` : where;
}

/** "3/2027 – 11/2027 (9 tháng)"; a part where only a part is known. */
export function needPeriodWords(p: ProjectPeriod, lang: Lang): string {
  const length = (n: number) => (lang === 'vi' ? `${n} tháng` : `${n} month${n === 1 ? '' : 's'}`);
  if (!periodIsComplete(p)) {
    if (p.months !== undefined) return length(p.months);
    if (p.end)
      return lang === 'vi' ? `đến ${periodWords(p.end, p.end, lang)}` : `until ${periodWords(p.end, p.end, lang)}`;
    return p.start ? `${lang === 'vi' ? 'từ' : 'from'} ${periodWords(p.start, p.start, lang)}` : '';
  }
  const { start, end, months } = fullPeriod(p);
  return `${periodWords(start, end, lang)} (${length(months)})`;
}

/** "Thào A Sếnh, cán bộ văn hóa, 0912 000 111". */
export function contactWords(c: ContactDetails): string {
  return [c.name, c.position, c.phone && phoneWords(c.phone), c.email].filter(Boolean).join(', ');
}

/** 0912000111 as it is read aloud: "0912 000 111"; an office line "0212 3852 011". */
export const phoneWords = (phone: string): string =>
  phone.length === 10
    ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`
    : `${phone.slice(0, 4)} ${phone.slice(4, 8)} ${phone.slice(8)}`;

/** A figure that nobody said, with the sum it follows from: "(= 800 − 700)", in millions below a billion, else "(= 2,4 tỷ − 400 triệu)". */
export function derivation(b: BudgetAnswer, lang: Lang): string {
  if (!b.derived || !b.budget || !b.requested_aid || !b.counterpart) return '';
  const million = 1_000_000n;
  const all = [b.budget, b.requested_aid, b.counterpart];
  const plain =
    b.budget.currency === 'VND' && b.budget.minor < 1000n * million && all.every((m) => m.minor % million === 0n);
  const [total, aid, own] = all.map((m) =>
    plain ? numberWords(m.minor / million, lang) : moneyWords(m, lang).replace(/ đồng$|^VND /u, ''),
  );
  const sum = {
    budget: `${aid} + ${own}`,
    requested_aid: `${total} − ${own}`,
    counterpart: `${total} − ${aid}`,
  }[b.derived];
  return ` (= ${sum})`;
}

/** "800 triệu đồng; xin 700 triệu đồng, đối ứng 100 triệu đồng": what there is of the three figures, in one line. */
export function budgetWords(b: BudgetAnswer, lang: Lang): string {
  const vi = lang === 'vi';
  const parts = [
    b.budget && `${vi ? 'tổng' : 'total'} ${moneyWords(b.budget, lang)}`,
    b.requested_aid && `${vi ? 'đề nghị viện trợ' : 'requested'} ${moneyWords(b.requested_aid, lang)}`,
    b.counterpart &&
      (b.counterpart.minor === 0n
        ? vi
          ? 'không có đối ứng'
          : 'no counterpart'
        : `${vi ? 'đối ứng' : 'counterpart'} ${moneyWords(b.counterpart, lang)}`),
    b.other && `${vi ? 'nguồn khác' : 'other sources'} ${moneyWords(b.other, lang)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
