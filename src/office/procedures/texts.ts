import { dateWords } from '../../base/time/format.ts';
import { localDay } from '../../base/time/zone.ts';
import { clip, height, screen } from '../../chat/fit.ts';
import { type Lang, label, text } from '../../chat/text.ts';
import type { LegalRule } from '../law/store.ts';

/** What an answer needs of a rule. */
export type Shown = Pick<LegalRule, 'vi' | 'en' | 'citation' | 'certainty' | 'replaced' | 'verifiedAt'>;

export const buttons = {
  correct: label('Đề nghị sửa', 'Propose a correction'),
  right: label('Đề nghị xác nhận đúng', 'Propose it as verified'),
  yes: label('Xác nhận quy định', 'Verify the rule'),
  propose: label('Gửi trưởng phòng xác nhận', 'Send it to be verified'),
};

const certaintyVi: Readonly<Record<LegalRule['certainty'], string>> = {
  text: 'theo văn bản',
  press: 'theo báo chí, trang luật',
  general: 'hiểu biết chung, chưa có nguồn chắc chắn',
  ours: 'mặc định của Nhịp Cầu, không phải quy định',
  unknown: 'chưa tìm thấy quy định',
};
const certaintyEn: Readonly<Record<LegalRule['certainty'], string>> = {
  text: 'as the document says',
  press: 'after the press and law sites',
  general: 'general knowledge, without a sure source',
  ours: 'a default of Nhịp Cầu, not law',
  unknown: 'no rule was found',
};

/** How far the answer can be relied on: a rule is stated as law only once somebody has verified it. */
function standing(of: Shown, lang: Lang): string {
  const vi = lang === 'vi';
  if (of.verifiedAt) {
    const day = dateWords(localDay(of.verifiedAt), lang);
    return vi ? `🟢 Sở Ngoại vụ đã kiểm tra ngày ${day}` : `🟢 verified by the Department on ${day}`;
  }
  if (of.replaced)
    return vi
      ? `🟡 theo quy định trước đây (${of.replaced}), đang chờ cập nhật theo NĐ 313/2025`
      : '🟡 under the former rules (Decree 80/2020), to be updated after Decree 313/2025';
  return vi
    ? `🟡 chưa được cán bộ kiểm tra: ${certaintyVi[of.certainty]}`
    : `🟡 not verified yet: ${certaintyEn[of.certainty]}`;
}

const sample: Shown = {
  vi: 'Hồ sơ phi dự án (tặng hàng, tiền, quà): văn bản đề nghị; thỏa thuận của bên viện trợ; văn kiện phi dự án (mục đích, nội dung, danh mục hàng, kết quả); tư cách pháp lý. Phải được phê duyệt trước khi nhận.',
  en: 'File for non-project aid (gifts of goods or money): request; the donor’s agreement; non-project document; legal status. It must be approved before anything is received.',
  citation: 'Điều 8 Nghị định 80/2020/NĐ-CP',
  certainty: 'text',
  replaced: 'NĐ 80/2020',
  verifiedAt: null,
};
const helperName = 'Phòng Hợp tác quốc tế, Sở Ngoại vụ';

/** The text of a rule, cut at a word where it and what must stand under it would not fit a screen. */
function above(rule: string, rest: readonly string[]): readonly string[] {
  let most = 240;
  while (most > 60 && height([clip(rule, most), ...rest]) > screen.lines) most -= 10;
  return [clip(rule, most), ...rest];
}

/** An answer: the rule, how far it can be relied on, where it stands, and whom to ask until it is verified. */
export const answer = text<[of: Shown, name: string, phone: string]>({
  vi: (of, name, phone) =>
    above(of.vi, [
      standing(of, 'vi'),
      `Nguồn: ${clip(of.citation, 60)}`,
      ...(of.verifiedAt ? [] : [`Trước khi làm, xin hỏi ${clip(name, 40)}, ${phone}.`]),
    ]),
  en: (of, name, phone) =>
    above(of.en, [
      standing(of, 'en'),
      `Source: ${clip(of.citation, 60)}`,
      ...(of.verifiedAt ? [] : [`Before acting please ask ${clip(name, 40)}, ${phone}.`]),
    ]),
  samples: [
    [sample, helperName, '0212 3000 100'],
    [{ ...sample, verifiedAt: Temporal.Instant.from('2026-11-20T03:00:00Z') }, helperName, '0212 3000 100'],
    [{ ...sample, replaced: null, certainty: 'general' }, helperName, '0212 3000 100'],
  ],
});

export const which = text({
  vi: () => ['Anh/chị hỏi điều nào ạ?'],
  en: () => ['Which of these do you mean?'],
  samples: [[]],
});

/** Nothing is known: said so, and who is asked instead. */
export const none = text<[name: string, phone: string]>({
  vi: (name, phone) => [
    'Nhịp Cầu chưa có quy định về nội dung này nên không trả lời thay cán bộ.',
    `Xin hỏi ${clip(name, 60)}, ${phone}.`,
  ],
  en: (name, phone) => [
    'Nhịp Cầu has no rule on this and does not answer in place of an officer.',
    `Please ask ${clip(name, 60)}, ${phone}.`,
  ],
  samples: [[helperName, '0212 3000 100']],
});

/** Where an old place lies today. */
export const placeNow = text<[said: string, now: string]>({
  vi: (said, now) => [
    `${clip(said, 40)} cũ nay thuộc ${clip(now, 60)}.`,
    'Nguồn: Nghị quyết 1681/NQ-UBTVQH15 ngày 16/6/2025',
  ],
  en: (said, now) => [
    `The former ${clip(said, 40)} is part of ${clip(now, 60)} today.`,
    'Source: Resolution 1681/NQ-UBTVQH15 of 16 June 2025',
  ],
  samples: [['xã Hua Păng', 'xã Đoàn Kết']],
});
export const placesMaybe = text<[said: string, options: readonly string[]]>({
  vi: (said, options) => [`${clip(said, 40)} có thể là:`, ...options.slice(0, 3).map((one) => `– ${clip(one, 70)}`)],
  en: (said, options) => [`${clip(said, 40)} may be:`, ...options.slice(0, 3).map((one) => `– ${clip(one, 70)}`)],
  samples: [
    [
      'Chiềng Chung',
      [
        'xã Chiềng Chung cũ (thị xã Mộc Châu cũ), nay là xã Đoàn Kết',
        'xã Chiềng Chung cũ (huyện Mai Sơn cũ), nay là xã Mường Chanh',
      ],
    ],
  ],
});

export const mayNot = text({
  vi: () => ['Sửa quy định là việc của cán bộ Sở Ngoại vụ.'],
  en: () => ['Rules are corrected by the Department of Foreign Affairs.'],
  samples: [[]],
});
export const changedSince = text({
  vi: () => ['Quy định này đã được cập nhật trong lúc chờ. Anh/chị xem lại rồi đề nghị mới.'],
  en: () => ['This rule has been updated meanwhile. Please look at it and propose anew.'],
  samples: [[]],
});
export const verified = text<[of: Shown]>({
  vi: (of) => ['Từ nay trả lời:', clip(of.vi, 240), `Nguồn: ${clip(of.citation, 60)}`],
  en: (of) => ['From now on the answer is:', clip(of.en, 240), `Source: ${clip(of.citation, 60)}`],
  samples: [[sample]],
});

export const formTitle = label('Đề nghị sửa quy định', 'Propose a correction of a rule');
export const names = {
  text: label('Nội dung đúng', 'The right text'),
  source: label('Nguồn', 'Source'),
};
export const askText = text({
  vi: () => ['Nội dung đúng là gì ạ? Ghi đủ câu, có số cụ thể.', 'Ví dụ: Hồ sơ phê duyệt viện trợ gồm 3 bộ.'],
  en: () => [
    'What is the right text? A whole sentence with its numbers.',
    'Example: A file for approving aid has 3 sets.',
  ],
  samples: [[]],
});
export const askSource = text({
  vi: () => ['Theo điều nào, văn bản nào ạ?', 'Ví dụ: Điều 12 Nghị định 313/2025/NĐ-CP'],
  en: () => ['Which article of which document says so?', 'Example: Article 12 of Decree 313/2025/NĐ-CP'],
  samples: [[]],
});
export const review = text<[before: string, after: string, source: string]>({
  vi: (before, after, source) => [
    `Đang trả lời: ${clip(before, 110)}`,
    `Sửa thành: ${clip(after, 160)}`,
    `Nguồn: ${clip(source, 60)}`,
    'Trưởng phòng hoặc giám đốc xác nhận thì mới dùng.',
  ],
  en: (before, after, source) => [
    `Answered now: ${clip(before, 110)}`,
    `To become: ${clip(after, 160)}`,
    `Source: ${clip(source, 60)}`,
    'It is used once a division head or the director has verified it.',
  ],
  samples: [[sample.vi, sample.vi, sample.citation]],
});

export const proposedTitle = (right: boolean, source: string, lang: Lang): string =>
  lang === 'vi'
    ? `${right ? 'Xác nhận' : 'Sửa'} quy định (${clip(source, 50)})`
    : `${right ? 'Verify' : 'Correct'} a rule (${clip(source, 50)})`;
export const proposedLines = (before: string, after: string, lang: Lang): readonly string[] =>
  lang === 'vi'
    ? [`Cũ: ${clip(before, 70)}`, `Mới: ${clip(after, 110)}`]
    : [`Before: ${clip(before, 70)}`, `After: ${clip(after, 110)}`];

/** The questions that rules answer, as buttons ask them. */
export const questions: Readonly<Record<string, ReturnType<typeof label>>> = {
  'aid.sets': label('Hồ sơ gồm mấy bộ?', 'How many sets?'),
  'aid.file_project': label('Hồ sơ dự án gồm gì?', 'What is in a project file?'),
  'aid.file_non_project': label('Hồ sơ phi dự án gồm gì?', 'What is in a non-project file?'),
  'aid.approver': label('Ai phê duyệt viện trợ?', 'Who approves aid?'),
  'aid.appraisal_days': label('Thẩm định bao lâu?', 'How long is appraisal?'),
  'aid.appraiser': label('Ai thẩm định?', 'Who appraises?'),
  'aid.lapse': label('Chậm thực hiện thì sao?', 'What if nothing is done?'),
  'aid.refusal': label('Không tiếp nhận thì sao?', 'What if aid is refused?'),
  'aid.management': label('Ban quản lý dự án?', 'Management unit?'),
  'aid.duties': label('Trách nhiệm chủ khoản viện trợ?', 'Duties of the aid owner?'),
  'aid.account': label('Mở tài khoản ở đâu?', 'Which account?'),
  'aid.reports': label('Báo cáo viện trợ khi nào?', 'When to report aid?'),
  'aid.non_project': label('Phi dự án là gì?', 'What is non-project aid?'),
  'aid.difference': label('Dự án khác phi dự án?', 'Project or non-project?'),
  'aid.counterpart': label('Vốn đối ứng là gì?', 'What is counterpart?'),
  'aid.before': label('Được nhận trước không?', 'May it be received first?'),
  'aid.used_goods': label('Hàng đã qua sử dụng?', 'Used goods?'),
  'aid.decree': label('NĐ 313 thay NĐ 80?', 'Decree 313 or 80?'),
  'relief.days': label('Cứu trợ duyệt mấy ngày?', 'Relief: how many days?'),
  'relief.file': label('Hồ sơ cứu trợ gồm gì?', 'What is in a relief file?'),
  'reg.activity_term': label('Giấy hoạt động mấy năm?', 'Activity certificate: years?'),
  'reg.office_term': label('Giấy VPĐD mấy năm?', 'Office certificate: years?'),
  'reg.office_place': label('VPĐD đặt ở đâu?', 'Where may an office be?'),
  'reg.who': label('Ai cấp giấy đăng ký?', 'Who issues certificates?'),
  'reg.days': label('Đăng ký mất bao lâu?', 'How long is registration?'),
  'reg.activity_conditions': label('Điều kiện đăng ký hoạt động?', 'Conditions: activity?'),
  'reg.office_conditions': label('Điều kiện lập VPĐD?', 'Conditions: office?'),
  'reg.renew_file': label('Hồ sơ gia hạn gồm gì?', 'What is in a renewal file?'),
  'reg.amend_file': label('Hồ sơ sửa đổi, cấp lại?', 'File to amend or re-issue?'),
  'reg.renew_when': label('Nộp gia hạn khi nào?', 'When to file a renewal?'),
  'reg.kinds': label('Có mấy loại giấy?', 'Which kinds are there?'),
  'reg.definition': label('Tổ chức PCPNN là gì?', 'What is a foreign NGO?'),
  'reg.scope': label('Được làm ở đâu, việc gì?', 'Where and in what fields?'),
  'reg.forbidden': label('Nghiêm cấm gì?', 'What is forbidden?'),
  'reg.reports': label('NGO báo cáo khi nào?', 'When do NGOs report?'),
  'reg.province_days': label('Trả lời xin ý kiến bao lâu?', 'How soon to answer?'),
  'body.comingo': label('COMINGO là gì?', 'What is COMINGO?'),
  'body.paccom': label('PACCOM là gì?', 'What is PACCOM?'),
  'data.request': label('Xóa dữ liệu mất bao lâu?', 'Erasing data: how long?'),
  'data.breach': label('Lộ dữ liệu thì sao?', 'What if data leaks?'),
  'visit.border': label('Đoàn vào xã biên giới?', 'Visits to border communes?'),
  'visit.workshop': label('Hội thảo quốc tế?', 'International workshops?'),
};
