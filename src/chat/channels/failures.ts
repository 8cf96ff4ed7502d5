/** What to do after a send that failed. `other_channel`: this one won't take it, however often it is tried. */
export type Retry = 'no' | 'later' | 'other_channel';

/** One way in which a send can fail. `operator` is for logs and the operator's page; `user` for the officer who waits. */
export interface Failure {
  readonly retry: Retry;
  readonly operator: string;
  readonly user: { readonly vi: string; readonly en: string };
}

/** A channel's catalogue: code → failure. A platform's folder has its own, typed by this, and main hands in the union. */
export type Failures = Readonly<Record<string, Failure>>;

/** What can happen on every channel; the web chat and the phones of the demonstration need no more. */
export const failures = {
  blocked: {
    retry: 'other_channel',
    operator: 'The person has blocked the bot or deleted the chat.',
    user: {
      vi: 'Người nhận đã chặn hoặc đã xóa cuộc trò chuyện.',
      en: 'The recipient blocked the chat or deleted it.',
    },
  },
  not_found: {
    retry: 'other_channel',
    operator: 'The platform does not know this chat any more.',
    user: { vi: 'Tài khoản nhận không còn tồn tại.', en: 'The receiving account no longer exists.' },
  },
  answer_lost: {
    retry: 'later',
    operator: 'The platform did not answer in time: it may or may not have sent the message.',
    user: { vi: 'Chưa rõ tin đã tới hay chưa.', en: 'It is not known whether the message arrived.' },
  },
  platform_away: {
    retry: 'other_channel',
    operator: 'The platform can’t be reached from here.',
    user: { vi: 'Nền tảng đang không liên lạc được.', en: 'The platform cannot be reached.' },
  },
  refused: {
    retry: 'no',
    operator: 'The platform refused the content of the message. This is a fault in how we render it.',
    user: { vi: 'Nền tảng không nhận nội dung tin này.', en: 'The platform did not take this message.' },
  },
  file_refused: {
    retry: 'other_channel',
    operator: 'The platform does not take a file of this type or size.',
    user: { vi: 'Kênh này không gửi được tệp loại này.', en: 'This channel cannot send a file of this kind.' },
  },
  file_gone: {
    retry: 'no',
    operator: 'The file of this message could not be read from the store.',
    user: { vi: 'Tệp đính kèm không còn.', en: 'The attached file is gone.' },
  },
} as const satisfies Failures;

/** A code that every channel may give as `why`. */
export type FailureCode = keyof typeof failures;

/** Looks a code up in the common catalogue and those given; a code that nobody lists reads as what it is. */
export function failureOf(why: string, ...more: readonly Failures[]): Failure {
  for (const catalogue of [failures as Failures, ...more]) {
    if (Object.hasOwn(catalogue, why)) return catalogue[why]!;
  }
  return {
    retry: 'no',
    operator: `The channel gave a code that no catalogue lists: ${why}.`,
    user: { vi: `Gửi không thành công (${why}).`, en: `Sending failed (${why}).` },
  };
}
