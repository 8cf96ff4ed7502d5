import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What a request was refused for: a status, a code for programs, a sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(status: ContentfulStatusCode, code: string, sentence: string, retryAfter?: number) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * Answers refusals, unknown addresses and our own bugs with a JSON sentence. `broken` hears about the bugs;
 * the person reads only that it was ours.
 */
export function answerErrors(app: Hono, broken: (error: unknown, path: string) => void): void {
  app.notFound((c) => c.json({ code: 'not_found', says: 'Không có địa chỉ này. / There is no such address.' }, 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) {
      if (error.retryAfter !== undefined) c.header('retry-after', String(error.retryAfter));
      return c.json({ code: error.code, says: error.message }, error.status);
    }
    // The visitor left in the middle: nobody reads the answer and nothing is broken.
    if (c.req.raw.signal.aborted) return c.json({ code: 'gone', says: 'The request was broken off.' }, 400);
    broken(error, c.req.path);
    return c.json({ code: 'our_fault', says: 'Hệ thống gặp lỗi, xin thử lại. / Something broke on our side.' }, 500);
  });
}
