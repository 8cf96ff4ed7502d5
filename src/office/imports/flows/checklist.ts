import type { Turn } from '../../../chat/dialogue/types.ts';
import type { Button, Say } from '../../../chat/messaging/types.ts';
import { access } from '../../people/access.ts';
import { isStaff } from '../../people/rules.ts';
import { checklist } from '../texts/checklist.ts';
import { buttons } from '../texts/say.ts';

/**
 * What a live start still lacks, for the people of the Sở and the administrator: shown above the menu until all of it is there. Null: nothing is
 * missing, or it is not theirs. One round trip.
 */
export async function liveStart(turn: Turn): Promise<Say | null> {
  if (!isStaff(turn.actor) && !access.can(turn.actor, 'office.set').ok) return null;
  const [found] = await turn.raw<
    { office: boolean; units: boolean; people: boolean; register: boolean; round: boolean }[]
  >`
    select exists (select 1 from office) as office, exists (select 1 from unit) as units,
      (select count(*) from (select 1 from person where active limit 3) p) + (select count(*) from (select 1 from invite limit 3) i) > 2 as people,
      exists (select 1 from partner) as register, exists (select 1 from round) as round`;
  const steps = found!;
  if (Object.values(steps).every(Boolean)) return null;
  const row: Button[] =
    !steps.register && access.can(turn.actor, 'ngo.import.propose').ok
      ? [{ label: buttons.how(turn.lang), call: { action: 'register.how', args: null } }]
      : [];
  return { text: checklist(turn.lang, steps), ...(row.length > 0 ? { buttons: [row] } : {}) };
}
