import { clip, fitted } from '../../../chat/fit.ts';
import { text } from '../../../chat/text.ts';

/** One line of a list: the mark of its state, its code, its title. */
export interface ListLine {
  readonly mark: string;
  readonly code: string | null;
  readonly title: string;
}

const line = (l: ListLine): string => clip([l.mark, l.code, l.title].filter(Boolean).join(' '), 72);
const rows = (lines: readonly ListLine[]) => lines.map((l) => ({ line: line(l) }));

const sample: readonly ListLine[] = Array.from({ length: 5 }, (_, i) => ({
  mark: '🟡',
  code: `NC-2026-00${40 + i}`,
  title: 'Xây nhà bán trú, bếp ăn và công trình vệ sinh cho điểm trường bản Nong Vai',
}));

/** A page of the unit's needs, its drafts first. */
export const myNeeds = text<[lines: readonly ListLine[], from: number, total: number, drafts: number]>({
  vi: (lines, from, total, drafts) =>
    fitted([
      {
        line:
          total > lines.length
            ? `Nhu cầu của đơn vị: ${from + 1}–${from + lines.length} trong ${total}`
            : `Nhu cầu của đơn vị: ${total}${drafts > 0 ? `, trong đó ${drafts} bản nháp` : ''}`,
      },
      ...rows(lines),
    ]),
  en: (lines, from, total, drafts) =>
    fitted([
      {
        line:
          total > lines.length
            ? `Needs of the unit: ${from + 1}–${from + lines.length} of ${total}`
            : `Needs of the unit: ${total}${drafts > 0 ? `, ${drafts} of them drafts` : ''}`,
      },
      ...rows(lines),
    ]),
  samples: [
    [sample, 0, 12, 1],
    [sample, 0, 5, 2],
  ],
});
export const noNeeds = text({
  vi: () => ['Đơn vị chưa gửi nhu cầu nào và không có bản nháp.', 'Gửi nhu cầu mới thì bấm nút dưới đây.'],
  en: () => ['Your unit has neither submitted a need nor begun a draft.', 'To submit one, press the button below.'],
  samples: [[]],
});

/** What officers found: the lines, and what they ask for in all. */
export const foundNeeds = text<[lines: readonly ListLine[], from: number, total: number, sums: readonly string[]]>({
  vi: (lines, from, total, sums) =>
    fitted([
      { line: total > lines.length ? `${total} nhu cầu (${from + 1}–${from + lines.length})` : `${total} nhu cầu` },
      ...(sums.length > 0 ? [{ line: `Tổng kinh phí: ${sums.join('; ')}`, rank: 1 }] : []),
      ...rows(lines),
    ]),
  en: (lines, from, total, sums) =>
    fitted([
      { line: total > lines.length ? `${total} needs (${from + 1}–${from + lines.length})` : `${total} needs` },
      ...(sums.length > 0 ? [{ line: `Total budget: ${sums.join('; ')}`, rank: 1 }] : []),
      ...rows(lines),
    ]),
  samples: [[sample, 0, 42, ['123,456 tỷ đồng', '420.000 USD']]],
});
export const foundNone = text<[filters: string]>({
  vi: (filters) =>
    filters
      ? [`Không có nhu cầu nào khớp: ${filters}.`, 'Bỏ bớt một điều kiện rồi hỏi lại.']
      : ['Hiện không có nhu cầu nào như vậy.'],
  en: (filters) =>
    filters
      ? [`No need matches: ${filters}.`, 'Leave one condition out and ask again.']
      : ['There is no such need now.'],
  samples: [['y tế, dinh dưỡng; xã Mường Lèo; trên 1 tỷ đồng'], ['']],
});

export const drafts = text<[titles: readonly string[], total: number]>({
  vi: (titles, total) =>
    fitted([
      { line: `Việc đang dở: ${total} bản nháp, chưa gửi` },
      ...titles.map((t, i) => ({ line: `⚪ ${clip(t, 68)}`, ...(i > 2 ? { rank: i } : {}) })),
    ]),
  en: (titles, total) =>
    fitted([
      { line: `Unfinished: ${total} draft${total === 1 ? '' : 's'}, not submitted` },
      ...titles.map((t, i) => ({ line: `⚪ ${clip(t, 68)}`, ...(i > 2 ? { rank: i } : {}) })),
    ]),
  samples: [
    [Array.from({ length: 5 }, () => 'Cấp nước sinh hoạt cho 3 bản vùng cao, xã Co Mạ, huyện Thuận Châu cũ'), 7],
  ],
});
export const noDrafts = text({
  vi: () => ['Không có việc gì đang dở: đơn vị không có bản nháp nào.'],
  en: () => ['Nothing is unfinished: there are no drafts.'],
  samples: [[]],
});
export const untitled = text<[day: string]>({
  vi: (day) => [`bản nháp chưa có tên, ${day}`],
  en: (day) => [`draft without a title, ${day}`],
  samples: [['thứ Hai, 23/11/2026']],
});

export const files = text<[code: string, names: readonly string[], letter: boolean | null]>({
  vi: (code, names, letter) =>
    fitted([
      { line: `${code}: ${names.length > 0 ? `${names.length} tệp` : 'chưa có tệp nào'}` },
      ...names.map((n, i) => ({ line: `📎 ${clip(n, 34)}`, rank: i > 0 ? i : 0 })),
      ...(letter === null
        ? []
        : [{ line: letter ? '📎 đã có công văn của đơn vị' : '⚪ chưa có công văn của đơn vị' }]),
      { line: 'Gửi thêm tệp, ảnh vào đây, tối đa 10 tệp.' },
    ]),
  en: (code, names, letter) =>
    fitted([
      {
        line: `${code}: ${names.length > 0 ? `${names.length} file${names.length === 1 ? '' : 's'}` : 'no files yet'}`,
      },
      ...names.map((n, i) => ({ line: `📎 ${clip(n, 34)}`, rank: i > 0 ? i : 0 })),
      ...(letter === null
        ? []
        : [{ line: letter ? "📎 the unit's letter is there" : "⚪ the unit's letter is missing" }]),
      { line: 'Send more files or photos here, 10 at most.' },
    ]),
  samples: [
    ['NC-2026-0042', Array.from({ length: 10 }, (_, i) => `Bang_tinh_kinh_phi_cap_nuoc_sinh_hoat_${i}.xlsx`), false],
  ],
});
