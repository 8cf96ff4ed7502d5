import { momentWords, waitWords } from '../../base/time/format.ts';
import { clip, fitted } from '../../chat/fit.ts';
import type { RichText } from '../../chat/messaging/rich-text.ts';
import { type Lang, label, text } from '../../chat/text.ts';
import type { StoredState } from './types.ts';

const at = (iso: string) => Temporal.Instant.from(iso);
const moment = (of: Temporal.Instant, lang: Lang) => momentWords(of, undefined, lang);

/** A proposal's state with its mark. */
export const stateName: Readonly<Record<StoredState, ReturnType<typeof label>>> = {
  open: label('🟡 chờ duyệt', '🟡 waiting for a decision'),
  confirmed: label('🟢 đã duyệt', '🟢 confirmed'),
  refused: label('⚪ không duyệt', '⚪ not confirmed'),
  withdrawn: label('⚪ đã rút', '⚪ withdrawn'),
  lapsed: label('⚪ hết thời gian chờ duyệt', '⚪ lapsed'),
  undone: label('⚪ đã hoàn tác', '⚪ undone'),
};

export const no = label('Không duyệt', 'Do not confirm');
export const withdraw = label('Rút đề xuất', 'Withdraw the proposal');
export const open = label('Xem đề xuất', 'See the proposal');
export const undo = label('Hoàn tác', 'Undo');
export const next = label('Đề xuất kế tiếp', 'Next proposal');
/** Also what a list of duties calls them. */
export const waitingOnes = (count: number, lang: Lang): string =>
  lang === 'vi' ? `Đề xuất chờ duyệt (${count})` : `Proposals to decide (${count})`;

export interface Card {
  readonly title: string;
  readonly shown: readonly string[];
  readonly by: string;
  readonly reason: string | null;
  readonly state: StoredState;
  readonly lapses: Temporal.Instant;
  readonly decidedBy: string | null;
  readonly answer: string | null;
}

/** What is proposed, why, by whom; what it has become. */
export const card = text<[of: Card]>({
  vi: (of) => cardLines(of, 'vi'),
  en: (of) => cardLines(of, 'en'),
  samples: [
    [
      {
        title: 'Gia hạn đợt 1 năm 2026',
        shown: [
          'Hạn hiện tại: 17 giờ 00 thứ Sáu, 04/12/2026',
          'Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026',
          'Báo cho 98 đơn vị',
        ],
        by: 'Quàng Văn Minh',
        reason: 'mưa lũ làm nhiều xã chưa kịp họp, đường vào các bản còn bị chia cắt',
        state: 'open',
        lapses: at('2026-11-27T09:00:00Z'),
        decidedBy: null,
        answer: null,
      },
    ],
    [
      {
        title: 'Đóng đợt 1 năm 2026',
        shown: ['Từ lúc duyệt không nhận nhu cầu của đợt này nữa'],
        by: 'Quàng Văn Minh',
        reason: null,
        state: 'refused',
        lapses: at('2026-11-27T09:00:00Z'),
        decidedBy: 'Lò Thị Hoa',
        answer: 'còn chờ hai sở',
      },
    ],
  ],
});

function cardLines(of: Card, lang: Lang): RichText {
  const vi = lang === 'vi';
  const rows = [
    { line: `${vi ? 'Đề xuất' : 'Proposal'}: ${stateName[of.state](lang)}` },
    { line: clip(of.title, 70) },
    ...of.shown.map((line) => ({ line: clip(line, 110), rank: 1 })),
    { line: `${vi ? 'Người đề xuất' : 'Proposed by'}: ${clip(of.by, 40)}` },
    ...(of.reason ? [{ line: `${vi ? 'Lý do' : 'Reason'}: ${clip(of.reason, 100)}`, rank: 2 }] : []),
    ...(of.state === 'open'
      ? [{ line: vi ? `⏰ Chờ duyệt đến ${moment(of.lapses, 'vi')}` : `⏰ Open until ${moment(of.lapses, 'en')}` }]
      : []),
    ...(of.decidedBy && of.state !== 'withdrawn'
      ? [{ line: `${vi ? 'Người quyết định' : 'Decided by'}: ${clip(of.decidedBy, 40)}` }]
      : []),
    ...(of.answer ? [{ line: `${vi ? 'Trả lời' : 'Answer'}: ${clip(of.answer, 100)}`, rank: 2 }] : []),
  ];
  const [head, title, ...rest] = fitted(rows);
  return [head!, { b: title! }, ...rest];
}

/** The proposer's receipt. `told` 0: nobody could confirm it now. */
export const made = text<[title: string, told: number, lapses: Temporal.Instant]>({
  vi: (title, told, lapses) => [
    `🟡 Đã lập đề xuất: ${clip(title, 90)}.`,
    told > 0
      ? `Chưa có gì thay đổi cho đến khi lãnh đạo duyệt. Sẽ báo cho ${told} người có quyền duyệt.`
      : 'Hiện chưa có lãnh đạo nào khác có quyền duyệt trong Nhịp Cầu, anh/chị báo trực tiếp giúp.',
    `⏰ Chờ duyệt đến ${moment(lapses, 'vi')}.`,
  ],
  en: (title, told, lapses) => [
    `🟡 Proposed: ${clip(title, 90)}.`,
    told > 0
      ? `Nothing changes until it is confirmed. ${told} ${told === 1 ? 'person who may' : 'people who may'} confirm it will be told.`
      : 'Nobody else who may confirm it has an account yet: please tell them yourself.',
    `⏰ Open until ${moment(lapses, 'en')}.`,
  ],
  samples: [
    ['Gia hạn đợt 1 năm 2026', 3, at('2026-11-27T09:00:00Z')],
    ['Mở đợt 2 năm 2027', 0, at('2026-11-27T09:00:00Z')],
  ],
});

export const already = text({
  vi: () => ['Việc này đã có người đề xuất, đang chờ duyệt.'],
  en: () => ['This has been proposed already and waits for a decision.'],
  samples: [[]],
});

/** To whoever may confirm. */
export const waiting = text<[title: string, by: string, reason: string | null, lapses: Temporal.Instant]>({
  vi: (title, by, reason, lapses) => [
    `🟡 ${clip(by, 40)} đề xuất: ${clip(title, 90)}.`,
    ...(reason ? [`Lý do: ${clip(reason, 100)}`] : []),
    `⏰ Chờ anh/chị duyệt trước ${moment(lapses, 'vi')}.`,
  ],
  en: (title, by, reason, lapses) => [
    `🟡 ${clip(by, 40)} proposes: ${clip(title, 90)}.`,
    ...(reason ? [`Reason: ${clip(reason, 100)}`] : []),
    `⏰ Please decide before ${moment(lapses, 'en')}.`,
  ],
  samples: [['Gia hạn đợt 1 năm 2026', 'Quàng Văn Minh', 'mưa lũ, nhiều xã chưa kịp họp', at('2026-11-27T09:00:00Z')]],
});

/** To the proposer, when it has ended. */
export const ended = text<
  [title: string, end: 'confirmed' | 'refused' | 'lapsed' | 'undone', by: string | null, answer: string | null]
>({
  vi: (title, end, by, answer) => [
    {
      confirmed: `✅ ${clip(by ?? '', 40)} đã duyệt đề xuất: ${clip(title, 90)}.`,
      refused: `⚪ ${clip(by ?? '', 40)} không duyệt đề xuất: ${clip(title, 90)}.`,
      undone: `⚪ ${clip(by ?? '', 40)} đã hoàn tác việc duyệt đề xuất: ${clip(title, 90)}. Không có gì thay đổi.`,
      lapsed: `⚪ Đề xuất đã hết thời gian chờ duyệt: ${clip(title, 90)}. Nếu vẫn cần, anh/chị đề xuất lại.`,
    }[end],
    ...(answer ? [`Trả lời: ${clip(answer, 150)}`] : []),
  ],
  en: (title, end, by, answer) => [
    {
      confirmed: `✅ ${clip(by ?? '', 40)} has confirmed: ${clip(title, 90)}.`,
      refused: `⚪ ${clip(by ?? '', 40)} has not confirmed: ${clip(title, 90)}.`,
      undone: `⚪ ${clip(by ?? '', 40)} has undone the decision: ${clip(title, 90)}. Nothing has changed.`,
      lapsed: `⚪ Nobody decided in time: ${clip(title, 90)}. Propose it again if it is still needed.`,
    }[end],
    ...(answer ? [`Answer: ${clip(answer, 150)}`] : []),
  ],
  samples: [
    ['Gia hạn đợt 1 năm 2026', 'confirmed', 'Lò Thị Hoa', null],
    ['Gia hạn đợt 1 năm 2026', 'refused', 'Lò Thị Hoa', 'đã gia hạn một lần, các đơn vị còn lại gọi điện đôn đốc'],
    ['Gia hạn đợt 1 năm 2026', 'lapsed', null, null],
  ],
});

/** The receipt of who confirmed; `said` is the action's own. */
export const confirmed = text<[title: string, said: RichText, seconds: number | null]>({
  vi: (title, said, seconds) => [
    `✅ Đã duyệt: ${clip(title, 90)}.`,
    ...said,
    ...(seconds === null ? [] : [`Bấm nhầm thì hoàn tác được trong ${waitWords(seconds, 'vi')}.`]),
  ],
  en: (title, said, seconds) => [
    `✅ Confirmed: ${clip(title, 90)}.`,
    ...said,
    ...(seconds === null ? [] : [`It can be undone for ${waitWords(seconds, 'en')}.`]),
  ],
  samples: [
    ['Gia hạn đợt 1 năm 2026', ['Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026'], 120],
    ['Gia hạn đợt 1 năm 2026', [], null],
  ],
});

/** The receipt of who did it without a proposal; `said` is the action's own. */
export const done = text<[title: string, said: RichText, seconds: number | null]>({
  vi: (title, said, seconds) => [
    `✅ Đã xong: ${clip(title, 90)}.`,
    ...said,
    ...(seconds === null ? [] : [`Bấm nhầm thì hoàn tác được trong ${waitWords(seconds, 'vi')}.`]),
  ],
  en: (title, said, seconds) => [
    `✅ Done: ${clip(title, 90)}.`,
    ...said,
    ...(seconds === null ? [] : [`It can be undone for ${waitWords(seconds, 'en')}.`]),
  ],
  samples: [['Gia hạn đợt 1 năm 2026', ['Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026'], 120]],
});

export const refusedNow = text<[title: string]>({
  vi: (title) => [`⚪ Không duyệt: ${clip(title, 90)}.`, 'Người đề xuất được báo ngay, kèm lý do.'],
  en: (title) => [`⚪ Not confirmed: ${clip(title, 90)}.`, 'The proposer is told now, with the reason.'],
  samples: [['Gia hạn đợt 1 năm 2026']],
});

export const withdrawn = text<[title: string]>({
  vi: (title) => [`⚪ Đã rút đề xuất: ${clip(title, 90)}.`],
  en: (title) => [`⚪ The proposal is withdrawn: ${clip(title, 90)}.`],
  samples: [['Gia hạn đợt 1 năm 2026']],
});

export const undone = text<[title: string]>({
  vi: (title) => [`⚪ Đã hoàn tác: ${clip(title, 90)}.`, 'Mọi thứ như trước khi duyệt.'],
  en: (title) => [`⚪ Undone: ${clip(title, 90)}.`, 'Everything is as it was before.'],
  samples: [['Gia hạn đợt 1 năm 2026']],
});

export const none = text({
  vi: () => ['✅ Không có đề xuất nào chờ anh/chị duyệt.'],
  en: () => ['✅ No proposal waits for you.'],
  samples: [[]],
});

export const gone = text({
  vi: () => ['Đề xuất này không còn, nút cũ không còn tác dụng.'],
  en: () => ['This proposal is no longer there; the old button does nothing.'],
  samples: [[]],
});

export const own = text({
  vi: () => ['Đề xuất của chính mình thì người khác duyệt.'],
  en: () => ['Your own proposal is decided by somebody else.'],
  samples: [[]],
});

export const mayNot = text({
  vi: () => ['Việc này do lãnh đạo có thẩm quyền duyệt.'],
  en: () => ['This is decided by those in charge.'],
  samples: [[]],
});

export const notYours = text({
  vi: () => ['Việc này chỉ người đã làm mới lấy lại được.'],
  en: () => ['Only who did it can take it back.'],
  samples: [[]],
});

export const late = text<[seconds: number]>({
  vi: (seconds) => [`Đã quá ${waitWords(seconds, 'vi')} nên không hoàn tác được nữa.`],
  en: (seconds) => [`It can no longer be undone: ${waitWords(seconds, 'en')} have passed.`],
  samples: [[120]],
});

export const cannot = text({
  vi: () => ['Việc này không hoàn tác được nữa.'],
  en: () => ['This can no longer be undone.'],
  samples: [[]],
});

export const refuseTitle = label('Không duyệt đề xuất', 'Not confirming a proposal');
export const reasonName = label('Lý do', 'Reason');
export const whyNot = text({
  vi: () => ['Lý do không duyệt là gì ạ? Người đề xuất sẽ đọc được.'],
  en: () => ['Why is it not confirmed? The proposer will read it.'],
  samples: [[]],
});
export const refuseAsk = text<[title: string, reason: string]>({
  vi: (title, reason) => [`Không duyệt: ${clip(title, 90)}`, `Lý do: ${clip(reason, 150)}`],
  en: (title, reason) => [`Not confirming: ${clip(title, 90)}`, `Reason: ${clip(reason, 150)}`],
  samples: [['Gia hạn đợt 1 năm 2026', 'đã gia hạn một lần']],
});
