import { and, eq } from 'drizzle-orm';
import type { Flow } from '../../../chat/dialogue/types.ts';
import { lastConsent } from '../consents.ts';
import { officeOf } from '../context.ts';
import { heldGrants } from '../rules.ts';
import { identity } from '../schema.ts';
import { personById, unitsById } from '../store.ts';
import * as t from '../texts.ts';
import { languageButton } from './wishes.ts';

/** /toi: who the service thinks one is, in which roles, linked where. */
export const whoAmI: Flow = {
  name: 'who_am_i',
  intents: ['who_am_i'],
  command: 'toi',
  may: () => true,
  run: async (turn) => {
    const { actor, lang, tx } = turn;
    const person = actor.person && (await personById(tx, actor.person));
    const agreed = actor.person && (await lastConsent(tx, actor.person));
    if (!person || !agreed) {
      const { phone } = await officeOf(turn);
      return turn.reply({ text: t.whoGuest(lang, phone) });
    }
    const grants = heldGrants(actor);
    const units = await unitsById(
      tx,
      grants.flatMap((g) => (g.unit ? [g.unit] : [])),
    );
    const roles = grants.map(({ role, unit }) => {
      const of = unit && units.get(unit);
      const word = t.roleName[role](lang);
      return of ? `${word}, ${lang === 'vi' ? of.nameVi : of.nameEn}` : word;
    });
    const chats = await tx.$count(identity, and(eq(identity.personId, person.id), eq(identity.status, 'linked')));
    turn.reply({
      text: t.whoAmI(lang, person.name, person.position ?? '', roles, chats, agreed.at),
      buttons: [
        [languageButton(lang)],
        [{ label: t.yesUnlink(lang), call: { action: 'people.ask-unlink', args: null } }],
      ],
    });
  },
};
