/**
 * What the year's plan asks for (Plan 167/KH-UBND of 23/12/2016, the pattern of the later ones): the list introduced to 5 to 10 NGOs, relations with 25
 * registered ones, 10 of them running something.
 */
export const planTargets = { introduced: { least: 5, most: 10 }, registered: 25, active: 10 } as const;

/** After so many days without a talk a partner is one to call (our own default). */
export const silentDays = 180;
