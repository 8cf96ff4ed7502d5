import type { Json } from '../../../base/json.ts';
import type { Vocabulary } from '../../../language/index.ts';
import { joinPlaces } from '../forms/fields/places.ts';
import { submitNeedForm } from '../forms/submit-need.ts';
import type { NeedAnswers } from '../rules/content.ts';
import type { Need } from '../types.ts';

/** A submitted need as answers of the form. */
export function answersOf(n: Need, vocabulary: Vocabulary): NeedAnswers {
  return {
    title: n.title,
    field: n.field,
    objective: n.objective,
    places: joinPlaces(n.places, [], vocabulary),
    beneficiaries: n.beneficiaries,
    budget: {
      budget: n.budget,
      requested_aid: n.requestedAid,
      counterpart: n.counterpart,
      // It was confirmed when it was sent.
      confirmed: n.budget,
      ...(n.other.minor > 0n ? { other: n.other } : {}),
    },
    period: n.period,
    contact: n.contact,
    ...(n.activities ? { activities: n.activities } : {}),
    ...(n.rationale ? { rationale: n.rationale } : {}),
    ...(n.expectedResults ? { expected_results: n.expectedResults } : {}),
    ...(n.aidKind ? { aid_kind: n.aidKind } : {}),
    ...(n.counterpartKind ? { counterpart_kind: n.counterpartKind } : {}),
    ...(n.priority ? { priority: n.priority as 1 | 2 | 3 } : {}),
    ...(n.titleEn ? { title_en: n.titleEn } : {}),
  };
}

/** The same in their stored form: what an edit begins with. */
export function storedAnswers(n: Need, vocabulary: Vocabulary): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(answersOf(n, vocabulary)).map(([name, value]) => [name, submitNeedForm.fields[name]!.store(value)]),
  );
}
