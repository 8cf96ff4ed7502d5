import { trimEndOf } from '../text/trim.ts';
import { type Scan, scan } from '../text/words.ts';

/** Parts of a need that a pasted form names by a label. */
export type Part =
  | 'org'
  | 'title'
  | 'field'
  | 'objective'
  | 'place'
  | 'beneficiaries'
  | 'budget'
  | 'requested_aid'
  | 'counterpart'
  | 'period'
  | 'contact';

/** Labels of forms in both languages, on folded text. */
const labels: Readonly<Record<Part, string>> = {
  org: 'don vi|don vi de xuat|don vi dang ky|don vi gui|don vi de nghi|co quan|co quan de xuat|chu dau tu|chu du an|chu khoan vien tro|unit|organisation|organization|applicant|submitted by|ten don vi|co quan don vi|don vi thuc hien|proposing unit|from|org|chu de xuat|don vi lap|nguoi gui|ben gui|don vi chu tri',
  title:
    'ten|ten du an|ten nhu cau|ten de xuat|ten chuong trinh,? du an|ten chuong trinh|ten cong trinh|ten khoan vien tro|tieu de|noi dung|noi dung de xuat|noi dung nhu cau|du an|title|name|project|project name|project title|de xuat|nhu cau|hang muc|need|noi dung ho tro|noi dung du an|ten nhiem vu|ten hoat dong|hoat dong|v/v|ve viec|viec|proposal|nhu cau van dong|nhu cau ?/ ?du an|ten nhu cau ?/ ?du an|ten hang muc|ten mo hinh|mo hinh|noi dung de nghi|noi dung kien nghi|noi dung can ho tro|ten tieu du an|khoan vien tro|dx|nc|activity|activity name',
  field:
    'linh vuc|linh vuc uu tien|field|sector|nganh|field of work|thuoc linh vuc|area|theme|nganh ?, linh vuc|nganh ?/ ?linh vuc',
  objective: 'muc tieu|muc dich|muc tieu du an|objectives?|goals?|purpose|aim|ly do|su can thiet',
  place:
    'dia diem|noi thuc hien|dia ban|dia diem thuc hien|dia chi|khu vuc|location|places?|site|where|dia ban thuc hien|noi trien khai|dia diem trien khai|xa|pham vi|dia diem xay dung|vung du an|noi thuc hien du an|project site|dia chi thuc hien',
  beneficiaries:
    'doi tuong|doi tuong huong loi|doi tuong thu huong|nguoi huong loi|so nguoi huong loi|so ho huong loi|so hoc sinh|so dan|so luong huong loi|so ho|quy mo|beneficiar(?:y|ies)|target group|huong loi|thu huong|so nguoi|nguoi thu huong|so luong|dt huong loi|so tre|so tre em|so ban|so hoc vien|so luong nguoi huong loi|so luong nguoi thu huong|so hoc sinh (?:thu huong|huong loi)|ho huong loi|ho thu huong|ho dan tham gia|so ho tham gia|ho tham gia|so nguoi dan|so ho dan|so htx|so hop tac xa|so phu nu|target|doi tuong phuc vu|nguoi huong thu|so nguoi tham gia|so nguoi thu huong|so ho thu huong|number of beneficiaries|people served',
  budget:
    'kinh phi|tong kinh phi|kp|tong kp|tong muc dau tu|tong von|du toan|tong du toan|budget|total|total budget|total cost|cost|tong|kinh phi du kien|tong kinh phi du kien|tong so|gia tri|tong gia tri|tmdt|nhu cau kinh phi|nhu cau von|so tien|tong chi phi|chi phi|tong muc|tong tien|muc dau tu|muc kinh phi|du toan kinh phi|tong nhu cau von|tong nguon von|estimated (?:cost|budget)|kinh phi thuc hien|tong kinh phi thuc hien|tong du an|gia tri du an',
  requested_aid:
    'de nghi vien tro|xin vien tro|vien tro|von vien tro|xin|xin tai tro|tai tro|de nghi tai tro|de nghi ho tro|xin ho tro|von de nghi|requested|requested aid|requested amount|grant|aid requested|ngo|von ngo|phan vien tro|kinh phi de nghi vien tro|so tien de nghi|vien tro de nghi|von xin|kinh phi xin vien tro|von de nghi tai tro|von de nghi vien tro|trong do vien tro|trong do de nghi vien tro|nha tai tro|vt|phan tai tro|kinh phi tai tro|kinh phi de nghi tai tro|requested grant|grant requested|grant amount|phan de nghi vien tro|kp vien tro|keu goi|keu goi tai tro|van dong|de xuat tai tro|de xuat vien tro|von tai tro|so tien xin|xin ho tro kinh phi',
  counterpart:
    'doi ung|von doi ung|d/u|vdu|counterpart|counterpart fund(?:s|ing)?|local contribution|dong gop|dan gop|dia phuong doi ung|kinh phi doi ung|phan doi ung|von dia phuong|own contribution|du|ngan sach|ngan sach xa|ngan sach phuong|ngan sach tinh|ngan sach dia phuong|nsnn(?: \\p{L}+)?|nguon doi ung|dan dong gop|nhan dan dong gop|kp doi ung|local counterpart|counterpart contribution|von doi ung dia phuong|doi ung dia phuong|dia phuong',
  period:
    'thoi gian|thoi gian thuc hien|tien do|thoi han|duration|period|time|timeline|timeframe|thoi gian trien khai|thoi diem|nam thuc hien|tg|thoi gian du kien|thoi gian lam|ke hoach thuc hien|implementation period|khi nao|bat dau|khoi cong|ket thuc|hoan thanh|tg thuc hien|t/g|thoi luong|nam|thoi gian du kien thuc hien|thoi gian bat dau|du kien thuc hien|project period|schedule|dates|tien do thuc hien',
  contact:
    'lien he|nguoi lien he|dau moi|dau moi lien he|can bo phu trach|can bo dau moi|contact|contact person|sdt|dien thoai|phone|email|e-mail|thong tin lien he|lh|nguoi phu trach|ho ten|so dien thoai|focal point|dt|tel|can bo lien he|nguoi lap|nguoi lap bieu|dai dien|nguoi dai dien|lien lac|dau moi phu trach|contact details|ho va ten|nguoi de nghi|so may|di dong|mobile|can bo theo doi|phu trach|can bo thuc hien|focal person|sdt lien he|ho ten nguoi lien he|dau moi tiep nhan',
};

const shape = new RegExp(
  `(?<=^|[\\n;|]|[.,)] |\\n ?[-+*•] ?|^[-+*•] ?|\\d[.)] ?|[-–] )\\s{0,4}(?:\\d{1,2}[.)] ?|[-+*•] ?)?(?:${Object.values(
    labels,
  )
    .map((l) => `(${l})`)
    .join('|')})(?: \\([^)\\n]{1,30}\\))? ?[:=] ?`,
  'gu',
);
const parts = Object.keys(labels) as Part[];

const alone = new RegExp(
  `^(?:${Object.values(labels)
    .map((l) => `(${l})`)
    .join('|')})(?: ?[(][^)\\n]{1,30}[)])?$`,
  'u',
);
/** Which part folded words name that are a label and nothing else, as the head of a table's column; null for other words. */
export const labelOf = (flat: string): Part | null => {
  const m = alone.exec(flat);
  return m ? parts[m.slice(1).findIndex((g) => g !== undefined)]! : null;
};

const each = parts.map((part) => [part, new RegExp(`^(?:${labels[part]})$`, 'u')] as const);
/** The part that folded words name and say nothing of: "kp", "dia diem"; null: they are no label. */
export const partNamed = (flat: string): Part | null => each.find(([, label]) => label.test(flat))?.[0] ?? null;

/** One labelled part of a pasted form: the offsets of its label and of its value. */
export interface Section {
  readonly part: Part;
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
}

/** The labelled parts of a text ("Địa điểm: phường Tô Hiệu"), each up to the next label. Empty for running text. `flat` is folded text. */
export function sections(flat: string): Section[] {
  if (!flat.includes(':') && !flat.includes('=')) return [];
  const found = [...flat.matchAll(shape)].map((m) => ({
    part: parts[m.slice(1).findIndex((g) => g !== undefined)]!,
    labelStart: m.index,
    start: m.index + m[0].length,
  }));
  return found.map((f, i) => ({ ...f, end: found[i + 1]?.labelStart ?? flat.length }));
}

/** The value of a labelled part as a text of its own; the label stays in front where it says more than its name. */
export function piece(s: Scan, sec: Section, withLabel = false): Scan {
  return scan(trimEndOf(s.raw.slice(withLabel ? sec.labelStart : sec.start, sec.end).trim(), ';,'));
}
