import type { Id } from '../../../base/ids.ts';
import { isId } from '../../../base/ids.ts';
import type { Action, Flow } from '../../../chat/dialogue/types.ts';
import { findUnit } from '../../../language/index.ts';
import type { PeopleParts } from '../context.ts';
import { addRole } from '../gate/code.ts';
import { helper } from '../helper.ts';
import { codeIn, createInvite } from '../invites.ts';
import { mainRole, mayInvite, unitsOf } from '../rules.ts';
import { unitById } from '../store.ts';
import * as t from '../texts.ts';

/** How long a code that is made in chat is good for. */
const inviteDays = 7;
const ownCodeDays = 1;

/** "Liên kết tài khoản": a code typed by somebody who is linked, a code for a unit's focal point, a code for a further chat of one's own. */
export const linkAccount = (parts: PeopleParts): Flow => ({
  name: 'link_account',
  intents: ['link_account'],
  command: 'lienket',
  may: () => true,
  run: async (turn, ask) => {
    const { actor, lang } = turn;
    if (!actor.person || actor.consent !== 'given') return turn.reply({ text: t.askCode(lang) });
    const code = codeIn(ask.text);
    if (code && (await addRole(turn, parts, code))) return;
    const unit = findUnit(ask.text, turn.vocabulary).sure;
    if (unit && isId(unit) && mayInvite(actor, 'focal_point', unit as Id<'unit'>)) {
      const found = await unitById(turn.tx, unit as Id<'unit'>);
      if (found) {
        return turn.reply({
          text: t.askInvite(lang, lang === 'vi' ? found.nameVi : found.nameEn, inviteDays),
          buttons: [
            [
              { label: t.makeCode(lang), call: { action: 'people.invite', args: unit } },
              { label: t.dropCode(lang), call: { action: 'people.keep', args: null } },
            ],
          ],
        });
      }
    }
    const own = [[{ label: t.makeCode(lang), call: { action: 'people.own-code', args: null } }]];
    if (mayInvite(actor, 'focal_point', null)) return turn.reply({ text: t.inviteWhich(lang) });
    turn.reply({ text: t.askOwnCode(lang), buttons: own });
  },
});

/** The buttons of the above. */
export const inviteActions = (parts: PeopleParts): readonly Action[] => [
  {
    name: 'people.invite',
    run: async (turn, args) => {
      const unit = isId(args) ? await unitById(turn.tx, args as Id<'unit'>) : null;
      const made =
        unit && (await createInvite(turn, parts.keys, { unit: unit.id, role: 'focal_point', days: inviteDays }));
      if (!unit || !made?.ok) {
        const { name, phone } = await helper(turn);
        return turn.reply({ text: t.notAllowed(turn.lang, name, phone) });
      }
      const name = turn.lang === 'vi' ? unit.nameVi : unit.nameEn;
      turn.reply({ text: t.inviteMade(turn.lang, made.code, name, made.expiresAt) });
    },
  },
  {
    name: 'people.own-code',
    run: async (turn) => {
      const { person } = turn.actor;
      const role = mainRole(turn.actor);
      if (!person || role === 'guest') return turn.reply({ text: t.askCode(turn.lang) });
      const made = await createInvite(turn, parts.keys, {
        person,
        role,
        unit: unitsOf(turn.actor)[0] ?? null,
        days: ownCodeDays,
      });
      if (made.ok) turn.reply({ text: t.ownCode(turn.lang, made.code, made.expiresAt) });
    },
  },
];
