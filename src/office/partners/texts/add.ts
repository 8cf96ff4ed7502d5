import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';
import type { Paper } from '../commands/paper.ts';
import { paperLine } from './papers.ts';

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
export const addBack = text<
  [mission: boolean, name: string, country: string | null, field: string | null, papers: readonly Pick<Paper, 'name'>[]]
>({
  vi: (mission, name, country, field, papers) => [
    { b: mission ? 'Thêm đại sứ quán vào sổ' : 'Thêm tổ chức PCPNN vào sổ' },
    clip(name, 90),
    ...(country ? [`Quốc gia/vùng lãnh thổ: ${country}`] : []),
    ...(field ? [`Lĩnh vực: ${field}`] : []),
    ...paperLine(papers, 'vi'),
  ],
  en: (mission, name, country, field, papers) => [
    { b: mission ? 'Add an embassy' : 'Add a foreign NGO' },
    clip(name, 90),
    ...(country ? [`Country: ${country}`] : []),
    ...(field ? [`Field: ${field}`] : []),
    ...paperLine(papers, 'en'),
  ],
  samples: [
    [false, 'Teach for Vietnam', 'Hoa Kỳ', 'giáo dục', [{ name: 'Giấy đăng ký hoạt động.pdf' }]],
    [true, 'Embassy of Brazil in Hanoi', 'Bra-xin', null, []],
  ],
});
export const added = text<[mission: boolean, name: string]>({
  vi: (mission, name) => [
    `✅ Đã thêm vào sổ: ${clip(name, 90)}.`,
    ...(mission
      ? ['Bổ sung bằng một câu, ví dụ:', '“ĐSQ Nhật thêm quỹ viện trợ cấp cơ sở”.']
      : ['Bổ sung giấy đăng ký, địa bàn bằng tệp Excel,', 'hoặc bằng một câu khi có giấy.']),
  ],
  en: (mission, name) => [
    `✅ Added: ${clip(name, 90)}.`,
    ...(mission
      ? ['Complete it in a sentence, for example:', '“Embassy of Japan: add fund for grassroots grants”.']
      : ['Its certificate and areas come by an Excel file,', 'or in a sentence once they are known.']),
  ],
  samples: [
    [false, 'Teach for Vietnam'],
    [true, 'Embassy of Brazil in Hanoi'],
  ],
});
