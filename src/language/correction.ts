import { fold } from './text/fold.ts';

/** How a correction begins, folded: "à nhầm, sửa lại kinh phí …", "em xin đổi địa điểm …". */
const correction =
  /^(?:(?:a|ay|u|da|thoi|thi|xin|muon|can|em|anh|chi|toi|minh|cac|ad|oi|cho|giup|nham|nham roi|quen|chet|khong|ko|sorry|oh|no|please)[\s,.!…]+)*(?:sua|doi|chinh|thay|cap nhat|correct|change)(?!\p{L})/u;
/** What a need consists of beside its name, said right behind: "sửa mái trạm y tế" corrects nothing. */
const ofPart =
  /^(?: (?:lai|giup|giup em|the|the total))? (?:tong|kinh phi|kp|von|so tien|tien|doi ung|de nghi|vien tro|dia diem|noi|thoi gian|thoi han|ngay|lien he|nguoi lien he|sdt|so dien thoai|linh vuc|doi tuong|so ho|so nguoi|budget|period|contact|place)(?!\p{L})/u;

/** Whether a text begins as a correction of what was answered: "à nhầm, sửa lại là 1 tỷ 850". */
export const startsCorrection = (text: string): boolean => correction.test(fold(text));

/** Whether a text begins as a correction of something else than a name: "sửa kinh phí thành 800 triệu", but not "sửa mái trạm y tế". */
export function correctsPart(text: string): boolean {
  const said = fold(text);
  const head = correction.exec(said);
  return head !== null && ofPart.test(said.slice(head[0].length));
}
