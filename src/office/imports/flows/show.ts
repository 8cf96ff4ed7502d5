import { z } from 'zod';
import type { Id } from '../../../base/ids.ts';
import { isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { pages } from '../../../chat/fit.ts';
import type { Button, Say } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import { plainWords } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { propose, proposedSay } from '../../proposals/index.ts';
import { beginImport } from '../commands.ts';
import { columns } from '../read/columns.ts';
import { importById, type RegisterImport } from '../store.ts';
import { askedFrom } from '../tasks.ts';
import * as t from '../texts/say.ts';
import { argsOf, importAction } from './propose.ts';

const one = z.object({ import: z.string().refine(isId), page: z.int().min(0).default(0) });

/** Platforms that take no spreadsheets from us (Zalo: PDF, Word, pictures): there the words are all. */
const takesSheets = (turn: Turn): boolean => turn.chat.channel !== 'zalo';

const summary = (row: RegisterImport): t.Summary => ({
  file: row.fileName,
  fresh: row.fresh,
  changed: row.changed,
  same: row.same,
  wrong: row.wrong,
});

const call = (action: string, row: Pick<RegisterImport, 'id'>) => ({ action, args: { import: row.id } });

/** How a checked import came out, with what can be done now: see the report, and propose it once nothing is wrong. */
function checkedSay(row: RegisterImport, lang: Lang): Say {
  const { fresh, changed, wrong } = row;
  const buttons: Button[] = [
    { label: (wrong > 0 ? t.buttons.errors : t.buttons.report)(lang), call: call('register.report', row) },
    ...(wrong === 0 && fresh + changed > 0
      ? [{ label: t.buttons.propose(lang), call: call('register.propose', row) }]
      : []),
  ];
  return { text: t.checked(lang, summary(row), row.problems), buttons: [buttons], slot: `import:${row.id}` };
}

/** The import that a button or a signal names, for who may propose one; else it is said why not. */
async function named(turn: Turn, args: Json): Promise<RegisterImport | null> {
  if (!access.can(turn.actor, 'ngo.import.propose').ok) {
    turn.reply({ text: t.mayNot(turn.lang) });
    return null;
  }
  const of = one.safeParse(args);
  const row = of.success ? await importById(turn.tx, of.data.import as Id<'register_import'>) : null;
  if (!row) turn.reply({ text: t.gone(turn.lang) });
  return row;
}

/** The text of how, and the template behind it. */
function showHow(turn: Turn): void {
  if (!access.can(turn.actor, 'ngo.import.propose').ok) return turn.reply({ text: t.mayNot(turn.lang) });
  turn.reply({
    text: t.how(turn.lang),
    buttons: [[{ label: t.buttons.template(turn.lang), call: { action: 'register.template', args: null } }]],
  });
}

const importing =
  /^(?:(?:cho|toi|em|anh|chi|muon|can|xin|cach|huong dan|lam sao|lam the nao|de|i|want|to|how|do) )*(?:(?:nhap|import|nap|tai len) (?:danh ba|danh sach (?:ngo|to chuc)|so theo doi|ngo)(?: ngo| to chuc)?(?: (?:tu|bang|from|file|tep|excel|csv))*|import (?:the )?register)(?: (?:a|nhe|the nao|nhu the nao|ra sao|lam sao))*$/u;

/** "nhập danh bạ", /nhapdanhba: how the register is imported. */
export const howFlow: Flow = {
  name: 'register_import',
  intents: [],
  command: 'nhapdanhba',
  means: (text) => text.length <= 60 && importing.test(plainWords(text)),
  may: (actor) => access.can(actor, 'ngo.import.propose').ok,
  run: (turn) => showHow(turn),
};

/** What the buttons do. Each asks for the right itself. */
export const importActions: readonly Action[] = [
  { name: 'register.how', run: (turn) => showHow(turn) },
  {
    name: 'register.template',
    run(turn) {
      if (!access.can(turn.actor, 'ngo.import.propose').ok) return turn.reply({ text: t.mayNot(turn.lang) });
      if (!takesSheets(turn)) {
        const heads = columns.map((column) => column.head(turn.lang));
        return turn.reply({ text: t.templateElsewhere(turn.lang, heads) });
      }
      const key = turn.newId();
      turn.later({ kind: 'register.template', args: { key, from: askedFrom(turn), lang: turn.lang } });
      turn.reply({ text: t.templateComing(turn.lang), slot: 'register.template' });
    },
  },
  {
    name: 'register.report',
    async run(turn, args) {
      const row = await named(turn, args);
      if (!row) return;
      const all = pages(t.problemLines(row.problems, turn.lang), t.perPage);
      const at = Math.min(one.parse(args).page, Math.max(0, all.length - 1));
      const more: Button = {
        label: `${t.buttons.more(turn.lang)} (${at + 2}/${all.length})`,
        call: { action: 'register.report', args: { import: row.id, page: at + 1 } },
      };
      turn.reply({
        text: t.problemList(turn.lang, summary(row), all[at] ?? []),
        ...(at + 1 < all.length ? { buttons: [[more]] } : {}),
      });
      // Apart from the words, and behind the first page only.
      if (row.reportId && at === 0 && takesSheets(turn))
        turn.reply({ text: t.reportFile(turn.lang), files: [row.reportId] });
    },
  },
  {
    name: 'register.propose',
    async run(turn, args) {
      const row = await named(turn, args);
      if (!row) return;
      if (row.state !== 'checked') return turn.reply({ text: t.notConfirmed(turn.lang, 'state') });
      if (row.wrong > 0) return turn.reply({ text: t.notConfirmed(turn.lang, 'wrong') });
      const proposed = argsOf(row);
      const done = await propose(turn, importAction, proposed, null);
      turn.reply(proposedSay(done, importAction, proposed, turn));
    },
  },
  {
    name: 'register.again',
    async run(turn, args) {
      const row = await named(turn, args);
      if (!row) return;
      if (!row.fileId) return turn.reply({ text: t.gone(turn.lang) });
      const begun = await beginImport(turn, { file: row.fileId, name: row.fileName });
      if (!begun.ok) return turn.reply({ text: t.mayNot(turn.lang) });
      turn.later({
        kind: 'register.read',
        args: { import: begun.id, from: askedFrom(turn), lang: turn.lang },
        once: `register.read:${begun.id}`,
      });
      turn.reply({ text: t.reading(turn.lang, row.fileName), slot: `import:${begun.id}` });
    },
  },
];

const refused = z.object({ file: z.string(), why: z.string(), where: z.string().nullable() });
const made = z.object({ file: z.string().refine(isId) });

/** What tasks answer with. */
export const importSignals: Readonly<Record<string, (turn: Turn, data: Json) => Promise<void> | void>> = {
  async 'register.checked'(turn, data) {
    const row = await named(turn, data);
    if (row) turn.reply(checkedSay(row, turn.lang));
  },
  'register.refused'(turn, data) {
    const { file, why, where } = refused.parse(data);
    turn.reply({
      text: t.notRegister(turn.lang, file, why, where),
      buttons: [[{ label: t.buttons.template(turn.lang), call: { action: 'register.template', args: null } }]],
    });
  },
  'register.template'(turn, data) {
    const { file } = made.parse(data);
    turn.reply({ text: t.templateReady(turn.lang), files: [file as Id<'file'>], slot: 'register.template' });
  },
};
