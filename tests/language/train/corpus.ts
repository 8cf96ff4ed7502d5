import { readFileSync } from 'node:fs';
import { type Asker, fold } from '../../../src/language/index.ts';
import { conventions } from '../conventions.ts';
import { utterances } from '../utterances.ts';
import { random } from './model.ts';

/** A message with its intent, as the classifier learns it. */
export interface Labelled {
  readonly text: string;
  readonly asker: Asker;
  readonly intent: string;
  readonly after?: 'reminder';
}

const data = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');

/** Labelled messages of a JSONL file in the form of docs/understanding.md. */
export function messages(file: string): (Labelled & { readonly id: string })[] {
  return data(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const m = JSON.parse(line) as { id: string; text: string; role: Asker; intent: string; after?: 'reminder' };
      return { id: m.id, text: m.text, asker: m.role, intent: m.intent, ...(m.after ? { after: m.after } : {}) };
    });
}

/** What the blanks of the phrases are filled with. */
const blanks: Readonly<Record<string, string>> = {
  ngo: 'Plan|Oxfam|World Vision|Save the Children|GNI|Room to Read|wwf|Helvetas|Caritas Đức|CRS|Rồng Xanh|childfund|VVOB|Fred Hollows|MCNV|ActionAid|GRET|care|Heifer|KFHI',
  xa: 'Co Mạ|Long Hẹ|Mường Bú|Chiềng Sơn|Tà Hộc|Phiêng Cằm|Nậm Ty|Vân Hồ|Mường É|Suối Tọ|Yên Sơn|Bó Sinh',
  phuong: 'Tô Hiệu|Chiềng An|Mộc Sơn|Vân Sơn',
  old: 'xã Hua Păng cũ|Cò Nòi|Chiềng Khoa cũ|xã Hang Chú',
  place: 'Mộc Châu|Sốp Cộp|Mường La|Yên Châu|Vân Hồ|Bắc Yên|Phù Yên|Thuận Châu|xã Co Mạ|Sông Mã',
  so: 'Sở Y tế|Sở Tư pháp|Sở Công Thương|sở gd|hội phụ nữ tỉnh|Tỉnh đoàn|Sở Xây dựng|Hội Nông dân tỉnh|sở nn&mt|Công an tỉnh',
  country: 'Nhật|Hàn Quốc|Úc|Na Uy|Đức|Thụy Điển|Ai-len|Hà Lan|Mỹ|Canada',
  country_en: 'Japan|Korea|Norway|Ireland|Australia',
  field: 'y tế|giáo dục|nước sạch|nông nghiệp|môi trường|bình đẳng giới|khuyết tật|du lịch cộng đồng|bom mìn|dạy nghề',
  field_en: 'health|education|clean water|agriculture|gender',
  work: 'xây 2 phòng học|sửa trạm y tế|làm bể nước|xây nhà vệ sinh trường học|mua máy tính|tập huấn bình đẳng giới|làm đường bê tông vào bản|hỗ trợ giống ngô|xây nhà bán trú|trồng rừng|lắp đèn năng lượng mặt trời|mở lớp dạy nghề|rà phá bom mìn|cấp nước sinh hoạt cho 3 bản|mua xe cứu thương',
  Work: 'Xây dựng cầu treo|Nâng cấp trạm y tế|Cấp nước sinh hoạt cho 4 bản|Sửa chữa nhà văn hóa|Hỗ trợ bò sinh sản|Cải tạo trường mầm non|Tập huấn phòng chống thiên tai',
  work_en: 'a clean water system|new classrooms|school toilets|wheelchairs|a suspension bridge|nurse training',
  bens: '120 hộ|60 học sinh|3 bản|40 người khuyết tật|200 phụ nữ|300 trẻ em',
  bens_en: '120 households|300 children',
  money: '500 triệu|1,2 tỷ|800tr|2 tỷ rưỡi|20.000 USD|350 triệu đồng',
  name: 'Tráng A Lứ|Lò Văn Minh|Hoa|Thảo',
  no: '3|12|7|25|8|41|16|5',
  month: '12|3|9',
  date: 'thứ sáu|30/11|mùng 5/12|ngày mai|cuối tuần|thứ hai tuần sau|10/12',
  pastdate: 'hôm qua|sáng nay|thứ sáu tuần trước|20/11|chiều qua',
  date_en: 'Friday|4 December|30 November',
};

/** The phrases, each filled `times` times; the same for the same seed. */
export function phrases(times: number, seed = 7): Labelled[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const out: Labelled[] = [];
  let intent = '';
  let askers: string[] = [];
  for (const line of data('phrases.txt').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    if (line.startsWith('== ')) {
      [intent = '', ...askers] = line.slice(3).split(' ');
      continue;
    }
    const seen = new Set<string>();
    for (let i = 0; i < times; i++) {
      const asker = pick(askers);
      const text = line.replace(/\{(\w+)\}/g, (_m, name: string) => pick(blanks[name]!.split('|')));
      if (seen.has(`${asker} ${text}`)) continue;
      seen.add(`${asker} ${text}`);
      out.push({
        text,
        asker: asker.replace('!', '') as Asker,
        intent,
        ...(asker.endsWith('!') ? { after: 'reminder' as const } : {}),
      });
    }
  }
  return out;
}

/** The rows of the table tests. */
export const table = (): Labelled[] =>
  [...utterances, ...Object.values(conventions).flat()].map(([asker, text, intent, , after]) => ({
    asker,
    text,
    intent,
    ...(after ? { after } : {}),
  }));

/** The same without marks, as half of all people type on phones. */
export const withoutMarks = (m: Labelled): Labelled => ({ ...m, text: fold(m.text) });
