import { dateWords } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Lang } from '../../../chat/text.ts';
import { criteria } from '../schema.ts';
import type { FileView, PartnerView } from '../types.ts';
import { criterionWord, relationWord } from '../words.ts';
import { type CardPart, cut } from './fit.ts';

/**
 * What stands behind [Xem đủ]: address and website; for officers also who looks after it, how far the relation and the check of the five criteria
 * have come, and from when the figures are.
 */
export function fileParts({ facts, file, certificate, grants }: PartnerView, lang: Lang): CardPart[] {
  const vi = lang === 'vi';
  const parts: readonly (readonly [rank: number, line: string | null | undefined])[] = [
    [10, facts.address && `${vi ? 'Địa chỉ' : 'Address'}: ${cut(facts.address, 110)}`],
    [11, facts.website && `${vi ? 'Trang web' : 'Website'}: ${cut(facts.website, 70)}`],
    [12, file && relationLine(file, lang)],
    [13, file?.officer && `${vi ? 'Cán bộ phụ trách' : 'Officer in charge'}: ${cut(file.officer, 30)}`],
    [
      14,
      file?.introducedOn && `${vi ? 'Giới thiệu danh mục' : 'List introduced'}: ${dateWords(file.introducedOn, lang)}`,
    ],
    [15, file && facts.kind === 'ngo' ? criteriaLine(file, lang) : null],
    [16, file && datesLine({ file, certificate: certificate?.updatedAt ?? null, grants: Boolean(grants) }, lang)],
  ];
  return parts.flatMap(([rank, line]) => (line ? [{ rank, lines: [line] }] : []));
}

function relationLine(file: FileView, lang: Lang): string {
  const why = file.relationReason ? ` (${cut(file.relationReason, 70)})` : '';
  return `${lang === 'vi' ? 'Quan hệ' : 'Relation'}: ${relationWord[file.relation](lang)}${why}`;
}

/** "Tiêu chí: đạt 3/5; chưa xem: tiềm lực, thiện chí". */
function criteriaLine(file: FileView, lang: Lang): string {
  const vi = lang === 'vi';
  const named = (state: 'met' | 'not_met' | undefined) =>
    criteria.filter((one) => file.criteria[one] === state).map((one) => criterionWord[one](lang));
  const failed = named('not_met');
  const open = named(undefined);
  if (open.length === criteria.length) return vi ? 'Tiêu chí lựa chọn: chưa xem xét' : 'Criteria: not looked at';
  const found = file.criteriaAt ? ` (${dateWords(localDay(file.criteriaAt), lang)})` : '';
  return [
    `${vi ? 'Tiêu chí lựa chọn: đạt' : 'Criteria: met'} ${named('met').length}/${criteria.length}${found}`,
    ...(failed.length > 0 ? [`${vi ? 'chưa đạt' : 'not met'}: ${failed.join('; ')}`] : []),
    ...(open.length > 0 ? [`${vi ? 'chưa xem xét' : 'not looked at'}: ${open.join('; ')}`] : []),
  ].join(', ');
}

/** From when the figures are: each line of a card comes from a row that was written on a day. */
function datesLine(
  { file, certificate, grants }: { file: FileView; certificate: Temporal.Instant | null; grants: boolean },
  lang: Lang,
): string | null {
  const vi = lang === 'vi';
  const day = (at: Temporal.Instant) => dateWords(localDay(at), lang);
  const parts = [
    ...(certificate ? [`${vi ? 'giấy đăng ký' : 'certificate'} ${day(certificate)}`] : []),
    ...(grants && file.grantsAt ? [`${vi ? 'dự án' : 'projects'} ${day(file.grantsAt)}`] : []),
  ];
  return parts.length > 0 ? `${vi ? 'Số liệu ghi' : 'Recorded'}: ${parts.join(', ')}` : null;
}
