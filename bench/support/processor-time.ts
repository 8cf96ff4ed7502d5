import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds in a tick of /proc (USER_HZ, 100 on every Linux). */
const tick = 10;

/** Processor time of one process up to now, its ended children aside. Milliseconds; undefined where there is no /proc, or no such process. */
export const timeOf = (pid: number): number | undefined => read(pid)?.own;

/** Processor time of a process with its children, ended ones included. */
export function timeOfFamily(pid: number): number | undefined {
  const parent = read(pid);
  if (!parent) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => read(Number(name)))
    .filter((process) => process?.parent === pid);
  return children.reduce((sum, child) => sum + child!.own, parent.own + parent.ended);
}

/** The process that started this one. */
export const parentOf = (pid: number): number | undefined => read(pid)?.parent;

/** proc(5), /proc/pid/stat: fields 4, 14 to 17. */
function read(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in field 2 may hold anything, so what follows its last parenthesis is split.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, own: (fields[11]! + fields[12]!) * tick, ended: (fields[13]! + fields[14]!) * tick };
  } catch {
    return undefined;
  }
}
