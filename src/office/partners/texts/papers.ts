import { dateWords } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import { clip } from '../../../chat/fit.ts';
import { type Lang, label, text } from '../../../chat/text.ts';
import type { Paper } from '../commands/paper.ts';
import type { PaperRow } from '../store/papers.ts';

export const papersLabel = label('Giấy tờ kèm theo', 'Papers');
export const buttonKeepPapers = label('Kèm vào', 'Keep with');
export const buttonPapers = label('Giấy tờ', 'Papers');
export const buttonNoPapers = label('Không kèm', 'Do not keep');

type Named = readonly Pick<Paper, 'name'>[];

/** "📎 giay-gia-han.pdf", "📎 3 tệp: trang 1.jpg, trang 2.jpg…"; no line where there are none. */
export function paperLine(papers: Named, lang: Lang): string[] {
  if (papers.length === 0) return [];
  const names = papers.map(({ name }) => name).join(', ');
  if (papers.length === 1) return [`📎 ${clip(names, 34)}`];
  return [`📎 ${papers.length} ${lang === 'vi' ? 'tệp' : 'files'}: ${clip(names, 58)}`];
}

/** A file that came behind a correction that is saved: whether it belongs to it. */
export const keepWith = text<[papers: Named, name: string]>({
  vi: (papers, name) => [...paperLine(papers, 'vi'), `Kèm vào lần sửa ${clip(name, 40)} vừa ghi ạ?`],
  en: (papers, name) => [
    ...paperLine(papers, 'en'),
    `Keep it with the change of ${clip(name, 40)} that was just saved?`,
  ],
  samples: [
    [[{ name: 'Giấy đăng ký Văn phòng đại diện 2026.pdf' }], 'Save the Children'],
    [[{ name: 'trang-1-giay-dang-ky.jpg' }, { name: 'trang-2-giay-dang-ky.jpg' }], 'Save the Children'],
  ],
});

export const keptWith = text<[papers: Named, name: string]>({
  vi: (papers, name) => [`✅ Đã kèm vào lần sửa ${clip(name, 40)}:`, ...paperLine(papers, 'vi')],
  en: (papers, name) => [`✅ Kept with the change of ${clip(name, 40)}:`, ...paperLine(papers, 'en')],
  samples: [[[{ name: 'Giấy đăng ký Văn phòng đại diện 2026.pdf' }], 'Save the Children']],
});

export const notKept = text({
  vi: () => ['Không kèm. Lần sửa vừa ghi giữ nguyên.'],
  en: () => ['Not kept. The change stays as it is.'],
  samples: [[]],
});

const dated = ({ name, at }: PaperRow, lang: Lang): string => {
  const day = dateWords(localDay(at), lang);
  return `📎 ${clip(name, 34 - day.length)}, ${day}`;
};
const sample: PaperRow = {
  file: '01890000-0000-7000-8000-000000000009' as PaperRow['file'],
  name: 'Giấy đăng ký Văn phòng đại diện 2026.pdf',
  at: Temporal.Instant.from('2026-11-23T07:05:00Z'),
};

/** What is sent with the files themselves: each with its day. */
export const papersOfEntry = text<[name: string, papers: readonly PaperRow[], from: number, total: number]>({
  vi: (name, papers, from, total) => [
    {
      b: `Giấy tờ: ${clip(name, 26)}${total > papers.length ? ` (${from + 1}–${from + papers.length}/${total})` : ''}`,
    },
    ...papers.map((one) => dated(one, 'vi')),
  ],
  en: (name, papers, from, total) => [
    { b: `Papers: ${clip(name, 26)}${total > papers.length ? ` (${from + 1}–${from + papers.length}/${total})` : ''}` },
    ...papers.map((one) => dated(one, 'en')),
  ],
  samples: [['Save the Children', Array.from({ length: 10 }, () => sample), 10, 25]],
});
