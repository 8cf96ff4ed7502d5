import { rankIn } from '../fields/rank.ts';
import { trimEndOf } from '../text/trim.ts';
import { type Scan, scan } from '../text/words.ts';

/** Verbs by which a need is put forward; what follows is what is wanted. */
const asks =
  /(?<![\p{L}])(?:de nghi|de xuat|dang ky|xin|can(?! bo(?! sung))|mong muon|mong|muon|kinh mong|(?<!kinh )gui|keu goi|van dong|nhu cau|co nhu cau|requests?|requesting|proposes?|proposing|needs?|nc|would like|seeks?|seeking|asks? for|dx|dk|thuc hien|trien khai|du kien)(?![\p{L}])/gu;
/** Verbs of work where nobody says "đề nghị"; "làm sập" is what the flood did. */
const work =
  /(?<![\p{L}])(?:xay|sua chua|lam (?!sap|hong|hu|troi|mat|cho|xong|duoc|sao)|mua|lap dat|lap|cap nuoc|nang cap|cai tao|trang bi|tap huan|dao tao|khoan|trong rung|day nghe|ho tro|build|repair|install|equip|train)(?![\p{L}])/gu;
const otherWord = /^(?:mông|mộng|mỏng|muộn|mượn|cán|cạn|căn|cản|gùi|xìn|dự kiện)$/iu;
/** Words at the head of what is wanted that are not of its name. */
const lead =
  /^(?:[\s:,.!\-–"“]+|(?:duoc|cac|quy so|so ngoai vu|sngv|so|ngai|ubnd tinh|lanh dao|xem xet|van dong|keu goi|tiep nhan|gioi thieu|tai tro|vien tro|kinh phi|nguon(?: von| luc)?|giup do|giup|quan tam|dua(?= vao)|nam 20\d\d(?= ?:)|gap(?= )|khan cap(?= ho tro)|tao dieu kien|du an|chuong trinh|khoan vien tro|nhu cau|cac to chuc|to chuc|phi chinh phu|nuoc ngoai|pcpnn|ngo|nha tai tro|voi|ve viec|ve|viec|muon|xin|can|de nghi|de xuat|dang ky|gui|mong|la|mot|so tien|so|sau|moi|nhu sau|duoi day|for|to|the|a|an|support|funding|of|from|aid|us|grant|need|project|proposal|with|help|assistance|request(?= (?:for|assistance|support|funding|help|aid))|\d{1,2}(?= ?:)|to request|thu (?:nhat|1)(?= ?:)|dx|nc|ho tro vien tro|duoc ho tro|co|va|phe duyet|dau tu|vao|danh muc|bao cao|kinh|register|registering|submit|following|the following|nhe|nha(?= ?[:,])|(?:1|mot)(?= (?:nc|nhu cau|need|du an|de xuat))|(?:c|em|e|chi|anh|bac)(?= ?:)|nay|bo sung|them|nha nuoc|cac cap|cac nganh|quy co quan|quy don vi|ban nganh|cac ngai)(?![\p{L}\d])(?: ?:)?)/u;
/** "hỗ trợ" before a verb of work only repeats that help is asked for. */
const helpBeforeWork =
  /^(?:ho tro )?(?:kinh phi|tien|von) (?:de|cho viec|thuc hien) |^(?:ho tro|cho|de|kinh phi|tien) (?=(?:kinh phi |de |tien |cho )*(?:xay|lam|sua|mua|cap|lap|trang bi|to chuc|tap huan|mo|dao tao|nang cap|cai tao|day|trong|nuoi|khoan|dung|thay|bo sung|ren|phau thuat|kham|bao ton|phong|ra pha|truyen thong|nhan rong|phuc dung|ve sinh|thanh lap|phat trien|keo|thiet ke|be tong)(?!\p{L}))/u;
/** Where the name of the need ends. */
const ends =
  /[\n;(]|[.!?](?=\s|$)| [-–] (?=\d[\d.]* (?:ho|nguoi|hoc sinh|hs|em|chau|thanh nien|phu nu|people|households|students)(?!\p{L}))|,(?= [^,.;\n]{0,40}?(?:thang \d|20[2-9]\d|quy [1-4i]))|,(?= ?(?:(?!cho |for )\p{L}+ ){0,5}\d[\d.]* (?:ho|nguoi|hoc sinh|hs|tre em|khau|chau|phu nu|chi em|hoi vien|households|people|students|children)(?!\p{L}))|,? ?(?:(?:voi )?tong (?:kinh phi|muc|von|so|du toan|cong|gia)|(?:voi )?kinh phi|kp(?!\p{L})|du toan|khoang(?= \d)|(?<!be )tong(?: cong)?(?= (?:\d|mot |hai |ba |bon |nam |sau |bay |tam |chin |muoi ))|dai(?= \d)|rong(?= \d)|dien tich|tri gia|het(?= (?:khoang |tam |chung |do |co |ca )?(?:\d|mot |hai |ba |bon |nam |sau |bay |tam |chin |muoi ))|(?:, ?)?hien co|goi cho|goi (?:bac|chu|anh|chi|em|toi)|thoi gian|trong (?:thoi gian|vong|\d)|tu thang|tu quy|tu nam|lam trong|lam nam|nam 20|thuc hien (?:trong|tu|nam)|phuc vu(?= (?:cho |duoc |khoang |hon |gan |tren |tam |chung |toan bo |hang )*(?:\d|mot |hai |ba |bon |nam |sau |bay |tam |chin |muoi |tram |ba con|nguoi dan|nhan dan|dan(?!\p{L})))|cho(?= \d[\d.]* (?:ho|nguoi|hoc sinh|hs|khau|chi em|phu nu|hoi vien|nong dan|thanh nien|chau|tre))(?= .{0,30}[,.;])|voi (?:so tien|muc|nguon)|huong loi|lien he|lh(?!\p{L})|dau moi|muc tieu|nham|(?:khong|ko|k|hok)(?: co)?(?: von)? doi ung|de (?:giup|nguoi|ba con|nang|cai thien|dam bao)|doi ung|xin (?:vien tro|tai tro|ho tro)|de nghi (?:vien tro|tai tro|ho tro)|vi (?:hien|nhieu|ba con|duong|cau|truong)|do (?:hien|nhieu|thien|lu|bao)|hien (?:nay|tai|co)|gia(?= \d)|so tien|total|budget|cost|from(?= \d| jan| feb| mar| apr| may| jun| jul| aug| sep| oct| nov| dec)|contact|serving|for(?= (?:about |over |some )?\d[\d,.]* (?:\p{L}+ ){0,2}(?:people|households|children|students|women|farmers|families|patients|pupils))|benefit(?:t)?ing|worth|duration|over \d|in 20\d\d|during|, (?:where|which|who)|counterpart|grant of|sdt|dt(?= ?\d))(?![\p{L}])| (?:tai|o|tren dia ban)(?= (?:dia ban |cac |nhung |\d+ |hai |ba |bon |nam |sau )(?:huyen|xa|phuong|ban|thon|truong|diem|dia ban)(?!\p{L}))|, ?co (?=(?:\d|mot |hai |ba |bon |nam |sau |bay |tam |chin |muoi ))|,? (?:\d[\d.,]* ?(?:ty|ti|trieu|tr|trd|nghin|k|usd|vnd|dong|do|d|million|billion)|usd ?\d|vnd ?\d|\$)(?![\p{L}])|,(?= ?(?:\d[\d.]*|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:ho|nguoi|ng|hoc sinh|hs|em|be|cu|khau|ban|chau|tre|thang|hoc vien|thanh nien|phu nu|chi em|hoi vien|htx|hop tac xa|can bo|nong dan|households|people|students|women|children|farmers|tram|muoi)(?!\p{L}))|, (?:tai|o|dia diem|dia ban|khu vuc|location|site|beneficiaries|target|timeline|period|so (?:nguoi|ho|luong)|doi tuong)(?=[ :])/u;
const allEnds = new RegExp(ends.source, 'gu');

const quoted =
  /(?:du an|de xuat|nhu cau|ten|chuong trinh|project|tieu de|hang muc|ve viec|ve|noi dung)[ :,]*(?:la )?["“«']([^"”»']{8,160})["”»']/u;

/** "xin tầm 15k đô mua xuồng": the amount before the verb is not of the name. */
const leadingAmount =
  /^(?:(?:tam|khoang|chung|co|usd|vnd|eur) )*\d[\d.,]* ?(?:ty|ti|trieu|tr|k|nghin|ngan|usd|dong|do|eur|euro|million|billion)(?: ?\d{1,3}(?!\d))?(?: (?:trieu|dong|do la|do|usd|vnd|ruoi))*(?: \([^)]{1,40}\))? (?:de |cho viec )?(?=(?:xay|lam|sua|mua|cap|lap|trang bi|to chuc|tap huan|mo|dao tao|nang cap|cai tao|day|trong|nuoi|khoan|dung|thay|bo sung|ho tro|to )(?:\p{L}| ))/u;

/** Where a body is named. */
interface Named {
  readonly start: number;
  readonly end: number;
}

/** What stands in front of a name where no verb does. */
const project = /(?<!\p{L})(?:tieu du an|du an|chuong trinh|mo hinh|project)(?: (?:ten(?: la)?|la|ve))?(?!\p{L})/gu;

/** No name is longer, in characters with what is cut from its head; nor is it looked for behind more verbs than `mostAsks`. */
const longestName = 800;
const mostAsks = 60;

/** "5.200 dân, 95 triệu": figures are no name. */
const countFirst =
  /^(?:\d[\d.,]* ?(?:người|hộ|học sinh|hs|em|cháu|khẩu|dân|htx|hợp tác xã|bản|thôn|bạn|nguoi|ho|hoc sinh|khau|chau|dan|people|households|%)|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|một) (?:tỷ|trăm|triệu)|(?:trăm|tỷ|triệu|nghìn|mươi|tram|trieu|nghin) )(?!\p{L})|^(?:trăm|tram) tri|^\d[\d.,]*(?:,| ?-|$)/iu;

const notName =
  /^(?:phục vụ|hưởng lợi|đầu mối|liên hệ|giao|tổng|đối tượng|kinh phí|thời gian|phuc vu|huong loi|dau moi|lien he|tong|doi tuong|kinh phi|thoi gian|contact|serving|total|budget)(?!\p{L})|\d{7}/iu;
/** A name in quotes at the head of the text or of a line. */
const quotedHead = /(?:^|\n) ?["“«]([^"”»\n]{8,160})["”»]/u;

/** Where a name ends; "trồng 50 ha" is no "trong 50 ngày", and nothing ends before it has begun. */
function endIn(flat: string, raw: string): { readonly index: number } | null {
  for (const m of flat.matchAll(allEnds)) {
    if (m.index < 4 && !/^[\n;(]/.test(m[0])) continue;
    // "school toilets for 2 schools": too short a name without them.
    if (/^ ?(?:for|cho)/.test(m[0]) && flat.slice(0, m.index).trim().split(' ').length < 3) continue;
    if (/trồng|trống/i.test(raw.slice(m.index, m.index + m[0].length))) continue;
    return m;
  }
  return null;
}

/** The words of a stretch of text from its first content to the end of its clause; capital first letter; null when too little is left. */
export function titleFrom(s: Scan, from: number, until: number, names: readonly Named[] = []): string | null {
  let start = from;
  until = Math.min(until, from + longestName);
  let flat = s.flat.slice(from, until);
  for (;;) {
    // "nhu cầu của hội nông dân tỉnh hỗ trợ …": who asks is not of the name.
    const by = names.find(
      (n) => n.end < until && n.start >= start && /^(?:cua |cho )?$/.test(s.flat.slice(start, n.start)),
    );
    const m = by ? null : (lead.exec(flat) ?? helpBeforeWork.exec(flat));
    const skip = by ? by.end - start : (m?.[0].length ?? 0);
    if (skip === 0) break;
    start += skip;
    flat = flat.slice(skip);
  }
  const amount = leadingAmount.exec(flat);
  if (amount) {
    start += amount[0].length;
    flat = flat.slice(amount[0].length);
  }
  const end = endIn(flat, s.raw.slice(start, until));
  let text = s.raw.slice(start, end ? start + end.index : until);
  text = trimEndOf(text.replace(/["“”«»]/g, ''), ' \n,.:;–-').trim();
  // Polite words at the end are not of the name.
  text = text.replace(/(?: (?:ạ|nhé|với ạ|giúp em|giúp|a|em|please|ạ em cảm ơn))+$/iu, '').trim();
  const words = text.split(/\s+/).filter(Boolean);
  if (
    words.length < 2 ||
    words.length > 40 ||
    /^(?:hỗ trợ|viện trợ|tài trợ|giúp đỡ|kinh phí|ho tro|vien tro|tai tro)$/iu.test(text)
  )
    return null;
  return text[0]!.toUpperCase() + text.slice(1);
}

/**
 * The name of a need in running text: the words that say what is wanted, cut where money, time, people served or contact begin; in quotes when it stands so.
 * `after`: where the sender's name ends. Only words of the text; null when no such clause is found.
 */
export function titleIn(s: Scan, after: number, names: readonly Named[] = []): string | null {
  const q = quoted.exec(s.flat) ?? quotedHead.exec(s.flat);
  if (q) {
    const at = q.index + q[0].indexOf(q[1]!, q[0].search(/["“«']/));
    return s.raw.slice(at, at + q[1]!.length).trim();
  }
  // "Sở Công Thương: hỗ trợ …": what is wanted follows at once.
  const colon =
    after > 0
      ? /^ ?(?:(?:de xuat|dang ky|de nghi|nhe|nha|a|c|chi|anh|em) ?){0,2}: ?/.exec(s.flat.slice(after, after + 18))
      : null;
  const direct = colon ? titleFrom(s, after + colon[0].length, s.raw.length, names) : null;
  if (direct) return direct;
  // "nhu cầu của xã Mường Bang về trồng gai xanh"
  const about = /^ ?(?:ve(?: viec)?|la)(?!\p{L})/u.exec(s.flat.slice(after, after + 10));
  const starts: number[] = after > 0 && about ? [after + about[0].length] : [];
  const subject = /(?:^|\n|[.;] )\s{0,4}v\/v:? /.exec(s.flat);
  if (subject) starts.push(subject.index + subject[0].length);
  const body = s.flat.slice(after);
  for (const m of body.matchAll(asks)) {
    // "Mông", "muộn", "cán" are other words.
    if (otherWord.test(s.raw.slice(after + m.index, after + m.index + m[0].length))) continue;
    starts.push(after + m.index + m[0].length);
    if (starts.length === mostAsks) break;
  }
  // "hội chữ thập đỏ tỉnh, dự án ngân hàng bò …"
  for (const m of [...body.matchAll(project)].slice(0, mostAsks)) starts.push(after + m.index + m[0].length);
  // The first verb whose clause has enough words and says what is done; a chain of verbs ("đề nghị … xem xét kêu gọi") is skipped by `lead`.
  let spare: string | null = null;
  for (const from of starts) {
    const t = titleFrom(s, from, s.raw.length, names);
    if (
      t &&
      !countFirst.test(t) &&
      !/^(?:năm|quý|tháng|đợt|giai đoạn|nam|quy|thang|dot) ?(?:\d|[ivx]+(?!\p{L}))/iu.test(t) &&
      !/^(?:từ|tu|trong|đến|den|khoảng|khoang) (?:tháng|quý|năm|ngày|thang|quy|nam|ngay|\d)/iu.test(t) &&
      !/^(?:địa điểm|địa bàn|thời gian|kinh phí|liên hệ|đối tượng|số |dia diem|thoi gian|kinh phi|lien he)/iu.test(t) &&
      !/^(?:(?:Viện trợ|Tài trợ|Hỗ trợ|Đối ứng|Toàn bộ) ?)?(?:\d[\d.,]* ?(?:tr|t[ỷyỉi]|đ(?:ồng)?(?!\p{L})|usd|%|nghìn)|toàn bộ|khoảng|$)/iu.test(
        t,
      )
    ) {
      if (rankIn(scan(t)).length > 0) return t;
      spare ??= t;
    }
  }
  if (spare) return spare;
  const worked = [...body.matchAll(work)].slice(0, mostAsks).map((m) => after + m.index);
  const clauses = [...body.matchAll(/(?:^|[\n;:(]|[.,!] | - )\s*/g)]
    .slice(0, mostAsks)
    .map((m) => after + m.index + m[0].length);
  for (const from of [...worked, ...clauses]) {
    const t = titleFrom(s, from, s.raw.length, names);
    if (t && !countFirst.test(t) && !notName.test(t) && rankIn(scan(t)).length > 0) return t;
  }
  return titleFrom(s, after, s.raw.length);
}
