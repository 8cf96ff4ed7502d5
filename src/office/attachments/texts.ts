import type { Refusal } from '../../base/files/type.ts';

/** One sentence in both languages. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** Why a file is not taken, and what to do instead. */
export const refusals: Readonly<Record<Refusal, Sentence>> = {
  empty: {
    vi: 'Tệp này rỗng. Anh/chị kiểm tra rồi gửi lại.',
    en: 'This file is empty. Please check it and send it again.',
  },
  too_big: {
    vi: 'Tệp lớn quá 20 MB. Anh/chị nén nhỏ hoặc chia ra rồi gửi lại.',
    en: 'The file is over 20 MB. Please make it smaller or split it.',
  },
  kind: {
    vi: 'Chỉ nhận tệp PDF, Word (docx), Excel (xlsx), bảng CSV, ảnh JPG hoặc PNG.',
    en: 'Only PDF, Word (docx), Excel (xlsx), CSV, JPG and PNG files are taken.',
  },
  old_office: {
    vi: 'Đây là tệp Word/Excel bản cũ. Anh/chị lưu lại thành .docx hoặc .xlsx rồi gửi.',
    en: 'This is an old Word or Excel file. Save it as .docx or .xlsx and send that.',
  },
  encrypted: {
    vi: 'Tệp có mật khẩu nên không mở được. Anh/chị gỡ mật khẩu rồi gửi lại.',
    en: 'The file has a password. Take it off and send it again.',
  },
  macro: {
    vi: 'Tệp có macro nên không nhận. Anh/chị lưu lại không kèm macro rồi gửi.',
    en: 'The file holds macros. Save it without them and send that.',
  },
  script: {
    vi: 'Tệp có mã chạy kèm nên không nhận. Anh/chị in ra PDF mới rồi gửi lại.',
    en: 'The file holds scripts. Print it to a new PDF and send that.',
  },
  damaged: {
    vi: 'Tệp bị hỏng, không đọc được. Anh/chị gửi lại bản khác.',
    en: 'The file is damaged. Please send another copy.',
  },
};

export const secretRefused: Sentence = {
  vi: 'Tệp có dấu hiệu mật nên Nhịp Cầu không nhận và không lưu. Tài liệu mật gửi theo đường văn bản mật.',
  en: 'The file seems to be marked as secret: it is not taken and nothing of it is kept. Send secret papers by the proper way.',
};

export const fetchLost: Sentence = {
  vi: 'Chưa tải được tệp từ ứng dụng nhắn tin. Anh/chị gửi lại tệp giúp.',
  en: 'The file could not be fetched from the messaging app. Please send it again.',
};
