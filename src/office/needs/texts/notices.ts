import { text } from '../../../chat/text.ts';

/** To officers: a need came in, or changed. */
export const submitted = text<
  [kind: 'new' | 'edited' | 'emergency', code: string, title: string, unit: string, late: string | null]
>({
  vi: (kind, code, title, unit, late) => [
    kind === 'emergency'
      ? `⏰ KHẨN CẤP: ${code}`
      : kind === 'edited'
        ? `🟡 Đơn vị vừa sửa ${code}`
        : `🟡 Nhu cầu mới ${code}`,
    title,
    unit,
    ...(late ? [`Gửi sau hạn ${late}.`] : []),
  ],
  en: (kind, code, title, unit, late) => [
    kind === 'emergency'
      ? `⏰ EMERGENCY: ${code}`
      : kind === 'edited'
        ? `🟡 ${code} was changed`
        : `🟡 New need ${code}`,
    title,
    unit,
    ...(late ? [`Sent ${late} after the due time.`] : []),
  ],
  samples: [
    [
      'new',
      'NC-2026-0042',
      'Xây nhà bán trú, bếp ăn và công trình vệ sinh cho điểm trường bản Nong Vai',
      'UBND phường Thảo Nguyên',
      '2 giờ 05 phút',
    ],
    ['edited', 'NC-2026-0042', 'Cấp nước sinh hoạt', 'Sở Y tế', null],
    ['emergency', 'NC-2026-0042', 'Hỗ trợ 12 hộ bị lũ cuốn trôi nhà', 'UBND xã Chiềng Lao', null],
  ],
});
export const approve = text<[by: string, title: string]>({
  vi: (by, title) => ['⚪ Một bản nháp chờ anh/chị duyệt gửi', title, ...(by ? [`${by} soạn.`] : [])],
  en: (by, title) => ['⚪ A draft waits for you to submit it', title, ...(by ? [`Prepared by ${by}.`] : [])],
  samples: [['Thào A Sếnh', 'Xây nhà bán trú, bếp ăn và công trình vệ sinh cho điểm trường bản Nong Vai']],
});
export const withdrawn = text<[code: string, title: string, unit: string, reason: string]>({
  vi: (code, title, unit, reason) => [`⚪ Đơn vị đã rút ${code}`, title, unit, `Lý do: ${reason}`],
  en: (code, title, unit, reason) => [`⚪ ${code} was withdrawn`, title, unit, `Reason: ${reason}`],
  samples: [['NC-2026-0042', 'Cấp nước sinh hoạt cho 3 bản vùng cao', 'UBND xã Co Mạ', 'đã có nguồn kinh phí khác']],
});
/** To the author: what was decided. */
export const decided = text<[code: string, title: string, word: string, reason: string | null, who: string | null]>({
  vi: (code, title, word, reason, who) => [
    `${word} – ${code}`,
    title,
    ...(reason ? [`Lý do: ${reason}`] : []),
    ...(who ? [`Chuyên viên: ${who}.`] : []),
  ],
  en: (code, title, word, reason, who) => [
    `${word} – ${code}`,
    title,
    ...(reason ? [`Reason: ${reason}`] : []),
    ...(who ? [`Officer: ${who}.`] : []),
  ],
  samples: [
    [
      'NC-2026-0042',
      'Xây nhà bán trú, bếp ăn và công trình vệ sinh cho điểm trường bản Nong Vai',
      '🟡 đề nghị bổ sung, hoàn thiện',
      'thiếu số người hưởng lợi theo từng bản và bảng tính chi tiết kinh phí vận chuyển',
      'Quàng Văn Minh',
    ],
  ],
});
/** To the author: what became of a change of an accepted need. */
export const changed = text<[code: string, title: string, taken: boolean]>({
  vi: (code, title, taken) => [
    taken ? `🟢 Bản sửa của ${code} đã được nhận` : `🟢 ${code} giữ bản đã tiếp nhận, bản sửa không được nhận`,
    title,
  ],
  en: (code, title, taken) => [
    taken
      ? `🟢 The change of ${code} was taken over`
      : `🟢 The accepted version of ${code} stays, the change was not taken over`,
    title,
  ],
  samples: [
    ['NC-2026-0042', 'Xây nhà bán trú, bếp ăn và công trình vệ sinh cho điểm trường bản Nong Vai', true],
    ['NC-2026-0042', 'Xây nhà bán trú, bếp ăn và công trình vệ sinh cho điểm trường bản Nong Vai', false],
  ],
});
/** To officers and leaders, at once: something has happened in a unit. */
export const alarm = text<[unit: string, words: string, by: string]>({
  vi: (unit, words, by) => [`⏰ KHẨN CẤP – ${unit}`, `“${words}”`, ...(by ? [`Người báo: ${by}.`] : [])],
  en: (unit, words, by) => [`⏰ EMERGENCY – ${unit}`, `“${words}”`, ...(by ? [`Reported by ${by}.`] : [])],
  samples: [
    [
      'UBND phường Thảo Nguyên',
      'Lũ quét cuốn trôi 12 nhà ở bản Nà Tra lúc 3 giờ sáng nay, 2 người mất tích, 40 hộ phải di dời, đường vào bản bị sạt lở chưa đi được, xin hỗ trợ khẩn cấp lương thực và nhà tạm',
      'Cầm Văn Chiêu',
    ],
  ],
});
