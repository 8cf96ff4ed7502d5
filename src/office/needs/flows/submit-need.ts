import type { Id } from '../../../base/ids.ts';
import { dayWords } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { findUnit, fold, readNeed, type Understood, type Vocabulary } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { markInProgress } from '../../rounds/targets.ts';
import { titleLikeness } from '../rules/content.ts';
import { isEmergency } from '../rules/emergency.ts';
import { next } from '../rules/states.ts';
import { beginningOf } from '../store/beginning.ts';
import { needForm, openDrafts } from '../store/drafts.ts';
import { listNeeds } from '../store/needs.ts';
import * as say from '../texts/say.ts';
import type { DraftLine, NeedLine } from '../types.ts';
import { stateWord } from '../words/need.ts';
import { argsOf } from './args.ts';
import { readerOf } from './card.ts';
import { askAlarm } from './emergency.ts';

/** From this share of common words on two titles are taken for the same need. */
const alike = 0.6;
/** A message of at most this many characters only says that a need is to be submitted, not which. */
const bare = 30;

interface Found {
  readonly draft: DraftLine | null;
  readonly similar: NeedLine | null;
}

/** What was typed after a slash command. */
const said = (text: string): string => text.replace(/^\/\w+\s*/u, '');

/** Null: it has to be asked, of these. */
interface Which {
  readonly unit: Id<'unit'> | null;
  readonly candidates: readonly Id<'unit'>[];
}

/** For which unit: the own one; with several, or for an officer, the one that the message names. */
function whichUnit(by: Pick<LookContext, 'actor' | 'vocabulary'>, text: string): Which {
  const own = unitsOf(by.actor);
  const onBehalf = access.scope(by.actor, 'need.draft').see === 'all';
  if (own.length === 1 && !onBehalf) return { unit: own[0]!, candidates: [] };
  const named = findUnit(text, by.vocabulary);
  const allowed = (id: string) => onBehalf || own.includes(id as Id<'unit'>);
  if (named.sure && allowed(named.sure)) return { unit: named.sure as Id<'unit'>, candidates: [] };
  const candidates = named.candidates.filter(allowed) as Id<'unit'>[];
  return { unit: null, candidates: candidates.length > 0 ? candidates : onBehalf ? [] : own };
}

/** What the unit has that is like what the message tells of. A message that tells of nothing needs no search. */
async function look(reads: Reads, by: LookContext, text: string): Promise<Found> {
  const { unit } = whichUnit(by, text);
  if (!unit) return { draft: null, similar: null };
  const scope = access.scope(by.actor, 'need.draft');
  const drafts = (await openDrafts(reads, scope, by.actor.person, { unit })).filter((d) => !d.subject);
  const title = fold(readNeed(text, by).title ?? text);
  const like = (other: string | null) => other !== null && titleLikeness(title, fold(other)) >= alike;
  const draft = drafts.find((d) => like(d.title)) ?? null;
  if (draft) return { draft, similar: null };
  const { needs } = await listNeeds(reads, access.scope(by.actor, 'need.see'), {
    offset: 0,
    limit: 50,
    mine: true,
    filter: { unit },
  });
  return { draft, similar: needs.find((n) => n.state !== 'withdrawn' && like(n.title)) ?? null };
}

/** Opens the form. Who may not write for this unit is refused by the form, and nothing is noted. */
async function begin(turn: Turn, unit: Id<'unit'>, text: string, unbegun: Id<'round'> | null): Promise<void> {
  if (unbegun && access.can(turn.actor, 'need.draft', { unit }).ok) {
    await markInProgress(turn, { round: unbegun, unit });
  }
  if (text.length > bare && readNeed(text, turn).others) turn.reply({ text: say.firstOfSeveral(turn.lang) });
  await turn.open(needForm, { unit, text: asksHow(text) ? '' : text });
}

/** "muốn xin tài trợ xây trường thì làm thế nào ạ": the form shows how; the question is no name of a need. */
const asksHow = (text: string): boolean =>
  /(?:lam (?:the nao|sao|ntn)|nhu the nao|bang cach nao|can (?:lam )?(?:nhung )?gi|how (?:do|can|should) (?:i|we))(?!\p{L})/u.test(
    fold(text),
  ) && !/\d/.test(text);

const beginButton = (turn: Turn, unit: Id<'unit'>, text: string): Button => ({
  label: say.buttons.fresh(turn.lang),
  call: { action: 'need.new', args: { unit, text } },
});

const unitName = (vocabulary: Vocabulary, id: string): string =>
  vocabulary.lists.units.find((u) => u.id === id)?.name ?? id;

function askUnit(turn: Turn, found: Which, text: string): void {
  const { lang } = turn;
  if (found.candidates.length === 0) return turn.reply({ text: say.whichUnit(lang) });
  turn.reply({
    text: unitsOf(turn.actor).length > 0 ? say.whichOwnUnit(lang) : say.whichOf(lang),
    buttons: found.candidates
      .slice(0, 8)
      .map((unit) => [{ label: unitName(turn.vocabulary, unit), call: { action: 'need.new', args: { unit, text } } }]),
  });
}

/** "nhầm, xã tôi có nhu cầu", "làm sao để gửi nhu cầu": a need is to be sent, and nothing is said of which. */
const hasNeed =
  /^(?:(?:nham|nham roi|a|u|da|khong) ){0,3}(?:(?:xa|phuong|don vi|ben|so|chung)(?: (?:toi|em|minh))? (?:lai |van )?co nhu cau(?: roi)?|(?:lam (?:sao|the nao) (?:de )?)(?:gui|nop|dang ky) (?:de xuat )?nhu cau|(?:gui|nop|dang ky) nhu cau (?:nhu the nao|the nao|lam sao|ra sao)|how (?:do|can|should) (?:i|we) (?:submit|send|register) (?:a |our |the )?needs?)(?: a| vay| nhe)?$/u;

/** "Em muốn đề xuất …": opens the form; an unfinished draft, or the same need sent before, is offered first. */
export const submitNeedFlow: Flow<Found | undefined> = {
  name: 'submit-need',
  intents: ['submit_need'],
  command: 'nhucau',
  means: (text) =>
    text.length <= 60 &&
    hasNeed.test(
      fold(text)
        .replace(/[^\p{L}]+/gu, ' ')
        .trim(),
    ),
  urgent: (text, answers) => answers['emergency'] !== true && isEmergency(fold(text)),
  may: (actor) => access.scope(actor, 'need.draft').see !== 'nothing',
  lookWhen: (ask) => said(ask.text).length > bare,
  look: (reads, by, ask) => look(reads, by, said(ask.text)),
  async run(turn, ask, found) {
    const { lang } = turn;
    const text = said(ask.text);
    const which = whichUnit(turn, text);
    const { unit } = which;
    if (!unit) return askUnit(turn, which, text);
    if (isEmergency(fold(text))) return askAlarm(turn, unit, text);
    const beginning = await beginningOf(turn, unit);
    const draft = found ? found.draft : mayDraft(turn, unit) ? beginning.draft : null;
    if (draft) {
      const goOn: Button = {
        label: say.buttons.goOn(lang),
        call: { action: 'form.resume', args: { draft: draft.id } },
      };
      const day = dayWords(localDay(draft.updatedAt), lang);
      return turn.reply({
        text: say.similarDraft(lang, draft.title ?? say.formTitle(lang), draft.byName, day),
        buttons: [[goOn, beginButton(turn, unit, text)]],
      });
    }
    const similar = found?.similar;
    if (similar) {
      const action = next(similar.state, 'edit') ? 'need.edit' : 'need.open';
      return turn.reply({
        text: say.similarNeed(lang, similar.code, similar.title, stateWord(similar.state, readerOf(turn.actor), lang)),
        buttons: [
          [
            { label: say.buttons.editNeed(lang), call: { action, args: { need: similar.id } } },
            beginButton(turn, unit, text),
          ],
        ],
      });
    }
    await begin(turn, unit, text, beginning.unbegun);
  },
};

/** Whose drafts somebody is shown unasked: the own unit's; the Sở's people begin on behalf, and find theirs in "việc đang dở". */
const mayDraft = (turn: Turn, unit: Id<'unit'>) => unitsOf(turn.actor).includes(unit);

/** [Soạn nhu cầu mới], or a unit that was picked: begins with what was typed. */
export const newNeed: Action = {
  name: 'need.new',
  async run(turn, args) {
    const of = argsOf('begin', args);
    if (!of) return turn.reply({ text: say.gone(turn.lang) });
    await begin(turn, of.unit, of.text, (await beginningOf(turn, of.unit)).unbegun);
  },
};

const nothingSaid: Understood = { intent: 'submit_need', confidence: 1, slots: {}, text: '' };

/** [Gửi nhu cầu], under lists and reminders: the same as saying it. */
export const beginNeed: Action = {
  name: 'need.begin',
  run: (turn) => submitNeedFlow.run(turn, nothingSaid, undefined),
};
