import type { Id } from '../../../base/ids.ts';
import type { LookContext } from '../../../chat/dialogue/types.ts';
import type { Button, Say } from '../../../chat/messaging/types.ts';
import { buttonName } from '../card/name.ts';
import type { PartnerFacts } from '../types.ts';

/** An answer that lists organisations, and which: later words may mean "cái thứ hai". */
export interface Listed {
  readonly say: Say;
  readonly ids: readonly Id<'partner'>[];
}

/** Two names a row: a press shows the card. */
export function cardButtons(rows: readonly PartnerFacts[], by: Pick<LookContext, 'lang'>): Button[][] {
  const buttons = rows.map(
    (of): Button => ({
      label: buttonName(of, by.lang),
      call: { action: 'partner.show', args: { ids: [of.id] } },
    }),
  );
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, i) => buttons.slice(2 * i, 2 * i + 2));
}
