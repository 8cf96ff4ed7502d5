/** How a thing is: well; worth knowing; wrong (the exit code is then 1). */
export type Mark = 'ok' | 'note' | 'fault';

/** One line of the report. */
export interface Finding {
  readonly mark: Mark;
  readonly about: string;
  readonly says: string;
  /** Further lines below it. */
  readonly more?: readonly string[];
}

export const ok = (about: string, says: string, more?: readonly string[]): Finding => finding('ok', about, says, more);
export const note = (about: string, says: string, more?: readonly string[]): Finding =>
  finding('note', about, says, more);
export const fault = (about: string, says: string, more?: readonly string[]): Finding =>
  finding('fault', about, says, more);

const finding = (mark: Mark, about: string, says: string, more?: readonly string[]): Finding => ({
  mark,
  about,
  says,
  ...(more && more.length > 0 ? { more } : {}),
});

const signs: Readonly<Record<Mark, string>> = { ok: '  ok ', note: '  !  ', fault: 'FAULT' };

/** The report: a line a finding, what is wrong said again at the end. */
export function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map((one) => one.about.length));
  const lines = findings.flatMap(({ mark, about, says, more = [] }) => [
    `${signs[mark]}  ${about.padEnd(width)}  ${says}`,
    ...more.map((line) => `${' '.repeat(width + 9)}${line}`),
  ]);
  const faults = findings.filter((one) => one.mark === 'fault').length;
  const notes = findings.filter((one) => one.mark === 'note').length;
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  return [
    ...lines,
    '',
    faults + notes === 0 ? 'All is well.' : `${count(faults, 'fault')}, ${count(notes, 'note')}.`,
  ].join('\n');
}
