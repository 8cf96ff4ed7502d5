import { newId } from '../../../base/ids.ts';
import {
  asksWhatIsLeft,
  fold,
  looksLikeQuestion,
  type ReservedWord,
  startsCorrection,
} from '../../../language/index.ts';
import type { RichText } from '../../messaging/rich-text.ts';
import type { Input } from '../../messaging/types.ts';
import type { Draft, Frame, Ports } from '../types.ts';
import type { TurnState } from '../unit/turn.ts';
import {
  fieldContext,
  isComplete,
  missingFields,
  nextField,
  type Reading,
  readAnswers,
  setAnswer,
  visibleFields,
} from './answers.ts';
import { answeredBefore, around, besides, fill, isPaste, takeBesides, touch, understood } from './filling.ts';
import { cardWithQuestion, type Question, questionOf, reviewOf, searchChoices } from './question.ts';
import * as t from './texts.ts';
import type { Choice, FormSpec } from './types.ts';
import { agrees, fieldToChange } from './wish.ts';

/** An open form with its draft read. */
export interface OpenForm {
  readonly of: Reading;
  readonly frame: Frame;
}

/** What the engine needs beside the turn. */
export interface EngineParts {
  readonly forms: ReadonlyMap<string, FormSpec>;
  readonly helper: Ports['helper'];
  /** Answers a question that was typed in mid-form; false: it is none that can be answered here. */
  readonly aside: (turn: TurnState, text: string) => Promise<boolean>;
  /** Asks whether words that look like another wish are the answer; false: they do not look like one. */
  readonly instead: (turn: TurnState, text: string, notFor: readonly string[]) => Promise<boolean>;
  /** Leaves the form saved for another wish that was clearly said where it is no answer, except for these intents; false: none was. */
  readonly elsewhere: (turn: TurnState, text: string, notFor: readonly string[]) => Promise<boolean>;
}

/** "xác nhận" where the button says "Xác nhận ủy quyền": its first words, two at least. */
function saysSubmit(of: Reading, turn: TurnState, text: string): boolean {
  const said = fold(text).trim();
  return said.includes(' ') && fold(of.spec.submitLabel(turn.lang, turn.actor)).startsWith(`${said} `);
}

const say = (turn: TurnState, question: Question) => turn.ask(question.say, question.kind);

/** Notes which message gave an answer, so that an edit of it finds the answer. */
function answeredBy(turn: TurnState, frame: Frame, field: string): Frame {
  const { last: _, ...rest } = frame;
  const { ref } = turn.inbound;
  return ref === undefined ? rest : { ...rest, last: { ref, field } };
}

/** Runs every form. Stateless: where a person stands is in the dialogue, what was answered in the draft. */
export class FormEngine {
  readonly parts: EngineParts;

  constructor(parts: EngineParts) {
    this.parts = parts;
  }

  /** The form that is open in this dialogue, if its draft still is; else it is closed and the person told. */
  async current(turn: TurnState): Promise<OpenForm | null> {
    const frame = turn.dialogue.open;
    if (!frame) return null;
    const spec = this.parts.forms.get(frame.form);
    const draft = await turn.draft(frame.draft);
    if (!spec || !draft || draft.state !== 'open') {
      this.close(turn);
      turn.reply({
        text: t.draftClosed(
          turn.lang,
          draft ? (draft.state as 'submitted' | 'dropped') : 'gone',
          spec?.title(turn.lang) ?? frame.form,
        ),
      });
      return null;
    }
    if (!spec.may(turn.actor, draft)) {
      this.close(turn);
      turn.reply({ text: t.notYours(turn.lang, spec.title(turn.lang)) });
      return null;
    }
    const of = readAnswers(spec, draft);
    if (of.refused.length > 0) touch(turn, draft);
    return { of, frame };
  }

  /** Opens a form, new or with a stored draft; what was open is suspended. */
  async open(turn: TurnState, name: string, start: Parameters<TurnState['open']>[1] = {}): Promise<void> {
    const spec = this.parts.forms.get(name);
    if (!spec) throw new Error(`no form is called ${name}`);
    let draft: Draft | undefined;
    if (start.draft) {
      draft = await turn.draft(start.draft);
      if (draft?.state !== 'open') {
        turn.reply({
          text: t.draftClosed(
            turn.lang,
            draft ? (draft.state as 'submitted' | 'dropped') : 'gone',
            spec.title(turn.lang),
          ),
        });
        return;
      }
    } else {
      const begun = start.unit ? { unit: start.unit } : await spec.begin?.(turn);
      draft = {
        id: newId<'draft'>(turn.now.epochMilliseconds),
        form: name,
        subject: start.subject ?? null,
        unit: begun?.unit ?? null,
        by: turn.actor.person,
        state: 'open',
        answers: start.answers ?? {},
        aside: {},
        version: 1,
        storedVersion: 0,
        updatedAt: turn.now,
      };
    }
    if (!spec.may(turn.actor, draft)) {
      turn.reply({ text: t.notYours(turn.lang, spec.title(turn.lang)) });
      return;
    }
    if (!start.draft) turn.addDraft(draft);
    // Another subject: what was shown before is no longer what "nó" means.
    turn.dialogue.shown = null;
    const before = turn.dialogue.open;
    if (before && before.draft !== draft.id) turn.dialogue.suspended = before;
    if (turn.dialogue.suspended?.draft === draft.id) turn.dialogue.suspended = null;
    const of = readAnswers(spec, draft);
    const frame: Frame = { form: name, draft: draft.id, field: null, misses: 0, mode: 'ask' };
    if (start.text) {
      // A draft that is there already: what is said changes it.
      if (start.draft && this.#corrected(turn, of, frame, start.text)) return;
      const filled = fill(turn, of, start.text);
      if (filled.length > 0) {
        this.#showFilled(turn, of, frame, filled);
        return;
      }
    }
    if (start.field && Object.hasOwn(spec.fields, start.field)) {
      return this.askField(turn, of, start.field, { ...frame, mode: 'edit' }, this.#refusedLead(turn, of));
    }
    this.next(turn, of, frame, this.#refusedLead(turn, of));
  }

  /** Leaves the form; a suspended one stays in the list of unfinished things. */
  close(turn: TurnState): void {
    turn.dialogue.open = null;
    turn.dialogue.question = null;
  }

  /** Asks what comes next: the first open field, else the review. `echo`: what was just understood; the review shows it itself, `filled` being its fields. */
  next(
    turn: TurnState,
    of: Reading,
    frame: Frame,
    lead: RichText = [],
    echo: RichText = [],
    filled: readonly string[] = [],
  ): void {
    const name = nextField(of, frame);
    if (name === null) {
      turn.dialogue.open = atReview(frame);
      say(turn, reviewOf(turn, of, lead, filled));
      return;
    }
    this.askField(turn, of, name, { ...withoutPage(frame), mode: 'ask' }, [...lead, ...echo]);
  }

  /** Asks one field. */
  askField(turn: TurnState, of: Reading, name: string, frame: Frame, lead: RichText = []): void {
    const at: Frame = { ...frame, field: name, misses: 0 };
    turn.dialogue.open = at;
    say(turn, questionOf(turn, of, name, at, { lead }));
  }

  /** Asks the open question once more, after something else was answered in between. */
  async again(turn: TurnState, lead: RichText = []): Promise<void> {
    const form = await this.current(turn);
    if (!form) return;
    const { of, frame } = form;
    if (frame.field === null || frame.mode === 'review') say(turn, reviewOf(turn, of, lead));
    else say(turn, questionOf(turn, of, frame.field, frame, { lead }));
  }

  /** Takes a typed answer (or a place, a contact) to the open question. `meant`: its sender said that it is the answer. */
  async answer(turn: TurnState, input: Input, meant = false): Promise<void> {
    const form = await this.current(turn);
    if (!form) return;
    const { of, frame } = form;
    // The words of the button that submits are a command wherever they are typed, never a value.
    if (input.kind === 'text' && fold(input.text).trim() === fold(of.spec.submitLabel(turn.lang, turn.actor)))
      return this.command(turn, 'send', input.text);
    const name = frame.field;
    if (name === null || !Object.hasOwn(of.spec.fields, name)) {
      if (input.kind === 'text' && asksWhatIsLeft(input.text)) return say(turn, reviewOf(turn, of));
      if (input.kind === 'text' && this.#correct(turn, of, frame, input.text)) return;
      if (input.kind === 'text' && saysSubmit(of, turn, input.text)) return this.command(turn, 'send', input.text);
      if (input.kind === 'text' && this.#changes(turn, of, frame, input.text)) return;
      if (input.kind === 'text' && this.#elsewhereIn(turn, of, frame, null, input)) return;
      if (input.kind === 'text' && (await this.parts.aside(turn, input.text))) return this.again(turn);
      const filled = input.kind === 'text' ? fill(turn, of, input.text) : [];
      if (filled.length > 0) return this.#showFilled(turn, of, frame, filled);
      if (name !== null) return this.next(turn, of, frame);
      if (input.kind === 'text' && this.#corrected(turn, of, frame, input.text)) return;
      if (input.kind === 'text' && (await this.#leave(turn, of, input.text))) return;
      return say(turn, reviewOf(turn, of, t.confirmBySending(turn.lang, of.spec.submitLabel(turn.lang, turn.actor))));
    }
    const field = of.spec.fields[name]!;
    if (
      input.kind === 'text' &&
      field.free &&
      looksLikeQuestion(input.text) &&
      (await this.parts.aside(turn, input.text))
    ) {
      return this.again(turn);
    }
    if (input.kind === 'text' && this.#correct(turn, of, frame, input.text)) return;
    if (input.kind === 'text' && this.#changes(turn, of, frame, input.text)) return;
    if (
      input.kind === 'text' &&
      field.free &&
      !meant &&
      (await this.parts.instead(turn, input.text, of.spec.intents ?? []))
    )
      return;
    if (input.kind === 'text' && isPaste(input.text, field.free === true)) {
      // One answer alone is the open question's own: what it says of another field besides would be stored unseen.
      const filled = fill(turn, of, input.text, { current: name, atLeast: 2 });
      if (filled.length > 0) return this.#showFilled(turn, of, frame, filled);
      if (!field.free && (await this.#letterAgain(turn, of, name, input.text))) return;
    }
    if (input.kind === 'text' && asksWhatIsLeft(input.text))
      return say(turn, cardWithQuestion(turn, of, name, frame, []));
    if (input.kind === 'text' && field.free && this.#elsewhereIn(turn, of, frame, name, input)) return;
    const reading = field.read(input, fieldContext(of, name, turn));
    if ('ok' in reading) {
      setAnswer(of, name, reading.ok);
      touch(turn, of.draft);
      const at = answeredBy(turn, frame, name);
      const also =
        input.kind === 'text' && !field.free
          ? takeBesides(turn, of, input.text, besides(turn, of, input.text, name))
          : [];
      if (also.length > 0 && !reading.note) return this.#showFilled(turn, of, at, [name, ...also]);
      return this.#after(turn, of, at, name, reading.note);
    }
    if (input.kind === 'text') {
      const matching = searchChoices(field.choices?.(fieldContext(of, name, turn)) ?? [], input.text);
      if (matching.length > 0 && matching.length <= 8)
        return this.#miss(turn, of, frame, name, t.searchHint(turn.lang), matching, 0);
      if (await this.parts.aside(turn, input.text)) return this.again(turn);
      const filled = fill(turn, of, input.text, { current: name });
      if (filled.length > 0) return this.#showFilled(turn, of, frame, filled);
      const others = besides(turn, of, input.text, name);
      const taken = takeBesides(turn, of, input.text, others);
      if (taken.length > 0) return this.#showFilled(turn, of, frame, taken);
      const there = answeredBefore(turn, of, others);
      if (there) return this.again(turn, there);
      if (await this.#leave(turn, of, input.text)) return;
    }
    return this.#miss(turn, of, frame, name, reading.error, reading.choices, 1);
  }

  /** Answers a question that was asked before anew, with an edited message or a reply to it; the form stays where it is. */
  async correct(turn: TurnState, name: string, text: string): Promise<void> {
    const form = await this.current(turn);
    if (!form) return;
    const { of, frame } = form;
    const field = of.spec.fields[name];
    if (!field) return this.again(turn);
    const reading = field.read({ kind: 'text', text }, fieldContext(of, name, turn));
    if (!('ok' in reading)) {
      const at: Frame = { ...withoutPage(frame), field: name, mode: 'edit' };
      return this.#miss(turn, of, at, name, reading.error, reading.choices, 0);
    }
    setAnswer(of, name, reading.ok);
    touch(turn, of.draft);
    this.#after(turn, of, answeredBy(turn, frame, name), name, reading.note);
  }

  /** A message that is only a reserved word is a command or asked back, never a value. */
  async command(turn: TurnState, word: ReservedWord, typed: string): Promise<void> {
    const form = await this.current(turn);
    if (!form) return;
    const { of, frame } = form;
    const { lang } = turn;
    const title = of.spec.title(lang);
    switch (word) {
      case 'send': {
        const missing = missingFields(of);
        if (missing.length > 0)
          return this.again(
            turn,
            t.cantSend(
              lang,
              missing.map((name) => of.spec.fields[name]!.label(lang).toLowerCase()),
            ),
          );
        if (frame.mode === 'review') return this.submit(turn, of);
        turn.dialogue.open = atReview(frame);
        return say(turn, reviewOf(turn, of, t.confirmBySending(lang, of.spec.submitLabel(lang, turn.actor))));
      }
      case 'later':
        return this.pause(turn, of);
      case 'cancel':
      case 'stop':
        return turn.ask(
          {
            text: t.stopAsk(lang, title),
            buttons: [
              [
                this.#button(t.goOn(lang), 'form.resume', of.draft),
                this.#button(t.pause(lang), 'form.pause', of.draft),
              ],
              [this.#button(t.discard(lang), 'form.discard', of.draft)],
            ],
          },
          'text',
        );
      case 'back':
        return this.back(turn, of, frame);
      case 'continue':
        return this.again(turn);
      case 'menu':
      case 'help':
        await this.parts.aside(turn, typed);
        return this.again(turn);
      case 'person': {
        const { name, phone } = await this.parts.helper(turn);
        return this.again(turn, t.person(lang, name, phone));
      }
      case 'skip':
        if (frame.field !== null) return this.skip(turn, of, frame, frame.field);
        return this.again(turn);
      default: {
        // "không", "nhầm rồi" to what is read back: it is not to be done.
        if (frame.field === null && (word === 'no' || word === 'undo')) return this.command(turn, 'stop', typed);
        if (frame.field === null && agrees(typed)) return this.command(turn, 'send', typed);
        if (frame.field === null)
          return this.again(turn, t.confirmBySending(lang, of.spec.submitLabel(lang, turn.actor)));
        const field = of.spec.fields[frame.field]!;
        const unknown = word === 'unknown' || word === 'none_yet';
        if (unknown && (field.optional || field.later)) return this.skip(turn, of, frame, frame.field);
        if (word === 'ok' || word === 'yes') {
          const context = fieldContext(of, frame.field, turn);
          const proposal = context.value === undefined ? field.propose?.(context) : field.confirm?.(context);
          if (proposal !== undefined) {
            setAnswer(of, frame.field, proposal);
            touch(turn, of.draft);
            return this.#after(turn, of, frame, frame.field);
          }
        }
        return this.again(turn, t.notAnAnswer(lang, typed.trim(), field.label(lang), unknown));
      }
    }
  }

  /** Takes a value that a button carried. */
  pick(turn: TurnState, of: Reading, frame: Frame, name: string, value: unknown): void {
    setAnswer(of, name, value);
    touch(turn, of.draft);
    this.#after(turn, of, frame, name);
  }

  back(turn: TurnState, of: Reading, frame: Frame): void {
    const names = visibleFields(of, frame.extra ?? false);
    if (frame.mode === 'edit') return this.next(turn, of, frame);
    const at = frame.field === null ? names.length : names.indexOf(frame.field);
    const before = names[at - 1];
    if (before === undefined) return this.askField(turn, of, names[0]!, frame, t.firstQuestion(turn.lang));
    this.askField(turn, of, before, {
      ...withoutPage(frame),
      mode: 'ask',
      skipped: (frame.skipped ?? []).filter((name) => name !== before),
    });
  }

  skip(turn: TurnState, of: Reading, frame: Frame, name: string): void {
    this.next(turn, of, { ...withoutPage(frame), skipped: [...new Set([...(frame.skipped ?? []), name])] });
  }

  pause(turn: TurnState, of: Reading): void {
    const { lang, dialogue } = turn;
    // "tiếp tục" finds it again; what was suspended before stays in the list of unfinished things.
    if (dialogue.open) dialogue.suspended = dialogue.open;
    this.close(turn);
    turn.reply({
      text: t.paused(lang, of.spec.title(lang), missingFields(of).length),
      buttons: [[this.#button(t.goOn(lang), 'form.resume', of.draft)]],
    });
  }

  /** The submit button or "gửi" at the review: the form's own commands, then its receipt. */
  async submit(turn: TurnState, of: Reading): Promise<void> {
    const missing = missingFields(of);
    if (missing.length > 0)
      return this.again(
        turn,
        t.cantSend(
          turn.lang,
          missing.map((name) => of.spec.fields[name]!.label(turn.lang).toLowerCase()),
        ),
      );
    const done = await of.spec.submit(turn, of.draft, of.answers as never);
    if ('refused' in done) {
      this.close(turn);
      turn.reply(done.refused);
      return;
    }
    of.draft.state = 'submitted';
    touch(turn, of.draft);
    this.close(turn);
    turn.reply(done.receipt);
  }

  /** After an answer: what was understood, then the next question, or back to the review of what was edited. */
  #after(turn: TurnState, of: Reading, frame: Frame, name: string, note: RichText = []): void {
    const field = of.spec.fields[name]!;
    const value = of.answers[name];
    const shown = field.free ? '' : field.show(value, turn.lang);
    const echo: RichText = shown === '' ? [] : [`${field.label(turn.lang)}: ${shown}`];
    if (!isComplete(field, value, of.answers))
      return this.askField(turn, of, name, withoutPage(frame), [...note, ...echo]);
    const open = { ...frame, skipped: (frame.skipped ?? []).filter((other) => other !== name) };
    this.next(turn, of, open, note, echo, [name]);
  }

  /** "khoảng hai tỷ rưỡi" where the objective is asked: by its shape it answers another question, and is taken as that. At the review (`asked` null) it replaces. */
  #elsewhereIn(
    turn: TurnState,
    of: Reading,
    frame: Frame,
    asked: string | null,
    input: Input & { kind: 'text' },
  ): boolean {
    const name = input.text.length <= 80 ? of.spec.plainly?.(input.text, turn) : null;
    if (!name || name === asked || !Object.hasOwn(of.spec.fields, name)) return false;
    if (asked !== null && isComplete(of.spec.fields[name]!, of.answers[name], of.answers)) return false;
    const reading = of.spec.fields[name]!.read(input, fieldContext(of, name, turn));
    if (!('ok' in reading)) return false;
    setAnswer(of, name, reading.ok);
    touch(turn, of.draft);
    this.#showFilled(turn, of, frame, [name]);
    return true;
  }

  /** A whole letter where one thing is asked that it does not say: never the answer. What it says otherwise than the draft is asked about. */
  async #letterAgain(turn: TurnState, of: Reading, asked: string, text: string): Promise<boolean> {
    const said = Object.entries(understood(turn, of, text)).filter(
      ([name, value]) => value !== undefined && Object.hasOwn(of.spec.fields, name),
    );
    if (said.length < 3 || said.some(([name]) => name === asked)) return false;
    const stored = (name: string, value: unknown) => JSON.stringify(of.spec.fields[name]!.store(value));
    const other = said.filter(([name, value]) => stored(name, value) !== stored(name, of.answers[name]));
    if (other.length === 0) {
      await this.again(turn, t.letterSame(turn.lang));
      return true;
    }
    turn.dialogue.kept = text;
    const args = { draft: of.draft.id, field: asked };
    turn.ask(
      {
        text: t.letterOther(
          turn.lang,
          other.map(([name]) => of.spec.fields[name]!.label(turn.lang).toLowerCase()),
        ),
        buttons: [
          [{ label: t.takeLetter(turn.lang), call: { action: 'form.take-letter', args }, way: true }],
          [{ label: t.keepDraft(turn.lang), call: { action: 'form.drop-kept', args }, way: true }],
        ],
      },
      'text',
    );
    return true;
  }

  /** [Thay theo nội dung vừa dán]: what the letter says takes the place of what was answered. */
  async takeLetter(turn: TurnState, text: string): Promise<void> {
    const form = await this.current(turn);
    if (!form) return;
    const filled = fill(turn, form.of, text, { replace: true });
    if (filled.length === 0) return this.again(turn);
    this.#showFilled(turn, form.of, form.frame, filled);
  }

  /** "sửa lại kinh phí là 1 tỷ 850": replaces what was answered before; false where the text says no such thing. */
  #correct(turn: TurnState, of: Reading, frame: Frame, text: string): boolean {
    if (!startsCorrection(text)) return false;
    if (this.#corrected(turn, of, frame, text)) return true;
    const filled = fill(turn, of, text, { replace: true });
    if (filled.length === 0) return false;
    this.#showFilled(turn, of, frame, filled);
    return true;
  }

  /** "sửa mục tiêu", "lĩnh vực sai rồi": that question is asked anew; false where the text names none that was answered. */
  #changes(turn: TurnState, of: Reading, frame: Frame, text: string): boolean {
    const name = fieldToChange(of.spec, text, turn.lang);
    if (name === null || name === frame.field || of.answers[name] === undefined) return false;
    this.askField(turn, of, name, { ...withoutPage(frame), mode: 'edit' });
    return true;
  }

  /** Takes what the text corrects of the answers there are, as the form itself reads corrections. */
  #corrected(turn: TurnState, of: Reading, frame: Frame, text: string): boolean {
    const changes = of.spec.correct?.(text, { ...around(turn, of), review: frame.field === null });
    const names = Object.keys(changes ?? {}).filter((name) => Object.hasOwn(of.spec.fields, name));
    if (names.length === 0) return false;
    for (const name of names) setAnswer(of, name, (changes as Record<string, unknown>)[name]);
    touch(turn, of.draft);
    this.#showFilled(turn, of, frame, names);
    return true;
  }

  #leave(turn: TurnState, of: Reading, text: string): Promise<boolean> {
    return this.parts.elsewhere(turn, text, of.spec.intents ?? []);
  }

  /** What a message filled in: the card, with the next question under it. */
  #showFilled(turn: TurnState, of: Reading, frame: Frame, filled: readonly string[]): void {
    const name = nextField(of, frame);
    if (name === null) return this.next(turn, of, frame, [], [], filled);
    const at: Frame = { ...withoutPage(frame), field: name, misses: 0, mode: 'ask' };
    turn.dialogue.open = at;
    say(turn, cardWithQuestion(turn, of, name, at, filled));
  }

  /** A wrong answer: the error stands in place of the question; after three, a way out. */
  async #miss(
    turn: TurnState,
    of: Reading,
    frame: Frame,
    name: string,
    error: RichText,
    choices: readonly Choice<unknown>[] | undefined,
    counts: 0 | 1,
  ): Promise<void> {
    if (counts > 0 && turn.inbound.input.kind === 'text')
      turn.unclear({ text: turn.inbound.input.text, why: 'answer', field: `${of.spec.name}.${name}`, read: [] });
    const at: Frame = { ...withoutPage(frame), field: name, misses: frame.misses + counts };
    turn.dialogue.open = at;
    let text = error;
    if (at.misses >= 3) {
      const { name: who, phone } = await this.parts.helper(turn);
      text = [...error, ...t.wayOut(turn.lang, who, phone)];
    }
    say(turn, questionOf(turn, of, name, at, { instead: { text, ...(choices ? { choices } : {}) } }));
  }

  #refusedLead(turn: TurnState, of: Reading): RichText {
    return of.refused.length === 0
      ? []
      : t.askAgain(
          turn.lang,
          of.refused.map((name) => of.spec.fields[name]!.label(turn.lang)),
        );
  }

  #button(label: string, action: string, draft: Draft) {
    return { label, call: { action, args: { draft: draft.id } }, way: true as const };
  }
}

/** At the card; what was skipped in this sitting stays skipped. */
export const atReview = (frame: Frame): Frame => ({ ...withoutPage(frame), field: null, misses: 0, mode: 'review' });

const withoutPage = ({ page: _, ...frame }: Frame): Frame => frame;
