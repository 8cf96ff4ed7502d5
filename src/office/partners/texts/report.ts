import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';

export const reportTitle = label('Báo thẻ sai', 'Report a card');
export const whatLabel = label('Chỗ sai', 'What is wrong');
export const sendReport = label('Gửi báo sai', 'Send the report');

/** What is wrong with a card. */
export const askWhat = text({
  vi: () => ['Thẻ sai ở chỗ nào ạ?', 'Ví dụ: đã gia hạn đến 08/01/2032, thẻ còn ghi 2027'],
  en: () => ['What is wrong on the card?', 'For example: renewed until 08/01/2032, the card still says 2027'],
  samples: [[]],
});

/** The read-back of a report. */
export const reportBack = text<[name: string, what: string | null]>({
  vi: (name, what) => [
    `Báo cán bộ phụ trách: thẻ ${clip(name, 70)} có chỗ sai.`,
    ...(what ? [`“${clip(what, 200)}”`] : []),
  ],
  en: (name, what) => [
    `Tell the officer in charge that the card of ${clip(name, 70)} is wrong.`,
    ...(what ? [`“${clip(what, 200)}”`] : []),
  ],
  samples: [
    ['Save the Children', 'đã gia hạn đến 08/01/2032 theo giấy mới mà thẻ vẫn ghi hạn cũ'],
    ['SCI', null],
  ],
});

/** The report lies with somebody. */
export const reported = text<[name: string, division: boolean]>({
  vi: (name, division) => [
    `✅ Đã báo ${division ? 'Phòng Hợp tác quốc tế' : 'cán bộ phụ trách'} kiểm tra thẻ ${clip(name, 70)}.`,
    'Thẻ chưa thay đổi cho đến khi kiểm tra xong (trong 3 ngày).',
  ],
  en: (name, division) => [
    `✅ ${division ? 'The division' : 'The officer in charge'} was asked to check the card of ${clip(name, 70)}.`,
    'The card stays as it is until that is done (within 3 days).',
  ],
  samples: [
    ['Save the Children', false],
    ['Save the Children', true],
  ],
});

/** What the officer in charge is told. */
export const toldReported = text<[name: string, by: string, what: string]>({
  vi: (name, by, what) => [`Thẻ ${clip(name, 60)}: ${clip(by, 60)} báo sai.`, `“${clip(what, 180)}”`],
  en: (name, by, what) => [`The card of ${clip(name, 60)} is wrong, says ${clip(by, 60)}.`, `“${clip(what, 180)}”`],
  samples: [['Save the Children', 'anh Sếnh (UBND xã Co Mạ)', 'đã gia hạn đến 08/01/2032 mà thẻ vẫn ghi hạn cũ']],
});

export const openCard = label('Mở thẻ', 'Open the card');
