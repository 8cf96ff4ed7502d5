import { eq } from 'drizzle-orm';
import { maskMails, maskPhone } from '../../../base/secrets/mask.ts';
import type { Turn } from '../../../chat/dialogue/types.ts';
import { officeOf, type PeopleParts } from '../context.ts';
import { openPhone } from '../phone.ts';
import { calledWord } from '../rules.ts';
import { person } from '../schema.ts';
import * as t from '../texts.ts';

/** What is kept about the sender, masked, and who changes it. */
export async function showData(turn: Turn, parts: PeopleParts): Promise<void> {
  const id = turn.actor.person;
  if (!id) return;
  const { lang } = turn;
  const [row] = await turn.tx
    .select({ name: person.fullName, sealed: person.phoneSealed, email: person.email })
    .from(person)
    .where(eq(person.id, id));
  const office = await officeOf(turn);
  turn.reply({
    text: t.myData(
      lang,
      row?.name ?? '',
      row?.sealed ? maskPhone(openPhone(parts.keys, id, row.sealed)) : null,
      row?.email ? maskMails(row.email) : null,
      office.dataOfficer,
      office.dataOfficerPhone,
    ),
    buttons: [
      [{ label: t.yesWithdraw(lang), call: { action: 'people.ask-withdraw', args: null } }],
      [{ label: t.yesUnlink(lang), call: { action: 'people.ask-unlink', args: null } }],
    ],
  });
}

/** Withdrawing is asked back once: it ends notices at once. */
export function askWithdrawal(turn: Turn): void {
  const { lang } = turn;
  turn.reply({
    text: t.askWithdraw(lang, calledWord(turn.actor.address)),
    buttons: [
      [
        { label: t.yesWithdraw(lang), call: { action: 'people.withdraw', args: null } },
        { label: t.keepConsent(lang), call: { action: 'people.keep', args: null }, means: 'no' },
      ],
    ],
  });
}

/** So is ending a link. */
export function askUnlinking(turn: Turn): void {
  const { lang } = turn;
  turn.reply({
    text: t.askUnlink(lang),
    buttons: [
      [
        { label: t.yesUnlink(lang), call: { action: 'people.unlink', args: null }, means: 'yes' },
        { label: t.keepLink(lang), call: { action: 'people.keep', args: null }, means: 'no' },
      ],
    ],
  });
}
