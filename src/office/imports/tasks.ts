import { z } from 'zod';
import type { Store } from '../../base/database/store.ts';
import { openFile, savePieces } from '../../base/files/store.ts';
import { fileKinds } from '../../base/files/type.ts';
import { type Id, newId } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { Clock } from '../../base/time/clock.ts';
import type { TaskKind, Turn } from '../../chat/dialogue/types.ts';
import type { Inbound, Intake } from '../../chat/messaging/types.ts';
import type { Reads } from '../../chat/work.ts';
import { workbook } from '../../documents/tables.ts';
import type { Vocabulary } from '../../language/index.ts';
import { type Applied, applyImport } from './apply.ts';
import { clearStaged, countsOf, endReading, perStage, refuseFile, stage } from './commands.ts';
import { type Checked, checkFile, type FileFault } from './read/check.ts';
import { reportSheet, templateSheets } from './report.ts';
import { importById, officersByName, readKnown } from './store.ts';
import { faultPlace } from './texts/why.ts';
import { isFault } from './types.ts';

/** What importing needs beside the slice: main hands it in. */
export interface ImportParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly vocabulary: () => Vocabulary;
  readonly intake: () => Intake | null;
}

type Read = <T>(look: (reads: Reads) => Promise<T>) => Promise<T>;
type Write = <T>(change: (work: Parameters<typeof stage>[0]) => Promise<T>) => Promise<T>;

const from = z.object({ account: z.string(), chat: z.string(), external: z.string() });
type From = z.infer<typeof from>;
const lang = z.enum(['vi', 'en']);
const readArgs = z.object({ import: z.string(), from, lang });
const applyArgs = z.object({ import: z.string(), tell: z.array(z.string()) });
const templateArgs = z.object({ key: z.string(), from, lang });

/** Where the answer of a task goes: the chat that asked. */
export const askedFrom = (turn: Turn): From => ({
  account: turn.inbound.chat.account,
  chat: turn.inbound.chat.chat,
  external: turn.inbound.from.external,
});

/** The whole register read and a file compared with it. */
export async function check(
  of: ImportParts,
  read: Read,
  bytes: Uint8Array,
  stop?: AbortSignal,
): Promise<Checked | FileFault> {
  const now = of.clock.now();
  const officers = await read((reads) => officersByName(reads, now));
  return checkFile(bytes, {
    vocabulary: of.vocabulary(),
    officers,
    known: () => readKnown(read),
    now,
    ...(stop ? { stop } : {}),
  });
}

/** So many are read in the chat; a file with more of them is corrected and sent again before anybody has read so far. */
const mostProblems = 1_000;

/** Stages what was compared, in pieces, and keeps the report as a file. False where the import is no longer being read. */
export async function keepChecked(
  of: ImportParts,
  write: Write,
  id: Id<'register_import'>,
  checked: Checked,
  how: {
    readonly lang: 'vi' | 'en';
    readonly by: Id<'person'> | null;
    readonly name: string;
  },
): Promise<boolean> {
  if (!(await write((work) => clearStaged(work, id)))) return false;
  const { matched, register } = checked;
  for (let at = 0; at < matched.length; at += perStage) {
    await write((work) => stage(work, id, matched.slice(at, at + perStage)));
  }
  const report = await keepWorkbook(of, {
    name: `${how.lang === 'vi' ? 'Bao cao' : 'Report'} ${how.name.replace(/\.[a-z]{3,4}$/i, '')}.xlsx`,
    content: await workbook([reportSheet(register, matched, how.lang)]),
    by: how.by,
  });
  const problems = matched.flatMap((one) => one.problems);
  await write((work) =>
    endReading(work, id, {
      counts: countsOf(matched),
      problems: [...problems.filter(isFault), ...problems.filter((one) => !isFault(one))].slice(0, mostProblems),
      report,
      seen: checked.seen,
    }),
  );
  return true;
}

async function keepWorkbook(
  of: ImportParts,
  file: { readonly name: string; readonly content: Uint8Array; readonly by: Id<'person'> | null },
): Promise<Id<'file'>> {
  const now = of.clock.now();
  const id = newId<'file'>(now.epochMilliseconds);
  const { name, content, by } = file;
  await savePieces((work) => of.store.aside(work), {
    id,
    name,
    content,
    mime: fileKinds.xlsx,
    uploadedBy: by,
    at: now,
  });
  return id;
}

async function bytesOf(of: ImportParts, id: Id<'file'>): Promise<Uint8Array | null> {
  const file = await openFile((work) => of.store.aside(work), id);
  if (!file) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.open()) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Tells the chat that asked: handed in like a message of its own, with a key that is the same however often the task runs. */
async function signal(of: ImportParts, to: From, key: string, name: string, data: Json): Promise<void> {
  const intake = of.intake();
  if (!intake) throw new Error('the intake is not open yet');
  const event: Inbound = {
    key,
    chat: { account: to.account as Id<'account'>, chat: to.chat, kind: 'private' },
    from: { external: to.external },
    sentAt: of.clock.now(),
    input: { kind: 'signal', name, data },
  };
  await intake.settle([event]);
}

/** What runs outside the chats: reading a file, writing a confirmed one, making the template. Each may run more than once. */
export const importTasks = (of: ImportParts): readonly TaskKind[] => [
  {
    kind: 'register.read',
    async run(json, { read, write, stop }) {
      const args = readArgs.parse(json);
      const id = args.import as Id<'register_import'>;
      const row = await read((reads) => importById(reads, id));
      if (!row) return;
      if (row.state === 'reading') {
        const bytes = row.fileId ? await bytesOf(of, row.fileId) : null;
        const checked = bytes ? await check(of, read, bytes, stop) : ({ why: 'damaged' } as const);
        if ('why' in checked) {
          await write((work) => refuseFile(work, id));
          const where = faultPlace(checked);
          return signal(of, args.from, `register.refused:${id}`, 'register.refused', {
            file: row.fileName,
            why: checked.why,
            where,
          });
        }
        const how = { lang: args.lang, by: row.createdBy, name: row.fileName };
        if (!(await keepChecked(of, write, id, checked, how))) return;
      }
      await signal(of, args.from, `register.checked:${id}`, 'register.checked', { import: id });
    },
  },
  {
    kind: 'register.apply',
    async run(json, { read, write }) {
      const args = applyArgs.parse(json);
      const id = args.import as Id<'register_import'>;
      const row = await read((reads) => importById(reads, id));
      if (row?.state !== 'confirmed') return;
      await write(async (work) => {
        const done = await applyImport(work, id);
        if (done.ok || done.why === 'stale') {
          for (const person of args.tell as Id<'person'>[]) {
            work.notify(person, { ...endOf(row.fileName, id, done), topic: `import:${id}`, ifUnknown: 'resend' });
          }
        }
      });
    },
  },
  {
    kind: 'register.template',
    async run(json) {
      const args = templateArgs.parse(json);
      const file = await keepWorkbook(of, {
        name: args.lang === 'vi' ? 'Mau danh ba NGO.xlsx' : 'Register template.xlsx',
        content: await workbook(templateSheets(args.lang)),
        by: null,
      });
      await signal(of, args.from, `register.template:${args.key}`, 'register.template', { file });
    },
  },
];

const endOf = (file: string, id: Id<'register_import'>, done: Applied): { template: string; values: Json } =>
  done.ok
    ? {
        template: 'register.applied',
        values: { file, made: done.made, changed: done.changed, certificates: done.certificates, grants: done.grants },
      }
    : { template: 'register.stale', values: { file, import: id } };
