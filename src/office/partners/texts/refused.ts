import { text } from '../../../chat/text.ts';
import type { Refused } from '../commands/common.ts';

const vi: Readonly<Record<Refused['why'], readonly string[]>> = {
  role: ['Chưa ghi được: cán bộ phụ trách và lãnh đạo phòng', 'của Sở Ngoại vụ sửa sổ tổ chức.'],
  unit: ['Chưa ghi được: mục này của đơn vị khác.'],
  guest: ['Chưa ghi được: cần liên kết tài khoản trước (gõ “liên kết”).'],
  consent: ['Chưa ghi được: cần đồng ý xử lý dữ liệu trước.'],
  gone: ['Không còn mục này trong sổ, chưa thay đổi gì.'],
  stale: ['Thẻ vừa được người khác sửa, chưa ghi gì.', 'Anh/chị mở lại thẻ để xem giá trị mới.'],
  taken: ['Đã có mục này trong sổ, chưa ghi thêm.'],
  dates: ['Ngày chưa hợp lý: ngày cuối trước ngày đầu,', 'hoặc một ngày chưa tới.'],
  empty: ['Còn thiếu nội dung, chưa ghi gì.'],
  currency: ['Dự án đang ghi bằng loại tiền khác, chưa ghi gì.', 'Ghi số tiền theo loại tiền của dự án.'],
};
const en: Readonly<Record<Refused['why'], readonly string[]>> = {
  role: ['Not saved: officers and the head of the division', 'keep the register.'],
  unit: ['Not saved: this belongs to another unit.'],
  guest: ['Not saved: link your account first (type “link”).'],
  consent: ['Not saved: your consent is needed first.'],
  gone: ['This is no longer in the register; nothing was changed.'],
  stale: ['Somebody has just changed this card; nothing was saved.', 'Open it again to see the new values.'],
  taken: ['This is in the register already; nothing was added.'],
  dates: ['The days do not fit: the last comes before the first,', 'or one is yet to come.'],
  empty: ['Something is missing; nothing was saved.'],
  currency: ['The grant is kept in another currency; nothing was saved.'],
};

/** Why nothing was changed. */
export const refused = text<[why: Refused['why']]>({
  vi: (why) => [...vi[why]],
  en: (why) => [...en[why]],
  samples: (Object.keys(vi) as Refused['why'][]).map((why) => [why] as const),
});
