import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Action, LookContext } from '../../../chat/dialogue/types.ts';
import type { Button, Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { type FieldOfWork, fieldsOfWork } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { seesAll, sightOf } from '../access.ts';
import { cardPages } from '../card/card.ts';
import { missionsPerScreen, perScreen } from '../card/lists.ts';
import { buttonName } from '../card/name.ts';
import { verifyPartner } from '../commands/partner.ts';
import { communesOf, placeNames } from '../rules/where.ts';
import { contactCards } from '../store/contacts.ts';
import { contactsOf, grantsOf, missionsOf, partnersById, partnerView } from '../store/entries.ts';
import { needsFor } from '../store/matches.ts';
import {
  buttonAllMissions,
  buttonMore,
  contactList,
  contactPeople,
  grantList,
  missionList,
  needMatches,
  noLongerThere,
  restOfCard,
  verified,
} from '../texts/card.ts';
import type { PartnerFacts } from '../types.ts';
import { fieldWord } from '../words.ts';
import { cardButtons, type Listed } from './listed.ts';
import { answers } from './show.ts';

/** Buttons may be a month old or come from another version: what does not fit is "no longer there". */
const one = z.object({ id: z.string().refine(isId), from: z.number().int().min(0).default(0) });
const many = z.object({ ids: z.array(z.string()).min(1).max(4) });

type Look = (reads: Reads, by: LookContext, args: Json) => Promise<readonly Say[]>;

/** An action that only reads and answers; with nothing to say it says that there is nothing. */
export const reading = (name: string, look: Look): Action<readonly Say[]> => ({
  name,
  async look(reads, by, args) {
    const said = await look(reads, by, args);
    return said.length > 0 ? said : [{ text: noLongerThere(by.lang) }];
  },
  run(turn, args, found) {
    const of = z.object({ id: z.string() }).or(many).safeParse(args).data;
    if (of) turn.shown(null, 'partner', 'ids' in of ? of.ids : [of.id]);
    for (const say of found) turn.reply(say);
  },
});

/** A press on a name: its card. */
export const showPartners = reading('partner.show', async (reads, by, args) => {
  const of = many.safeParse(args);
  return of.success ? answers(reads, by, of.data.ids) : [];
});

/** [Xem đủ]: the further screens of the card. */
export const showRest = reading('partner.rest', async (reads, by, args) => {
  const of = one.safeParse(args);
  const view = of.success ? await partnerView(reads, sightOf(by.actor), of.data.id as Id<'partner'>, by.now) : null;
  if (!view) return [];
  const further = Math.max(1, cardPages(view, by.now, by.lang).length - 1);
  return Array.from({ length: further }, (_, i) => ({ text: restOfCard(by.lang, view, by.now, i + 1) }));
});

/** [Dự án]: the grants, two a screen. */
export const showGrants = reading('partner.grants', (reads, by, args) =>
  listed(reads, by, args, 'partner.grants', async (of, from) => {
    const scope = sightOf(by.actor).detail;
    if (!seesAll(scope)) return null;
    const { rows, total } = await grantsOf(reads, scope, of.id, { from, most: perScreen });
    return { text: grantList(by.lang, buttonName(of, by.lang), rows, from, total), next: from + rows.length, total };
  }),
);

/** [Lịch sử làm việc]: the talks, two a screen, the newest first. */
export const showContacts = reading('partner.contacts', (reads, by, args) =>
  listed(reads, by, args, 'partner.contacts', async (of, from) => {
    const scope = sightOf(by.actor).contacts;
    if (!seesAll(scope)) return null;
    const { rows, total } = await contactsOf(reads, scope, of.id, { from, most: perScreen });
    return { text: contactList(by.lang, buttonName(of, by.lang), rows, from, total), next: from + rows.length, total };
  }),
);

/** Part of a list: what it says, where the next part begins, how long the whole is, and buttons of its own. */
interface Screen {
  readonly text: Say['text'];
  readonly next: number;
  readonly total: number;
  readonly buttons?: readonly (readonly Button[])[];
}

/** A screen of a list about one partner, with [Xem tiếp] while there is more. */
async function listed(
  reads: Reads,
  by: LookContext,
  args: Json,
  action: string,
  screen: (of: PartnerFacts, from: number) => Promise<Screen | null>,
): Promise<readonly Say[]> {
  const parsed = one.safeParse(args);
  if (!parsed.success) return [];
  const [of] = await partnersById(reads, sightOf(by.actor).entries, [parsed.data.id as Id<'partner'>]);
  const shown = of ? await screen(of, parsed.data.from) : null;
  if (!of || !shown) return [];
  const more = moreButton(by, action, { id: of.id, from: shown.next }, shown.next < shown.total);
  const buttons = [...(shown.buttons ?? []), ...more];
  return [{ text: shown.text, ...(buttons.length > 0 ? { buttons } : {}) }];
}

/** The missions, five a screen. */
export const showMissions = reading('partner.missions', async (reads, by, args) => {
  const of = z
    .object({ from: z.number().int().min(0), field: z.enum(fieldsOfWork).exactOptional() })
    .safeParse(args).data;
  return of ? [(await missionScreen(reads, by, of.from, of.field)).say] : [];
});

/** A screen of the missions (of those that give for a field), with a button for each and [Xem tiếp] while there is more. */
export async function missionScreen(reads: Reads, by: LookContext, from: number, field?: FieldOfWork): Promise<Listed> {
  const { rows, total } = await missionsOf(reads, sightOf(by.actor).entries, { from, most: missionsPerScreen }, field);
  const next = from + rows.length;
  const demo = rows.some((row) => row.demo);
  const all = { label: buttonAllMissions(by.lang), call: { action: 'partner.missions', args: { from: 0 } } };
  return {
    say: {
      text: missionList(by.lang, rows, from, total, demo, field ? fieldWord[field](by.lang) : ''),
      buttons: [
        ...cardButtons(rows, by),
        ...moreButton(by, 'partner.missions', { from: next, ...(field ? { field } : {}) }, next < total),
        ...(field ? [[all]] : []),
      ],
    },
    ids: rows.map(({ id }) => id),
  };
}

export const moreButton = (
  by: LookContext,
  action: string,
  args: Json,
  more: boolean,
): readonly (readonly Button[])[] => (more ? [[{ label: buttonMore(by.lang), call: { action, args } }]] : []);

/** [Nhu cầu phù hợp]: what of its fields and areas is accepted and unfunded, two a screen, each with why. */
export const showNeeds = reading('partner.needs', (reads, by, args) =>
  listed(reads, by, args, 'partner.needs', async (of, from) => {
    const scope = access.scope(by.actor, 'need.see');
    if (!seesAll(scope)) return null;
    const where = { fields: of.fields, communes: communesOf(of, by.vocabulary) };
    const { rows, total } = await needsFor(reads, scope, where, { from, most: perScreen });
    const places = placeNames(
      rows.flatMap(({ place }) => place ?? []),
      by.vocabulary,
    );
    const open = rows.map(
      (row): Button => ({ label: row.code, call: { action: 'need.open', args: { need: row.id } } }),
    );
    return {
      text: needMatches(by.lang, buttonName(of, by.lang), rows, places, from, total),
      next: from + rows.length,
      total,
      ...(open.length > 0 ? { buttons: [open] } : {}),
    };
  }),
);

/** [Liên hệ]: whom one knows there, two a screen. Personal data, so every look is logged. */
export const showPeople = (keys: Keyring): Action<readonly Say[]> => {
  const look = reading('partner.people', (reads, by, args) =>
    listed(reads, by, args, 'partner.people', async (of, from) => {
      const scope = sightOf(by.actor).contacts;
      if (!seesAll(scope)) return null;
      const { rows, total } = await contactCards(reads, keys, scope, of.id, { from, most: perScreen });
      return {
        text: contactPeople(by.lang, buttonName(of, by.lang), rows, from, total),
        next: from + rows.length,
        total,
      };
    }),
  );
  return {
    ...look,
    run(turn, args, found) {
      const of = one.safeParse(args);
      if (of.success && seesAll(sightOf(turn.actor).contacts)) {
        turn.audit({ action: 'partner.contacts', on: { kind: 'partner', id: of.data.id } });
      }
      return look.run(turn, args, found);
    },
  };
};

/** [Đã kiểm tra, đúng]: the card is no longer "chưa xác minh". */
export const verifyCard: Action = {
  name: 'partner.verify',
  async run(turn, args) {
    const of = one.safeParse(args);
    const done = of.success ? await verifyPartner(turn, of.data.id as Id<'partner'>) : null;
    turn.reply({ text: done?.ok ? verified(turn.lang) : noLongerThere(turn.lang) });
  },
};

export const partnerActions: readonly Action<readonly Say[]>[] = [
  showPartners,
  showRest,
  showGrants,
  showContacts,
  showNeeds,
  showMissions,
];
