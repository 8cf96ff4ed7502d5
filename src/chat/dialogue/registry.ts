import type { FormSpec } from './form/types.ts';
import type { Action, Flow, Slice, TaskKind } from './types.ts';

/** Everything that the slices brought, by name. */
export interface Registry {
  readonly forms: ReadonlyMap<string, FormSpec>;
  readonly flows: ReadonlyMap<string, Flow<unknown>>;
  /** A flow by each intent that means it; one that none means, by its own name: its command reads as that. */
  readonly byIntent: ReadonlyMap<string, Flow<unknown>>;
  readonly byCommand: ReadonlyMap<string, Flow<unknown>>;
  readonly actions: ReadonlyMap<string, Action<unknown>>;
  readonly notices: ReadonlyMap<string, NonNullable<Slice['notices']>[string]>;
  readonly tasks: ReadonlyMap<string, TaskKind>;
  readonly signals: ReadonlyMap<string, NonNullable<Slice['signals']>[string]>;
  readonly onFiles: readonly NonNullable<Slice['onFiles']>[];
}

/** Puts the slices together. @throws when two of them use one name: a mistake of ours, found at the start. */
export function registry(slices: readonly Slice[]): Registry {
  const once = <T>(what: string, entries: readonly (readonly [string, T])[]): Map<string, T> => {
    const map = new Map<string, T>();
    for (const [name, value] of entries) {
      if (map.has(name)) throw new Error(`two slices bring the ${what} ${name}`);
      map.set(name, value);
    }
    return map;
  };
  const flows = slices.flatMap((s) => s.flows ?? []) as Flow<unknown>[];
  return {
    forms: once(
      'form',
      slices.flatMap((s) => s.forms ?? []).map((f) => [f.name, f]),
    ),
    flows: once(
      'flow',
      flows.map((f) => [f.name, f]),
    ),
    byIntent: once(
      'intent',
      flows.flatMap((f) => (f.intents.length > 0 ? f.intents : [f.name]).map((i) => [i, f] as const)),
    ),
    byCommand: once(
      'command',
      flows.flatMap((f) => (f.command ? [[f.command, f] as const] : [])),
    ),
    actions: once(
      'action',
      (slices.flatMap((s) => s.actions ?? []) as Action<unknown>[]).map((a) => [a.name, a]),
    ),
    notices: once(
      'notice',
      slices.flatMap((s) => Object.entries(s.notices ?? {})),
    ),
    tasks: once(
      'task',
      slices.flatMap((s) => s.tasks ?? []).map((t) => [t.kind, t]),
    ),
    signals: once(
      'signal',
      slices.flatMap((s) => Object.entries(s.signals ?? {})),
    ),
    onFiles: slices.flatMap((s) => (s.onFiles ? [s.onFiles] : [])),
  };
}
