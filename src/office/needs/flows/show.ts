import type { Action } from '../../../chat/dialogue/types.ts';
import { pages } from '../../../chat/fit.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import { filesOf } from '../store/needs.ts';
import * as lists from '../texts/lists.ts';
import * as say from '../texts/say.ts';
import { fullLines } from '../words/need.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, needSay, noNeed, readerOf } from './card.ts';

/** [Mở], [Xem, sửa]: the card of one need. */
export const openNeed: Action<FoundNeed> = {
  name: 'need.open',
  look: async (reads, by, args) => {
    const of = argsOf('need', args);
    return of ? lookNeed(reads, by, { id: of.need }) : noNeed;
  },
  run(turn, _args, found) {
    if (found.need) turn.shown(null, 'need', [found.need.id]);
    turn.reply(needSay(found, turn) ?? { text: say.gone(turn.lang) });
  },
};

/** [Xem đủ]: everything of a need, a screen at a time. */
export const fullNeed: Action<FoundNeed> = {
  name: 'need.full',
  look: async (reads, by, args) => {
    const of = argsOf('page', args);
    return of ? lookNeed(reads, by, { id: of.need }) : noNeed;
  },
  run(turn, args, { need, demo }) {
    const { lang } = turn;
    const of = argsOf('page', args);
    if (!need || !of) return turn.reply({ text: say.gone(lang) });
    turn.shown(null, 'need', [need.id]);
    const all = pages(fullLines(need, { lang, reader: readerOf(turn.actor), vocabulary: turn.vocabulary, demo }));
    const at = Math.min(of.page, all.length - 1);
    const back: Button = { label: say.buttons.open(lang), call: { action: 'need.open', args: { need: need.id } } };
    const on: Button = {
      label: `${say.buttons.more(lang)} (${at + 2}/${all.length})`,
      call: { action: 'need.full', args: { need: need.id, page: at + 1 } },
    };
    turn.reply({ text: all[at]!, buttons: [at + 1 < all.length ? [on, back] : [back]] });
  },
};

interface FoundFiles extends FoundNeed {
  readonly files: Awaited<ReturnType<typeof filesOf>>;
}

/** [Tệp]: what is attached, and the files themselves. */
export const needFiles: Action<FoundFiles> = {
  name: 'need.files',
  look: async (reads, by, args) => {
    const of = argsOf('need', args);
    const found = of ? await lookNeed(reads, by, { id: of.need }) : noNeed;
    return { ...found, files: found.need ? await filesOf(reads, found.need.id) : [] };
  },
  run(turn, _args, { need, files }) {
    if (!need) return turn.reply({ text: say.gone(turn.lang) });
    turn.shown(null, 'need', [need.id]);
    const names = files.map((f) => f.name);
    turn.reply({
      text: lists.files(turn.lang, need.code, names, need.letter),
      ...(files.length > 0 ? { files: files.map((f) => f.file) } : {}),
    });
  },
};
