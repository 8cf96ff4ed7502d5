import { clip } from '../../../chat/fit.ts';
import { type Lang, label, text } from '../../../chat/text.ts';
import { columns } from '../read/columns.ts';
import type { Problem } from '../types.ts';
import { problemWords } from './problems.ts';

export const buttons = {
  errors: label('Xem lỗi', 'See what is wrong'),
  report: label('Xem báo cáo từng dòng', 'See the row-by-row report'),
  propose: label('Đề nghị nhập', 'Propose the import'),
  template: label('Tải tệp mẫu', 'Get the template'),
  yes: label('Xác nhận nhập', 'Confirm the import'),
  again: label('Kiểm tra lại', 'Check again'),
  how: label('Nhập danh bạ NGO', 'Import the register'),
  more: label('Xem tiếp', 'More'),
};

/** How an import came out, as its messages need it. */
export interface Summary {
  readonly file: string;
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly wrong: number;
}

const sample: Summary = {
  file: 'Danh bạ tổ chức PCPNN 2026 (bản chính thức).xlsx',
  fresh: 3000,
  changed: 812,
  same: 1100,
  wrong: 88,
};
const total = (of: Summary) => of.fresh + of.changed + of.same + of.wrong;
const name = (file: string) => clip(file, 60);

const countsVi = (of: Summary) =>
  [`${of.fresh} mới`, `${of.changed} đổi`, ...(of.same > 0 ? [`${of.same} giữ nguyên`] : []), `${of.wrong} sai`].join(
    ', ',
  );
const countsEn = (of: Summary) =>
  [
    `${of.fresh} new`,
    `${of.changed} changed`,
    ...(of.same > 0 ? [`${of.same} unchanged`] : []),
    `${of.wrong} wrong`,
  ].join(', ');

const firstLines = (problems: readonly Problem[], most: number, lang: Lang) =>
  problems
    .slice(0, most)
    .map((one) => clip(`${lang === 'vi' ? 'Dòng' : 'Row'} ${one.row}: ${problemWords(one, lang)}`, 72));

const problem: Problem = { row: 4999, column: 'expiresOn', code: 'day_not_there', said: '31/02/2026' };

export const reading = text<[file: string]>({
  vi: (file) => [`Đang đọc tệp ${name(file)} và so với danh bạ, xin chờ khoảng 10 giây.`],
  en: (file) => [`Reading ${name(file)} and comparing it with the register: about 10 seconds.`],
  samples: [[sample.file]],
});

/** The dry run: what the file would change. One wrong row keeps the whole file out. */
export const checked = text<[of: Summary, problems: readonly Problem[]]>({
  vi: (of, problems) => [
    { b: `Tệp có ${total(of)} tổ chức: ${countsVi(of)}.` },
    name(of.file),
    ...firstLines(problems, 2, 'vi'),
    of.wrong > 0
      ? 'Sửa các dòng sai rồi gửi lại tệp: danh bạ chỉ nhận khi không còn dòng sai.'
      : of.fresh + of.changed > 0
        ? 'Chưa ghi gì vào danh bạ. Trưởng phòng xác nhận thì mới nhập.'
        : 'Danh bạ đã đúng như tệp, không có gì để nhập.',
  ],
  en: (of, problems) => [
    { b: `The file has ${total(of)} organisations: ${countsEn(of)}.` },
    name(of.file),
    ...firstLines(problems, 2, 'en'),
    of.wrong > 0
      ? 'Please correct the wrong rows and send the file again: it is taken in only when no row is wrong.'
      : of.fresh + of.changed > 0
        ? 'Nothing has been written yet. The division head confirms first.'
        : 'The register is as the file says: there is nothing to import.',
  ],
  samples: [
    [sample, [problem, problem, problem]],
    [{ ...sample, wrong: 0 }, []],
    [{ ...sample, wrong: 0, fresh: 0, changed: 0 }, []],
  ],
});

/** Every problem with its row, as a chat shows them page by page. */
export const problemLines = (problems: readonly Problem[], lang: Lang): string[] =>
  problems.map((one) => clip(`${lang === 'vi' ? 'Dòng' : 'Row'} ${one.row}: ${problemWords(one, lang)}`, 180));

/** A page of what is wrong, row by row. */
export const problemList = text<[of: Summary, lines: readonly string[]]>({
  vi: (of, lines) => [
    { b: of.wrong > 0 ? `${of.wrong} tổ chức có dòng sai` : `${total(of)} tổ chức: ${countsVi(of)}` },
    ...(lines.length > 0 ? lines : ['Không có dòng nào cần xem lại.']),
  ],
  en: (of, lines) => [
    { b: of.wrong > 0 ? `${of.wrong} organisations have wrong rows` : `${total(of)} organisations: ${countsEn(of)}` },
    ...(lines.length > 0 ? lines : ['There is no row to look at again.']),
  ],
  samples: [
    [sample, problemLines([problem, problem, problem], 'vi')],
    [{ ...sample, wrong: 0 }, []],
  ],
});
/** Lines of problems on one page. */
export const perPage = 10;

export const reportFile = text({
  vi: () => ['📎 Tệp kèm theo ghi đủ từng dòng.'],
  en: () => ['📎 The file has all of them, row by row.'],
  samples: [[]],
});

/** Why a file is none that can be imported, and what to do. */
export const notRegister = text<[file: string, why: string, where: string | null]>({
  vi: (file, why, where) => [
    { b: `Chưa đọc được danh bạ từ tệp ${name(file)}.` },
    faultsVi[why]?.(clip(where ?? '', 60)) ?? faultsVi['damaged']!(''),
    'Nếu là tệp kèm nhu cầu: gửi lại và ghi mã nhu cầu (NC-…) ở lời nhắn.',
  ],
  en: (file, why, where) => [
    { b: `No register could be read from ${name(file)}.` },
    faultsEn[why]?.(clip(where ?? '', 60)) ?? faultsEn['damaged']!(''),
    'If it belongs to a need: send it again with the code of the need (NC-…) as a caption.',
  ],
  samples: [
    [sample.file, 'no_heading', null],
    [sample.file, 'columns_twice', 'Kinh phí cam kết và Tổng kinh phí của dự án'],
    [sample.file, 'cell_too_long', 'Danh sách:4000'],
  ],
});

const faultsVi: Readonly<Record<string, (where: string) => string>> = {
  no_heading: () =>
    'Chưa thấy dòng tiêu đề có cột tên tổ chức. Anh/chị dùng tệp mẫu, hoặc ghi "Tên tổ chức" ở đầu cột.',
  columns_twice: (where) => `Hai cột cùng nghĩa: ${where}. Bỏ hoặc đổi tên một cột.`,
  no_rows: () => 'Dưới dòng tiêu đề chưa có tổ chức nào.',
  too_many: () => 'Tệp có hơn 5.000 dòng. Anh/chị chia thành nhiều tệp.',
  too_many_rows: () => 'Tệp có hơn 5.000 dòng. Anh/chị chia thành nhiều tệp.',
  too_big: () => 'Tệp quá lớn (tối đa 10 MB). Bỏ ảnh và trang tính thừa rồi gửi lại.',
  too_wide: () => 'Tệp có quá nhiều cột hoặc trang tính. Bỏ phần thừa rồi gửi lại.',
  cell_too_long: (where) => `Có ô dài quá 4.000 ký tự (${where}).`,
  not_text: () => 'Tệp CSV không phải mã UTF-8. Trong Excel chọn "CSV UTF-8", hoặc gửi tệp .xlsx.',
  damaged: () => 'Tệp bị hỏng hoặc không phải bảng tính. Anh/chị lưu lại thành .xlsx rồi gửi.',
  empty: () => 'Tệp không có gì.',
  slow: () => 'Tệp quá phức tạp, đọc quá 30 giây. Sao chép giá trị sang tệp mới rồi gửi lại.',
};
const faultsEn: Readonly<Record<string, (where: string) => string>> = {
  no_heading: () => 'There is no heading with a column for names. Use the template, or write "Name" over the column.',
  columns_twice: (where) => `Two columns mean the same: ${where}. Leave one out or rename it.`,
  no_rows: () => 'There is no organisation under the heading.',
  too_many: () => 'The file has more than 5,000 rows. Please split it.',
  too_many_rows: () => 'The file has more than 5,000 rows. Please split it.',
  too_big: () => 'The file is too big (10 MB at most). Take out pictures and pages that are not needed.',
  too_wide: () => 'The file has too many columns or pages. Take out what is not needed.',
  cell_too_long: (where) => `A cell has more than 4,000 characters (${where}).`,
  not_text: () => 'The CSV is not UTF-8. Choose "CSV UTF-8" in Excel, or send the .xlsx.',
  damaged: () => 'The file is damaged or no spreadsheet. Save it as .xlsx and send that.',
  empty: () => 'The file is empty.',
  slow: () => 'The file took longer than 30 seconds to read. Copy the values into a new one.',
};

/** The title of the proposal, and what confirming changes. */
export const proposedTitle = (file: string, lang: Lang): string =>
  lang === 'vi' ? `Nhập danh bạ từ tệp ${clip(file, 40)}` : `Import the register from ${clip(file, 40)}`;
export const proposedLines = (of: Summary, lang: Lang): readonly string[] =>
  lang === 'vi'
    ? [`${of.fresh} tổ chức mới, ${of.changed} tổ chức đổi thông tin.`, 'Ghi tất cả hoặc không ghi gì; chưa công khai.']
    : [`${of.fresh} new organisations, ${of.changed} changed.`, 'All of it or nothing; not published.'];

export const confirmedSoon = text({
  vi: () => ['Đang ghi vào danh bạ; xong sẽ báo anh/chị và người đề nghị.'],
  en: () => ['Writing into the register; you and the proposer will be told when it is done.'],
  samples: [[]],
});

/** Why a confirmed import is not written. */
export const notConfirmed = text<[why: string]>({
  vi: (why) => [
    why === 'wrong'
      ? 'Tệp còn dòng sai nên chưa nhập được. Sửa rồi gửi lại tệp.'
      : why === 'nothing'
        ? 'Danh bạ đã đúng như tệp, không có gì để nhập.'
        : why === 'state'
          ? 'Tệp này đã được nhập hoặc cần kiểm tra lại.'
          : why === 'gone'
            ? 'Không còn tệp nhập này.'
            : 'Việc này do trưởng phòng xác nhận.',
  ],
  en: (why) => [
    why === 'wrong'
      ? 'Rows are still wrong, so the file is not taken in. Correct them and send it again.'
      : why === 'nothing'
        ? 'The register is as the file says: nothing to import.'
        : why === 'state'
          ? 'This file has been imported, or must be checked again.'
          : why === 'gone'
            ? 'That import is no longer there.'
            : 'The division head confirms this.',
  ],
  samples: [['wrong'], ['nothing'], ['state'], ['gone'], ['role']],
});

export const applied = text<[file: string, made: number, changed: number, certificates: number, grants: number]>({
  vi: (file, made, changed, certificates, grants) => [
    { b: `✅ Đã nhập danh bạ: ${made} tổ chức mới, ${changed} tổ chức đổi.` },
    name(file),
    `Giấy đăng ký: ${certificates}; dự án: ${grants}.`,
    'Các mục mới chưa công khai cho khách.',
  ],
  en: (file, made, changed, certificates, grants) => [
    { b: `✅ The register was imported: ${made} new, ${changed} changed.` },
    name(file),
    `Certificates: ${certificates}; projects: ${grants}.`,
    'New entries are not shown to guests yet.',
  ],
  samples: [[sample.file, 4200, 800, 4900, 1200]],
});

export const stale = text<[file: string]>({
  vi: (file) => [
    { b: 'Chưa nhập: danh bạ đã thay đổi sau khi kiểm tra tệp.' },
    name(file),
    'Không có gì được ghi. Bấm "Kiểm tra lại", hoặc gửi lại tệp.',
  ],
  en: (file) => [
    { b: 'Not imported: the register has changed since the file was checked.' },
    name(file),
    'Nothing was written. Press "Check again", or send the file again.',
  ],
  samples: [[sample.file]],
});

export const mayNot = text({
  vi: () => ['Nhập danh bạ là việc của chuyên viên và trưởng phòng Sở Ngoại vụ.'],
  en: () => ['The register is imported by officers and heads of the Department of Foreign Affairs.'],
  samples: [[]],
});

export const gone = text({
  vi: () => ['Không còn tệp nhập này. Anh/chị gửi lại tệp.'],
  en: () => ['That import is no longer there. Please send the file again.'],
  samples: [[]],
});

/** How the register is imported; the template comes with it. */
export const how = text({
  vi: () => [
    { b: 'Nhập danh bạ NGO từ Excel hoặc CSV' },
    '1. Điền tệp mẫu, hoặc dùng tệp sẵn có: cột theo thứ tự nào cũng được.',
    '2. Gửi tệp vào đây. Nhịp Cầu kiểm tra từng dòng, chưa ghi gì.',
    '3. Hết dòng sai thì bấm "Đề nghị nhập"; trưởng phòng xác nhận.',
  ],
  en: () => [
    { b: 'Importing the register from Excel or CSV' },
    '1. Fill in the template, or use your own file: columns in any order.',
    '2. Send it here. Every row is checked, nothing is written.',
    '3. When no row is wrong press "Propose the import"; the division head confirms.',
  ],
  samples: [[]],
});

export const templateComing = text({
  vi: () => ['Đang tạo tệp mẫu, xin chờ vài giây.'],
  en: () => ['Making the template: a few seconds.'],
  samples: [[]],
});

/** On a platform that takes no spreadsheets from us. */
export const templateElsewhere = text<[heads: readonly string[]]>({
  vi: (heads) => [
    'Ứng dụng này không nhận tệp Excel. Lấy tệp mẫu bằng Nhịp Cầu trên web hoặc Telegram,',
    `hoặc tự lập bảng, dòng đầu ghi: ${clip(heads.join('; '), 200)}.`,
  ],
  en: (heads) => [
    'This app takes no Excel files. Get the template from Nhịp Cầu on the web or Telegram,',
    `or make a table with this first row: ${clip(heads.join('; '), 200)}.`,
  ],
  samples: [[columns.map((column) => column.head('vi'))]],
});

export const templateReady = text({
  vi: () => ['📎 Tệp mẫu danh bạ. Điền xong gửi lại vào đây.'],
  en: () => ['📎 The template of the register. Fill it in and send it back here.'],
  samples: [[]],
});
