import { moneyWords } from '../../../base/money/format.ts';
import { dateWords } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Lang } from '../../../chat/text.ts';
import { type Running, unverified } from '../rules/partner.ts';
import type { ContactView, PartnerFacts } from '../types.ts';
import { districtWord, fieldWord } from '../words.ts';
import { capital, cut } from './fit.ts';

/** "Y tế, giáo dục, xã hội". */
export function fieldsLine(of: PartnerFacts, lang: Lang): string {
  if (of.fields.length === 0) return lang === 'vi' ? 'Lĩnh vực: chưa có thông tin' : 'Fields: no information';
  return capital(of.fields.map((field) => fieldWord[field](lang)).join(', '));
}

/** "Huyện Mường La cũ, huyện Bắc Yên cũ". */
export function districtsLine(of: PartnerFacts, lang: Lang): string {
  if (lang === 'en') return `Former districts: ${of.formerDistricts.join(', ')}`;
  return capital(of.formerDistricts.map(districtWord).join(', '));
}

/** What runs now, what it is worth and how much of it was paid out. `all`: how many grants are recorded at all. */
export function runningLine(of: Running, all: number, lang: Lang): string {
  const vi = lang === 'vi';
  if (all === 0) return vi ? 'Dự án: chưa có thông tin' : 'Projects: no information';
  if (of.count === 0) return vi ? 'Không có dự án đang thực hiện' : 'No project is running';
  const head = vi ? `Đang làm ${of.count} dự án` : `${of.count} running ${of.count === 1 ? 'project' : 'projects'}`;
  const [only, ...others] = of.parts;
  if (others.length === 0) {
    const paid =
      only!.percent === null
        ? vi
          ? 'chưa có số giải ngân'
          : 'disbursement not reported'
        : vi
          ? `đã giải ngân ${only!.percent}%`
          : `${only!.percent}% disbursed`;
    return `${head}: ${moneyWords(only!.money, lang)}, ${paid}`;
  }
  const parts = of.parts.map(({ money, percent }) => {
    const paid = percent === null ? '' : vi ? ` (giải ngân ${percent}%)` : ` (${percent}% disbursed)`;
    return moneyWords(money, lang) + paid;
  });
  return `${head}: ${parts.join(', ')}`;
}

/** "Gặp gần nhất 12/10/2026: chị Hà". */
export function lastContactLine(of: ContactView | null, lang: Lang): string {
  const vi = lang === 'vi';
  if (!of) return vi ? 'Làm việc gần nhất: chưa có thông tin' : 'Last contact: no information';
  const met = of.kind === 'meeting' || of.kind === 'event';
  const head = vi ? (met ? 'Gặp gần nhất' : 'Liên hệ gần nhất') : met ? 'Last met' : 'Last contact';
  return `${head} ${dateWords(of.onDay, lang)}${of.by ? `: ${cut(of.by, 30)}` : ''}`;
}

/** Whether it is demonstration data, and how old it is: "Dữ liệu minh họa, cập nhật 20/11/2026". */
export function footerLine(of: PartnerFacts, now: Temporal.Instant, lang: Lang): string {
  const vi = lang === 'vi';
  const day = dateWords(localDay(of.verifiedAt ?? of.updatedAt), lang);
  const parts = [
    ...(of.demo ? [vi ? 'dữ liệu minh họa' : 'demonstration data'] : []),
    ...(unverified(of.verifiedAt, now) ? [vi ? 'chưa xác minh' : 'not verified'] : []),
    vi ? `cập nhật ${day}` : of.demo ? day : `updated ${day}`,
  ];
  return capital(parts.join(', '));
}
