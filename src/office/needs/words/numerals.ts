const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', ' nghìn', ' triệu', ' tỷ'] as const;

/** Three digits in words; `full`: something stands before it, so that "linh" and "không trăm" are said. */
function three(n: number, full: boolean): string {
  const [h, t, u] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const words: string[] = [];
  if (h > 0 || full) words.push(`${digits[h]} trăm`);
  if (t === 1) words.push('mười');
  else if (t > 1) words.push(`${digits[t]} mươi`);
  else if (u > 0 && words.length > 0) words.push('linh');
  if (u > 0) words.push(t > 1 && u === 1 ? 'mốt' : t > 0 && u === 5 ? 'lăm' : digits[u]!);
  return words.join(' ');
}

/** A whole number in Vietnamese words, as on a payment order: 26.500.000.000 is "hai mươi sáu tỷ năm trăm triệu". Up to 10²¹. */
export function numeralWords(n: bigint): string {
  if (n === 0n) return 'không';
  const tail = n % 1_000_000_000n;
  const head = n / 1_000_000_000n;
  const groups = [tail / 1_000_000n, (tail / 1000n) % 1000n, tail % 1000n].map(Number);
  const words = head > 0n ? [`${numeralWords(head)} tỷ`] : [];
  groups.forEach((group, i) => {
    if (group > 0) words.push(three(group, words.length > 0) + scales[2 - i]!);
  });
  return words.join(' ');
}
