import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import type { Action } from '../../../chat/dialogue/types.ts';
import { sightOf } from '../access.ts';
import { buttonName } from '../card/name.ts';
import { about } from '../forms/about.ts';
import { reportForm } from '../forms/report-card.ts';
import { partnersById } from '../store/entries.ts';
import { noLongerThere } from '../texts/card.ts';

const shape = z.object({ id: z.custom<Id<'partner'>>(isId) });

/** [Báo sai]: for everybody who sees the card and may say so; the form asks for the right. */
export const reportAction: Action = {
  name: 'partner.report',
  async run(turn, args) {
    const of = shape.safeParse(args).data;
    const [row] = of ? await partnersById(turn.tx, sightOf(turn.actor).entries, [of.id]) : [];
    if (!row) return turn.reply({ text: noLongerThere(turn.lang) });
    await turn.open(reportForm, { answers: { about: about.store({ id: row.id, name: buttonName(row, turn.lang) }) } });
  },
};
