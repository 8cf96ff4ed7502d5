/** Where a mark of secrecy was found; its text is not kept, since the fact is logged without content. */
export interface SecretMark {
  readonly where: 'name' | 'caption' | 'text';
}

/** The three grades of Vietnamese state secrets. */
const onlyMark = /^(?:TUYỆT |TỐI )?MẬT$/u;

const tokens = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** A line that holds nothing but the mark, whatever frames it: `[MẬT]`, `- TỐI MẬT -`. */
const markedLine = (line: string): boolean =>
  onlyMark.test(line.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '').replace(/\s+/gu, ' '));

const lastIsMat = (stem: string): boolean => tokens(stem).at(-1) === 'MAT' && stem !== stem.toUpperCase();

const markedName = (name: string): boolean => {
  if (tokens(name).includes('MẬT')) return true;
  // The extension, and the number that a second download gets, are not part of what it is called. `De_xuat.MAT` has no extension.
  const stem = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/\(\d+\)$/, '')
    .trimEnd();
  return lastIsMat(stem) || lastIsMat(name);
};

/**
 * Whether a file bears a mark of secrecy, by which it must not enter the chat.
 * In text: a line that is only MẬT, TỐI MẬT or TUYỆT MẬT. In a name or caption: a whole word MẬT in upper case with its marks;
 * in a name also MAT, as the last word of a name that is not all upper case. So `De_xuat_MAT.docx` is refused;
 * `Phau_thuat_mat.docx`, mật ong and bí mật are not.
 */
export function secretMark(of: {
  readonly name?: string | undefined;
  readonly caption?: string | undefined;
  readonly text?: string | undefined;
}): SecretMark | null {
  // Macs send letters and marks apart.
  if (of.name && markedName(of.name.normalize('NFC'))) return { where: 'name' };
  if (of.caption && tokens(of.caption.normalize('NFC')).includes('MẬT')) return { where: 'caption' };
  if (
    of.text
      ?.normalize('NFC')
      .split(/[\r\n\f\v\u0085\u2028\u2029]+/)
      .some(markedLine)
  )
    return { where: 'text' };
  return null;
}
