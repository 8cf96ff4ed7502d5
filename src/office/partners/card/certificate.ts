import { dateWords, daysLeftWords, dayWords } from '../../../base/time/format.ts';
import type { Lang } from '../../../chat/text.ts';
import type { CertificateView, RequestView } from '../types.ts';
import { holderWord, kindWord, requestWord, stateWord } from '../words.ts';

/** State, days left and the last day: what was asked for. */
export function certificateLines(of: CertificateView | null, today: Temporal.PlainDate, lang: Lang): string[] {
  return lang === 'vi' ? inVietnamese(of, today) : inEnglish(of, today);
}

function inVietnamese(of: CertificateView | null, today: Temporal.PlainDate): string[] {
  if (!of) return ['Giấy đăng ký: chưa có thông tin'];
  const head = `${kindWord[of.kind]('vi')}: ${stateWord[of.state]('vi')}`;
  if (of.state === 'valid' || of.state === 'expiring' || of.state === 'expired') {
    const end = of.expiresOn!;
    const last = end.equals(today) ? 'hôm nay là ngày cuối' : daysLeftWords(end, today, 'vi');
    return [`${head}, ${last}`, `${of.state === 'expired' ? 'hạn' : 'đến'} ${dayWords(end, 'vi')}`];
  }
  return of.since ? [head, `từ ${dayWords(of.since, 'vi')}`] : [head];
}

function inEnglish(of: CertificateView | null, today: Temporal.PlainDate): string[] {
  if (!of) return ['Registration certificate: no information'];
  const head = kindWord[of.kind]('en');
  if (of.state === 'valid' || of.state === 'expiring' || of.state === 'expired') {
    const end = of.expiresOn!;
    const days = end.equals(today) ? 'today is the last day' : daysLeftWords(end, today, 'en');
    return [`${head}: ${of.state === 'expired' ? 'expired after' : 'valid until'}`, `${dayWords(end, 'en')} (${days})`];
  }
  const line = `${head}: ${stateWord[of.state]('en')}`;
  return of.since ? [line, `since ${dayWords(of.since, 'en')}`] : [line];
}

/** "Gia hạn: nộp 02/11/2026, đang lấy ý kiến UBND tỉnh". */
export function requestLine(of: RequestView, lang: Lang): string {
  const filed = lang === 'vi' ? 'nộp' : 'filed';
  return `${requestWord[of.kind](lang)}: ${filed} ${dateWords(of.filedOn, lang)}, ${holderWord[of.heldBy](lang)}`;
}

/** Number, day of issue and the person named in it; what is not known is left out. */
export function paperLines(of: CertificateView, lang: Lang): string[] {
  const vi = lang === 'vi';
  const parts = [
    of.number && (vi ? `Số ${of.number}` : `No. ${of.number}`),
    of.issuedOn && `${vi ? 'cấp' : 'issued'} ${dateWords(of.issuedOn, lang)}`,
  ].filter(Boolean);
  return [
    ...(parts.length > 0 ? [parts.join(', ')] : []),
    ...(of.representativeName ? [`${vi ? 'Người đại diện' : 'Representative'}: ${of.representativeName}`] : []),
    ...(of.headName ? [`${vi ? 'Trưởng VPĐD' : 'Head of office'}: ${of.headName}`] : []),
  ];
}

/** Said only where a certificate that holds does not reach this province: then nothing may be done here. */
export function areaLine(of: CertificateView, here: boolean | null | undefined, lang: Lang): string | null {
  const holds = of.state === 'valid' || of.state === 'expiring';
  if (here !== false || !holds || of.areas.length === 0) return null;
  const named = of.areas.slice(0, 3).join(', ') + (of.areas.length > 3 ? '…' : '');
  return lang === 'vi'
    ? `Địa bàn trong giấy: ${named} (không có tỉnh này)`
    : `Areas in it: ${named} (not this province)`;
}
