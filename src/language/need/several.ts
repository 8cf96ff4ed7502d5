import { moneyMentions } from '../amounts/mentions.ts';
import { beneficiariesIn } from '../people/beneficiaries.ts';
import { foldKeep } from '../text/fold.ts';
import { scan } from '../text/words.ts';
import { sections } from './labels.ts';

/** How a text names its second need: "Thứ hai:", "Nhu cầu 2.", "2) …" on a line of its own. */
const second =
  /(?:^|[\n.;,] ?)\s{0,3}(?:[-+*•] ?)?(?:(?:(?:nhu cau|du an|de xuat|hang muc|need|project|nc|da)(?: so| thu)? ?(?:0?2|hai|two|ii)|thu (?:hai|2)|hai la|second(?:ly)?(?: need)?)(?![\p{L}\d/]) ?[:.,)-]?|(?<=\n\s{0,3})(?:0?2|ii)[.)/] ?(?=[\p{L}"“]))/gu;

/** Whether a piece of text tells of a need by itself: what it costs, and whom it serves or when. */
function tells(text: string): boolean {
  const s = scan(text);
  if (!moneyMentions(s).some((m) => m.sure && !m.percent)) return false;
  return beneficiariesIn(s).length > 0 || /20[2-9]\d|(?:thang|quy|month)/.test(s.flat);
}

/** A text that tells of several needs, up to the second one. */
export interface FirstNeed {
  readonly first: string;
  /** The others, from the second on; empty where one need only is told of. */
  readonly rest: string;
}

/** Cuts a text that tells of several needs before the second of them. Both must say what they cost, so that no list of works is cut. */
export function firstNeed(text: string): FirstNeed {
  const flat = foldKeep(text);
  for (const m of flat.matchAll(second)) {
    const at = m.index + (/^[\n.;,]/.test(m[0]) ? 1 : 0);
    // "2. Địa điểm: …" is a line of one form.
    if (sections(flat.slice(at, at + 80)).some((x) => x.labelStart < 6 && x.part !== 'title')) continue;
    const [first, rest] = [text.slice(0, at), text.slice(at)];
    if (tells(first) && tells(rest)) return { first, rest };
  }
  // A second form beneath the first.
  const forms = sections(flat);
  const titles = forms.filter((x) => x.part === 'title');
  for (const next of titles.slice(1)) {
    const has = (from: number, until: number) =>
      forms.some((x) => x.part === 'budget' && x.labelStart > from && x.labelStart < until);
    if (has(titles[0]!.labelStart, next.labelStart) && has(next.labelStart, flat.length))
      return { first: text.slice(0, next.labelStart), rest: text.slice(next.labelStart) };
  }
  return { first: text, rest: '' };
}
