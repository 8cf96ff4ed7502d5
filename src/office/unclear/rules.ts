/** How long words that were not understood are kept: long enough for a vocabulary to grow from a whole round of needs. */
export const keptDays = 180;
/** And at most as many rows, the newest: what somebody sends on purpose must not fill the store. */
export const mostKept = 20_000;
/** Longer texts are letters, not wishes; their beginning says what was wanted. */
export const mostText = 300;
/** As many lines as one file takes: it is written inside the turn. */
export const mostExported = 2_000;
/** Entries on a screen. */
export const perPage = 4;
