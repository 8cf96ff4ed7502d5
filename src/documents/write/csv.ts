import type { NewSheet } from '../sheet.ts';
import { safeCell } from './safe-cell.ts';

const quoted = (value: string | number | null): string => {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : safeCell(value);
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV that Excel opens with its letters right: UTF-8 with a byte order mark, semicolons, lines ended by CR LF. */
export const writeCsv = (sheet: Pick<NewSheet, 'head' | 'rows'>): Uint8Array =>
  new TextEncoder().encode(
    `\ufeff${[sheet.head, ...sheet.rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`,
  );
