import { type Label, label } from '../../../chat/text.ts';
import { fold } from '../../../language/index.ts';
import type { ColumnKey } from '../types.ts';

/** A column as the template heads it, and how else people head it. */
interface Column {
  readonly key: ColumnKey;
  readonly head: Label;
  readonly also: readonly string[];
  /** What to write there, as a note in the template. */
  readonly hint?: Label;
}

const column = (key: ColumnKey, vi: string, en: string, also: string, hint?: Label): Column => ({
  key,
  head: label(vi, en),
  also: also.split('|').filter(Boolean),
  ...(hint ? { hint } : {}),
});

const dayHint = label('Ngày/tháng/năm, ví dụ 31/12/2026.', 'Day/month/year, for example 31/12/2026.');
const manyHint = label('Nhiều mục cách nhau bằng dấu chấm phẩy (;).', 'Separate several by a semicolon (;).');

/** The columns of the register, in the template's order. Headings are found in any order, with or without marks. */
export const columns: readonly Column[] = [
  column(
    'key',
    'Mã',
    'Key',
    'mã tổ chức|mã đối tác|partner key|ma so|code',
    label(
      'Để trống. Ghi "mới" khi tổ chức khác với tên gần giống đã có; ghi mã có sẵn khi là tổ chức đó.',
      'Leave empty. Write "new" where it is another organisation than the one it looks like; the existing key where it is that one.',
    ),
  ),
  column(
    'kind',
    'Loại',
    'Kind',
    'loại hình|loại tổ chức|type',
    label('NGO, cơ quan đại diện hoặc khác.', 'NGO, mission or other.'),
  ),
  column(
    'nameEn',
    'Tên tiếng Anh',
    'English name',
    'tên tổ chức (tiếng anh)|tên tổ chức|tên đối tác|tổ chức|tên nước ngoài|tên gốc|name|organisation|organization|name of organisation|name of ngo|tên tổ chức pcpnn|tên tcpcpnn|tên ngo|tên tổ chức phi chính phủ nước ngoài|tên tổ chức tiếng anh|name in english|english|tiếng anh',
  ),
  column(
    'nameVi',
    'Tên tiếng Việt',
    'Vietnamese name',
    'tên tổ chức tiếng việt|tên dịch|tên việt|name in vietnamese|tiếng việt|vietnamese|tên tổ chức (tiếng việt)',
  ),
  column('abbreviations', 'Tên viết tắt', 'Abbreviation', 'viết tắt|tên tắt|acronym|ký hiệu|abbreviations', manyHint),
  column('shortName', 'Tên ngắn', 'Short name', 'tên rút gọn|tên ngắn gọn|tên hiển thị'),
  column('formerNames', 'Tên cũ', 'Former names', 'tên trước đây|former name|previous name', manyHint),
  column(
    'country',
    'Quốc gia/vùng lãnh thổ',
    'Country',
    'quốc gia|nước|quốc tịch|nước đăng ký|country or territory|nationality|quốc gia vùng lãnh thổ|nước sở tại|quốc gia, vùng lãnh thổ',
  ),
  column('website', 'Trang web', 'Website', 'web|trang mạng|trang thông tin điện tử|homepage|url|địa chỉ web'),
  column(
    'address',
    'Địa chỉ văn phòng',
    'Office address',
    'địa chỉ|trụ sở|address|trụ sở tại việt nam|địa chỉ tại việt nam|trụ sở văn phòng',
  ),
  column(
    'fields',
    'Lĩnh vực',
    'Fields',
    'lĩnh vực hoạt động|lĩnh vực viện trợ|field|field of work|fields of work|sector|sectors|ngành',
    manyHint,
  ),
  column(
    'places',
    'Địa bàn tại tỉnh',
    'Places in the province',
    'địa bàn|địa bàn hoạt động|địa điểm|nơi hoạt động|vùng dự án|places|location|locations|area of work|xã, phường|huyện',
    label(
      'Xã, phường; "huyện X cũ" là toàn bộ địa bàn huyện đó.',
      'Communes, wards; "former district X" means all of it.',
    ),
  ),
  column(
    'officer',
    'Cán bộ phụ trách',
    'Officer in charge',
    'chuyên viên phụ trách|người phụ trách|chuyên viên|cán bộ theo dõi|officer|theo dõi',
  ),
  column(
    'certificateKind',
    'Loại giấy đăng ký',
    'Certificate kind',
    'loại giấy|hình thức đăng ký|loại đăng ký|kind of certificate|type of certificate|giấy đăng ký loại|certificate type|giấy phép loại|loại giấy phép',
    label('Hoạt động, VPĐD hoặc VPDA (loại cũ).', 'Activity, representative office or project office (old).'),
  ),
  column(
    'certificateNumber',
    'Số giấy đăng ký',
    'Certificate number',
    'số giấy|số đăng ký|giấy đăng ký số|số giấy phép|certificate no|registration number|số gđk|giấy đăng ký|giấy phép số|registration no|số hiệu giấy đăng ký|certificate|gđk số',
  ),
  column(
    'issuedOn',
    'Ngày cấp',
    'Issued on',
    'cấp ngày|ngày cấp giấy|ngày cấp giấy đăng ký|giấy đăng ký ngày cấp|date of issue|issue date|issued|certificate issued|ngày ký giấy đăng ký',
    dayHint,
  ),
  column(
    'expiresOn',
    'Ngày hết hạn',
    'Expires on',
    'hết hạn|thời hạn|có giá trị đến|giá trị đến ngày|hiệu lực đến|giấy đăng ký hết hạn|giấy đăng ký ngày hết hạn|expiry|expiry date|valid until|expires|certificate expires|thời hạn đến|ngày hết hiệu lực|hiệu lực',
    dayHint,
  ),
  column(
    'areas',
    'Tỉnh ghi trong giấy đăng ký',
    'Provinces in the certificate',
    'phạm vi|địa bàn ghi trong giấy|phạm vi hoạt động|tỉnh được phép|địa bàn được phép|areas|provinces|địa bàn trong giấy đăng ký',
    label('Tên tỉnh, thành phố; hoặc "toàn quốc".', 'Names of provinces; or "nationwide".'),
  ),
  column(
    'representative',
    'Người đại diện',
    'Representative',
    'đại diện|họ tên người đại diện|representative name|country representative|đại diện tại việt nam',
  ),
  column(
    'head',
    'Trưởng Văn phòng đại diện',
    'Head of office',
    'trưởng vpđd|trưởng văn phòng|trưởng đại diện|head|head of representative office',
  ),
  column(
    'officeCity',
    'Nơi đặt VPĐD',
    'Office city',
    'nơi đặt văn phòng|thành phố đặt văn phòng|city of office|vpđd tại',
    label('Hà Nội, Đà Nẵng hoặc TP. Hồ Chí Minh.', 'Hanoi, Da Nang or Ho Chi Minh City.'),
  ),
  column(
    'project',
    'Tên chương trình, dự án, phi dự án',
    'Project',
    'tên dự án|dự án|tên chương trình dự án|chương trình, dự án|project name|project title|khoản viện trợ|tên khoản viện trợ|dự án tên|tên chương trình, dự án|chương trình dự án phi dự án|nội dung viện trợ',
  ),
  column(
    'projectEn',
    'Tên dự án tiếng Anh',
    'Project in English',
    'project title in english|tên tiếng anh của dự án|dự án tên tiếng anh',
  ),
  column(
    'aidKind',
    'Loại viện trợ',
    'Kind of aid',
    'hình thức viện trợ|loại khoản viện trợ|aid kind|loại dự án',
    label('Chương trình, dự án hoặc phi dự án.', 'Programme, project or non-project.'),
  ),
  column(
    'stage',
    'Giai đoạn',
    'Stage',
    'tình trạng|tình trạng dự án|trạng thái|tiến độ|status|project status|giai đoạn dự án|tình hình thực hiện',
    label('Ví dụ: đã cam kết, đang thực hiện, đã kết thúc.', 'For example: pledged, being implemented, finished.'),
  ),
  column(
    'committed',
    'Giá trị cam kết',
    'Committed',
    'cam kết|vốn cam kết|tổng vốn|tổng kinh phí|kinh phí|giá trị viện trợ|giá trị|số tiền cam kết|kinh phí cam kết|tổng giá trị|commitment|budget|amount|total budget|ngân sách|vốn viện trợ|giá trị khoản viện trợ',
    label('Ghi kèm đơn vị: 2,4 tỷ đồng; 120.000 USD.', 'With its unit: 2.4 tỷ đồng; 120,000 USD.'),
  ),
  column(
    'disbursed',
    'Đã giải ngân',
    'Disbursed',
    'giải ngân|vốn giải ngân|số đã giải ngân|kinh phí giải ngân|giá trị giải ngân|spent|disbursement|số tiền giải ngân',
  ),
  column('currency', 'Loại tiền', 'Currency', 'tiền tệ|đơn vị tiền|đơn vị tiền tệ|nguyên tệ|đvt|đơn vị tính'),
  column(
    'startsOn',
    'Ngày bắt đầu',
    'Starts on',
    'bắt đầu|từ ngày|khởi công|start|start date|dự án bắt đầu|thời gian bắt đầu',
    dayHint,
  ),
  column(
    'endsOn',
    'Ngày kết thúc',
    'Ends on',
    'kết thúc|đến ngày|end|end date|dự án kết thúc|thời gian kết thúc',
    dayHint,
  ),
  column(
    'owner',
    'Chủ khoản viện trợ',
    'Aid owner',
    'chủ dự án|đơn vị thực hiện|cơ quan chủ quản|đối tác địa phương|implementing partner|owner|đơn vị tiếp nhận',
  ),
];

/** Columns that everybody's lists have and that say nothing about the organisation: a running number, remarks. */
const unused = new Set([
  'stt',
  'tt',
  'no',
  'so tt',
  'so thu tu',
  'ghi chu',
  'note',
  'notes',
  'remarks',
  'bao cao',
  'report',
  'ket qua',
  'result',
  'dong',
  'row',
]);

/** A heading without marks and punctuation: "Tên tổ chức (tiếng Việt)" is "ten to chuc tieng viet". */
const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
/** Without what stands in brackets too: "Kinh phí cam kết (USD)" is "kinh phi cam ket". */
const bareOf = (text: string): string => wordsOf(text.replace(/\([^()]*\)/g, ' '));

const byHeading = new Map<string, ColumnKey>();
for (const { key, head, also } of columns) {
  for (const text of [head('vi'), head('en'), ...also]) {
    const heading = wordsOf(text);
    if (!byHeading.has(heading)) byHeading.set(heading, key);
  }
}

/** The column that a heading names; `unused` for those that are passed over on purpose; null where it is none of ours. */
export function columnOf(heading: string, over = ''): ColumnKey | 'unused' | null {
  const own = bareOf(heading);
  const full = wordsOf(heading);
  const group = bareOf(over);
  if (full === '') return null;
  const inGroup = group === '' || group === own ? [] : [`${group} ${own}`, `${own} ${group}`, ...childOf(group, own)];
  const tries = [...inGroup, full, own];
  for (const said of tries) {
    const found = byHeading.get(said);
    if (found) return found;
  }
  return unused.has(own) ? 'unused' : null;
}

/** Under "Giấy đăng ký" stand "Số", "Loại", under "Dự án" "Tên", "Từ", "Đến": words that mean nothing alone. */
function childOf(group: string, own: string): string[] {
  const short: Readonly<Record<string, Readonly<Record<string, ColumnKey>>>> = {
    certificate: {
      so: 'certificateNumber',
      number: 'certificateNumber',
      no: 'certificateNumber',
      loai: 'certificateKind',
      kind: 'certificateKind',
      type: 'certificateKind',
      ngay: 'issuedOn',
      cap: 'issuedOn',
      den: 'expiresOn',
      han: 'expiresOn',
      'dia ban': 'areas',
      'dai dien': 'representative',
    },
    project: {
      ten: 'project',
      name: 'project',
      title: 'project',
      tu: 'startsOn',
      den: 'endsOn',
      from: 'startsOn',
      to: 'endsOn',
      loai: 'aidKind',
      von: 'committed',
      'trang thai': 'stage',
    },
    names: {
      anh: 'nameEn',
      viet: 'nameVi',
      'tieng anh': 'nameEn',
      'tieng viet': 'nameVi',
      tat: 'abbreviations',
      english: 'nameEn',
      vietnamese: 'nameVi',
    },
  };
  const of = /giay|dang ky|certificate|registration/.test(group)
    ? short['certificate']
    : /du an|chuong trinh|project|vien tro/.test(group)
      ? short['project']
      : /ten|name/.test(group)
        ? short['names']
        : undefined;
  const key = of?.[own];
  return key ? [wordsOf(columns.find((one) => one.key === key)!.head('vi'))] : [];
}
