import type { Setting, Values } from './setting.ts';

/** Reads a file as text; throws when it can't. */
export type ReadFile = (path: string) => string;

/** The settings as given and as read. */
export interface Reading<S extends Record<string, Setting>> {
  readonly values: Values<S>;
  /** Names that were given, rightly or wrongly: a faulty one must not look unset to the rules between settings. */
  readonly given: ReadonlySet<keyof S & string>;
  /** One line each: what is wrong and what to do. */
  readonly faults: string[];
}

const shown = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

/**
 * Reads every setting from `env`, secrets also from the file that NAME_FILE names (a trailing line break is not part of it).
 * An empty variable is an unset one. Never throws for what an operator wrote: all faults are collected.
 */
export function readSettings<S extends Record<string, Setting>>(
  settings: S,
  env: Readonly<Record<string, string | undefined>>,
  readFile: ReadFile,
): Reading<S> {
  const faults: string[] = [];
  const given = new Set<keyof S & string>();
  const values: Record<string, unknown> = {};

  const text = (name: string, { secret, example }: Setting): string | undefined => {
    const direct = env[name]?.trim() || undefined;
    const path = secret ? env[`${name}_FILE`]?.trim() || undefined : undefined;
    if (direct !== undefined || path !== undefined) given.add(name);
    if (path === undefined) return direct;
    if (direct !== undefined) {
      faults.push(`${name} and ${name}_FILE are both set: remove one of them.`);
      return undefined;
    }
    try {
      const content = readFile(path).trim();
      if (content !== '') return content;
      faults.push(`${name}_FILE names ${shown(path)}, which is empty: write the value into it, like ${example}.`);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
      faults.push(`${name}_FILE names ${shown(path)}, which can't be read (${code}): mend the path or its rights.`);
    }
    return undefined;
  };

  for (const [name, setting] of Object.entries(settings)) {
    const written = text(name, setting);
    const read = written ?? (setting.initial === null ? undefined : setting.initial);
    if (read === undefined) {
      values[name] = null;
      continue;
    }
    const result = setting.schema.safeParse(read);
    values[name] = result.success ? result.data : null;
    if (!result.success) {
      const what = setting.secret ? 'has a value that is not shown here' : `is ${shown(read)}`;
      faults.push(`${name} ${what}; it must be ${setting.expects}. Example: ${name}=${setting.example}`);
    }
  }
  return { values: values as Values<S>, given, faults };
}
