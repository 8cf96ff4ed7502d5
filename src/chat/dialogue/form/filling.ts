import type { RichText } from '../../messaging/rich-text.ts';
import type { Draft } from '../types.ts';
import type { TurnState } from '../unit/turn.ts';
import { fieldContext, isComplete, type Reading, setAnswer } from './answers.ts';
import * as t from './texts.ts';

/** What one text says about several questions of a form, and how it gets into the draft. */

/** Counts a change of the draft once a turn. */
export const touch = (turn: TurnState, draft: Draft) => {
  if (!turn.changed.has(draft)) draft.version += 1;
  draft.updatedAt = turn.now;
  turn.changed.add(draft);
};

/** What a form sees when it reads a text for all its questions. */
export const around = (turn: TurnState, of: Reading) => ({
  now: turn.now,
  lang: turn.lang,
  actor: turn.actor,
  vocabulary: turn.vocabulary,
  answers: of.answers as never,
});

/** Whether a message may hold answers to several questions: a cheap test, since reading a whole need costs. */
export function isPaste(text: string, free: boolean): boolean {
  if (
    text.length >= 140 ||
    text.includes('\n') ||
    /^\s*(?:kính gửi|kinh gui|dear (?:sir|madam|department))/iu.test(text)
  )
    return true;
  return (
    free &&
    text.length >= 25 &&
    /\d\s*(tr|triệu|trieu|tỷ|tỉ|ty|usd|đồng|dong|nghìn|million|billion)(?!\p{L})/iu.test(text)
  );
}

/** What a text says of the form's questions, by their names. */
export const understood = (turn: TurnState, of: Reading, text: string): Readonly<Record<string, unknown>> =>
  of.spec.understand?.(text, around(turn, of)) ?? {};

/**
 * Fills what the text says about fields that have no answer yet (and about `current`; about all where it replaces).
 * @returns the names that were filled; nothing is, where fewer than `atLeast` are said.
 */
export function fill(
  turn: TurnState,
  of: Reading,
  text: string,
  { current, replace = false, atLeast = 1 }: { current?: string; replace?: boolean; atLeast?: number } = {},
): string[] {
  const said = understood(turn, of, text);
  const filled = Object.keys(said).filter((name) => {
    const field = Object.hasOwn(of.spec.fields, name) ? of.spec.fields[name] : undefined;
    if (said[name] === undefined || !field) return false;
    return replace || name === current || !isComplete(field, of.answers[name], of.answers);
  });
  if (filled.length < atLeast) return [];
  for (const name of filled) setAnswer(of, name, said[name]);
  touch(turn, of.draft);
  return filled;
}

/** What an answer to `asked` says of other questions, by their names. */
export function besides(
  turn: TurnState,
  of: Reading,
  text: string,
  asked: string,
): readonly (readonly [string, unknown])[] {
  const said = of.spec.besides?.(text, asked, around(turn, of));
  return Object.entries(said ?? {}).filter(([name]) => name !== asked && Object.hasOwn(of.spec.fields, name));
}

/** "nông nghiệp, ở xã Co Mạ": takes what was said of other questions (`besides`) that have no answer; the names of those. */
export function takeBesides(
  turn: TurnState,
  of: Reading,
  text: string,
  said: readonly (readonly [string, unknown])[],
): string[] {
  const taken: string[] = [];
  for (const [name, value] of said) {
    const field = of.spec.fields[name]!;
    if (isComplete(field, of.answers[name], of.answers)) continue;
    // What is there in part is completed by the field itself.
    const partial = of.answers[name] !== undefined;
    const reading = partial ? field.read({ kind: 'text', text }, fieldContext(of, name, turn)) : { ok: value };
    if (!('ok' in reading)) continue;
    setAnswer(of, name, reading.ok);
    taken.push(name);
  }
  if (taken.length > 0) touch(turn, of.draft);
  return taken;
}

/** Words (`besides`) that only say what another question was answered with before: how that reads now, and how it is changed. */
export function answeredBefore(
  turn: TurnState,
  of: Reading,
  said: readonly (readonly [string, unknown])[],
): RichText | null {
  const [name] = said.find(([other]) => of.answers[other] !== undefined) ?? [];
  if (name === undefined) return null;
  const field = of.spec.fields[name]!;
  return t.answeredBefore(turn.lang, field.label(turn.lang), field.show(of.answers[name], turn.lang));
}
