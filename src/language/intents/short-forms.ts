/** How words are cut short on phones. What is another word in full ("da" is also "đã", "dt" a part of "đt") is left out of `inFull`. */
const shortForms: Readonly<Record<string, readonly string[]>> = {
  không: ['ko', 'k', 'kg', 'kh', 'hok', 'hong', 'hông', 'hem'],
  được: ['đc', 'dc'],
  gì: ['j'],
  rồi: ['r', 'roài', 'rùi'],
  chưa: ['ch'],
  vậy: ['v'],
  với: ['vs', 'vơi', 'zới'],
  em: ['e'],
  anh: ['a'],
  chị: ['c'],
  'thế nào': ['ntn'],
  'như thế nào': ['ntn'],
  'bao nhiêu': ['bn', 'bnhieu', 'bnh'],
  'nhu cầu': ['nc'],
  'đơn vị': ['đv', 'dv'],
  'tổ chức': ['tc'],
  'đăng ký': ['đk', 'dk', 'đăng kí', 'đký', 'dky'],
  'liên hệ': ['lh'],
  'số điện thoại': ['sđt', 'sdt', 'số đt', 'so dt'],
  'điện thoại': ['đt', 'dt'],
  'kinh phí': ['kp'],
  'hồ sơ': ['hs'],
  'tài khoản': ['tk'],
  'thông tin': ['tt'],
  'dự án': ['da'],
  'kế hoạch': ['kh'],
  'báo cáo': ['bc'],
  'danh sách': ['ds'],
  'đại sứ quán': ['đsq', 'dsq'],
  'sứ quán': ['sq'],
  'cảm ơn': ['cám ơn', 'tks', 'thks'],
  'gia hạn': ['gh'],
  'phi chính phủ': ['pcp'],
  'hướng dẫn': ['hd', 'hdan'],
  'thủ tục': ['ttuc'],
};

/** What a phrase becomes when its words are cut short: "không có nhu cầu" is also "ko có nhu cầu", "k có nc". A lone word stays as it is. At most some twenty. */
export function shortened(phrase: string): string[] {
  if (!phrase.includes(' ')) return [];
  let all = [phrase];
  for (const [full, short] of Object.entries(shortForms)) {
    const at = new RegExp(`(?<!\\p{L})${full}(?!\\p{L})`, 'gu');
    if (phrase === full || !at.test(phrase)) continue;
    if (all.length * (short.length + 1) > 24) break;
    all = all.flatMap((p) => [p, ...short.map((x) => p.replace(at, x))]);
  }
  return all.slice(1);
}

/** Short words in full, without marks, for what is learnt: "ko" and "không" are the same there. */
export const inFull: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ko: ['khong'],
    k: ['khong'],
    kg: ['khong'],
    hok: ['khong'],
    hem: ['khong'],
    dc: ['duoc'],
    j: ['gi'],
    r: ['roi'],
    ch: ['chua'],
    vs: ['voi'],
    e: ['em'],
    ntn: ['the', 'nao'],
    bn: ['bao', 'nhieu'],
    nc: ['nhu', 'cau'],
    dv: ['don', 'vi'],
    tc: ['to', 'chuc'],
    ki: ['ky'],
    dk: ['dang', 'ky'],
    dky: ['dang', 'ky'],
    lh: ['lien', 'he'],
    sdt: ['so', 'dien', 'thoai'],
    kp: ['kinh', 'phi'],
    tk: ['tai', 'khoan'],
    bc: ['bao', 'cao'],
    ds: ['danh', 'sach'],
    dsq: ['dai', 'su', 'quan'],
    tks: ['cam', 'on'],
    thks: ['cam', 'on'],
    thanks: ['cam', 'on'],
  }),
);
