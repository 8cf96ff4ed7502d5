import { localDay } from '../../../base/time/zone.ts';
import type { RichText } from '../../../chat/messaging/rich-text.ts';
import type { Lang } from '../../../chat/text.ts';
import type { CertificateView, PartnerFacts, PartnerView } from '../types.ts';
import { stateMark, stateWord } from '../words.ts';
import { areaLine, certificateLines, paperLines, requestLine } from './certificate.ts';
import { fileParts } from './file.ts';
import { type CardPart, pages, screen } from './fit.ts';
import { cardName, cardNames } from './name.ts';
import { districtsLine, fieldsLine, footerLine, lastContactLine, runningLine } from './parts.ts';

const part = (rank: number, ...lines: (string | null | undefined | false)[]): CardPart => ({
  rank,
  lines: lines.filter((line): line is string => Boolean(line)),
});

/**
 * The status card of an entry: what its reader may see. The first screen is the answer; more screens stand behind [Xem đủ].
 * Always on the first: the state with its days, and how old the entry is; then a renewal in progress, and what runs.
 */
export const cardPages = (view: PartnerView, now: Temporal.Instant, lang: Lang): readonly RichText[] =>
  pages(view.facts.kind === 'ngo' ? ngoParts(view, now, lang) : otherParts(view, now, lang));

/** Mark, name and what follows it, on one line where a shorter form of the name allows. */
function heading(of: PartnerFacts, lang: Lang, mark: string | null, tail: string | null): string {
  const forms = cardNames(of, lang).map((name) => [mark, name, tail && `– ${tail}`].filter(Boolean).join(' '));
  return forms.find((form) => form.length <= screen.columns) ?? forms.at(-1)!;
}

function ngoParts(view: PartnerView, now: Temporal.Instant, lang: Lang): CardPart[] {
  const { facts, certificate } = view;
  const vi = lang === 'vi';
  const country = vi ? facts.countryVi : facts.country;
  const official = vi ? (facts.nameVi ?? facts.nameEn) : facts.nameEn;
  const open = certificate === undefined;
  // English says the state in the heading, Vietnamese the country.
  const tail = vi || open ? country : certificate && stateWord[certificate.state]('en');
  const mark = open ? null : certificate ? stateMark[certificate.state] : '⚪';
  const head = heading(facts, lang, mark, tail);
  return [
    part(0, head),
    part(7, !head.includes(official) && official, tail !== country && country),
    ...(open ? [] : statusParts(view, certificate, now, lang)),
    part(4, fieldsLine(facts, lang)),
    ...(view.detail === 'full' && facts.formerDistricts.length > 0 ? [part(6, districtsLine(facts, lang))] : []),
    ...(view.running ? [part(2, runningLine(view.running, view.grants ?? 0, lang))] : []),
    ...(view.lastContact === undefined ? [] : [part(5, lastContactLine(view.lastContact, lang))]),
    ...(open ? [part(1, hiddenStatusLine[lang])] : []),
    ...fileParts(view, lang),
    part(0, footerLine(facts, now, lang)),
  ].filter((p) => p.lines.length > 0);
}

const hiddenStatusLine = {
  vi: 'Tình trạng đăng ký: xem được sau khi liên kết tài khoản (gõ “liên kết”).',
  en: 'Registration status: shown once your account is linked (type “link”).',
} as const;

function statusParts(
  { detail, here, request }: PartnerView,
  certificate: CertificateView | null,
  now: Temporal.Instant,
  lang: Lang,
): CardPart[] {
  const state = part(0, ...certificateLines(certificate, localDay(now), lang));
  if (!certificate) return [state];
  return [
    state,
    part(1, request && requestLine(request, lang)),
    part(3, areaLine(certificate, here, lang)),
    part(9, ...(detail === 'full' ? paperLines(certificate, lang) : [])),
  ];
}

function otherParts(view: PartnerView, now: Temporal.Instant, lang: Lang): CardPart[] {
  const { facts } = view;
  const vi = lang === 'vi';
  const tools = facts.tools.map(
    (tool) => ((vi && tool.vi) || tool.name) + (tool.confirmed ? '' : vi ? ' (chưa xác minh)' : ' (not verified)'),
  );
  const none = vi ? 'chưa có thông tin' : 'no information';
  return [
    part(0, cardName(facts, lang), vi ? facts.natureVi : facts.natureEn),
    ...(facts.kind === 'mission'
      ? [part(1, `${vi ? 'Viện trợ quy mô nhỏ' : 'Small grants'}: ${tools.join('; ') || none}`)]
      : []),
    ...(facts.kind === 'mission' && facts.fields.length > 0 ? [part(4, fieldsLine(facts, lang))] : []),
    ...(view.running && view.grants ? [part(2, runningLine(view.running, view.grants, lang))] : []),
    ...(view.lastContact === undefined ? [] : [part(3, lastContactLine(view.lastContact, lang))]),
    ...fileParts(view, lang),
    part(0, footerLine(facts, now, lang)),
  ].filter((p) => p.lines.length > 0);
}
