import type { Refusal } from './type.ts';
import { readDirectory, readEntry, type ZipEntry } from './zip.ts';

/** A zip's entries may claim this much in all: an archive that unpacks to more is made to fill a machine. */
const unpackedLimit = 300 * 1024 * 1024;
const partLimit = 4 * 1024 * 1024;

/** Parts that run: VBA, Excel 4 macros, ActiveX, embedded OLE objects, and files that no document needs inside. */
const running =
  /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData\.xml|macrosheets\/.+|dialogsheets\/.+|activeX\/.+|embeddings\/[^/]*\.bin)$|\.(?:docm|dotm|xlsm|xltm|xlsb|xlam|pptm|exe|dll|scr|com|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|msi|jar|reg)$/i;

/** Links that a reader follows by itself when the document is opened; a template on the own disk (Normal.dotm) is an ordinary one. */
const loadsFromOutside = (rels: string): boolean =>
  [...rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/gi)].some(
    ([tag]) =>
      /TargetMode\s*=\s*["']External/i.test(tag) &&
      /Type\s*=\s*["'][^"']*\/(?:attachedTemplate|oleObject|frame|subDocument)["']/i.test(tag) &&
      /Target\s*=\s*["'](?:https?:|ftp:|mhtml:|\\\\|file:\/\/[^/]|file:\/\/\/\\\\)/i.test(tag),
  );

const mainParts = [
  ['docx', 'wordprocessingml.document.main+xml'],
  ['xlsx', 'spreadsheetml.sheet.main+xml'],
] as const;

/** What a zip is: a Word or Excel document without anything that runs, or why it is refused. */
export function officeKind(bytes: Uint8Array): 'docx' | 'xlsx' | Refusal {
  const entries = readDirectory(bytes);
  if (!entries) return 'damaged';
  if (entries.some((entry) => entry.encrypted)) return 'encrypted';
  if (entries.some((entry) => running.test(entry.name))) return 'macro';
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > unpackedLimit) return 'too_big';
  const part = (entry: ZipEntry) => {
    const content = readEntry(bytes, entry, partLimit);
    return content && Buffer.from(content).toString(content[0] === 0xff && content[1] === 0xfe ? 'utf16le' : 'utf8');
  };
  const types = entries.find((entry) => entry.name.toLowerCase() === '[content_types].xml');
  if (!types) return 'kind';
  const content = part(types);
  if (content === null) return 'damaged';
  if (/macroEnabled|vbaProject|ms-excel\.(?:intl)?macrosheet|activeX/i.test(content)) return 'macro';
  for (const entry of entries.filter(({ name }) => name.toLowerCase().endsWith('.rels'))) {
    const rels = part(entry);
    if (rels === null) return 'damaged';
    if (loadsFromOutside(rels)) return 'macro';
  }
  return mainParts.find(([, main]) => content.includes(main))?.[0] ?? 'kind';
}
