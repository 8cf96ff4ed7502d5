import type { Lang } from '../../../chat/text.ts';
import { columns } from '../read/columns.ts';
import type { ColumnKey, Problem, ProblemCode } from '../types.ts';

const heads = new Map(columns.map((column) => [column.key, column.head]));
/** A column as the template heads it. */
export const columnWords = (key: ColumnKey, lang: Lang): string => heads.get(key)?.(lang) ?? key;

type Words = (said: string, beside: string) => readonly [vi: string, en: string];

/** What each problem is and what to do about it. `said` stands in quotes; `beside`: what it could be, or was taken for. */
const words: Readonly<Record<ProblemCode, Words>> = {
  no_name: () => ['chưa có tên tổ chức', 'no name of the organisation'],
  name_too_long: (said) => [`"${said}" dài quá 300 ký tự`, `"${said}" is longer than 300 characters`],
  twice: (_, beside) => [
    `trùng tổ chức ở dòng ${beside}: gộp lại hoặc bỏ một dòng`,
    `the same organisation as row ${beside}: merge them or leave one out`,
  ],
  twice_differs: (said, beside) => [
    `"${said}" khác với dòng ${beside} của cùng tổ chức`,
    `"${said}" differs from row ${beside} of the same organisation`,
  ],
  key_unknown: (said) => [`mã "${said}" chưa có trong danh bạ`, `the key "${said}" is not in the register`],
  key_not_new: (said, beside) => [
    `ghi "mới" nhưng "${said}" đã có: ${beside}`,
    `marked new, but "${said}" is there: ${beside}`,
  ],
  is_like: (said, beside) => [
    `"${said}" giống ${beside}: ghi mã đó ở cột Mã nếu là một, ghi "mới" nếu khác`,
    `"${said}" is like ${beside}: write that key in the column Key if it is that one, "new" if it is not`,
  ],
  fits_several: (said, beside) => [
    `"${said}" khớp nhiều tổ chức: ${beside}; ghi mã ở cột Mã`,
    `"${said}" fits several: ${beside}; write the key in the column Key`,
  ],
  not_an_ngo: (said, beside) => [
    `"${said}" không phải tổ chức PCPNN (${beside}): bỏ dòng, hoặc ghi "khác" ở cột Loại`,
    `"${said}" is no foreign NGO (${beside}): leave it out, or write "other" in the column Kind`,
  ],
  error_cell: (said) => [`ô báo lỗi ${said}`, `the cell shows ${said}`],
  kind_unknown: (said, beside) => [`chưa rõ "${said}"; ghi: ${beside}`, `"${said}" is not known; write: ${beside}`],
  country_unknown: (said) => [`chưa rõ nước "${said}"`, `the country "${said}" is not known`],
  website_wrong: (said) => [`"${said}" không phải địa chỉ trang web`, `"${said}" is no web address`],
  field_unknown: (said) => [`chưa rõ lĩnh vực "${said}"`, `the field "${said}" is not known`],
  place_unknown: (said) => [`chưa thấy địa bàn "${said}" trong tỉnh`, `no place "${said}" in the province`],
  place_unclear: (said, beside) => [`"${said}" có thể là: ${beside}`, `"${said}" could be: ${beside}`],
  day_wrong: (said) => [
    `"${said}" không phải ngày; ghi như 31/12/2026`,
    `"${said}" is no date; write it like 31/12/2026`,
  ],
  day_not_whole: (said) => [
    `"${said}" thiếu ngày hoặc tháng; ghi như 31/12/2026`,
    `"${said}" lacks the day or month; write it like 31/12/2026`,
  ],
  day_not_there: (said) => [`không có ngày "${said}"`, `there is no day "${said}"`],
  days_crossed: (said, beside) => [
    `${dayOf(said)} trước ngày bắt đầu ${dayOf(beside)}`,
    `${dayOf(said)} lies before the first day ${dayOf(beside)}`,
  ],
  certificate_kind_missing: (said, beside) => [
    `có giấy đăng ký ("${said}") nhưng chưa ghi loại: ${beside}`,
    `a certificate ("${said}") without its kind: ${beside}`,
  ],
  certificate_kind_unknown: (said, beside) => [
    `chưa rõ loại giấy "${said}"; ghi: ${beside}`,
    `the kind "${said}" is not known; write: ${beside}`,
  ],
  certificate_elsewhere: (said, beside) => [
    `số "${said}" đang là của ${beside}`,
    `the number "${said}" belongs to ${beside}`,
  ],
  city_unknown: (said, beside) => [
    `"${said}" không phải nơi được đặt VPĐD; ghi: ${beside}`,
    `"${said}" is none of the cities; write: ${beside}`,
  ],
  money_wrong: (said) => [
    `"${said}" không phải số tiền; ghi như 2,4 tỷ đồng`,
    `"${said}" is no amount; write it like 120,000 USD`,
  ],
  money_no_unit: (said) => [
    `"${said}" chưa rõ đồng hay USD; ghi ở cột Loại tiền`,
    `"${said}" has no currency; write it in the column Currency`,
  ],
  money_range: (said) => [`"${said}" là khoảng; ghi một số`, `"${said}" is a range; write one amount`],
  currency_unknown: (said) => [`chưa rõ loại tiền "${said}"`, `the currency "${said}" is not known`],
  disbursed_too_much: (said, beside) => [
    `"${said}" lớn hơn hoặc khác loại tiền với cam kết "${beside}"`,
    `"${said}" is more than, or another currency than, what was committed: "${beside}"`,
  ],
  project_missing: (said) => [`có "${said}" nhưng chưa có tên dự án`, `"${said}" without the name of the project`],
  committed_missing: (said) => [
    `dự án "${said}" chưa có giá trị cam kết`,
    `the project "${said}" lacks what was committed`,
  ],
  stage_unknown: (said, beside) => [`chưa rõ "${said}"; ghi: ${beside}`, `"${said}" is not known; write: ${beside}`],
  aid_kind_unknown: (said, beside) => [`chưa rõ "${said}"; ghi: ${beside}`, `"${said}" is not known; write: ${beside}`],
  place_renamed: (said, beside) => [`"${said}" nay là ${beside}`, `"${said}" is ${beside} today`],
  day_from_number: (said, beside) => [
    `số ${said} hiểu là ngày ${dayOf(beside)}`,
    `${said} was taken for ${dayOf(beside)}`,
  ],
  money_taken_as: (said, beside) => [`"${said}" hiểu là ${beside}`, `"${said}" was taken for ${beside}`],
  officer_unknown: (said) => [
    `chưa có cán bộ "${said}" trên Nhịp Cầu: để trống`,
    `no officer "${said}" here: left empty`,
  ],
  name_vi_only: (said) => [`chưa có tên tiếng Anh: dùng "${said}"`, `no English name: "${said}" is used`],
  stage_assumed: (said) => [
    `dự án "${said}" chưa ghi giai đoạn: hiểu là đã cam kết`,
    `the stage of "${said}" is not given: taken as pledged`,
  ],
};

const dayOf = (iso: string): string => iso.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');

/** A problem as a sentence without its row: "Ngày hết hạn: không có ngày "31/02/2026"". */
export function problemWords(of: Problem, lang: Lang): string {
  const [vi, en] = words[of.code](of.said ?? '', (of.beside ?? []).slice(0, 4).join('; '));
  const column = of.column ? `${columnWords(of.column, lang)}: ` : '';
  return column + (lang === 'vi' ? vi : en);
}
