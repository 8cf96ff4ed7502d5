import type { MoneyMention } from '../amounts/mentions.ts';
import { beneficiariesIn } from '../people/beneficiaries.ts';
import { phoneIn } from '../people/contact.ts';
import type { Scan } from '../text/words.ts';
import { sections } from './labels.ts';

/** Shorter than this, in characters, a message asks for something; it does not tell of a whole need. */
const shortest = 90;

/** A need that is there already, and what of it is to become another: "nc 12 sửa kinh phí thành …", "đổi lại đầu mối cho cái vừa gửi". */
const ofAnother =
  /(?<!\p{L})(?:nc|nhu cau)(?: so)? ?-?(?:20\d\d ?- ?)?\d{1,5}(?!\d)(?! ?[:.)])|(?<!\p{L})(?:sua|doi|chinh|thay|dieu chinh|cap nhat|bo sung|correct|change|edit|update)(?: (?:lai|giup|giup em|thanh|cho|the))* (?:tong|kinh phi|kp|von|so tien|tien|doi ung|dia diem|thoi gian|thoi han|ngay|lien he|nguoi lien he|dau moi|sdt|so dien thoai|linh vuc|doi tuong|so ho|so nguoi|nhu cau|de xuat|ten|budget|period|contact|need)(?!\p{L})|(?<!\p{L})(?:vua (?:gui|nop)|da (?:gui|nop) (?:hom|ngay|tuan|thang|truoc)|just sent)(?!\p{L})/u;

/**
 * Whether a message tells of a whole need, whatever single words in it would mean alone ("đề xuất", "hỗ trợ", "nhu cầu 1"): it says what it costs
 * and two more of whom it serves, when, and whom to call; or it is a filled form. Not where it corrects a need that is there.
 */
export function tellsWholeNeed(
  s: Scan,
  found: { readonly money: readonly MoneyMention[]; readonly times: readonly unknown[] },
): boolean {
  if (s.raw.length < shortest || ofAnother.test(s.flat)) return false;
  const form = new Set(sections(s.flat).map((x) => x.part));
  if (form.size >= 4 && form.has('budget') && (form.has('title') || form.has('beneficiaries'))) return true;
  if (!found.money.some((m) => m.sure && !m.percent && !m.each)) return tableHead.test(s.flat);
  const said = [found.times.length > 0, phoneIn(s.raw) !== null || s.raw.includes('@'), beneficiariesIn(s).length > 0];
  return said.filter(Boolean).length >= 2;
}

/** The head of a table that a chat flattened: its figures have no unit beside them. */
const tableHead =
  /^ ?(?:stt|tt|don vi|noi dung|ten(?: nhu cau| du an)?)(?!\p{L})[^.;:]{10,300}(?:kinh phi|kp|tong|vien tro|budget)(?!\p{L})[^:]{20}/u;
