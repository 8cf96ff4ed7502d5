/**
 * What people's words mean: text, a snapshot of the names there are and the present go in, values come out.
 * No I/O, no state. Everything outside this folder imports from here.
 */

export { readBudget } from './amounts/budget.ts';
export { type MoneyRead, readMoney } from './amounts/money.ts';
export { readNumber } from './amounts/number.ts';
export { type FollowUp, followUp, pointsAt, sameDistrict } from './context/follow.ts';
export { type Shown, type ShownKind, shownOf } from './context/shown.ts';
export { correctsPart, startsCorrection } from './correction.ts';
export { fieldNames, rankFields, readField } from './fields/rank.ts';
export {
  type Explained,
  explain,
  hasSlots,
  mayAcknowledge,
  readAs,
  readings,
  type UnderstandContext,
  understand,
} from './intents/understand.ts';
export { type ListSources, listsFrom } from './lists.ts';
export { partNamed } from './need/labels.ts';
export { readNeed } from './need/read.ts';
export { needSlots } from './need/slots.ts';
export { countryNames } from './partners/countries.ts';
export { findPartner } from './partners/find.ts';
export { readBeneficiaries } from './people/beneficiaries.ts';
export { readContact, readPhone } from './people/contact.ts';
export { maskPersonal } from './people/mask.ts';
export { readPlaces } from './places/read.ts';
export { asksWhatIsLeft, looksLikeQuestion } from './question.ts';
export { pickedNumber, reservedWord } from './reserved.ts';
export { plainShape } from './shape.ts';
export { fold, foldKeep, plainWords } from './text/fold.ts';
export { readPeriod } from './time/period.ts';
export { readDay, readSpan } from './time/span.ts';
export * from './types.ts';
export { findUnit } from './units/find.ts';
export { type Vocabulary, vocabulary } from './vocabulary.ts';
