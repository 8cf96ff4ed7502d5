import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { guest } from '../../base/access/access.ts';
import { typeOf } from '../../base/files/type.ts';
import type { Reads, Work } from '../../chat/work.ts';
import { limits } from '../../documents/sheet.ts';
import { workbook } from '../../documents/tables.ts';
import {
  applyImport,
  beginImport,
  check,
  confirmImport,
  keepChecked,
  reportSheet,
  templateSheets,
  whyNot,
} from '../../office/imports/index.ts';
import { type Command, done, failed, type ServiceParts, UsageError } from '../command.ts';

const via = { channel: 'cli', request: 'partners import' } as const;
/** So many lines of the report are printed; the rest is in the file that `report=` names. */
const mostLines = 60;

async function fileAt(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UsageError(`There is no file ${path}.`);
  if (found.size > limits.bytes) throw new UsageError(`${path} is bigger than 10 MB.`);
  const bytes = new Uint8Array(await readFile(path));
  const typed = await typeOf(bytes);
  if (!typed.ok || (typed.kind !== 'xlsx' && typed.kind !== 'csv')) {
    throw new UsageError(`${path} is no XLSX or CSV file${typed.ok ? '' : ` (${typed.why})`}.`);
  }
  return bytes;
}

const importParts = ({ store, clock, vocabulary }: ServiceParts) => ({ store, clock, vocabulary, intake: () => null });

/** Compares a file with the register row by row and, unless it is only looked at, writes all of it or nothing. */
export const partnersImport: Command = {
  name: 'partners import',
  usage: 'FILE [--dry-run] [report=FILE]',
  says: 'Reads the register of NGOs from XLSX or CSV: what is new, changed or wrong, row by row; writes all of it or nothing.',
  more: [
    '--dry-run only compares. One wrong row keeps the whole file out.',
    'report=FILE writes the row-by-row report as XLSX.',
    'The operator at the machine confirms by asking; in chat an officer proposes and a division head confirms.',
    'npm run cli -- partners import "Danh ba 2026.xlsx" --dry-run',
  ],
  async run(of, { args, cwd }) {
    const dry = args.includes('--dry-run');
    const report = args.find((one) => /^(?:--)?report=/.test(one))?.replace(/^(?:--)?report=/, '');
    const [file, ...more] = args.filter((one) => one !== '--dry-run' && !/^(?:--)?report=/.test(one));
    if (!file || more.length > 0) throw new UsageError(`Say which file: partners import ${partnersImport.usage}`);
    const bytes = await fileAt(resolve(cwd, file));
    const parts = importParts(of);
    const read = <T>(look: (reads: Reads) => Promise<T>) => of.store.read((reads) => look(reads as unknown as Reads));
    const checked = await check(parts, read, bytes);
    if ('why' in checked) return failed(`${file} could not be taken as a register: ${whyNot(checked)}`);
    const { matched, register } = checked;
    const count = (verdict: string) => matched.filter((one) => one.verdict === verdict).length;
    const sheet = reportSheet(register, matched, 'vi');
    if (report) await writeFile(resolve(cwd, report), await workbook([sheet]), { mode: 0o600 });
    const lines = [
      `${matched.length} organisations on the page "${register.sheet}": ${count('new')} new, ${count('changed')} changed, ${count('same')} unchanged, ${count('wrong')} wrong.`,
      ...sheet.rows.slice(0, mostLines).map((row) =>
        row
          .filter((cell) => cell !== null && cell !== '')
          .join(' | ')
          .replaceAll('\n', '; '),
      ),
      ...(sheet.rows.length > mostLines
        ? [`… ${sheet.rows.length - mostLines} more rows: report=FILE writes all of them.`]
        : []),
    ];
    if (count('wrong') > 0) return failed(...lines, 'Nothing was written: correct the wrong rows and import again.');
    if (dry) return done(...lines, 'Nothing was written (--dry-run).');
    const write = <T>(change: (work: Work) => Promise<T>) => of.write({ actor: guest, via }, change);
    const begun = await write((work) => beginImport(work, { file: null, name: basename(file) }));
    if (!begun.ok) return failed(`Nothing was written (${begun.why}).`);
    await keepChecked(parts, write, begun.id, checked, {
      lang: 'vi',
      by: null,
      name: basename(file),
    });
    const wrote = await write(async (work) => {
      const confirmed = await confirmImport(work, begun.id);
      return confirmed.ok ? applyImport(work, begun.id) : confirmed;
    });
    if (!wrote.ok) {
      return wrote.why === 'nothing'
        ? done(...lines, 'The register is as the file says: nothing to write.')
        : failed(...lines, `Nothing was written (${wrote.why}): the register may have changed meanwhile; try again.`);
    }
    return done(
      ...lines,
      `Written: ${wrote.made} new, ${wrote.changed} changed, ${wrote.certificates} certificates, ${wrote.grants} grants. New entries are not published.`,
    );
  },
};

/** The empty template of the register. */
export const partnersTemplate: Command = {
  name: 'partners template',
  usage: 'FILE.xlsx',
  says: 'Writes the empty template of the register, with what to write in each column.',
  async run(_, { args, cwd }) {
    const [file, ...more] = args;
    if (!file || more.length > 0) throw new UsageError(`Say where: partners template ${partnersTemplate.usage}`);
    const path = resolve(cwd, file);
    try {
      await writeFile(path, await workbook(templateSheets('vi')), { flag: 'wx', mode: 0o644 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new UsageError(`${path} is there already.`);
      throw error;
    }
    return done(`${path}: fill it in, then npm run cli -- partners import "${file}" --dry-run`);
  },
};
