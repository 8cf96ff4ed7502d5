import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';

/** Certificates that come to an end, told once a day. */
export const expiring = text<[count: number, rows: readonly { readonly name: string; readonly left: number }[]]>({
  vi: (count, rows) => [
    `⏰ ${count} giấy đăng ký của tổ chức PCPNN cần theo dõi:`,
    ...rows.map(
      ({ name, left }) =>
        `– ${clip(name, 46)}: ${left > 0 ? `còn ${left} ngày` : left === 0 ? 'hết hạn hôm nay' : `quá hạn ${-left} ngày`}`,
    ),
    ...(count > rows.length ? [`và ${count - rows.length} tổ chức khác.`] : []),
  ],
  en: (count, rows) => [
    `⏰ ${count} NGO ${count === 1 ? 'certificate needs' : 'certificates need'} attention:`,
    ...rows.map(
      ({ name, left }) =>
        `– ${clip(name, 46)}: ${left > 0 ? `${left} days left` : left === 0 ? 'expires today' : `expired ${-left} days ago`}`,
    ),
    ...(count > rows.length ? [`and ${count - rows.length} more.`] : []),
  ],
  samples: [
    [
      6,
      [
        { name: 'Vietnam Health, Education and Literature Projects', left: 120 },
        { name: 'Save the Children', left: 45 },
        { name: 'Medical Committee Netherlands-Vietnam', left: 0 },
        { name: 'Oxfam', left: -2 },
      ],
    ],
  ],
});

export const seeExpiring = label('Tổ chức sắp hết hạn', 'Who expires soon');
