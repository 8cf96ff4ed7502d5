import type { Sql } from '../../base/database/client.ts';
import { savePieces } from '../../base/files/store.ts';
import { localDay } from '../../base/time/zone.ts';
import type { Action, Flow, LookContext, Turn } from '../../chat/dialogue/types.ts';
import type { Reads } from '../../chat/work.ts';
import { access } from '../people/access.ts';
import { exportLines } from './export.ts';
import { keptDays, mostExported, perPage } from './rules.ts';
import { type Line, listUnclear } from './store.ts';
import * as t from './texts.ts';

interface Found {
  readonly lines: readonly Line[];
  readonly total: number;
  readonly from: number;
}

const may = (of: Pick<LookContext, 'actor'>) => access.can(of.actor, 'unclear.see').ok;
const nothing: Found = { lines: [], total: 0, from: 0 };

const look = async (reads: Reads, by: LookContext, from: number, most: number): Promise<Found> =>
  may(by)
    ? { from, ...(await listUnclear(reads, { since: localDay(by.now).subtract({ days: keptDays }), from, most })) }
    : nothing;

function page(turn: Turn, found: Found): void {
  const { lang } = turn;
  if (!may(turn)) return turn.reply({ text: t.notYours(lang) });
  if (found.lines.length === 0) return turn.reply({ text: t.none(lang) });
  const next = found.from + found.lines.length;
  turn.reply({
    text: t.list(lang, found.lines, found.from, found.total),
    buttons: [
      [
        ...(next < found.total ? [{ label: t.more(lang), call: { action: 'unclear.list', args: next } }] : []),
        { label: t.file(lang), call: { action: 'unclear.export', args: null } },
      ],
    ],
    slot: 'unclear.list',
  });
}

/** "xem các câu chưa hiểu": what nobody understood, the most frequent first. */
export const unclearFlow: Flow<Found> = {
  name: 'unclear-list',
  intents: ['unclear_list'],
  command: 'chuahieu',
  may: (actor) => may({ actor }),
  look: (reads, by) => look(reads, by, 0, perPage),
  run: (turn, _ask, found) => page(turn, found),
};

/** [Xem tiếp]. */
export const unclearPage: Action<Found> = {
  name: 'unclear.list',
  look: (reads, by, args) =>
    look(reads, by, typeof args === 'number' && Number.isInteger(args) && args >= 0 ? args : 0, perPage),
  run: (turn, _args, found) => page(turn, found),
};

/** [Tải danh sách]: the file that `--replay` reads; who took it is in the log of changes. */
export const unclearExport: Action<Found> = {
  name: 'unclear.export',
  look: (reads, by) => look(reads, by, 0, mostExported),
  async run(turn, _args, { lines, total }) {
    const { lang, now } = turn;
    if (!may(turn)) return turn.reply({ text: t.notYours(lang) });
    if (lines.length === 0) return turn.reply({ text: t.none(lang) });
    // It takes papers and pictures only.
    if (turn.chat.channel === 'zalo') return turn.reply({ text: t.fileElsewhere(lang) });
    const today = localDay(now);
    const file = turn.newId<'file'>();
    await savePieces((work) => work(turn.raw as unknown as Sql), {
      id: file,
      name: `cau-chua-hieu-${today}.jsonl`,
      mime: 'application/jsonl',
      content: new TextEncoder().encode(exportLines(lines)),
      uploadedBy: turn.actor.person,
      at: now,
    });
    turn.audit({ action: 'unclear.export', on: { kind: 'file', id: file }, after: { lines: lines.length } });
    turn.reply({ text: t.exported(lang, lines.length, total, today), files: [file] });
  },
};
