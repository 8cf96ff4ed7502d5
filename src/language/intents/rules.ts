/**
 * Which cues together mean which intent. A rule holds when every word of it does; "a|b" is either, "!a" is none of it. The heaviest rule that holds wins;
 * of equals the one that stands first. Cues are in lexicon.ts; `e_…` are things named (facts.ts); dept, staff, guest are who asks.
 */
export interface Rule {
  readonly intent: string;
  readonly weight: number;
  readonly when: readonly { readonly any: readonly string[]; readonly not: boolean }[];
}

const table: readonly (readonly [intent: string, weight: number, when: string])[] = [
  [
    'submit_need',
    73,
    'want e_field dept !which !q !see !edit !extension !procedure !e_no !ngo !export !deadline !ask !withdraw',
  ],
  ['round_edit', 85, 'extension staff units|e_unit|round !need !called !promised'],
  // After a reminder
  ['no_need', 95, 'reminded no_need'],
  ['ask_extension', 94, 'reminded extension'],
  ['acknowledge', 90, 'reminded ack !no_need !extension !e_money !new_need !ask'],
  ['thanks_smalltalk', 60, 'reminded thanks short'],

  // Account, language, help
  ['out_of_scope', 96, 'inject !need'],
  ['language_switch', 93, 'english language !work !export !need'],
  ['language_switch', 93, 'vietnamese language !work !export !need'],
  ['language_switch', 90, 'english|vietnamese tiny !work'],
  ['who_am_i', 91, 'who q|which !e_code'],
  ['who_am_i', 89, 'who !link'],
  ['link_account', 90, 'link e_code'],
  ['link_account', 86, 'link !ngo !e_ngo !format !need !project !match'],
  ['link_account', 78, 'e_code short !e_ngo !need !edit'],
  ['help', 84, 'help short !e_ngo !e_no !procedure !e_money !urgent !work'],
  ['help', 86, 'help q|which short !e_no !e_money !e_field !procedure !e_ngo !term !need'],
  ['help', 80, 'help !e_ngo !e_no !e_money !need !urgent !term !e_place !work'],
  ['help', 62, 'help guest'],
  ['cancel', 88, 'cancel tiny !e_no !schedule !remind !need !round !thanks'],
  ['cancel', 70, 'cancel short !e_no !schedule !remind !need !round !remind !e_ngo !thanks'],

  // A unit's own needs
  ['withdraw_need', 90, 'withdraw need|e_no|last !ngo !not_submitted'],
  ['withdraw_need', 72, 'withdraw dept'],
  ['no_need', 88, 'no_need !which !remind !match'],
  ['no_need', 86, 'no_need dept !remind'],
  ['no_need', 80, 'no_need e_unit !remind'],
  ['round_status', 86, 'need pending totals|which round staff !e_no !e_field !e_place !see'],
  ['needs_search', 90, 'need submitted which staff e_named_unit !not_submitted !remind !no_need !totals'],
  ['round_status', 90, 'no_need_units which|see|units|totals !remind'],
  ['round_status', 87, 'no_need units which staff !remind !e_named_unit'],
  ['edit_need', 91, 'edit need_part e_no|last into !review_return'],
  ['edit_need', 89, 'edit need_part e_no|last !review_return'],
  ['edit_need', 86, 'edit need e_no|last !review_return'],
  ['edit_need', 84, 'edit need_part into|e_money|e_percent|e_phone|e_time dept !e_ngo !new_need'],
  ['edit_need', 78, 'edit need_part dept !e_ngo !ngo !new_need'],
  ['edit_need', 74, 'edit need dept !new_need'],
  ['edit_need', 70, 'edit e_no dept'],
  ['edit_need', 66, 'need_part into e_money dept !want'],
  ['my_needs', 88, 'e_no state dept'],
  ['my_needs', 86, 'need|last|e_no mine state|see|which|q|submitted !edit !withdraw !new_need !staff'],
  ['my_needs', 84, 'mine submitted which|q|see !extension !staff'],
  ['my_needs', 83, 'need state dept !e_ngo'],
  ['my_needs', 82, 'e_no see|q dept !edit !withdraw !match !procedure'],
  ['my_needs', 80, 'need|last mine dept !edit !new_need !want !withdraw'],
  ['my_needs', 80, 'mine state dept !e_ngo !edit !withdraw !procedure'],
  ['my_needs', 79, 'last state|see|q dept !edit'],
  ['my_needs', 77, 'need see dept !e_field !e_place !new_need !match !export'],
  ['my_needs', 76, 'need submitted dept which|q|see !units'],
  ['my_needs', 74, 'need pending|review_return dept'],
  ['my_needs', 60, 'e_no dept short'],
  ['submit_need', 87, 'new_need e_money|e_place|e_field dept !q !withdraw !edit !which'],
  ['submit_need', 85, 'want e_money e_place|e_field dept !which !see !edit !extension !e_no !ask'],
  ['submit_need', 85, 'new_need dept !q !withdraw !no_need !edit !which !see !deadline !remind !extension'],
  ['submit_need', 81, 'new_need dept !withdraw !no_need !see !deadline !which !extension !state !export'],
  ['submit_need', 83, 'want e_money e_place dept !into !e_no !see !which !procedure !extension'],
  ['submit_need', 80, 'urgent dept work|want !procedure !see !which'],
  ['submit_need', 79, 'want e_money dept !edit !extension !procedure !e_no'],
  ['submit_need', 78, 'want work e_field|e_place dept !edit !extension !procedure !which !e_no !remind !ask !term'],
  ['submit_need', 76, 'work e_money dept !edit !procedure !e_no'],
  ['submit_need', 74, 'want e_field e_place dept !edit !extension !procedure !which !q !e_no'],
  [
    'submit_need',
    72,
    'want work dept !edit !extension !procedure !which !q !e_no !remind !link !help !ngo !export !deadline',
  ],
  ['submit_need', 64, 'urgent dept'],
  ['submit_need', 62, 'e_money e_field|e_place dept !see !which !edit'],
  [
    'submit_need',
    60,
    'new_need staff !which !see !remind !not_submitted !submitted !export !state !q !e_field !totals',
  ],

  // Review and search of needs
  ['need_review', 93, 'review_reject e_no|last staff !see'],
  ['need_review', 92, 'review_return e_no|last staff !see'],
  ['need_review', 91, 'review_accept e_no|last staff !state !see !pending !match !which'],
  ['need_review', 82, 'review_reject need staff !which !see'],
  ['need_review', 81, 'review_return need staff !which !see !remind'],
  ['need_review', 76, 'review_accept need staff !which !see !pending !state !q'],
  ['match_need', 90, 'match e_no ngo|ngo_plural|which'],
  ['match_need', 89, 'match need e_ngo_sure'],
  ['match_need', 88, 'match need ngo|ngo_plural'],
  ['match_need', 87, 'e_no ngo_plural'],
  ['match_need', 86, 'match e_ngo_sure which|need'],
  ['match_need', 82, 'match e_no'],
  ['match_need', 81, 'ngo_plural match e_field|e_place !active'],
  ['needs_search', 91, 'need unmatched !e_no !e_ngo_sure !dept'],
  ['needs_search', 85, 'need pending|late staff !units !dossier !remind'],
  ['needs_search', 84, 'e_no state|see|q staff !match !vt !dossier'],
  ['needs_search', 83, 'need e_range !remind !export'],
  ['needs_search', 87, 'need e_field|e_place totals staff !units !remind !export'],
  ['needs_search', 82, 'need e_field|e_place which|see|q !match !export !remind !ngo_plural !new_need'],
  ['needs_search', 80, 'need e_field|e_place staff !match !export !remind !ngo_plural !e_ngo_sure'],
  ['needs_search', 79, 'need see|which staff !match !export !remind !units !ngo_plural !totals'],
  ['needs_search', 78, 'need state staff !units !match'],
  ['needs_search', 77, 'need see|which guest !match'],
  ['needs_search', 76, 'need e_unit staff !remind !submitted !not_submitted !export !called !promised !no_need'],
  ['needs_search', 74, 'need e_money|e_time staff !remind !export !units !new_need'],
  ['needs_search', 73, 'new_need e_time staff !remind !not_submitted'],
  ['needs_search', 70, 'project see|which guest'],
  ['needs_search', 66, 'e_no short staff'],
  ['needs_search', 58, 'need staff'],
  ['needs_search', 56, 'need which|see dept e_field|e_place'],

  // NGOs and missions
  ['ngo_edit', 93, 'wrong e_ngo_sure card|valid|expire|contacts !need'],
  ['ngo_edit', 92, 'ngo_edit e_ngo_sure !q !state'],
  ['ngo_edit', 340, 'new_fact e_ngo staff !which !need'],
  ['ngo_edit', 320, 'ngo_fact e_ngo_sure staff !q !which !ask !met !need'],
  ['ngo_edit', 320, 'ngo_fact vt staff !q !which !ask !met !need'],
  ['ngo_edit', 91, 'edit e_ngo_sure card|e_time|valid !need !met !log !q'],
  ['ngo_edit', 84, 'edit e_ngo_sure into !need'],
  ['ngo_edit', 83, 'ngo_edit ngo !which !q !need !see'],
  ['ngo_edit', 80, 'ngo_edit e_ngo !need card'],
  ['ngo_expiring', 91, 'expire ngo|ngo_plural|which !e_ngo_sure !need !round !deadline !units'],
  ['ngo_expiring', 84, 'expire e_time !e_ngo_sure !need !round staff !deadline'],
  ['ngo_expiring', 80, 'expire !e_ngo_sure !need !round !deadline staff valid|see'],
  ['ngo_contacts', 90, 'e_ngo_sure contacts !ngo_edit !edit !met !log !match !called'],
  ['ngo_contacts', 72, 'e_ngo contacts !edit !log !need'],
  ['ngo_project_list', 89, 'project e_ngo_sure !met !export !match !edit !dossier'],
  ['ngo_project_list', 87, 'project ngo|ngo_plural e_country !met !log !need'],
  ['ngo_project_list', 84, 'project ngo|ngo_plural which|see !new_need'],
  ['ngo_project_list', 76, 'project see|which staff e_place|e_field|active !need'],
  ['ngo_project_list', 70, 'project e_ngo'],
  ['ngo_status', 87, 'e_ngo_sure valid|expire !edit !dossier !met !project !remind'],
  [
    'ngo_status',
    84,
    'e_ngo_sure about|state|see|q|ask !met !contacts !project !edit !dossier !match !need !remind !export !called',
  ],
  ['ngo_status', 78, 'e_ngo valid|expire !edit !need !units'],
  ['ngo_status', 76, 'e_ngo about|state|see !need !met !units !kpi'],
  ['ngo_status', 72, 'e_ngo_sure short !met !edit'],
  ['ngo_status', 60, 'e_ngo tiny !need'],
  ['ngo_status', 52, 'e_ngo_sure'],
  ['ngo_search', 91, 'ngo|ngo_plural no_project'],
  ['ngo_search', 94, 'ngo|ngo_plural|which expired_still !need'],
  ['ngo_search', 120, 'newly !e_ngo !need !expire'],
  ['ngo_search', 86, 'ngo_plural active|e_field|e_place|e_country|valid !expire !match !met !need !project !log'],
  ['ngo_search', 85, 'ngo|ngo_plural e_country !met !log !need !contacts !mission !ngo_edit'],
  ['ngo_search', 82, 'ngo e_field|e_place see|which|active !need !match !met !expire !export !log'],
  ['ngo_search', 80, 'ngo_plural !expire !match !met !need !export !log !project !remind'],
  ['ngo_search', 75, 'ngo see|which !need !expire !match !met !export !project !log !kpi !procedure'],
  ['ngo_search', 68, 'ngo active e_field|e_place|e_country !need'],
  ['log_contact', 320, 'introduced e_ngo|e_mission|e_country staff !q !which !ask !export'],
  ['log_contact', 93, 'log met e_ngo|e_mission|ngo|mission|e_country !q'],
  ['log_contact', 88, 'met e_ngo_sure|e_mission|mission e_time staff !q !remind !ask !kpi'],
  ['log_contact', 85, 'met e_ngo_sure|e_mission|mission staff !q !remind !ask !which !see !match'],
  ['log_contact', 78, 'met e_ngo|e_country e_time staff !q !ask !remind !kpi'],
  ['log_contact', 76, 'log met staff !e_unit'],
  ['log_contact', 72, 'met ngo e_time staff !q !ask !which !kpi'],
  ['mission_search', 88, 'mission|e_mission contacts|see|which|q|about|ask !met !log !remind !procedure'],
  ['mission_search', 82, 'mission|e_mission !met !log !remind !procedure !met'],
  ['mission_search', 70, 'e_country contacts !ngo'],

  // Rounds and reminders
  ['cancel_reminder', 92, 'cancel_it schedule !need'],
  ['cancel_reminder', 88, 'cancel_it remind !need !not_submitted !round_open staff !met'],
  ['schedule_list', 89, 'schedule see|which|q|ask !cancel_it'],
  ['schedule_list', 84, 'schedule remind !cancel_it !e_unit !not_submitted'],
  ['schedule_list', 76, 'schedule short !cancel_it'],
  ['log_call', 92, 'called promised e_unit|units staff !ask'],
  ['log_call', 90, 'called e_unit staff !remind !ask !contacts'],
  ['log_call', 86, 'e_unit promised staff !remind !q !which !not_submitted !met !need'],
  ['log_call', 82, 'called promised staff !e_ngo_sure !q'],
  ['log_call', 80, 'log called e_unit staff'],
  ['remind', 91, 'remind not_submitted !which !schedule !promised staff'],
  ['remind', 89, 'remind e_unit|units !schedule !cancel_it staff !called'],
  ['remind', 86, 'remind every staff !cancel_it'],
  ['remind', 85, 'remind not_submitted staff'],
  ['remind', 82, 'remind meeting staff !schedule !e_ngo_sure'],
  ['remind', 78, 'remind staff !schedule !cancel_it !q !e_ngo_sure'],
  ['remind', 66, 'remind staff !schedule !cancel_it'],
  ['round_edit', 92, 'round_open round staff !which'],
  ['round_edit', 91, 'round_close round staff !deadline !q'],
  ['round_edit', 90, 'round_extend staff !e_ngo_sure !extension !ngo'],
  ['round_edit', 89, 'round_extend round staff !e_ngo_sure'],
  ['round_edit', 86, 'round_extend e_time staff !e_ngo_sure !ngo'],
  ['round_edit', 84, 'edit deadline staff'],
  ['round_edit', 82, 'edit round e_time staff !remind'],
  ['ask_extension', 90, 'extension dept !procedure !e_no !e_ngo !link'],
  ['ask_extension', 84, 'round_extend dept !ngo !e_ngo'],
  ['ask_extension', 74, 'extension e_time dept'],
  ['round_status', 90, 'units not_submitted !remind !called'],
  ['round_status', 89, 'units overdue !remind'],
  ['round_status', 89, 'units late submitted|which|see !remind'],
  ['round_status', 88, 'units submitted which|q|see|totals|ask !remind !called !mine'],
  ['round_status', 87, 'deadline !remind !edit !round_extend !extension !e_ngo_sure !expire'],
  ['round_status', 85, 'deadline !remind !edit !round_extend !extension !e_ngo_sure'],
  ['round_status', 85, 'totals need|round !export !remind'],
  ['round_status', 84, 'not_submitted which|see|totals|round !remind !called'],
  ['round_status', 83, 'e_unit submitted|not_submitted q|ask !remind !called !promised'],
  ['round_status', 84, 'round state|about staff !remind !edit !round_open !round_extend !no_need !export !e_no'],
  ['round_status', 82, 'submitted which|see totals|round|q !remind !mine !called'],
  ['round_status', 80, 'round state|about|see|q !remind !edit !round_open !round_extend !new_need !no_need !export'],
  ['round_status', 79, 'late|overdue which|see|need !remind !dossier !expire !ngo'],
  ['round_status', 76, 'units pending which|see'],
  ['round_status', 70, 'totals staff !ngo !kpi'],
  ['round_status', 64, 'not_submitted staff short'],

  // Reports, papers, the rest
  ['export', 95, 'export diary'],
  ['export', 92, 'export format'],
  ['export', 88, 'export need|ngo|project|mission|units|round|log !met !q'],
  ['export', 84, 'format see|which|need|ngo|project !edit'],
  ['export', 78, 'export staff !met'],
  ['kpi', 86, 'kpi !ngo_plural !e_ngo_sure !need !dossier'],
  ['kpi', 84, 'kpi staff !e_ngo_sure !dossier !export'],
  ['kpi', 66, 'kpi'],
  ['dossier_status', 91, 'dossier state e_ngo|vt !need'],
  ['dossier_status', 90, 'vt state|q|see|dossier|pending|overdue'],
  ['dossier_status', 88, 'dossier e_ngo_sure !contacts !met'],
  ['dossier_status', 87, 'dossier overdue|pending staff !need !units'],
  ['dossier_status', 82, 'dossier state !need !e_no !procedure'],
  ['dossier_status', 78, 'dossier see|which|q staff !need !e_no !procedure'],
  ['dossier_status', 70, 'vt'],
  ['delegate', 90, 'delegate !ngo_edit !procedure !e_ngo'],
  ['delegate', 80, 'delegate !e_ngo_sure'],
  ['procedure_question', 93, 'howto !e_no !e_ngo_sure !state'],
  ['procedure_question', 90, 'procedure term !e_ngo_sure !e_no'],
  ['procedure_question', 83, 'procedure q|ask !e_ngo_sure !e_no !who !deadline !dossier'],
  ['procedure_question', 81, 'procedure dossier !e_ngo !e_no !vt'],
  ['procedure_question', 80, 'procedure !e_ngo !e_no !need !deadline !state !met'],
  ['procedure_question', 74, 'term q|ask|which !e_no !need !e_ngo !ngo'],
  ['procedure_question', 68, 'procedure !e_ngo'],
  ['thanks_smalltalk', 76, 'thanks short !need !e_no !e_ngo !e_unit !export !remind !q !out'],
  ['thanks_smalltalk', 72, 'thanks short !need !e_no !e_ngo !e_unit !out'],
  ['thanks_smalltalk', 58, 'thanks !long !need !out !q'],
  ['thanks_smalltalk', 40, 'thanks'],
  ['thanks_smalltalk', 46, 'ack short'],
  ['out_of_scope', 71, 'out !need !e_ngo_sure !ngo !e_money !e_no !remind !met !project !procedure !work'],
  ['out_of_scope', 55, 'out !need !e_ngo_sure !e_no !remind'],
];

/** The rules, heaviest first. */
export const rules: readonly Rule[] = table
  .map(([intent, weight, when]) => ({
    intent,
    weight,
    when: when.split(' ').map((w) => ({ not: w.startsWith('!'), any: w.replace('!', '').split('|') })),
  }))
  .sort((a, b) => b.weight - a.weight);

function holds(r: Rule, marks: ReadonlySet<string>): boolean {
  for (const { any, not } of r.when) {
    let found = false;
    for (let i = 0; i < any.length && !found; i++) found = marks.has(any[i]!);
    if (found === not) return false;
  }
  return true;
}

/** The heaviest rule that holds, and the next one that means something else. */
export function judge(marks: ReadonlySet<string>): { best: Rule | null; next: Rule | null } {
  let best: Rule | null = null;
  for (const r of rules) {
    if (best && r.intent === best.intent) continue;
    if (!holds(r, marks)) continue;
    if (best) return { best, next: r };
    best = r;
  }
  return { best, next: null };
}
