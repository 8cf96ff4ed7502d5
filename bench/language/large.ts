import type { VocabularyLists } from '../../src/language/index.ts';
import { random } from '../../tests/language/train/model.ts';

const first = 'Mường|Chiềng|Nậm|Huổi|Phiêng|Tà|Co|Long|Bản|Pá|Hua|Suối|Tường|Xím|Púng|Lóng|Nà|Pú|Háng|Sặp'.split('|');
const second =
  'Bang|Hặc|Lầu|Một|Khoài|Xùa|Mạ|Hẹ|Lao|Sơn|Chanh|Vai|Pằn|Cằm|Ty|Lạn|Lèo|Khoa|Sại|Giôn|Lìu|Tông|Pát|Mỏ|Ngần|Khiêng|Bám|Hung|Cang|Sàng'.split(
    '|',
  );
const one =
  'Global|Asia|Hope|Green|River|Mountain|Bright|Open|Sun|Human|Village|Water|Health|Harvest|Bridge|Lotus|Bamboo|Horizon|Unity|Seed'.split(
    '|',
  );
const two =
  'Partners|Alliance|Network|Initiative|Trust|Fund|Action|Relief|Vision|Care|Link|Aid|Works|Union|Mission|Futures|Society|Council|Hands|Hearts'.split(
    '|',
  );
const of =
  'for Children|for Development|International|Worldwide|of Norway|of Korea|without Borders|Foundation|Australia|Germany|for Women|for Health|Japan|France|for Nature|Denmark'.split(
    '|',
  );

/** The lists grown to a large register: partners and places with made-up names, the same every time. */
export function grown(lists: VocabularyLists, partners: number, places: number): VocabularyLists {
  const next = random(5);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)]!;
  const names = new Set<string>();
  while (names.size < partners)
    names.add(`${pick(one)} ${pick(two)} ${pick(of)}${names.size > 5000 ? ` ${names.size}` : ''}`);
  const old = new Set<string>();
  while (old.size < places)
    old.add(`${pick(first)} ${pick(second)} ${pick(second)}${old.size % 7 === 0 ? ` ${pick(first)}` : ''}`);
  return {
    ...lists,
    partners: [
      ...lists.partners,
      ...[...names].map((name, i) => ({
        id: `made-${i}`,
        name,
        names: [`Tổ chức ${name}`],
        kind: 'ngo' as const,
      })),
    ],
    oldPlaces: [
      ...lists.oldPlaces,
      ...[...old].map((name) => ({
        name,
        kind: 'xa' as const,
        district: lists.districts[0]!.code,
        now: lists.places[0]!.code,
      })),
    ],
  };
}
