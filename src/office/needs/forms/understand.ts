import type { Actor } from '../../../base/access/access.ts';
import { localDay } from '../../../base/time/zone.ts';
import { correctsPart, fold, plainShape, readNeed, type Vocabulary } from '../../../language/index.ts';
import type { NeedAnswers } from '../rules/content.ts';
import { fullPeriod, periodFault, periodIsComplete } from '../rules/period.ts';
import { readFigures } from './fields/budget.ts';
import { ownCommune, type PlacesAnswer, placesAnswer } from './fields/places.ts';

/** A text of at most this many characters is an answer to one question, never a whole need. */
const shortAnswer = 24;
/** Longer than this an answer is a letter, which is read as a whole. */
const longAnswer = 140;

/** What a message says about several questions at once. What is unclear stays unclear: it is asked. */
export function understandNeed(
  text: string,
  c: { readonly vocabulary: Vocabulary; readonly now: Temporal.Instant; readonly actor: Actor },
): NeedAnswers & { readonly places?: PlacesAnswer } {
  if (text.length <= shortAnswer) return {};
  const read = readNeed(text, c);
  const said = read.places && placesAnswer(read.places, c.vocabulary);
  // "xã tôi cần nước sạch": the commune that the writer answers for.
  const places = said ?? (ownPlace.test(fold(text)) ? ownCommune(c) : undefined);
  // Which figure follows from the others, and whether a counterpart of nothing was said, is found in the words.
  const figures = read.money && readFigures(text);
  const budget = figures && Object.keys(figures).length > 0 ? figures : read.money;
  const period = read.period && !periodFault(read.period) ? read.period : undefined;
  const counts = read.beneficiaries?.filter((b) => Number.isInteger(b.count) && b.count >= 0);
  // "sửa kinh phí thành …" gives the need no new name.
  const corrects = correctsPart(text);
  return {
    ...(read.title && (!corrects || namesTitle.test(fold(text))) && fits(read.title, 10, 250)
      ? { title: read.title }
      : {}),
    ...(read.field ? { field: read.field } : {}),
    ...(read.objective && fits(read.objective, 20, 2000) ? { objective: read.objective } : {}),
    ...(places ? { places } : {}),
    ...(counts?.length ? { beneficiaries: counts } : {}),
    ...(budget ? { budget } : {}),
    ...(period ? { period: periodIsComplete(period) ? fullPeriod(period) : period } : {}),
    ...(read.contact && Object.keys(read.contact).length > 0 ? { contact: read.contact } : {}),
  };
}

const namesTitle = /(?<!\p{L})(?:ten|tieu de|title|name)(?!\p{L})/u;
/**
 * What an answer to `asked` says of other questions by its very words. A day before today, a post's commune ("cán bộ xã Co Mạ") and a number of
 * villages, which are where it is done, say nothing of them.
 */
export function besides(
  text: string,
  asked: string,
  c: { readonly vocabulary: Vocabulary; readonly now: Temporal.Instant },
): NeedAnswers & { readonly places?: PlacesAnswer } {
  if (text.length > longAnswer || !mayNameOthers(text, asked)) return {};
  const read = readNeed(text, c);
  const places = asked !== 'contact' && read.places && placesAnswer(read.places, c.vocabulary);
  const counts = read.beneficiaries?.filter((b) => Number.isInteger(b.count) && b.count > 0);
  const people = counts?.some((b) => b.unit !== 'villages' && b.unit !== 'cooperatives');
  const figures = read.money && readFigures(text);
  const { period, contact } = read;
  const ahead = period?.start && Temporal.PlainDate.compare(period.start, localDay(c.now)) >= 0;
  return {
    ...(places && !places.unclear ? { places } : {}),
    ...(people && counts ? { beneficiaries: counts } : {}),
    ...(figures && Object.keys(figures).length > 0 ? { budget: figures } : {}),
    ...(period && !periodFault(period) && (ahead || (!period.start && period.months))
      ? { period: periodIsComplete(period) ? fullPeriod(period) : period }
      : {}),
    ...(contact?.phone ? { contact } : {}),
  };
}

/**
 * What an answer to another question must hold before it is read for these: reading it whole costs more than all the rest of a turn.
 * Typed with marks or without; "tài trợ" is not "tại", "quanh năm" is a time of the year.
 */
const hints: Readonly<Record<string, RegExp>> = {
  places: /(?<!\p{L})(?:x[aã]|ph[uư][oờ]ng|b[aả]n|t[iỉ]nh|huy[eệ]n|commune|ward|[oở]|t[aạ]i|in|at)(?!\p{L})/u,
  beneficiaries:
    /(?<!\p{L})(?:h[oộ]|ng[uư][oờ]i|h[oọ]c sinh|hs|em|ch[aá]u|tr[eẻ]|ph[uụ] n[uữ]|gi[aá]o vi[eê]n|gia [dđ][iì]nh|d[aâ]n|households?|people|students?|children)(?!\p{L})/u,
  budget:
    /(?:tri[eệ]u|tr|t[yỷiỉ]|[dđ][oồ]ng|ngh[iì]n|ng[aà]n|vn[dđ]|usd|eur|million|billion|kinh ph[ií]|[dđ][oố]i [uứ]ng)(?!\p{L})|[$€]/u,
  period: /(?<!\p{L})(?:th[aá]ng|q[uú][yý]|n[aă]m|tu[aầ]n|months?|years?)(?!\p{L})|20[2-9]\d|\d\/\d/u,
  contact: /\d[\d .-]{7,}\d/u,
};
function mayNameOthers(text: string, asked: string): boolean {
  const low = text.normalize('NFC').toLowerCase();
  return Object.entries(hints).some(
    ([name, hint]) => name !== asked && !(asked === 'contact' && name === 'places') && hint.test(low),
  );
}

/** The own commune, as its people call it. */
const ownPlace = /(?<!\p{L})(?:xa|phuong) (?:toi|em|minh|nha|chung toi|chung em|ta|e)(?!\p{L})|our commune|our ward/u;

const fits = (text: string, min: number, max: number): boolean => {
  const size = [...text].length;
  return size >= min && size <= max;
};

/** Whether an answer to "what is it called?" is a whole letter: money or several sentences are no title. */
export function isLetter(text: string): boolean {
  if (text.length <= 60) return false;
  if (text.includes('\n')) return true;
  // Dictated: "kinh phí tầm tám trăm triệu".
  return money.test(fold(text)) || /[.!?]\s+\p{L}/u.test(text);
}

/** Whether it is a need's number and nothing else: somebody asks for that need, nobody calls a need so. */
export const isCode = (text: string): boolean => /^nc[\s-]*(?:\d{4}[\s-]+)?\d{1,6}[.?!\s]*$/iu.test(text);

const money =
  /(?:\d|(?<!\p{L})(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|chuc|tram|ruoi))\s*(?:trieu|tr|ty|ti|usd|dong)(?!\p{L})/u;

const questionOf = { money: 'budget', count: 'beneficiaries', phone: 'contact' } as const;

/** Which question a text answers by its shape: an amount and nothing else is no objective. */
export const plainAnswer = (text: string): string | null => {
  const shape = plainShape(text);
  return shape && questionOf[shape];
};
