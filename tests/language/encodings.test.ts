import { expect, test } from 'vitest';
import { needSlots, understand } from '../../src/language/index.ts';
import { fromOldEncodings } from '../../src/language/text/encodings.ts';
import { names, now } from './support.ts';
import { utterances } from './utterances.ts';

test.each([
  ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['Đề nghị hỗ trợ 1,2 tỷ « cho xã »', 'Đề nghị hỗ trợ 1,2 tỷ « cho xã »'],
  ['São Tomé, naïve café, Zürich, Malmö', 'São Tomé, naïve café, Zürich, Malmö'],
  [
    'Agronomes et Vétérinaires Sans Frontières, Médecins du Monde',
    'Agronomes et Vétérinaires Sans Frontières, Médecins du Monde',
  ],
])('%s', (pasted, unicode) => expect(fromOldEncodings(pasted)).toBe(unicode));

test('Vietnamese in Unicode stays as it is', () => {
  for (const [, text] of utterances) expect(fromOldEncodings(text.normalize('NFC'))).toBe(text.normalize('NFC'));
});

test('a letter in an old encoding is read like any other', () => {
  const vni =
    'UBND xaõ Möôøng Baùm ñeà nghò hoã trôï xaây nhaø veä sinh cho tröôøng, 120 hoïc sinh, kinh phí 300 trieäu ñoàng. Lieân heä Loø Vaên An 0912000111';
  expect(needSlots(vni, { vocabulary: names, now })).toMatchObject({
    org: 'UBND xã Mường Bám',
    budget: { amount: 300_000_000, currency: 'VND' },
    contact: { name: 'Lò Văn An', phone: '0912000111' },
  });
  const tcvn = 'chóng t«i kh«ng cã nhu cÇu ®ît nµy';
  expect(understand(tcvn, { vocabulary: names, now, asker: 'department' }).intent).toBe('no_need');
});
