import type { Id } from '../../../base/ids.ts';
import { isId } from '../../../base/ids.ts';
import type { LookContext } from '../../../chat/dialogue/types.ts';
import type { Button, Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { access } from '../../people/access.ts';
import { seesAll, sightOf } from '../access.ts';
import { cardPages } from '../card/card.ts';
import { buttonName } from '../card/name.ts';
import { unverified } from '../rules/partner.ts';
import { partnersById, partnerView } from '../store/entries.ts';
import {
  buttonBoth,
  buttonContacts,
  buttonGrants,
  buttonHistory,
  buttonNeeds,
  buttonRest,
  buttonVerify,
  buttonWrong,
  notNgo,
  statusCard,
  whichPartner,
} from '../texts/card.ts';
import { buttonCorrections } from '../texts/history.ts';
import type { PartnerView } from '../types.ts';
import { bodies } from '../vocabulary.ts';

/** What is said about these partners: a card each; nothing for one that this reader may not see. */
export async function answers(reads: Reads, by: LookContext, ids: readonly string[]): Promise<readonly Say[]> {
  const said = await Promise.all(ids.map((id) => answer(reads, by, id)));
  return said.filter((say): say is Say => say !== null);
}

async function answer(reads: Reads, by: LookContext, id: string): Promise<Say | null> {
  const body = bodies.find((b) => b.id === id);
  if (body) return { text: notNgo(by.lang, body.short, body.natureVi, body.natureEn) };
  const view = isId(id) ? await partnerView(reads, sightOf(by.actor), id as Id<'partner'>, by.now) : null;
  if (!view) return null;
  const { facts } = view;
  if (facts.kind === 'other' && facts.natureVi) {
    return { text: notNgo(by.lang, buttonName(facts, by.lang), facts.natureVi, facts.natureEn ?? facts.natureVi) };
  }
  return { text: statusCard(by.lang, view, by.now), ...withButtons(buttonsOf(view, by)) };
}

/** Only what is built and what this reader may do. */
function buttonsOf(view: PartnerView, by: LookContext): Button[] {
  const button = (label: string, action: string): Button => ({ label, call: { action, args: { id: view.facts.id } } });
  return [
    ...(view.grants ? [button(buttonGrants(by.lang), 'partner.grants')] : []),
    ...(view.lastContact === undefined ? [] : [button(buttonContacts(by.lang), 'partner.people')]),
    ...(view.lastContact ? [button(buttonHistory(by.lang), 'partner.contacts')] : []),
    ...(view.facts.fields.length > 0 && seesAll(access.scope(by.actor, 'need.see'))
      ? [button(buttonNeeds(by.lang), 'partner.needs')]
      : []),
    ...(view.detail === 'full' ? [button(buttonCorrections(by.lang), 'partner.history')] : []),
    ...(access.can(by.actor, 'card.report').ok ? [button(buttonWrong(by.lang), 'partner.report')] : []),
    ...(unverified(view.facts.verifiedAt, by.now) && access.can(by.actor, 'ngo.edit').ok
      ? [button(buttonVerify(by.lang), 'partner.verify')]
      : []),
    ...(cardPages(view, by.now, by.lang).length > 1 ? [button(buttonRest(by.lang), 'partner.rest')] : []),
  ];
}

/** Asks which of these is meant: a button each, and one for both of two. Those that the reader may not see are not offered. */
export async function askWhich(reads: Reads, by: LookContext, ids: readonly string[]): Promise<Say | null> {
  const options = await offers(reads, by, ids.slice(0, 4));
  if (options.length === 0) return null;
  const shown = options.flatMap((option) => (option.call.args as { ids: string[] }).ids);
  const both: Button[] =
    options.length === 2
      ? [{ label: buttonBoth(by.lang), call: { action: 'partner.show', args: { ids: shown } } }]
      : [];
  return { text: whichPartner(by.lang), buttons: [...options, ...both].map((button) => [button]) };
}

/** A button for each of these that the reader may see, in their order. */
export async function offers(reads: Reads, by: LookContext, ids: readonly string[]): Promise<readonly Button[]> {
  const rows = await partnersById(reads, sightOf(by.actor).entries, ids.filter(isId) as Id<'partner'>[]);
  return ids.flatMap((id): Button[] => {
    const row = rows.find((of) => of.id === id);
    const label = row ? buttonName(row, by.lang) : bodies.find((body) => body.id === id)?.short;
    return label ? [{ label, call: { action: 'partner.show', args: { ids: [id] } } }] : [];
  });
}

const withButtons = (buttons: readonly Button[]): Pick<Say, 'buttons'> =>
  buttons.length > 0 ? { buttons: [buttons] } : {};
