import type { Turn } from '../../../chat/dialogue/types.ts';
import type { PeopleParts } from '../context.ts';
import { accountOf, officeOf, unitName } from '../context.ts';
import { findInvite, useInvite } from '../invites.ts';
import { grantRole, type LinkResult, linkByCode } from '../linking.ts';
import { called } from '../rules.ts';
import { personById } from '../store.ts';
import * as t from '../texts.ts';
import { askConsent } from './consent.ts';

/** A guest's code: asks for consent, links a further chat at once, or says what is wrong. */
export async function tryCode(turn: Turn, parts: PeopleParts, code: string): Promise<void> {
  const result = await linkByCode(turn, parts.keys, accountOf(turn), code);
  if (result.ok === 'consent') return askConsent(turn, result.invite);
  if (result.ok === 'linked') {
    turn.became(result.person);
    const found = await personById(turn.tx, result.person);
    const { kept } = turn.dialogue;
    turn.dialogue.kept = null;
    turn.reply({
      text: t.linkedFurther(turn.lang, found ? called(found, turn.lang) : '', kept !== null),
      // Not taken up at once: from the next message on this chat shares the person's dialogue, where something may be open.
      ...(kept === null
        ? {}
        : { buttons: [[{ label: t.takeUpKept(turn.lang), call: { action: 'people.do', args: kept } }]] }),
    });
    return;
  }
  const { phone } = await officeOf(turn);
  turn.reply({ text: wrongText(turn, result, phone) });
}

function wrongText(turn: Turn, result: Extract<LinkResult, { ok: false }>, phone: string) {
  switch (result.why) {
    case 'locked':
      return t.codeLocked(turn.lang, result.until, phone);
    case 'unknown':
      return t.codeUnknown(turn.lang, result.left, phone);
    default:
      return t.codeOver(turn.lang, result.why, phone);
  }
}

/** A code typed by somebody who is linked: one more role. Gives false where it is the code that linked them: nothing is to be said. */
export async function addRole(turn: Turn, parts: PeopleParts, code: string): Promise<boolean> {
  const { person } = turn.actor;
  if (!person) return false;
  const { phone } = await officeOf(turn);
  const found = await findInvite(turn, parts.keys, code);
  const over = (why: 'expired' | 'used' | 'revoked') => {
    turn.reply({ text: t.codeOver(turn.lang, why, phone) });
    return true;
  };
  if (!found.ok) {
    if (found.why === 'unknown') return over('revoked');
    return found.usedBy === person ? false : over(found.why);
  }
  const { invite } = found;
  if (invite.personId || !(await useInvite(turn, invite.id, person))) return over('used');
  await grantRole(turn, person, invite);
  turn.reply({ text: t.roleAdded(turn.lang, await unitName(turn, invite.unitId, turn.lang), invite.role) });
  return true;
}
