import type { Actor, Role } from '../../../base/access/access.ts';
import type { Json } from '../../../base/json.ts';
import type { Action } from '../../../chat/dialogue/types.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Label, Lang } from '../../../chat/text.ts';
import { understand } from '../../../language/index.ts';
import type { PeopleParts } from '../context.ts';
import { helper } from '../helper.ts';
import { askerOf, mainRole } from '../rules.ts';
import { enterCode, inEnglish, inVietnamese, notAllowed, wish } from '../texts.ts';

/** A thing that people want, as a button: its words, the intent, and what they would type where the label says too little. */
interface Wish {
  readonly label: Label;
  readonly intent: string;
  readonly typed?: string;
}

const wishes = {
  sendNeed: { label: wish.sendNeed, intent: 'submit_need' },
  myNeeds: { label: wish.myNeeds, intent: 'my_needs' },
  deadline: { label: wish.deadline, intent: 'round_status', typed: 'hạn nộp nhu cầu là ngày nào?' },
  notSent: { label: wish.notSent, intent: 'round_status' },
  toReview: { label: wish.toReview, intent: 'needs_search' },
  certificate: { label: wish.certificate, intent: 'ngo_expiring' },
  invite: { label: wish.invite, intent: 'link_account' },
  proposals: { label: wish.proposals, intent: 'proposals' },
  duties: { label: wish.duties, intent: 'my_duties' },
} as const satisfies Record<string, Wish>;

/** What each role most likely wants now, the likeliest first: the first three that there are become buttons. */
const likeliest: Readonly<Record<Role, readonly Wish[]>> = {
  guest: [wishes.deadline],
  focal_point: [wishes.sendNeed, wishes.myNeeds, wishes.deadline],
  unit_approver: [wishes.sendNeed, wishes.myNeeds, wishes.deadline],
  officer: [wishes.notSent, wishes.toReview, wishes.certificate, wishes.duties],
  division_head: [wishes.toReview, wishes.proposals, wishes.notSent, wishes.certificate, wishes.duties],
  director: [wishes.notSent, wishes.toReview, wishes.certificate, wishes.duties],
  admin: [wishes.invite, wishes.duties, wishes.deadline],
};

const button = (of: Wish, lang: Lang): Button => ({
  label: of.label(lang),
  call: { action: 'people.do', args: { intent: of.intent, text: of.typed ?? of.label('vi') } },
});

const codeButton = (lang: Lang): Button => ({
  label: enterCode(lang),
  call: { action: 'people.enter-code', args: null },
});

/** The other language, one press away. */
export const languageButton = (lang: Lang): Button =>
  lang === 'vi'
    ? { label: inEnglish(lang), call: { action: 'people.language', args: 'en' } }
    : { label: inVietnamese(lang), call: { action: 'people.language', args: 'vi' } };

/** Three things that somebody can do now. One button a row: on a phone each is as wide as its words. */
export function wishButtons(parts: PeopleParts, actor: Actor, lang: Lang): readonly (readonly Button[])[] {
  const there = ({ intent }: Wish) => !parts.flowOf || parts.flowOf(intent)?.may(actor) === true;
  return likeliest[mainRole(actor)]
    .filter(there)
    .slice(0, 3)
    .map((of) => [button(of, lang)]);
}

/** Under the first words to a guest. */
export const welcomeButtons = (lang: Lang): readonly (readonly Button[])[] => [
  [codeButton(lang)],
  [button(wishes.deadline, lang), languageButton(lang)],
];

interface Asked {
  readonly intent: string;
  readonly text: string;
}

const askedOf = (args: Json): Asked =>
  typeof args === 'string' ? { intent: '', text: args } : (args as unknown as Asked);

/** What a button of the menu does: runs the flow itself, so that an open form stays open and takes none of its words for an answer. */
export const doAction = (parts: PeopleParts): Action<unknown> => {
  const read = (
    args: Json,
    by: { actor: Actor; now: Temporal.Instant; vocabulary: Parameters<typeof understand>[1]['vocabulary'] },
  ) => {
    const { intent, text } = askedOf(args);
    const said = understand(text, { vocabulary: by.vocabulary, now: by.now, asker: askerOf(by.actor) });
    // Slots belong to the intent that they were found for.
    return said.intent === intent ? said : { intent, confidence: 1, slots: {}, text };
  };
  return {
    name: 'people.do',
    look: async (reads, by, args) => {
      const flow = parts.flowOf?.(askedOf(args).intent);
      return flow?.look && flow.may(by.actor) ? flow.look(reads, by, read(args, by)) : undefined;
    },
    run: async (turn, args, found) => {
      const { intent, text } = askedOf(args);
      const flow = parts.flowOf?.(intent);
      if (flow?.may(turn.actor)) return flow.run(turn, read(args, turn), found);
      if (flow) {
        const { name, phone } = await helper(turn);
        return turn.reply({ text: notAllowed(turn.lang, name, phone) });
      }
      if (turn.dialogue.open) turn.dialogue.suspended = turn.dialogue.open;
      turn.dialogue.open = null;
      // The words are a button's of the open question: they would pick it again.
      turn.dialogue.question = null;
      turn.takeUp(text);
    },
  };
};
