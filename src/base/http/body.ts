import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/**
 * The body of a request, piece by piece, refused as soon as it is larger than `atMost` bytes.
 * @throws Refusal 413
 */
export async function* bodyBytes(request: Request, atMost: number): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new Refusal(413, 'too_large', {
      vi: `Dữ liệu quá lớn (tối đa ${size(atMost)}).`,
      en: `Too large (at most ${size(atMost)}).`,
    });
  if (Number(request.headers.get('content-length') ?? 0) > atMost) throw tooLarge();
  if (!request.body) return;
  let seen = 0;
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    seen += piece.length;
    if (seen > atMost) throw tooLarge();
    yield piece;
  }
}

const size = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`;

/**
 * Reads a JSON body of at most `atMost` bytes (default 64 KB) and checks it. NUL characters are taken out of every text and
 * halves of characters replaced: the database can't store them.
 * @throws Refusal 413, 415, 400 (no JSON) or 422 (JSON of another shape, the first fault named)
 */
export async function readJson<T>(c: Context, schema: z.ZodType<T>, atMost = 64 * 1024): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal(415, 'not_json', { vi: 'Chỉ nhận JSON.', en: 'Only application/json is taken here.' });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of bodyBytes(c.req.raw, atMost)) pieces.push(piece);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)), storable);
  } catch {
    throw new Refusal(400, 'bad_json', { vi: 'Dữ liệu không phải JSON hợp lệ.', en: 'The body is not valid JSON.' });
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const fault = read.error.issues[0];
  const where = fault?.path.length ? `"${fault.path.join('.')}": ` : '';
  const what = `${where}${fault?.message ?? 'wrong shape'}`;
  throw new Refusal(422, 'wrong_shape', {
    vi: `Dữ liệu không đúng dạng (${what}).`,
    en: `Not in the right shape (${what}).`,
  });
}

const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
