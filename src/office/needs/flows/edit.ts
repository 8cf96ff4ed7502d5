import type { Json } from '../../../base/json.ts';
import { fieldToChange } from '../../../chat/dialogue/form/wish.ts';
import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import type { Understood } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { changesIn } from '../forms/correct.ts';
import { submitNeedForm } from '../forms/submit-need.ts';
import { next } from '../rules/states.ts';
import { beginningOf } from '../store/beginning.ts';
import { draftOn, needForm } from '../store/drafts.ts';
import type { NeedKey } from '../store/needs.ts';
import * as say from '../texts/say.ts';
import type { Need } from '../types.ts';
import { stateWord } from '../words/need.ts';
import { answersOf, storedAnswers } from './answers.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, noNeed, readerOf } from './card.ts';
import { keyOf, saidKey } from './key.ts';

interface FoundEdit extends FoundNeed {
  readonly draft: Awaited<ReturnType<typeof draftOn>>;
}

/** "… của nc 12", "nhu cầu số 12 …": which need, not which of its questions. */
const numbered =
  /(?<![\p{L}\d])(?:(?:của|cua|trong|ở|in|of) )?(?:(?:nhu cầu|nhu cau|need) )?(?:số |so )?(?:nc[\s-]?)?(?:20\d\d-)?\d{1,6}(?!\d)/giu;

/** Opens a draft on a submitted need, or goes on with the one there is. `ask` says what is to be changed. */
async function edit(
  turn: Turn,
  found: FoundEdit,
  said: { readonly ask?: Understood; readonly field?: string | undefined } = {},
): Promise<void> {
  const { need, draft } = found;
  const { lang } = turn;
  if (!need) return turn.reply({ text: say.gone(lang) });
  if (need.state === 'recalled' && need.draftId) return turn.open(needForm, { draft: need.draftId });
  if (!next(need.state, 'edit')) {
    return turn.reply({ text: say.notNow(lang, need.code, stateWord(need.state, readerOf(turn.actor), lang)) });
  }
  const changes = said.ask ? changeOf(turn, said.ask, need) : {};
  // "sửa mục tiêu" says which question and not what it is to be: it is asked.
  const asked =
    said.field ??
    (said.ask && Object.keys(changes).length === 0
      ? fieldToChange(submitNeedForm, said.ask.text.replace(numbered, ' '), lang)
      : null);
  const at = asked ? { field: asked } : {};
  // A draft that is there already takes the change as a correction of its own.
  if (draft) return turn.open(needForm, { draft, ...at, ...(said.ask ? { text: said.ask.text } : {}) });
  await turn.open(needForm, {
    unit: need.unit,
    subject: { kind: 'need', id: need.id, unit: need.unit },
    answers: { ...storedAnswers(need, turn.vocabulary), ...changes },
    ...at,
  });
}

const lookEdit = async (reads: Parameters<typeof lookNeed>[0], by: Parameters<typeof lookNeed>[1], key: NeedKey) => {
  const found = await lookNeed(reads, by, key);
  return { ...found, draft: found.need ? await draftOn(reads, found.need.id) : null };
};

/** [Sửa]; [Sửa: …] under what a reviewer asked for lands on the very field. */
export const editNeed: Action<FoundEdit> = {
  name: 'need.edit',
  look: async (reads, by, args) => {
    const of = argsOf('edit', args);
    return of ? lookEdit(reads, by, { id: of.need }) : { ...noNeed, draft: null };
  },
  run: (turn, args, found) => edit(turn, found, { field: argsOf('edit', args)?.field ?? undefined }),
};

/** What the message changes, in stored form, where the field it names can read it. */
function changeOf(turn: Turn, ask: Understood, need: Need): Record<string, Json> {
  const changes = changesIn(ask, submitNeedForm.fields, answersOf(need, turn.vocabulary), turn);
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, submitNeedForm.fields[name]!.store(value) as Json]),
  );
}

/** "sửa lại kinh phí là 1 tỷ 850 triệu nhé": a draft on the need named, else the last one; sent only by its own button. */
export const editNeedFlow: Flow<FoundEdit> = {
  name: 'edit-need',
  intents: ['edit_need'],
  may: (actor) => access.scope(actor, 'need.edit').see !== 'nothing',
  look: (reads, by, ask) => lookEdit(reads, by, keyOf(ask) ?? { last: true }),
  async run(turn, ask, found) {
    if (!found.need && keyOf(ask)) return turn.reply({ text: say.notFound(turn.lang, saidKey(ask, turn.lang)) });
    // Nothing was sent yet: the draft that there is, is what is to be changed.
    const [unit] = unitsOf(turn.actor);
    const draft = !found.need && unit ? (await beginningOf(turn, unit)).draft : null;
    if (draft) return turn.open(needForm, { draft: draft.id, text: ask.text });
    await edit(turn, found, { ask });
  },
};
