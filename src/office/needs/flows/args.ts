import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';

const id = <K extends string>() => z.custom<Id<K>>(isId);

const shapes = {
  need: z.object({ need: id<'need'>() }),
  edit: z.object({ need: id<'need'>(), field: z.string().nullish() }),
  question: z.object({ question: id<'need_question'>() }),
  undo: z.object({ need: id<'need'>(), no: z.int() }),
  page: z.object({ need: id<'need'>(), page: z.int().min(0).default(0) }),
  begin: z.object({ unit: id<'unit'>(), text: z.string().default('') }),
  list: z.object({ offset: z.int().min(0).default(0) }),
  decision: z.object({ need: id<'need'>(), decision: z.enum(['accept', 'request_revision', 'reject']) }),
  attach: z.object({
    need: id<'need'>(),
    files: z.array(z.object({ file: id<'file'>(), name: z.string(), kind: z.enum(['letter', 'paper', 'photo']) })),
  }),
} as const;

type Shapes = typeof shapes;

/** Arguments of a button, read at the border: they were written by us, perhaps by an older version. Null: no longer readable. */
export function argsOf<K extends keyof Shapes>(kind: K, args: Json): z.output<Shapes[K]> | null {
  return (shapes[kind].safeParse(args).data ?? null) as z.output<Shapes[K]> | null;
}
