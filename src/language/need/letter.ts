/** The head of a letter says nothing of the need: its place and date, number, addressee, subject line mark. Blanked, so that offsets stay. */
const letterhead =
  /(?:^|\n)[^\n]{0,40}?,? ?(?:ngày|ngay) ?\d{1,2} (?:tháng|thang) ?\d{1,2} (?:năm|nam) ?20\d\d(?=\s*(?:\n|$))|(?:^|\n) ?(?:Số|So) ?: ?[^\n]{1,30}(?=\n)|(?:Theo|theo|Căn cứ|căn cứ|can cu)[^\n,.;]{0,60}?(?:số|so) ?\d+\/[^\n,.;]{1,60}?(?:ngày|ngay) ?[\d/]+|(?<![\p{L}\d])\d{1,5}\/(?:\d{4}\/)?[\p{Lu}][\p{L}&]*-[\p{L}&-]+/gu;

/** A letter without what only says where it comes from and goes to. */
export function letterBody(text: string): string {
  return text.replace(letterhead, (m) => m.replace(/[^\n]/g, ' '));
}
