import { z } from 'zod';
import { parseInstant } from '../../../base/database/columns.ts';
import { isId } from '../../../base/ids.ts';
import { dayWords } from '../../../base/time/format.ts';
import { localTime } from '../../../base/time/zone.ts';
import type { Line } from '../../messaging/rich-text.ts';
import type { Lang } from '../../text.ts';
import type { StoredFile, WebFiles } from './files.ts';
import type { TranscriptRow } from './transcript.ts';

/** A message as the page gets it. What a button does stays with us: the page knows its label and its place. */
export interface ShownMessage {
  readonly seq: string;
  readonly id: string;
  readonly from: 'me' | 'bot';
  /** "2026-11-23", in the office's zone. */
  readonly date: string;
  /** The same for people: "thứ Hai, 23/11/2026". */
  readonly day: string;
  /** "14:05" */
  readonly clock: string;
  readonly lang: Lang;
  readonly lines: readonly Line[];
  readonly buttons?: readonly (readonly { readonly label: string; readonly index: number; readonly way?: true }[])[];
  readonly files?: readonly StoredFile[];
  /** Set on what the person did other than write. */
  readonly did?: 'press' | 'start' | 'other';
  readonly press?: { readonly message: string; readonly button: number };
  /** The key under which the page handed it in. */
  readonly key?: string;
  /** The message whose place it takes. */
  readonly replaces?: string;
  readonly read?: true;
}

const line = z.custom<Line>((value) => typeof value === 'string' || (typeof value === 'object' && value !== null));
const said = z.object({
  text: z.array(line),
  buttons: z.array(z.array(z.object({ label: z.string(), way: z.literal(true).optional() }))).optional(),
  files: z.array(z.string().refine(isId)).optional(),
});
const remote = z.object({
  file: z.string().refine(isId).optional(),
  ref: z.string(),
  name: z.string().optional(),
  mime: z.string().optional(),
  bytes: z.number().optional(),
});
const key = z.string().optional();
const heard = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), key }),
  z.object({ kind: z.literal('press'), message: z.string(), button: z.number(), key }),
  z.object({ kind: z.literal('files'), files: z.array(remote), caption: z.string().optional(), key }),
  z.object({ kind: z.literal('start'), key }),
]);

/** A row as the page shows it; null for what is not shown (cancelled, or of a kind that the web chat does not have). */
export async function shown(row: TranscriptRow, files: WebFiles): Promise<ShownMessage | null> {
  if (row.state === 'cancelled' || row.state === 'skipped') return null;
  const at = localTime(parseInstant(row.at));
  const common = {
    seq: row.seq,
    id: row.id,
    date: at.toPlainDate().toString(),
    day: dayWords(at.toPlainDate(), row.lang),
    clock: at.toPlainTime().toString({ smallestUnit: 'minute' }),
    lang: row.lang,
  };
  return row.direction === 'out' ? ours(row, common, files) : theirs(row, common);
}

type Common = Pick<ShownMessage, 'seq' | 'id' | 'date' | 'day' | 'clock' | 'lang'>;

async function ours(row: TranscriptRow, common: Common, files: WebFiles): Promise<ShownMessage | null> {
  const content = said.safeParse(row.content).data;
  if (!content) return null;
  let index = 0;
  const buttons = content.buttons?.map((one) => one.map((button) => ({ ...button, index: index++ })));
  const found = await Promise.all((content.files ?? []).map((id) => files.find(id as StoredFile['id'])));
  const known = found.flatMap((file) =>
    file ? [{ id: file.id, name: file.name, mime: file.mime, bytes: file.bytes }] : [],
  );
  return {
    ...common,
    from: 'bot',
    lines: content.text,
    ...(buttons?.length ? { buttons: buttons as NonNullable<ShownMessage['buttons']> } : {}),
    ...(known.length ? { files: known } : {}),
    ...(row.replaces ? { replaces: row.replaces } : {}),
    ...(row.read ? { read: true as const } : {}),
  };
}

function theirs(row: TranscriptRow, common: Common): ShownMessage | null {
  const content = heard.safeParse(row.content).data;
  if (!content) return null;
  const mine = { ...common, from: 'me' as const, ...(content.key ? { key: pageKey(content.key) } : {}) };
  switch (content.kind) {
    case 'text':
      return { ...mine, lines: content.text.split('\n') };
    case 'press':
      return { ...mine, lines: [], did: 'press', press: { message: content.message, button: content.button } };
    case 'start':
      return { ...mine, lines: [], did: 'start' };
    case 'files':
      return {
        ...mine,
        lines: content.caption ? content.caption.split('\n') : [],
        files: content.files.map((file) => ({
          id: (file.file ?? '') as StoredFile['id'],
          name: file.name ?? file.ref,
          mime: file.mime ?? 'application/octet-stream',
          bytes: file.bytes ?? 0,
        })),
      };
  }
}

/** The page's own part of an event's key (`<chat>:<key>`). */
const pageKey = (whole: string): string => whole.slice(whole.indexOf(':') + 1);
