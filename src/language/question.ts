import { foldKeep } from './text/fold.ts';
import { trimEndOf } from './text/trim.ts';

/** Words that ask, in places where a title, a name or an amount does not have them. Folded text. */
const asks = [
  // At the end
  /(?:la gi|la j|gi vay|gi the|gi a|gi nhi|gi day|j vay|j the|the nao|ntn|nhu nao|lam sao|sao vay|sao nhi|o dau|khi nao|bao gio|bao lau|may gio|ngay nao|ngay may|luc nao|the a|ha|nhi|bao nhieu|hom nao|thu may|dot nao)(?: (?:a|em|anh|chi|ad|ban|vay|the|nhi|ha|ay nhi|ay|nhe|bot|oi))*[ .?!]*$/,
  /(?:^|[ ,])(?:co|phai|can|duoc|bat buoc|da)(?: .{1,60})? (?:khong|ko|k|hok|chua|kg)(?: (?:a|em|anh|chi|ad|ban|vay|the|nhi|nhe|bot|oi))*[ .?!]*$/,
  /(?:bat buoc|duoc|dc|dung|phai|can) (?:khong|ko|k|hok)(?: (?:a|em|anh|chi|ad|ban|vay|nhi))*[ .?!]*$/,
  /(?:^|[ ,])con (?:.{1,40} )?(?:khong|ko|k|hok)(?: (?:a|em|anh|chi|ad|ban|vay|the|nhi|nhe|bot|oi))*[ .?!]*$/,
  // Anywhere
  /(?:^|[ ,])(?:cho (?:em |toi |minh |chi |anh )?hoi|cho hoi|hoi chut|hoi ti|xin hoi|hoi la|em hoi|muon hoi|hoi them|tai sao|vi sao|la gi|nghia la gi|lam the nao|lam sao de|nhu the nao|can giay to gi|can thu tuc gi|can gi|thu tuc gi|giay to gi|ai duyet|ai phe duyet|ai ky|ai xem|ai phu trach|ai la|gui cho ai|hoi ai|gap ai|nop o dau|gui o dau|o cho nao|bao gio thi|khi nao thi|khi nao phai|bao lau thi)(?: |$|[?.,])/,
  // How far something is
  /(?:cai nao|nhung gi|cai gi|den dau|toi dau|ra sao|the nao) roi(?: (?:a|em|anh|chi|ad|ban|vay|the|nhi|ha|nhe|bot|oi))*[ .?!]*$/,
  // The deadline, however short
  /(?:^|[ ,])(?:han nop|han gui|han chot|deadline|han)(?: .{0,24})?(?:bn|ngay may|ngay nao|hom nao|bao gio|khi nao|may|nao|la ngay|the nao|den khi|den bao|con may|con bao)/,
  /^(?:a |ah |oi |u |ua |e |ad oi |the |ma )?(?:han nop|han gui|han chot|deadline)(?: (?:bn|nao|the|vay|a|ad|nhi|la|may|ntn))?[ .?!]*$/,
  // English
  /^(?:so |and |but |hey |hi |ok )?(?:what|when|who|whom|where|why|which|how|is there|is it|are there|do i|do we|does|did|can i|can we|could|should|must i|may i|am i)(?:'s|'re)? /,
];
/** Words without which no Vietnamese question above matches: one cheap test before the rest. */
const hint =
  /\?|gi|\bj\b|nao|sao|dau|bao|khi|may|khong|ko|\bk\b|hok|chua|nhi|\bha\b|hoi|ntn|han|\bai\b|deadline|wh|how|^(?:is|are|do|does|did|can|could|should|must|may|am|so|and|but|hey|hi|ok)\b/;
/** "hả" and "nhỉ" at the end ask; "Tường Hạ", "chị Hà", "khoa nhi" end alike. */
const tag = /(?:^| )(ha|nhi)[ .!]*$/;
const asksByTag = (flat: string, raw: string): boolean => {
  const end = tag.exec(flat);
  if (!end) return true;
  if (flat !== raw.toLowerCase().replace(/\s+/g, ' ')) return /(?:hả|há|nhỉ|nhể)[ .!]*$/iu.test(raw);
  return (
    flat.split(' ').length > 3 &&
    !/(?:anh|chi|ong|ba|co|em|xa|phuong|ubnd \p{L}+|khoa|vien|benh|san) (?:\p{L}+ )?(?:ha|nhi)[ .!]*$/u.test(flat)
  );
};
/** Answers that look like questions: "không", "chưa có", "có 3 bản không có nước" (a statement). */
const statement = /(?:khong co|chua co|khong the|khong duoc|khong du|chua duoc|con khong|khong con|chua du) [^?]{4,}$/;

/**
 * Whether free text typed where a form expects an answer is a question to the bot: "à hạn nộp là ngày nào ấy nhỉ?", "đối ứng là gì", "when is the deadline".
 * The name of a need ("Hỗ trợ trẻ em") is none. Some microseconds.
 */
export function looksLikeQuestion(text: string): boolean {
  if (text.length > 300) return false;
  const raw = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const flat = foldKeep(raw);
  if (flat.length < 4 || !hint.test(flat)) return false;
  if (flat.length > 6 && /\?$/.test(trimEndOf(flat, ' !.)'))) return true;
  if (statement.test(flat)) return false;
  return asksByTag(flat, raw) && asks.some((a) => a.test(flat));
}

const whatIsLeft =
  /(?:^| )(?:con )?thieu (?:gi|j|nhung gi|muc nao|muc gi|cai gi|cai nao|phan nao)(?: |$)|(?:^| )con (?:may|bao nhieu|bn) (?:muc|cau|cau hoi|phan|buoc)(?: |$)|(?:^| )con (?:muc|phan|cau) nao(?: |$)|(?:da )?(?:dien|ghi|nhap|tra loi) (?:duoc )?(?:nhung gi|gi|den dau|toi dau) roi|^(?:cho |toi |em |xin |muon )*(?:xem|doc|kiem tra) (?:lai|ban nhap|nhap|lai ban nhap)(?: (?:da|cai|a|nhe|truoc|ban nhap))*$|xem lai (?:nhung gi|phan da)|^review(?: it)?$|what(?: is|'s) (?:left|missing|still needed)|how many (?:more )?questions|show (?:me )?(?:the|my) draft/;

/** Whether somebody in a form asks how far it is: "còn thiếu gì nữa", "còn mấy mục". */
export const asksWhatIsLeft = (text: string): boolean =>
  text.length <= 60 &&
  whatIsLeft.test(
    foldKeep(text.normalize('NFC'))
      .replace(/[.?!,]+/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  );
