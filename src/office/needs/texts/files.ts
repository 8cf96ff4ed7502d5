import { clip } from '../../../chat/fit.ts';
import { text } from '../../../chat/text.ts';

export const attachedToDraft = text<[names: string, title: string | null]>({
  vi: (names, title) => [`📎 Đã kèm ${clip(names, 60)} vào bản nháp${title ? ` “${clip(title, 50)}”` : ''}.`],
  en: (names, title) => [`📎 ${clip(names, 60)} goes with the draft${title ? ` “${clip(title, 50)}”` : ''}.`],
  samples: [
    ['Bang_tinh_kinh_phi.xlsx, anh_1.jpg', 'Cấp nước sinh hoạt cho 3 bản vùng cao, xã Co Mạ, huyện Thuận Châu cũ'],
  ],
});
export const attachedToNeed = text<[names: string, code: string]>({
  vi: (names, code) => [`📎 Đã kèm ${clip(names, 70)} vào ${code}.`],
  en: (names, code) => [`📎 ${clip(names, 70)} goes with ${code}.`],
  samples: [['Bang_tinh_kinh_phi_cap_nuoc_sinh_hoat.xlsx, anh_1.jpg, anh_2.jpg', 'NC-2026-0042']],
});
export const letterKept = text<[unit: string]>({
  vi: (unit) => [
    `📎 Đã có công văn của ${unit} cho đợt này. Công văn dùng chung cho mọi nhu cầu của đơn vị trong đợt.`,
  ],
  en: (unit) => [`📎 The letter of ${unit} is there. It covers all needs of the unit in this round.`],
  samples: [['UBND phường Thảo Nguyên']],
});
/** `register`: the asker keeps the register too, so that it may be a paper of an organisation. */
export const whichNeed = text<[names: string, register: boolean]>({
  vi: (names, register) => [`${clip(names, 70)} kèm vào đâu ạ?`, ...(register ? forRegister.vi : [])],
  en: (names, register) => [`Where does ${clip(names, 70)} belong?`, ...(register ? forRegister.en : [])],
  samples: [['Bang_tinh_kinh_phi_cap_nuoc_sinh_hoat.xlsx, anh_1.jpg', true]],
});
const forRegister = {
  vi: ['Giấy tờ của tổ chức: gõ câu cần sửa, tệp', 'sẽ kèm theo, ví dụ: SCI gia hạn đến 08/01/2032'],
  en: ['A paper of an organisation: type what changes,', 'for example: SCI renewed until 08/01/2032'],
} as const;
/** The same for somebody who has no need that it could go with. */
export const forRegisterOnly = text<[names: string]>({
  vi: (names) => [`Đã nhận ${clip(names, 70)}.`, ...forRegister.vi],
  en: (names) => [`Received: ${clip(names, 70)}.`, ...forRegister.en],
  samples: [['Giay_dang_ky_Van_phong_dai_dien_2026.pdf, anh_1.jpg']],
});
/** A mark of secrecy: nothing of it is kept. */
export const secret = text({
  vi: () => [
    'Tệp có dấu độ mật nên không nhận qua đây; bản vừa gửi đã được xóa.',
    'Văn bản mật gửi theo đường công văn mật. Nếu tệp không mật, anh/chị đổi tên tệp hoặc lời kèm rồi gửi lại.',
  ],
  en: () => [
    'The file bears a mark of secrecy, so it is not taken here; the copy was deleted.',
    'Secret papers go by the official way. If it is not secret, please rename it and send it again.',
  ],
  samples: [[]],
});
export const full = text<[names: string]>({
  vi: (names) => [`Chưa kèm được ${clip(names, 60)}: mỗi nhu cầu tối đa 10 tệp.`],
  en: (names) => [`${clip(names, 60)} was not added: 10 files are the most.`],
  samples: [['Bang_tinh_kinh_phi_cap_nuoc_sinh_hoat.xlsx']],
});
export const noNeedYet = text({
  vi: () => [
    'Đã nhận tệp, nhưng đơn vị chưa có nhu cầu nào để kèm.',
    'Anh/chị gửi nhu cầu trước (8 câu hỏi ngắn), tệp sẽ kèm theo.',
  ],
  en: () => [
    'There is no need yet that the file could go with.',
    'Please begin one first (8 short questions); the file goes with it.',
  ],
  samples: [[]],
});
export const twice = text<[names: string]>({
  vi: (names) => [`📎 ${clip(names, 70)} đã kèm từ trước.`],
  en: (names) => [`📎 ${clip(names, 70)} was there already.`],
  samples: [['Bang_tinh_kinh_phi_cap_nuoc_sinh_hoat.xlsx']],
});
