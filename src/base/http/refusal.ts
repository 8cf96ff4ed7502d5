import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A sentence in both languages; the page shows the one that it speaks. */
export interface Says {
  readonly vi: string;
  readonly en: string;
}

/** What a request was refused for: a status, a code for programs, a sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly says: Says;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(status: ContentfulStatusCode, code: string, says: Says, retryAfter?: number) {
    super(says.en);
    this.status = status;
    this.code = code;
    this.says = says;
    this.retryAfter = retryAfter;
  }
}

const nowhere: Says = { vi: 'Không có địa chỉ này.', en: 'There is no such address.' };
const brokenOff: Says = { vi: 'Yêu cầu bị ngắt giữa chừng.', en: 'The request was broken off.' };
const ourFault: Says = { vi: 'Hệ thống gặp lỗi, xin thử lại.', en: 'Something broke on our side, please try again.' };

/**
 * Answers refusals, unknown addresses and our own bugs with a JSON sentence in both languages. `broken` hears about the bugs;
 * the person reads only that it was ours.
 */
export function answerErrors(app: Hono, broken: (error: unknown, path: string) => void): void {
  app.notFound((c) => c.json({ code: 'not_found', says: nowhere }, 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) {
      if (error.retryAfter !== undefined) c.header('retry-after', String(error.retryAfter));
      return c.json({ code: error.code, says: error.says }, error.status);
    }
    // The visitor left in the middle: nobody reads the answer and nothing is broken.
    if (c.req.raw.signal.aborted) return c.json({ code: 'gone', says: brokenOff }, 400);
    broken(error, c.req.path);
    return c.json({ code: 'our_fault', says: ourFault }, 500);
  });
}
