/** Device names of Windows: a file called so can't be opened there. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const mostCharacters = 100;
const mostBytes = 200;

const shorten = (stem: string): string => {
  let short = [...stem].slice(0, mostCharacters).join('');
  while (Buffer.byteLength(short) > mostBytes) short = [...short].slice(0, -1).join('');
  return short.replace(/(?<![\s.])[\s.]+$/, '');
};

/**
 * A name under which a file can be stored, sent and saved on any phone and computer: no path, no control or invisible characters
 * (which can turn the shown extension round), none that Windows refuses, at most 200 bytes before the extension.
 * The extension is that of the real kind, whatever was claimed; Vietnamese letters stay. Without a usable name: `tep`.
 */
export function safeName(name: string | undefined, extension: string): string {
  const stem = (name ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd\u2028\u2029]/gu, '')
    .replace(/^.*[\\/]/s, '')
    .replace(/\.[A-Za-z][A-Za-z0-9]{0,4}$/, '')
    .replace(/(?:\.(?:pdf|docx?|xlsx?|csv|jpe?g|png))+$/i, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '')
    // Once more: taking characters out may have brought a letter and its mark together.
    .normalize('NFC');
  const short = shorten(stem);
  if (short === '' || devices.test(short)) return `tep.${extension}`;
  return `${short}.${extension}`;
}
