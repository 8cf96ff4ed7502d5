import type { z } from 'zod';
import { Secret } from '../secrets/secret.ts';

/** One setting: how its text is read, and what a person needs to know to set it right. */
export interface Setting<T = unknown, I extends string | null = string | null> {
  readonly group: string;
  /** One or two sentences for `.env.example`. */
  readonly help: string;
  /** Ends the sentence "… must be". */
  readonly expects: string;
  readonly example: string;
  /** What holds while it is unset, as it would be written; null: nothing, or decided by other settings (help says how). */
  readonly initial: I;
  /** Never shown, and may also be given as NAME_FILE. */
  readonly secret: boolean;
  readonly schema: z.ZodType<T, string>;
}

/** What a list of settings reads to; null where a setting is unset and has no initial value. */
export type Values<S extends Record<string, Setting>> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T, infer I> ? (I extends string ? T : T | null) : never;
};

type About<I> = { help: string; expects: string; example: string; initial: I };

/** Makes settings of one group of `.env.example`. */
export const inGroup =
  (group: string) =>
  <T, I extends string | null>(schema: z.ZodType<T, string>, about: About<I>): Setting<T, I> => ({
    group,
    schema,
    secret: false,
    ...about,
  });

/** Wraps what a setting reads in a `Secret`, and lets it come from a file. */
export const secret = <T>(of: Setting<T, null>): Setting<Secret<T>, null> => ({
  ...of,
  secret: true,
  schema: of.schema.transform((value) => new Secret(value)) as unknown as z.ZodType<Secret<T>, string>,
});
