import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';

export const addTitle = label('Thêm tổ chức', 'Add an organisation');
export const nameLabel = label('Tên tổ chức', 'Name');
export const countryLabel = label('Quốc gia/vùng lãnh thổ', 'Country');
export const fieldLabel = label('Lĩnh vực chính', 'Main field');
export const addIt = label('Thêm vào sổ', 'Add it');
export const openIt = label('Xem thẻ', 'See the card');

export const askName = text({
  vi: () => ['Tên tiếng Anh của tổ chức là gì ạ?', 'Ví dụ: Teach for Vietnam'],
  en: () => ['What is the organisation called in English?', 'For example: Teach for Vietnam'],
  samples: [[]],
});
export const askCountry = text({
  vi: () => ['Tổ chức của nước nào ạ?', 'Ví dụ: Hoa Kỳ, Na Uy, Hàn Quốc'],
  en: () => ['Which country is it from?', 'For example: United States, Norway'],
  samples: [[]],
});
export const askField = text({
  vi: () => ['Lĩnh vực chính là gì ạ?', 'Ví dụ: giáo dục, y tế, nước sạch'],
  en: () => ['What is its main field?', 'For example: education, health'],
  samples: [[]],
});
export const knownName = text<[name: string]>({
  vi: (name) => [`Đã có trong sổ: ${clip(name, 80)}.`, 'Ghi tên khác, hoặc bấm “Bỏ bản nháp”.'],
  en: (name) => [`It is in the register: ${clip(name, 80)}.`, 'Write another name, or discard the draft.'],
  samples: [['Save the Children International']],
});
export const addBack = text<[name: string, country: string | null, field: string | null]>({
  vi: (name, country, field) => [
    { b: 'Thêm tổ chức PCPNN vào sổ' },
    clip(name, 90),
    ...(country ? [`Quốc gia/vùng lãnh thổ: ${country}`] : []),
    ...(field ? [`Lĩnh vực: ${field}`] : []),
  ],
  en: (name, country, field) => [
    { b: 'Add a foreign NGO' },
    clip(name, 90),
    ...(country ? [`Country: ${country}`] : []),
    ...(field ? [`Field: ${field}`] : []),
  ],
  samples: [['Teach for Vietnam', 'Hoa Kỳ', 'giáo dục']],
});
export const added = text<[name: string]>({
  vi: (name) => [
    `✅ Đã thêm vào sổ: ${clip(name, 90)}.`,
    'Bổ sung giấy đăng ký, địa bàn bằng tệp Excel,',
    'hoặc bằng một câu khi có giấy.',
  ],
  en: (name) => [
    `✅ Added: ${clip(name, 90)}.`,
    'Its certificate and areas come by an Excel file,',
    'or in a sentence once they are known.',
  ],
  samples: [['Teach for Vietnam']],
});
