import { dayWords } from '../../../base/time/format.ts';
import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';

interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}
const sample: Days = { from: Temporal.PlainDate.from('2026-12-01'), to: Temporal.PlainDate.from('2026-12-05') };
const vi = ({ from, to }: Days) =>
  from.equals(to) ? dayWords(from, 'vi') : `từ ${dayWords(from, 'vi')} đến hết ${dayWords(to, 'vi')}`;
const en = ({ from, to }: Days) =>
  from.equals(to) ? dayWords(from, 'en') : `${dayWords(from, 'en')} to ${dayWords(to, 'en')}`;

export const title = label('Ủy quyền khi vắng', 'Standing in');
export const who = label('Người thay', 'Who stands in');
export const days = label('Thời gian', 'Days');
export const yes = label('Xác nhận ủy quyền', 'Confirm');
export const end = label('Kết thúc ủy quyền', 'End it now');

export const askWho = text({
  vi: () => ['Ai làm thay ạ?'],
  en: () => ['Who stands in for you?'],
  samples: [[]],
});
export const askDays = text({
  vi: () => ['Anh/chị vắng từ ngày nào đến ngày nào ạ?', 'Ví dụ: từ 1/12 đến 5/12'],
  en: () => ['From which day to which day?', 'For example: from 1/12 to 5/12'],
  samples: [[]],
});
export const noDays = text<[said: string]>({
  vi: (said) => [`Chưa rõ ngày nào trong “${clip(said, 60)}”.`, 'Ví dụ: từ 1/12 đến 5/12'],
  en: (said) => [`No day was found in “${clip(said, 60)}”.`, 'For example: from 1/12 to 5/12'],
  samples: [['ít hôm']],
});
export const noSuchPerson = text<[said: string]>({
  vi: (said) => [
    `Chưa tìm được một người tên “${clip(said, 40)}” đã liên kết ở cùng cơ quan.`,
    'Anh/chị bấm chọn một người bên dưới.',
  ],
  en: (said) => [`Nobody called “${clip(said, 40)}” has an account in the same office.`, 'Please pick one below.'],
  samples: [['chị Hà']],
});
export const readBack = text<[name: string | null, days: Days | null]>({
  vi: (name, of) => [
    { b: 'Ủy quyền khi vắng' },
    ...(name ? [`Người thay: ${clip(name, 40)}`] : []),
    ...(of ? [`Thời gian: ${vi(of)}`] : []),
    'Người thay làm được mọi việc của anh/chị; nhật ký ghi rõ là làm thay. Hết hạn tự kết thúc.',
  ],
  en: (name, of) => [
    { b: 'Standing in' },
    ...(name ? [`Who: ${clip(name, 40)}`] : []),
    ...(of ? [`Days: ${en(of)}`] : []),
    'They can do all that you can; the log says that they act for you. It ends by itself.',
  ],
  samples: [['Nguyễn Thị Thu Hà', sample]],
});
export const done = text<[name: string, days: Days]>({
  vi: (name, of) => [
    `✅ ${clip(name, 40)} làm thay anh/chị ${vi(of)}.`,
    'Người thay sẽ được báo. Về sớm thì bấm “Kết thúc ủy quyền”.',
  ],
  en: (name, of) => [
    `✅ ${clip(name, 40)} stands in for you, ${en(of)}.`,
    'They will be told. If you are back early, press “End it now”.',
  ],
  samples: [['Nguyễn Thị Thu Hà', sample]],
});
/** Who stands in for the asker; each can be ended by its button. */
export const standing = text<[who: readonly { readonly name: string; readonly to: Temporal.PlainDate | null }[]]>({
  vi: (who) => [
    'Đang làm thay anh/chị:',
    ...who.slice(0, 4).map(({ name, to }) => `${clip(name, 30)}${to ? `, đến hết ${dayWords(to, 'vi')}` : ''}`),
  ],
  en: (who) => [
    'Standing in for you:',
    ...who.slice(0, 4).map(({ name, to }) => `${clip(name, 30)}${to ? `, to ${dayWords(to, 'en')}` : ''}`),
  ],
  samples: [[[{ name: 'Nguyễn Thị Thu Hà', to: Temporal.PlainDate.from('2026-12-05') }]]],
});
export const endFor = (name: string) => label(`Kết thúc: ${clip(name, 26)}`, `End: ${clip(name, 26)}`);
export const ended = text<[done: boolean]>({
  vi: (was) => [was ? '✅ Đã kết thúc ủy quyền.' : 'Ủy quyền này đã hết hoặc đã kết thúc.'],
  en: (was) => [was ? '✅ Nobody stands in for you any more.' : 'This has ended already.'],
  samples: [[true], [false]],
});
/** To who stands in. */
export const notice = text<[who: string, from: string, to: string]>({
  vi: (name, from, to) => [
    `🟡 ${clip(name, 40)} nhờ anh/chị làm thay.`,
    `Từ ${from} đến hết ${to}.`,
    'Trong thời gian này anh/chị làm được các việc của người đó; gõ “menu” để bắt đầu.',
  ],
  en: (name, from, to) => [
    `🟡 You stand in for ${clip(name, 40)}.`,
    `From ${from} to ${to}.`,
    'Meanwhile you can do what they can; type “menu” to begin.',
  ],
  samples: [['Quàng Văn Minh', 'thứ Ba, 01/12/2026', 'thứ Bảy, 05/12/2026']],
});
/** Somebody leaves the post for good. */
export const handOver = text<[name: string, phone: string]>({
  vi: (name, phone) => [
    'Chuyển công tác, nghỉ hưu hoặc bàn giao hẳn: Sở Ngoại vụ cấp mã liên kết cho người thay.',
    `Xin báo ${name}, ${phone}.`,
    'Nhu cầu đã gửi và bản nháp vẫn là của đơn vị.',
  ],
  en: (name, phone) => [
    'Leaving the post for good: the Department gives whoever follows you a link code.',
    `Please tell ${name}, ${phone}.`,
    'Needs that were submitted, and drafts, stay with the unit.',
  ],
  samples: [['chị Nguyễn Thị Thu Hà', '0212 3000 112']],
});

export const refused = text<[why: 'nobody' | 'none' | 'days' | 'may_not']>({
  vi: (why) => [
    {
      nobody: 'Chưa có ai khác ở cùng cơ quan liên kết với Nhịp Cầu để làm thay. Người đó cần liên kết trước.',
      none: 'Hiện anh/chị không ủy quyền cho ai.',
      days: 'Thời gian chưa đúng: ngày cuối phải từ hôm nay trở đi, và không quá 90 ngày.',
      may_not: 'Việc này do quản trị viên thực hiện.',
    }[why],
  ],
  en: (why) => [
    {
      nobody: 'Nobody else of the same office has an account yet. They must link first.',
      none: 'Nobody stands in for you now.',
      days: 'The days do not fit: the last must not be past, and at most 90 days.',
      may_not: 'This is done by the administrator.',
    }[why],
  ],
  samples: [['nobody'], ['days']],
});
