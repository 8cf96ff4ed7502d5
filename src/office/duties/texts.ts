import { withDaysLeft } from '../../base/time/format.ts';
import { localDay } from '../../base/time/zone.ts';
import { failureOf } from '../../chat/channels/failures.ts';
import { type Lang, label, text } from '../../chat/text.ts';

/** Why a notice reached nobody, as an officer reads it; beside the channels' own catalogue. */
const reasons: Readonly<Record<string, ReturnType<typeof label>>> = {
  no_channel: label('chưa liên kết kênh nào', 'no channel is linked'),
  all_failed: label('các kênh đã liên kết đều không gửi được', 'every linked channel failed'),
  unread: label('chưa mở trang trò chuyện', 'has not opened the web chat'),
};

/** As part of a sentence: without a capital or a full stop. */
function reason(why: string, lang: Lang): string {
  const known = reasons[why]?.(lang) ?? failureOf(why).user[lang];
  return (known[0]?.toLocaleLowerCase('vi') ?? '') + known.slice(1).replace(/\.$/, '');
}

/** What a notice was about, by its topic. */
const topics: Readonly<Record<string, ReturnType<typeof label>>> = {
  need: label('nhu cầu viện trợ', 'a need'),
  round: label('đợt gửi nhu cầu', 'the call for needs'),
  draft: label('bản nháp nhu cầu', 'a draft need'),
  remind: label('đôn đốc', 'a reminder'),
};
const topic = (of: string, lang: Lang) => topics[of.split(/[.:]/)[0]!]?.(lang) ?? of;

type Values = Readonly<Record<string, string>>;
const v = (values: Values, key: string) => values[key] ?? '';
const forms: Readonly<Record<string, string>> = { anh: 'anh ', chi: 'chị ', dong_chi: 'đồng chí ' };
/** "anh Thào A Sếnh". */
const whoVi = (values: Values) => `${forms[v(values, 'address')] ?? ''}${v(values, 'who')}`;

/** The one sentence of each kind of duty. `note`: as it was typed. */
export const sentence = text<[template: string, values: Values]>({
  vi: (template, values) => {
    switch (template) {
      case 'call':
        return [
          `Gọi điện cho ${whoVi(values)}${values['unit'] ? ` (${values['unit']})` : ''}: thông báo về ${topic(v(values, 'topic'), 'vi')} chưa tới, ${reason(v(values, 'why'), 'vi')}.`,
        ];
      case 'parked':
        return [
          `Xem tin nhắn chưa xử lý được, mã ${v(values, 'code')}${values['who'] ? `, của ${whoVi(values)}` : ''}.`,
        ];
      default:
        return [v(values, 'text')];
    }
  },
  en: (template, values) => {
    switch (template) {
      case 'call':
        return [
          `Call ${v(values, 'who')}${values['unit'] ? ` (${values['unit']})` : ''}: a notice about ${topic(v(values, 'topic'), 'en')} did not arrive, ${reason(v(values, 'why'), 'en')}.`,
        ];
      case 'parked':
        return [
          `Look at a message that could not be processed, code ${v(values, 'code')}${values['who'] ? `, from ${values['who']}` : ''}.`,
        ];
      default:
        return [v(values, 'text')];
    }
  },
  samples: [
    [
      'call',
      {
        who: 'Nguyễn Thị Phương Thảo',
        address: 'dong_chi',
        unit: 'UBND phường Thảo Nguyên',
        topic: 'need.returned',
        why: 'no_channel',
      },
    ],
    ['parked', { code: '7F3K2', who: 'Thào A Sếnh' }],
    ['note', { text: 'Gửi danh mục bản 2 cho Đại sứ quán Nhật Bản' }],
  ],
});

export const done = label('Xong việc', 'Done');
export const nextDuty = label('Việc kế tiếp', 'Next duty');

/** One duty at a time, the first due first: a phone screen holds no list of sentences. */
export const duty = text<
  [
    at: number,
    total: number,
    what: readonly string[],
    due: Temporal.Instant | null,
    now: Temporal.Instant,
    phone: string | null,
  ]
>({
  vi: (at, total, what, due, now, phone) => [
    { b: `Việc ${at}/${total}` },
    ...what,
    ...(phone ? [`Điện thoại cơ quan: ${phone}`] : []),
    ...(due ? [`⏰ Hạn: ${withDaysLeft(localDay(due), localDay(now), 'vi')}`] : []),
  ],
  en: (at, total, what, due, now, phone) => [
    { b: `Duty ${at} of ${total}` },
    ...what,
    ...(phone ? [`Office phone: ${phone}`] : []),
    ...(due ? [`⏰ Due: ${withDaysLeft(localDay(due), localDay(now), 'en')}`] : []),
  ],
  samples: [
    [
      1,
      12,
      [
        'Gọi điện cho Nguyễn Thị Phương Thảo (UBND phường Thảo Nguyên): thông báo về nhu cầu viện trợ chưa tới, chưa liên kết kênh nào.',
      ],
      Temporal.Instant.from('2026-11-27T10:00:00Z'),
      Temporal.Instant.from('2026-11-23T02:00:00Z'),
      '0212 3000 211',
    ],
  ],
});

export const noDuties = text<[who: string]>({
  vi: (who) => [`✅ ${who} không còn việc nào phải làm.`],
  en: () => ['✅ Nothing is left to do.'],
  samples: [['Đồng chí']],
});

export const closed = text({
  vi: () => ['✅ Đã xong.'],
  en: () => ['✅ Done.'],
  samples: [[]],
});

export const gone = text({
  vi: () => ['Việc này đã có người làm xong.'],
  en: () => ['Somebody has done this already.'],
  samples: [[]],
});

export const notYours = text({
  vi: () => ['Phần việc này của cán bộ Sở Ngoại vụ.'],
  en: () => ['These duties belong to staff of the Department.'],
  samples: [[]],
});

/** Also what is typed by it: understood as a wish. */
export const waitingNeeds = label('Nhu cầu chờ xem xét', 'Needs waiting for review');
