import { slips } from '../../base/settings/misspelt.ts';
import { fold } from '../../language/index.ts';

/** What a question can be about, in the words that people use; folded, phrases by "|". */
const words = {
  sets: 'may bo|bao nhieu bo|so bo|bn bo|how many sets|how many copies|may ban|bao nhieu ban',
  file: 'ho so|hs|giay to|thu tuc|can gi|nhung gi|gom gi|giay to gi|documents|papers|dossier|file|van ban gi|chuan bi gi|trinh tu|quy trinh|tt gi',
  approve:
    'ai phe duyet|phe duyet|ai duyet|ai ky|tham quyen|cap nao|who approves|approve|approval|approves|trinh ai|ai quyet dinh|xin phep ai|duyet',
  appraise: 'tham dinh|appraisal|appraise|td',
  days: 'bao lau|may ngay|bao nhieu ngay|bn ngay|bn lau|thoi gian|how long|how many days|thoi han|mat may|trong vong|khi nao xong|lau khong|may hom',
  term: 'may nam|bao nhieu nam|bn nam|how many years|thoi han|gia tri bao lau|hieu luc bao lau|co gia tri|valid',
  who: 'ai|co quan nao|so nao|who|noi nao|don vi nao|cho nao|which department',
  what: 'la gi|la sao|nghia la|the nao la|what is|what are|mean|means|hieu the nao|la cai gi|la j|giai thich|definition',
  differ: 'khac gi|khac nhau|phan biet|difference|differ|khac',
  nonProject:
    'phi du an|pda|non project|nonproject|tang|qua tang|ao am|hien vat|gift|gifts|hang vien tro|tang hang|tang xe|quyen gop',
  projectOnly: 'du an|project|chuong trinh|van kien',
  aid: 'vien tro|khoan vien tro|tai tro|aid|grant|donor',
  relief: 'khan cap|cuu tro|emergency|relief|lu lut|thien tai',
  registration: 'dang ky|giay dang ky|gdk|giay dk|dk|registration|certificate|register|giay phep',
  activity: 'dang ky hoat dong|giay hoat dong|activity|hoat dong',
  office: 'van phong dai dien|vpdd|van phong|representative office|vp dai dien|office',
  where: 'o dau|dau|where|cho nao|thanh pho nao|noi nao|which city',
  renew: 'gia han|renew|renewal|gh',
  before: 'truoc bao lau|truoc may ngay|khi nao nop|nop truoc|how early|bao gio phai nop|truoc khi het han',
  amend: 'sua doi|bo sung giay|cap lai|doi ten|amend|reissue|lam lai giay|mat giay|thay doi',
  conditions: 'dieu kien|conditions|condition|can dap ung|requirements',
  kinds: 'may loai|loai nao|cac loai|how many kinds|what kinds|bao nhieu loai',
  ngo: 'pcpnn|tcpcpnn|ngo|phi chinh phu|to chuc nuoc ngoai|foreign ngo|ingo',
  counterpart: 'doi ung|vdu|counterpart|von doi ung|phan gop',
  must: 'bat buoc|phai co|co can|required|obligatory|co phai',
  account: 'tai khoan|account|kho bac|mo tk',
  report: 'bao cao|report|reports|reporting',
  lapse: 'khong thuc hien|chua thuc hien|thu hoi|qua han thuc hien|6 thang|lapse|bao lau phai thuc hien|de lau',
  manage: 'ban quan ly|pmu|quan ly du an|management unit',
  duties: 'trach nhiem|nghia vu|nhiem vu|duties|responsibilit|chu khoan|chu du an phai',
  receive:
    'nhan truc tiep|duoc nhan|tiep nhan|nhan tien|nhan xe|nhan hang|nhan qua|nhan truoc|receive|accept|xin phep|phai bao',
  used: 'qua su dung|do cu|hang cu|da dung|used goods|second hand|cu co',
  decree: '313|nghi dinh moi|nd moi|decree 313|nghi dinh 80|nd 80|nd313|nd80',
  scope: 'ngoai dia ban|dia ban nao|linh vuc nao|ngoai linh vuc|lam o tinh khac|pham vi|outside',
  forbidden: 'cam|nghiem cam|forbidden|khong duoc lam|prohibited|ton giao',
  comingo: 'comingo',
  paccom: 'paccom|vufo|lien hiep cac to chuc huu nghi',
  data: 'du lieu ca nhan|du lieu|personal data|my data|thong tin ca nhan|sdt cua|so dien thoai cua',
  erase: 'xoa|rut dong y|delete|erase|withdraw',
  breach: 'lo du lieu|ro ri|bi lo|breach|leak',
  border: 'bien gioi|border',
  visit: 'doan|doan vao|chuyen gia|nguoi nuoc ngoai|foreigners|khach nuoc ngoai|tinh nguyen vien|delegation',
  workshop: 'hoi thao|hoi nghi|workshop|conference|tap huan quoc te',
  consult: 'xin y kien|tra loi y kien|lay y kien|consultation',
  refuse: 'tu choi|khong tiep nhan|khong nhan vien tro|refuse|reject',
  submit: 'nop o dau|nop ho so|nop cho|gui ho so|ai cap|co quan cap|who issues|issue|issues|where to submit|cap boi',
  result: 'ket qua|giai quyet|xu ly|cap trong|xong|duoc cap',
} as const;

export type Concept = keyof typeof words;

interface Phrase {
  readonly concept: Concept;
  readonly parts: readonly string[];
}

const phrases: readonly Phrase[] = (Object.entries(words) as [Concept, string][]).flatMap(([concept, said]) =>
  said.split('|').map((phrase) => ({ concept, parts: phrase.split(' ') })),
);

/** A word as people write it short on a phone. */
const short: Readonly<Record<string, string>> = {
  hoso: 'ho so',
  giayto: 'giay to',
  ntn: 'nhu the nao',
  vt: 'vien tro',
  da: 'du an',
  ko: 'khong',
  k: 'khong',
  dc: 'duoc',
  đc: 'duoc',
};

/** One slip is forgiven where one of the two has five letters and neither is shorter than four. */
const alike = (said: string, meant: string): boolean =>
  said === meant ||
  (Math.min(said.length, meant.length) >= 4 && Math.max(said.length, meant.length) >= 5 && slips(said, meant, 1) <= 1);

/** What a question is about. Longer phrases take their words: "phi dự án" is no "dự án". */
export function conceptsOf(question: string): ReadonlySet<Concept> {
  const tokens = fold(question)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .flatMap((word) => (short[word] ?? word).split(' '));
  const hits = phrases.flatMap(({ concept, parts }) =>
    tokens.flatMap((_, at) =>
      parts.every((part, i) => alike(tokens[at + i] ?? '', part)) ? [{ concept, at, size: parts.length }] : [],
    ),
  );
  const inside = (a: (typeof hits)[number], b: (typeof hits)[number]) =>
    a !== b &&
    b.size > a.size &&
    a.at >= b.at &&
    a.at + a.size <= b.at + b.size &&
    shadowed.has(`${b.concept} ${a.concept}`);
  return new Set(hits.filter((hit) => !hits.some((other) => inside(hit, other))).map((hit) => hit.concept));
}

/** Pairs where the longer phrase is not the shorter one too. */
const shadowed = new Set(['nonProject projectOnly', 'breach data', 'registration activity']);
