import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from '../database/client.ts';
import { readHead, writeHead } from './chain.ts';
import { findHead } from './store.ts';

/** Where the heads are collected, a line each: when, and the head. */
export const headsFile = (folder: string): string => join(folder, 'audit-heads.txt');

/**
 * Hands out the present head of the log: adds it to the file in the folder of the backups. Whoever copies that folder away holds
 * proof of what the log was, which nobody with the database and its key can change. Null where the log is empty.
 */
export async function handOutHead(sql: Sql, folder: string, now: Temporal.Instant): Promise<string | null> {
  const head = await findHead(sql);
  if (!head) return null;
  const words = writeHead(head);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await appendFile(headsFile(folder), `${now.toString({ smallestUnit: 'second' })} ${words}\n`, { mode: 0o600 });
  return words;
}

/** The heads that a file holds, one at the end of each line; lines without one don't count. Null: there is no such file. */
export async function headsIn(path: string): Promise<readonly NonNullable<ReturnType<typeof readHead>>[] | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : text.split('\n').flatMap((line) => readHead(line.split(' ').at(-1) ?? '') ?? []);
}
