/** What can go wrong between the Bot API and us. Rates from 0 to 1, drawn for each call. All off at first. */
export interface Faults {
  /** Nobody answers: every connection is cut before anything is read. */
  away: boolean;
  /** Calls that are answered with 502; half of them took effect all the same. */
  serverErrors: number;
  /** Connections that are cut instead of an answer; half of the calls took effect. */
  cuts: number;
  /** Sends that took effect and whose answer is cut: all of them. */
  answersLost: boolean;
  /** Updates that are handed out once more after they were confirmed. */
  duplicates: number;
  /** Sends that are answered with 429 and one second. */
  limited: number;
  /** Sends are answered with 429 until this moment (performance.now). */
  limitedUntil: number;
  /** Every call is answered with 401. */
  tokenRevoked: boolean;
  /** Another program fetches too: each fetch is answered with 409. */
  otherPoller: boolean;
  /** An HTML page instead of the Bot API, as a carrier that blocks it gives. */
  blockPage: boolean;
  /** Presses reach the webhook before messages that were sent earlier. */
  overtaking: boolean;
}

export const noFaults: Readonly<Faults> = {
  away: false,
  serverErrors: 0,
  cuts: 0,
  answersLost: false,
  duplicates: 0,
  limited: 0,
  limitedUntil: 0,
  tokenRevoked: false,
  otherPoller: false,
  blockPage: false,
  overtaking: false,
};

/** What happens to one call. `after`: it takes effect first. */
export interface Fate {
  readonly how: 'well' | 'error' | 'cut';
  readonly after: boolean;
}

/** Draws what happens to a call; `random` from 0 to 1. */
export function fateOf(faults: Faults, sends: boolean, random: () => number): Fate {
  if (faults.away) return { how: 'cut', after: false };
  if (sends && faults.answersLost) return { how: 'cut', after: true };
  const drawn = random();
  const after = random() < 0.5;
  if (drawn < faults.serverErrors) return { how: 'error', after };
  if (drawn < faults.serverErrors + faults.cuts) return { how: 'cut', after };
  return { how: 'well', after: true };
}
