import { momentWords } from '../../../base/time/format.ts';
import { clip } from '../../../chat/fit.ts';
import { type Lang, label, text } from '../../../chat/text.ts';
import type { Audience } from '../order.ts';
import { roundWords } from './status.ts';

const at = (iso: string) => Temporal.Instant.from(iso);
const moment = (of: Temporal.Instant, lang: Lang) => momentWords(of, undefined, lang);

export const audienceName: Readonly<Record<Audience, ReturnType<typeof label>>> = {
  all: label('tất cả các đơn vị', 'all units'),
  departments: label('các sở, ban, ngành', 'departments'),
  communes: label('các xã, phường', 'communes and wards'),
};

export const names = {
  code: label('Số đợt', 'Round'),
  planYear: label('Nhu cầu cho năm', 'Needs for the year'),
  opensAt: label('Nhận từ', 'Opens'),
  dueAt: label('Hạn gửi', 'Due'),
  closesAt: label('Nhận muộn đến', 'Late ones until'),
  audience: label('Đơn vị được gọi', 'Units called'),
  letter: label('Công văn', 'Official letter'),
  to: label('Hạn mới', 'New due time'),
  reason: label('Lý do', 'Reason'),
  order: label('Việc', 'Order'),
};

export const asks = {
  code: text({
    vi: () => ['Đợt số mấy, của năm nào ạ?', 'Ví dụ: đợt 2 năm 2027'],
    en: () => ['Which round, of which year?', 'For example: round 2 of 2027'],
    samples: [[]],
  }),
  planYear: text({
    vi: () => ['Nhu cầu này cho năm nào ạ?', 'Ví dụ: 2027'],
    en: () => ['Needs for which year?', 'For example: 2027'],
    samples: [[]],
  }),
  opensAt: text({
    vi: () => ['Bắt đầu nhận từ khi nào ạ?', 'Ví dụ: 7 giờ 30 ngày 1/12, hoặc: ngay bây giờ'],
    en: () => ['From when are needs taken?', 'For example: 1/12, or: now'],
    samples: [[]],
  }),
  dueAt: text({
    vi: () => ['Hạn gửi là khi nào ạ?', 'Ví dụ: 16 giờ thứ Sáu 15/1; chỉ ghi ngày thì tính đến 17 giờ'],
    en: () => ['When is it due?', 'For example: 16:00 on 15/1; a day alone means 17:00'],
    samples: [[]],
  }),
  closesAt: text({
    vi: () => ['Nhận muộn đến khi nào ạ?', 'Ví dụ: 29/1'],
    en: () => ['Until when are late ones accepted?', 'For example: 29/1'],
    samples: [[]],
  }),
  audience: text({
    vi: () => ['Gọi những đơn vị nào ạ?'],
    en: () => ['Which units are called?'],
    samples: [[]],
  }),
  letter: text({
    vi: () => ['Công văn số mấy, ngày nào ạ? Chưa có thì bấm “Bỏ qua”.', 'Ví dụ: 412/SNgV-HTQT ngày 2/11/2026'],
    en: () => [
      'Number and date of the official letter? Skip it if there is none.',
      'For example: 412/SNgV-HTQT, 2/11/2026',
    ],
    samples: [[]],
  }),
  to: text({
    vi: () => ['Gia hạn đến khi nào ạ?', 'Ví dụ: 16 giờ thứ Sáu 11/12, hoặc: thêm 1 tuần'],
    en: () => ['Extend until when?', 'For example: 16:00 on 11/12, or: by 1 week'],
    samples: [[]],
  }),
  askTo: text({
    vi: () => ['Xin lùi hạn đến khi nào ạ?', 'Ví dụ: 16 giờ thứ Sáu 11/12, hoặc: thêm 1 tuần'],
    en: () => ['Until when is more time needed?', 'For example: 16:00 on 11/12, or: by 1 week'],
    samples: [[]],
  }),
  reason: text({
    vi: () => ['Lý do là gì ạ? Các đơn vị sẽ đọc được.'],
    en: () => ['What is the reason? The units will read it.'],
    samples: [[]],
  }),
  askReason: text({
    vi: () => ['Lý do xin lùi hạn là gì ạ?', 'Ví dụ: mưa lũ, xã chưa kịp họp'],
    en: () => ['Why is more time needed?', 'For example: floods, the commune could not meet'],
    samples: [[]],
  }),
};

export const errors = {
  noMoment: text<[said: string]>({
    vi: (said) => [`Chưa rõ ngày nào trong “${clip(said, 60)}”.`, 'Ví dụ: 16 giờ thứ Sáu 11/12'],
    en: (said) => [`No day was found in “${clip(said, 60)}”.`, 'For example: 16:00 on 11/12'],
    samples: [['đến khi nào xong thì thôi']],
  }),
  notAfter: text<[what: string, when: Temporal.Instant]>({
    vi: (what, when) => [`Phải sau ${what}: ${moment(when, 'vi')}.`, 'Anh/chị ghi lại giúp.'],
    en: (what, when) => [`It must come after ${what}: ${moment(when, 'en')}.`, 'Please write it again.'],
    samples: [['hạn hiện tại', at('2026-12-04T10:00:00Z')]],
  }),
  noCode: text<[said: string]>({
    vi: (said) => [`Chưa rõ đợt nào trong “${clip(said, 60)}”.`, 'Ví dụ: đợt 2 năm 2027'],
    en: (said) => [`No round was found in “${clip(said, 60)}”.`, 'For example: round 2 of 2027'],
    samples: [['đợt tới']],
  }),
  noYear: text<[said: string]>({
    vi: (said) => [`Chưa rõ năm nào trong “${clip(said, 60)}”.`, 'Ví dụ: 2027'],
    en: (said) => [`No year was found in “${clip(said, 60)}”.`, 'For example: 2027'],
    samples: [['năm sau nữa']],
  }),
};

/** More time was asked for until a moment that is still in time. */
export const stillInTime = text<[to: Temporal.Instant, due: Temporal.Instant]>({
  vi: (to, due) => [
    `${moment(to, 'vi')} vẫn còn trong hạn, không phải xin lùi.`.replace(/^./u, (first) => first.toUpperCase()),
    `⏰ Hạn gửi: ${moment(due, 'vi')}.`,
  ],
  en: (to, due) => [`${moment(to, 'en')} is still in time: no extension is needed.`, `⏰ Due: ${moment(due, 'en')}.`],
  samples: [[at('2026-11-30T10:00:00Z'), at('2026-12-04T10:00:00Z')]],
});

export const present = label('thời điểm này', 'now');
export const presentDue = label('hạn hiện tại', 'the present due time');
export const open = label('Mở đợt', 'Open the round');
export const proposeOpen = label('Đề xuất mở đợt', 'Propose the round');
export const extend = label('Gia hạn', 'Extend');
export const proposeExtend = label('Đề xuất gia hạn', 'Propose the extension');
export const close = label('Đóng đợt', 'Close the round');
export const cancel = label('Hủy đợt', 'Call the round off');
export const endYes = label('Xác nhận', 'Confirm');
export const proposeEnd = label('Gửi đề xuất', 'Propose it');
export const askMore = label('Gửi đề nghị', 'Send the request');
export const openTitle = label('Mở đợt nhận nhu cầu', 'Opening a round');
export const extendTitle = label('Gia hạn đợt nhận nhu cầu', 'Extending a round');
export const endTitle = label('Đóng đợt nhận nhu cầu', 'Closing a round');
export const askTitle = label('Xin lùi hạn', 'Asking for more time');

const up = (words: string) => words[0]!.toLocaleUpperCase('vi') + words.slice(1);

export interface OpenShown {
  readonly code: string | null;
  readonly planYear: number | null;
  readonly opensAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly audience: Audience | null;
  readonly letter: string | null;
}

/** The lines of a round that is to be opened: of the read-back and of the proposal. */
export function openLines(of: OpenShown, lang: Lang): string[] {
  const line = (name: ReturnType<typeof label>, value: string | null) =>
    value === null ? [] : [`${name(lang)}: ${value}`];
  const when = (t: Temporal.Instant | null) => t && moment(t, lang);
  return [
    ...line(names.opensAt, when(of.opensAt)),
    ...line(names.dueAt, when(of.dueAt)),
    ...line(names.closesAt, when(of.closesAt)),
    ...line(names.audience, of.audience && audienceName[of.audience](lang)),
    ...line(names.letter, of.letter && clip(of.letter, 40)),
  ];
}

/** The read-back before a round is opened or proposed. */
export const openAsk = text<[of: OpenShown]>({
  vi: (of) => [
    { b: of.code ? `Mở ${roundWords(of.code, 'vi')}` : 'Mở đợt mới' },
    ...(of.planYear ? [`Nhận nhu cầu viện trợ cho năm ${of.planYear}`] : []),
    ...openLines(of, 'vi'),
  ],
  en: (of) => [
    { b: of.code ? `Open ${roundWords(of.code, 'en')}` : 'Open a new round' },
    ...(of.planYear ? [`Needs for foreign aid in ${of.planYear}`] : []),
    ...openLines(of, 'en'),
  ],
  samples: [
    [
      {
        code: '2027-2',
        planYear: 2027,
        opensAt: at('2026-12-01T00:30:00Z'),
        dueAt: at('2027-01-15T10:00:00Z'),
        closesAt: at('2027-01-29T10:00:00Z'),
        audience: 'departments',
        letter: '412/SNgV-HTQT ngày 02/11/2026',
      },
    ],
    [{ code: null, planYear: null, opensAt: null, dueAt: null, closesAt: null, audience: null, letter: null }],
  ],
});

/** "Gia hạn đợt 1 năm 2026"; of one unit with its name. */
export const titles = {
  open: (code: string, lang: Lang) =>
    lang === 'vi' ? `Mở ${roundWords(code, 'vi')}` : `Open ${roundWords(code, 'en')}`,
  extend: (code: string, unit: string | null, lang: Lang) =>
    lang === 'vi'
      ? `Gia hạn ${roundWords(code, 'vi')}${unit ? ` cho ${clip(unit, 44)}` : ''}`
      : `Extend ${roundWords(code, 'en')}${unit ? ` for ${clip(unit, 44)}` : ''}`,
  end: (code: string, end: 'closed' | 'cancelled', lang: Lang) =>
    lang === 'vi'
      ? `${end === 'closed' ? 'Đóng' : 'Hủy'} ${roundWords(code, 'vi')}`
      : `${end === 'closed' ? 'Close' : 'Call off'} ${roundWords(code, 'en')}`,
};

/** Before and after of an extension. */
export function extendLines(from: Temporal.Instant, to: Temporal.Instant, lang: Lang): string[] {
  return lang === 'vi'
    ? [`Hạn hiện tại: ${moment(from, 'vi')}`, `Hạn mới: ${moment(to, 'vi')}`]
    : [`Due now: ${moment(from, 'en')}`, `New due time: ${moment(to, 'en')}`];
}

export const extendAsk = text<
  [title: string, from: Temporal.Instant, to: Temporal.Instant | null, reason: string | null, whom: 'all' | 'unit']
>({
  vi: (title, from, to, reason, whom) => [
    { b: clip(title, 76) },
    ...(to ? extendLines(from, to, 'vi') : [`Hạn hiện tại: ${moment(from, 'vi')}`]),
    ...(reason ? [`Lý do: ${clip(reason, 100)}`] : []),
    ...(to ? [whom === 'all' ? 'Mọi đơn vị của đợt sẽ được báo.' : 'Đơn vị sẽ được báo.'] : []),
  ],
  en: (title, from, to, reason, whom) => [
    { b: clip(title, 76) },
    ...(to ? extendLines(from, to, 'en') : [`Due now: ${moment(from, 'en')}`]),
    ...(reason ? [`Reason: ${clip(reason, 100)}`] : []),
    ...(to ? [whom === 'all' ? 'Every unit of the round will be told.' : 'The unit will be told.'] : []),
  ],
  samples: [
    [
      'Gia hạn đợt 1 năm 2026',
      at('2026-12-04T10:00:00Z'),
      at('2026-12-11T09:00:00Z'),
      'mưa lũ, nhiều xã chưa kịp họp',
      'all',
    ],
    ['Gia hạn đợt 1 năm 2026', at('2026-12-04T10:00:00Z'), null, null, 'unit'],
  ],
});

/** What ending a round means. */
export function endLines(end: 'closed' | 'cancelled', waiting: number, lang: Lang): string[] {
  const vi = lang === 'vi';
  return [
    end === 'closed'
      ? vi
        ? 'Từ lúc này không nhận thêm nhu cầu của đợt; nhu cầu đã gửi vẫn giữ nguyên.'
        : 'No more needs are taken; what was submitted stays.'
      : vi
        ? 'Đợt này coi như không mở; nhu cầu đã gửi vẫn giữ nguyên.'
        : 'The round counts as never opened; what was submitted stays.',
    ...(waiting > 0 ? [vi ? `Còn ${waiting} đơn vị chưa gửi.` : `${waiting} units have not submitted.`] : []),
  ];
}

export const endAsk = text<[title: string, end: 'closed' | 'cancelled', waiting: number, reason: string | null]>({
  vi: (title, end, waiting, reason) => [
    { b: title },
    ...endLines(end, waiting, 'vi'),
    ...(reason ? [`Lý do: ${clip(reason, 100)}`] : []),
    'Mọi đơn vị của đợt sẽ được báo.',
  ],
  en: (title, end, waiting, reason) => [
    { b: title },
    ...endLines(end, waiting, 'en'),
    ...(reason ? [`Reason: ${clip(reason, 100)}`] : []),
    'Every unit of the round will be told.',
  ],
  samples: [
    ['Đóng đợt 1 năm 2026', 'closed', 48, 'đã đủ nhu cầu để tổng hợp danh mục'],
    ['Hủy đợt 2 năm 2027', 'cancelled', 0, null],
  ],
});

/** Under a receipt: whom it reaches; `from`: not before the round opens. */
export const willTell = text<[people: number, from?: Temporal.Instant]>({
  vi: (people, from) => [
    people === 0
      ? 'Chưa có đơn vị nào liên kết để báo.'
      : from
        ? `Sẽ báo cho ${people} người của các đơn vị khi đợt mở, ${moment(from, 'vi')}.`
        : `Sẽ báo cho ${people} người của các đơn vị.`,
  ],
  en: (people, from) => [
    people === 0
      ? 'No unit has anybody to tell yet.'
      : from
        ? `${people} people of the units will be told when it opens, ${moment(from, 'en')}.`
        : `${people} people of the units will be told.`,
  ],
  samples: [[140], [0], [140, at('2026-12-01T00:30:00Z')]],
});

/** Why a command on a round did nothing. */
export const refused = text<
  [why: 'no_round' | 'not_later' | 'changed' | 'code_taken' | 'bad_code' | 'dates' | 'nobody' | 'past' | 'may_not']
>({
  vi: (why) => [
    {
      no_round: 'Đợt này đã đóng, đã hủy hoặc không còn.',
      not_later: 'Hạn mới phải sau hạn hiện tại và sau thời điểm này.',
      changed: 'Hạn của đợt vừa được thay đổi. Anh/chị xem lại rồi làm lại giúp.',
      code_taken: 'Số đợt này đã có rồi. Anh/chị chọn số khác giúp.',
      bad_code: 'Số đợt chưa đúng. Ví dụ: đợt 2 năm 2027.',
      dates: 'Các mốc chưa đúng thứ tự: nhận từ, hạn gửi, nhận muộn đến.',
      nobody: 'Chưa có đơn vị nào trong danh sách để gọi.',
      past: 'Hạn gửi đã qua. Anh/chị chọn hạn khác giúp.',
      may_not: 'Việc này do lãnh đạo Sở Ngoại vụ quyết định.',
    }[why],
  ],
  en: (why) => [
    {
      no_round: 'This round is closed, called off or gone.',
      not_later: 'The new due time must come after the present one, and after now.',
      changed: 'The due time has just been changed. Please look again.',
      code_taken: 'There is a round of this number already. Please choose another.',
      bad_code: 'This is no number of a round. For example: round 2 of 2027.',
      dates: 'The times are not in order: opens, due, late ones until.',
      nobody: 'There is no unit in the list to call.',
      past: 'The due time has passed. Please choose another.',
      may_not: 'This is decided by the heads of the Department.',
    }[why],
  ],
  samples: [['no_round'], ['changed'], ['nobody']],
});

/** Which order is meant, where the message does not say. */
export const whichOrder = text({
  vi: () => ['Anh/chị muốn làm gì với đợt nhận nhu cầu ạ?'],
  en: () => ['What do you want to do with the round?'],
  samples: [[]],
});

/** Several rounds are open. */
export const whichRound = text({
  vi: () => ['Anh/chị nói đợt nào ạ?'],
  en: () => ['Which round do you mean?'],
  samples: [[]],
});

/** Nothing there to extend or close. */
export const nothingOpen = text<[named: string | null]>({
  vi: (named) => [named ? `Không có ${named} nào đang mở hoặc sắp mở.` : 'Hiện không có đợt nào đang mở hoặc sắp mở.'],
  en: (named) => [named ? `No ${named} is open or about to open.` : 'No round is open or about to open.'],
  samples: [[null], ['đợt 3 năm 2027']],
});

/** A name of a button for a round. */
export const roundButton = (code: string, lang: Lang): string => up(roundWords(code, lang));

/** The read-back of a unit's request for more time. */
export const askMoreAsk = text<
  [code: string, unit: string, from: Temporal.Instant, to: Temporal.Instant | null, reason: string | null]
>({
  vi: (code, unit, from, to, reason) => [
    { b: `Xin lùi hạn ${roundWords(code, 'vi')}` },
    clip(unit, 70),
    `Hạn hiện tại: ${moment(from, 'vi')}`,
    ...(to ? [`Xin lùi đến: ${moment(to, 'vi')}`] : []),
    ...(reason ? [`Lý do: ${clip(reason, 100)}`] : []),
  ],
  en: (code, unit, from, to, reason) => [
    { b: `More time for ${roundWords(code, 'en')}` },
    clip(unit, 70),
    `Due now: ${moment(from, 'en')}`,
    ...(to ? [`Asked for: ${moment(to, 'en')}`] : []),
    ...(reason ? [`Reason: ${clip(reason, 100)}`] : []),
  ],
  samples: [
    [
      '2026-1',
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La',
      at('2026-12-04T10:00:00Z'),
      at('2026-12-11T09:00:00Z'),
      'mưa lũ, xã chưa kịp họp',
    ],
  ],
});
