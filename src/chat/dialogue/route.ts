import type { Json } from '../../base/json.ts';
import {
  fold,
  hasSlots,
  looksLikeQuestion,
  mayAcknowledge,
  pickedNumber,
  pointsAt,
  readings,
  reservedWord,
  type UnderstandContext,
  type Understood,
  understand,
} from '../../language/index.ts';
import type { Say } from '../messaging/types.ts';
import { acknowledging, ackSigns, lastNotice } from './acknowledge.ts';
import { askerOf } from './asker.ts';
import { besideSay, meantBy, shownAgain } from './context.ts';
import { formActions } from './form/actions.ts';
import { FormEngine } from './form/engine.ts';
import { questionIn } from './form/question.ts';
import * as formTexts from './form/texts.ts';
import { agrees } from './form/wish.ts';
import type { Registry } from './registry.ts';
import { askAgainSignal } from './silence.ts';
import { talkActions } from './talk.ts';
import * as t from './texts.ts';
import type { Action, Flow, OpenQuestion, Ports } from './types.ts';
import { LookFirst, type TurnState } from './unit/turn.ts';
import { askBack, olderButton } from './unsure.ts';

/** A text longer than this is refused with a sentence: more than any platform lets a person type at once. */
const mostText = 20_000;
/** No button says more. */
const mostLabel = 40;
/** Below this the likeliest reading is only offered, not acted on. */
const sure = 0.5;
/** From this on a wish is clear enough to leave a form for it. */
const clear = 0.75;
/** Input older than the open question by more than this is not taken as its answer unasked. */
const olderByMs = 2_000;

/** What may be typed for a label; labels are few and come with every message. */
const typedFor = new Map<string, readonly [whole: string, head: string]>();
function headsOf(label: string): readonly [string, string] {
  let heads = typedFor.get(label);
  if (!heads) {
    heads = [fold(label), fold(label.split(' – ')[0]!)];
    if (typedFor.size >= 1_000) typedFor.clear();
    typedFor.set(label, heads);
  }
  return heads;
}

/** What the reserved words say to a question that is answered with yes or no. */
const answerTo: Readonly<Record<string, 'yes' | 'no'>> = { yes: 'yes', no: 'no', cancel: 'no', stop: 'no' };

/** How an order to the bot begins, folded: what may be an answer too is asked about only where it begins so. */
const orders =
  /^(?:(?:cho (?:toi|em) |toi muon |em muon |hay |please )?(?:xem|mo|dong|gia han|tra lai|tiep nhan|tu choi|rut|nhac|don doc|tim|tra cuu|lich su|uy quyen|ket thuc|danh sach|gui nhu cau|open|close|extend|show|find|remind)) /u;

/** The need whose card was shown last, for words that name none: "hỏi đơn vị …", "lịch sử". */
function shownNeed(turn: TurnState, text: string): { readonly need_id?: string } {
  const { shown } = turn.dialogue;
  if (shown?.kind !== 'need' || shown.focus === null || /\d/.test(text)) return {};
  return { need_id: shown.ids[shown.focus]! };
}

/** The label of every button that takes something back, folded. */
const undoes = new Set(['hoan tac', 'undo']);

/** Which option of the open question the typed words or the number mean. */
export function pickedOption(question: OpenQuestion, text: string): OpenQuestion['options'][number] | undefined {
  if (text.length > 80) return undefined;
  const typed = fold(text).replace(/[.!?…\s]{1,60}$/u, '');
  const named = question.options.find((o) => headsOf(o.label).includes(typed));
  if (named) return named;
  if (question.kind === 'offer' && question.options.some((o) => o.means)) {
    const meant = answerTo[reservedWord(text) ?? ''];
    const said = meant && question.options.find((o) => o.means === meant);
    if (said) return said;
  }
  const agreed = agrees(text) && question.options.find((o) => o.means === 'agree');
  if (agreed) return agreed;
  // "gửi nhầm rồi" under a receipt that can be taken back.
  const undo = reservedWord(text) === 'undo' && question.options.find((o) => undoes.has(headsOf(o.label)[0]));
  if (undo) return undo;
  if (question.kind === 'text') return undefined;
  const number = pickedNumber(text);
  return number === null ? undefined : question.options.filter((o) => !o.way)[number - 1];
}

/** Decides what a message is for: a button, an answer, a command, a question. */
export class Router {
  readonly engine: FormEngine;
  readonly #registry: Registry;
  readonly #ports: Ports;
  readonly #actions: ReadonlyMap<string, Action<unknown>>;

  constructor(registry: Registry, ports: Ports) {
    this.#registry = registry;
    this.#ports = ports;
    this.engine = new FormEngine({
      forms: registry.forms,
      helper: ports.helper,
      aside: (turn, text) => this.#aside(turn, text),
      elsewhere: (turn, text, notFor) => this.#elsewhere(turn, text, notFor),
      instead: (turn, text, notFor) => this.#instead(turn, text, notFor),
    });
    this.#actions = new Map([
      ...registry.actions,
      ...[...formActions(this.engine), ...this.#keptActions(), ...talkActions(registry, ports)].map(
        (a) => [a.name, a as Action<unknown>] as const,
      ),
    ]);
  }

  /** Runs one turn. @throws LookFirst when a slow read is needed before. */
  async route(turn: TurnState, pressed: { chat: string; say: Say } | undefined): Promise<void> {
    await this.#route(turn, pressed);
    if (turn.unclearSaid.length > 0) await this.#ports.keepUnclear(turn, turn.unclearSaid);
  }

  async #route(turn: TurnState, pressed: { chat: string; say: Say } | undefined): Promise<void> {
    const { input } = turn.inbound;
    if (input.kind === 'signal') {
      if (input.name === askAgainSignal) return this.#askAgain(turn, input.data);
      await this.#registry.signals.get(input.name)?.(turn, input.data);
      return;
    }
    if (turn.inbound.chat.kind === 'group') return this.#inGroup(turn);
    if (input.kind === 'presence') return;
    if ((await this.#ports.gate(turn)) === 'stop') return;
    switch (input.kind) {
      case 'press':
        return this.#press(turn, input.button, pressed);
      case 'text':
        if (input.edited) return this.#edited(turn, input.text);
        if (turn.dialogue.open && pressed && (await this.#toEarlier(turn, pressed, input.text))) return;
        if (pressed?.say.about && pressed.chat === turn.chat.id) shownAgain(turn, pressed.say.about);
        return this.text(turn, input.text);
      case 'start':
        return this.#flow(turn, 'help', { intent: 'help', confidence: 1, slots: {}, text: '' });
      case 'files': {
        for (const take of this.#registry.onFiles) if (await take(turn)) return;
        turn.reply({ text: t.filesNotTaken(turn.lang) });
        return;
      }
      case 'contact':
      case 'place':
        if (turn.dialogue.open) return this.engine.answer(turn, input);
        turn.reply({ text: t.unsupported(turn.lang, input.kind, ...(await this.#helper(turn))) });
        return;
      case 'reaction': {
        // 👍 on a reminder is its button; on anything else it wants nothing.
        const ack =
          ackSigns.test(input.sign) && pressed?.chat === turn.chat.id ? acknowledging(pressed.say) : undefined;
        return ack && this.#call(turn, ack.action, ack.args);
      }
      case 'unsupported':
        turn.reply({ text: t.unsupported(turn.lang, input.what, ...(await this.#helper(turn))) });
        if (turn.dialogue.open) await this.engine.again(turn);
        return;
    }
  }

  /** In a group: only what is published, and only when somebody spoke to us (the channel sees to that). */
  async #inGroup(turn: TurnState): Promise<void> {
    const { input } = turn.inbound;
    if (input.kind === 'presence' && input.state === 'joined') return turn.reply({ text: t.groupHello(turn.lang) });
    if (input.kind !== 'text') return;
    const command = /^\/(\w+)/.exec(input.text)?.[1];
    const named = command ? this.#registry.byCommand.get(command) : undefined;
    const read = named ? this.#asCommand(turn, named, input.text) : this.#read(turn, input.text);
    const word = reservedWord(input.text);
    if (word === 'menu' || word === 'help' || read.intent === 'help')
      return turn.reply({ text: t.groupHello(turn.lang) });
    const flow = this.#registry.byIntent.get(read.intent);
    if (read.confidence < sure || !flow?.published || !flow.may(turn.actor))
      return turn.reply({ text: t.privately(turn.lang) });
    await this.#run(turn, flow, read);
  }

  /** An edited message corrects the answer that it gave; else its sender is told that edits are not read. */
  async #edited(turn: TurnState, text: string): Promise<void> {
    const last = turn.dialogue.open?.last;
    if (last && last.ref === turn.inbound.ref) return this.engine.correct(turn, last.field, text);
    turn.reply({ text: t.editsNotRead(turn.lang) });
    if (turn.dialogue.open) await this.engine.again(turn);
  }

  /** A reply to an earlier question of the open form answers that one anew. False: it is none. */
  async #toEarlier(turn: TurnState, quoted: { chat: string; say: Say }, text: string): Promise<boolean> {
    const { open } = turn.dialogue;
    const asked = questionIn(quoted.say);
    if (!open || quoted.chat !== turn.chat.id || asked?.draft !== open.draft || asked.field === open.field)
      return false;
    if (reservedWord(text) || text.startsWith('/')) return false;
    await this.engine.correct(turn, asked.field, text);
    return true;
  }

  /** The platform was silent for long: the question is asked again if it is still the last one. */
  async #askAgain(turn: TurnState, data: Json): Promise<void> {
    const { message } = data as { message: string };
    if (turn.dialogue.open && turn.dialogue.question?.message === message)
      await this.engine.again(turn, t.silence(turn.lang));
  }

  /** Takes a typed text. */
  async text(turn: TurnState, text: string): Promise<void> {
    if (text.length > mostText) return turn.reply({ text: t.tooLong(turn.lang, mostText) });
    if (!/[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(text)) {
      turn.reply({ text: t.emptyMessage(turn.lang) });
      if (turn.dialogue.open) await this.engine.again(turn);
      return;
    }
    const { dialogue } = turn;
    const question = dialogue.question;
    if (dialogue.open && question && this.#notForThisQuestion(turn, question))
      return this.#doubtful(turn, text, question);
    if (question && question.chat === turn.chat.id && !this.#meansList(turn, question, text)) {
      const option = pickedOption(question, text);
      if (option) return this.#call(turn, option.call.action, option.call.args);
    }
    const command = /^\/(\w+)/.exec(text.trim())?.[1];
    const named = command ? this.#registry.byCommand.get(command) : undefined;
    if (dialogue.open && named) return this.#commandInForm(turn, named, text);
    const word = reservedWord(text);
    if (dialogue.open && !word && (await this.#alarmed(turn, text))) return;
    if (dialogue.open)
      return word
        ? this.engine.command(turn, word, text)
        : this.engine.answer(turn, turn.inbound.input.kind === 'text' ? turn.inbound.input : { kind: 'text', text });
    if (word === 'menu' || word === 'help')
      return this.#flow(turn, 'help', { intent: 'help', confidence: 1, slots: {}, text });
    if (word === 'continue') return this.#continue(turn, text);
    if (word === 'person') return turn.reply({ text: formTexts.person(turn.lang, ...(await this.#helper(turn))) });
    if (named) return this.#act(turn, this.#asCommand(turn, named, text));
    const heard = !word || word === 'ok' || word === 'yes' ? await this.#afterNotice(turn, text) : null;
    if (heard === 'acknowledged') return;
    if (word) return turn.reply({ text: t.nothingToConfirm(turn.lang, text.trim()) });
    const fresh = text.length > mostLabel ? undefined : await olderButton(turn, text, 3);
    if (fresh) return this.#call(turn, fresh.action, fresh.args);
    const meant = this.#commanded(turn, text) ? null : this.#meant(turn, text);
    if (meant === 'answered') return;
    return this.#act(turn, meant ?? this.#read(turn, text, heard));
  }

  #by(turn: TurnState): UnderstandContext {
    return { vocabulary: turn.vocabulary, now: turn.now, asker: askerOf(turn.actor) };
  }

  /** The flow that these words mean and no other. */
  #commanded(turn: TurnState, text: string): Flow<unknown> | undefined {
    return [...this.#registry.flows.values()].find((one) => one.means?.(text) && one.may(turn.actor));
  }

  /** `heard`: the text as it was read already. */
  #read(turn: TurnState, text: string, heard: Understood | null = null): Understood {
    const read = heard ?? understand(text, this.#by(turn));
    const intent = this.#commanded(turn, text)?.intents[0];
    if (intent === undefined) return read;
    // Slots belong to the intent that they were found for.
    return {
      ...read,
      intent,
      confidence: 1,
      slots: { ...(intent === read.intent ? read.slots : {}), ...shownNeed(turn, text) },
    };
  }

  /** What the words mean by what was shown before; 'answered': that was asked back. */
  #meant(turn: TurnState, text: string): Understood | 'answered' | null {
    const follow = meantBy(turn, text, this.#by(turn));
    if (!follow) return null;
    if (follow.is === 'ask') return follow.ask;
    if (follow.is === 'beside') {
      const flow = this.#registry.byIntent.get(follow.ask.intent);
      if (!flow?.may(turn.actor)) return null;
      turn.reply(besideSay(turn, follow));
    } else {
      turn.reply({
        text: follow.is === 'beyond' ? t.beyond(turn.lang, follow.shown) : t.whichOfShown(turn.lang, follow.shown),
      });
    }
    return 'answered';
  }

  /** "cái thứ ba" under a card that was opened from a list means the list, not the card's third button. */
  #meansList(turn: TurnState, question: OpenQuestion, text: string): boolean {
    const { shown, open } = turn.dialogue;
    if (open || question.kind !== 'offer' || !shown || shown.ids.length < 2 || shown.focus === null) return false;
    return text.length <= 80 && !/^\D{0,4}\d+\W*$/u.test(text.trim()) && pointsAt(text) !== null;
  }

  /** "vâng", "rõ", 👍 after a notice: its button. Anything else that may answer one comes back as it is read behind it; null: nothing was last that is answered. */
  async #afterNotice(turn: TurnState, text: string): Promise<Understood | 'acknowledged' | null> {
    if (!mayAcknowledge(text)) return null;
    const last = await lastNotice(turn);
    if (!last) return null;
    const read = understand(text, { ...this.#by(turn), after: 'reminder' });
    const ack = acknowledging(last);
    // A notice that asks for nothing says nothing of what else is meant.
    if (read.intent !== 'acknowledge' || read.confidence < sure) return ack ? read : null;
    if (ack) await this.#call(turn, ack.action, ack.args);
    else turn.reply({ text: t.noted(turn.lang) });
    return 'acknowledged';
  }

  /** A slash command means its flow whatever the rest of the text says; who may is asked all the same. */
  #asCommand(turn: TurnState, flow: Flow<unknown>, text: string): Understood {
    return { ...this.#read(turn, text), intent: flow.intents[0] ?? flow.name, confidence: 1 };
  }

  /** A slash command in the middle of a form is never an answer: what may be answered there is, everything else leaves the form saved. */
  async #commandInForm(turn: TurnState, flow: Flow<unknown>, text: string): Promise<void> {
    const form = await this.engine.current(turn);
    if (!form) return;
    const ask = this.#asCommand(turn, flow, text);
    if (!flow.inForm || !flow.may(turn.actor)) this.engine.pause(turn, form.of);
    await this.#act(turn, ask);
    if (turn.dialogue.open && turn.dialogue.open.draft === form.frame.draft && flow.inForm)
      await this.engine.again(turn);
  }

  /** Another wish, clearly said where it is no answer: the form is left saved. */
  async #elsewhere(turn: TurnState, text: string, notFor: readonly string[]): Promise<boolean> {
    const read = this.#read(turn, text);
    const flow = this.#registry.byIntent.get(read.intent);
    if (read.confidence < clear || notFor.includes(read.intent)) return false;
    if (!flow) {
      // While a field is asked for, the words may still be its answer.
      if ((turn.dialogue.open?.field ?? null) !== null) return false;
      turn.unclear({ text: read.text, why: 'not_built', read: [read] });
      turn.reply({ text: t.notBuilt(turn.lang, ...(await this.#helper(turn))) });
      await this.engine.again(turn);
      return true;
    }
    if (flow.inForm || !flow.may(turn.actor)) return false;
    const form = await this.engine.current(turn);
    if (!form) return false;
    this.engine.pause(turn, form.of);
    await this.#run(turn, flow, read);
    return true;
  }

  /** "lũ quét cuốn trôi 12 nhà" in the middle of a form: it is left saved. Where any words could be the answer it is asked which is meant. */
  async #alarmed(turn: TurnState, text: string): Promise<boolean> {
    const flow = [...this.#registry.flows.values()].find((one) => one.urgent && one.may(turn.actor));
    if (!flow?.urgent?.(text, {})) return false;
    const form = await this.engine.current(turn);
    if (!form || !flow.urgent(text, form.of.answers)) return false;
    const field = form.frame.field === null ? undefined : form.of.spec.fields[form.frame.field];
    if (field?.free) return this.#asksWhich(turn, text, form);
    this.engine.pause(turn, form.of);
    await this.#run(turn, flow, { intent: flow.intents[0] ?? flow.name, confidence: 1, slots: {}, text });
    return true;
  }

  /** "mở đợt mới", "xem nc 11" where any words could be the answer: it is asked which of the two is meant. */
  async #instead(turn: TurnState, text: string, notFor: readonly string[]): Promise<boolean> {
    if (text.length > mostLabel || !orders.test(fold(text))) return false;
    const read = this.#read(turn, text);
    const flow = this.#registry.byIntent.get(read.intent);
    if (read.confidence < clear || notFor.includes(read.intent) || !flow?.may(turn.actor)) return false;
    const form = await this.engine.current(turn);
    return form ? this.#asksWhich(turn, text, form) : false;
  }

  #asksWhich(
    turn: TurnState,
    text: string,
    { of, frame }: NonNullable<Awaited<ReturnType<FormEngine['current']>>>,
  ): true {
    const { lang } = turn;
    turn.dialogue.kept = text;
    const args = { draft: of.draft.id, field: frame.field };
    turn.ask(
      {
        text: formTexts.answerOrWish(lang, text, of.spec.fields[frame.field ?? '']?.label(lang) ?? ''),
        buttons: [
          [
            { label: formTexts.isAnswer(lang), call: { action: 'form.use-kept', args }, way: true },
            { label: formTexts.isWish(lang), call: { action: 'form.leave-kept', args }, way: true },
          ],
        ],
      },
      'text',
    );
    return true;
  }

  /** Acts on a reading, or asks back where it is unsure. */
  async #act(turn: TurnState, read: Understood): Promise<void> {
    const flow = this.#registry.byIntent.get(read.intent);
    const [name, phone] = await this.#helper(turn, read.confidence < sure || !flow || !flow.may(turn.actor));
    if (read.confidence < sure) {
      const older = await olderButton(turn, read.text);
      if (older) return this.#call(turn, older.action, older.args);
    }
    if (read.confidence < sure || !flow || flow.inForm) {
      const records = [...this.#registry.flows.values()].find(
        (one) => one.records?.(read, turn) && one.may(turn.actor),
      );
      if (records)
        return this.#run(turn, records, { ...read, intent: records.intents[0] ?? records.name, confidence: 1 });
    }
    if (read.confidence < sure) {
      const knowing = [...this.#registry.flows.values()].find((one) => one.knows?.(read.text) && one.may(turn.actor));
      if (knowing)
        return this.#run(turn, knowing, {
          ...read,
          intent: knowing.intents[0] ?? knowing.name,
          confidence: 1,
          slots: {},
        });
      return askBack(
        turn,
        read.text,
        readings(read.text, this.#by(turn)),
        { registry: this.#registry, ports: this.#ports },
        name,
        phone,
      );
    }
    if (!flow) {
      turn.unclear({ text: read.text, why: 'not_built', read: [read] });
      turn.dialogue.shown = null;
      return turn.reply({ text: t.notBuilt(turn.lang, name, phone) });
    }
    if (!flow.may(turn.actor)) return turn.reply({ text: t.mayNot(turn.lang, name, phone) });
    await this.#run(turn, flow, read);
  }

  async #helper(turn: TurnState, wanted = true): Promise<[string, string]> {
    if (!wanted) return ['', ''];
    const { name, phone } = await this.#ports.helper(turn);
    return [name, phone];
  }

  async #flow(turn: TurnState, intent: string, ask: Understood): Promise<void> {
    const flow = this.#registry.byIntent.get(intent);
    if (flow) await this.#run(turn, flow, ask);
  }

  async #run(turn: TurnState, flow: Flow<unknown>, ask: Understood): Promise<void> {
    const look =
      flow.look && (flow.lookWhen?.(ask) ?? true) ? (reads: never, by: never) => flow.look!(reads, by, ask) : undefined;
    const before = turn.dialogue.shown;
    await flow.run(turn, ask, this.#look(turn, `flow:${flow.name}`, look));
    // A look-up that shows nothing to point at can still be asked again about something else: "còn các sở thì sao".
    if (turn.dialogue.shown === before && flow.inForm && hasSlots(ask.intent)) turn.shown(ask);
  }

  /** What the look of this key found; gives the turn up for it when it has not run yet. */
  #look(turn: TurnState, key: string, look: ((reads: never, by: never) => Promise<unknown>) | undefined): unknown {
    if (!look) return undefined;
    if (!turn.found.has(key)) {
      const by = { actor: turn.actor, now: turn.now, lang: turn.lang, vocabulary: turn.vocabulary };
      throw new LookFirst(key, (reads) => look(reads as never, by as never));
    }
    return turn.found.get(key);
  }

  /** A question in the middle of a form: answered when a flow may do that there. */
  async #aside(turn: TurnState, text: string): Promise<boolean> {
    const word = reservedWord(text);
    const read: Understood =
      word === 'menu' || word === 'help'
        ? { intent: 'help', confidence: 1, slots: {}, text }
        : this.#asideRead(turn, text);
    const flow = this.#registry.byIntent.get(read.intent);
    // Words that fit nothing are an answer that does not fit here, unless they ask.
    if (read.intent === 'out_of_scope' && !looksLikeQuestion(text)) return false;
    if (!flow && read.confidence >= clear) {
      await this.#act(turn, read);
      return true;
    }
    if (read.confidence < sure || !flow?.inForm || !flow.may(turn.actor)) return false;
    await this.#run(turn, flow, read);
    return true;
  }

  #asideRead(turn: TurnState, text: string): Understood {
    const follow = meantBy(turn, text, this.#by(turn));
    return follow?.is === 'ask' ? follow.ask : this.#read(turn, text);
  }

  async #press(turn: TurnState, button: number, pressed: { chat: string; say: Say } | undefined): Promise<void> {
    const call = pressed?.say.buttons?.flat()[button]?.call;
    if (!pressed || !call) return turn.reply({ text: t.staleButton(turn.lang) });
    if (pressed.chat !== turn.chat.id) return turn.reply({ text: t.foreignButton(turn.lang) });
    await this.#call(turn, call.action, call.args);
  }

  /** Runs an action by its name. The action itself checks that it may. */
  async #call(turn: TurnState, name: string, args: Json): Promise<void> {
    const action = this.#actions.get(name);
    if (!action) return turn.reply({ text: t.staleButton(turn.lang) });
    const key = `action:${name}:${JSON.stringify(args)}`;
    const before = turn.dialogue.open;
    const replies = turn.replies.length;
    await action.run(turn, args, this.#look(turn, key, action.look && ((reads, by) => action.look!(reads, by, args))));
    // A press that acts leaves the open question open: it is asked again under the answer, so that the form goes on.
    const stays = before && turn.dialogue.open === before && !name.startsWith('form.') && turn.replies.length > replies;
    if (stays) await this.engine.again(turn);
  }

  async #continue(turn: TurnState, text: string): Promise<void> {
    const frame = turn.dialogue.suspended;
    if (frame) return this.engine.open(turn, frame.form, { draft: frame.draft });
    const flow = this.#registry.byIntent.get('drafts');
    if (flow?.may(turn.actor)) return this.#run(turn, flow, { intent: 'drafts', confidence: 1, slots: {}, text });
    turn.reply({ text: formTexts.nothingOpen(turn.lang) });
  }

  #notForThisQuestion(turn: TurnState, question: OpenQuestion): boolean {
    return (
      question.chat !== turn.chat.id ||
      turn.inbound.sentAt.epochMilliseconds < question.askedAt.epochMilliseconds - olderByMs
    );
  }

  /** Typed in another chat, or before the question was asked: answered if it is a question, else shown with what is open. */
  async #doubtful(turn: TurnState, text: string, question: OpenQuestion): Promise<void> {
    const elsewhere = question.chat !== turn.chat.id;
    if ((looksLikeQuestion(text) || elsewhere) && (await this.#aside(turn, text))) return;
    const form = await this.engine.current(turn);
    if (!form) return;
    const { of, frame } = form;
    const { lang } = turn;
    turn.dialogue.kept = text;
    const field = frame.field ? (of.spec.fields[frame.field]?.label(lang) ?? '') : formTexts.review(lang);
    const args = { draft: of.draft.id, field: frame.field };
    turn.ask(
      {
        text: [
          ...(elsewhere ? formTexts.openElsewhere(lang, of.spec.title(lang), field) : []),
          ...formTexts.useAsAnswer(lang, text, elsewhere),
        ],
        buttons: [
          [
            { label: formTexts.use(lang), call: { action: 'form.use-kept', args }, way: true },
            {
              label: elsewhere ? formTexts.goOnHere(lang) : formTexts.dontUse(lang),
              call: { action: 'form.drop-kept', args },
              way: true,
            },
          ],
        ],
      },
      'text',
    );
  }

  /** The answers to "use this as the answer?", and to a letter that says otherwise than the draft. */
  #keptActions(): readonly Action[] {
    const take = (name: string, use: boolean | 'letter'): Action => ({
      name,
      run: async (plain, args) => {
        const turn = plain as TurnState;
        const text = turn.dialogue.kept;
        turn.dialogue.kept = null;
        const { field } = args as { field: string | null };
        if (!turn.dialogue.open) return turn.reply({ text: formTexts.nothingOpen(turn.lang) });
        if (!use || text === null || turn.dialogue.open.field !== field) return this.engine.again(turn);
        if (use === 'letter') return this.engine.takeLetter(turn, text);
        const word = reservedWord(text);
        await (word ? this.engine.command(turn, word, text) : this.engine.answer(turn, { kind: 'text', text }, true));
      },
    });
    const leave: Action = {
      name: 'form.leave-kept',
      run: async (plain) => {
        const turn = plain as TurnState;
        const text = turn.dialogue.kept;
        turn.dialogue.kept = null;
        const form = turn.dialogue.open && (await this.engine.current(turn));
        if (form) this.engine.pause(turn, form.of);
        if (text !== null) await this.#act(turn, this.#read(turn, text));
      },
    };
    return [leave, take('form.use-kept', true), take('form.drop-kept', false), take('form.take-letter', 'letter')];
  }
}
