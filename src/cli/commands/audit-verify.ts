import { resolve } from 'node:path';
import { readHead, writeHead } from '../../base/audit/chain.ts';
import { checkAudit } from '../../base/audit/check.ts';
import { headsIn } from '../../base/audit/hand-out.ts';
import { findHead } from '../../base/audit/store.ts';
import type { Sql } from '../../base/database/client.ts';
import { type Command, done, failed, UsageError } from '../command.ts';

/** Checks the whole log of changes. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: '[HEAD or FILE …]',
  says: 'Checks that nothing in the log of changes was altered, removed or cut off.',
  more: [
    'HEAD: a head that was handed out earlier, as this command prints it: a log cut off behind it is then noticed.',
    'FILE: a file with heads, a line each: the service adds one each day to audit-heads.txt in BACKUP_DIR. Keep a copy elsewhere.',
  ],
  async run({ store, keys }, { args, cwd }) {
    const handedOut = (await Promise.all(args.map((text) => headsOf(text, cwd)))).flat();
    return store.long(async (sql) => {
      const found: { fault?: Awaited<ReturnType<typeof checkAudit>>; head?: Awaited<ReturnType<typeof findHead>> } = {};
      // One moment: beside a running service the head would else be newer than the rows.
      await sql.begin('isolation level repeatable read read only', async (own) => {
        found.fault = await checkAudit(own as unknown as Sql, keys, handedOut);
        found.head = await findHead(own as unknown as Sql);
      });
      const { fault, head } = found;
      if (fault) return failed(`The log is NOT whole (${fault.what}, row ${fault.seq}): ${fault.says}`);
      if (!head) return done('The log is empty.');
      return done(`The log is whole: ${head.seq - head.startSeq} rows.`, `Keep its head elsewhere: ${writeHead(head)}`);
    });
  },
};

/** @throws UsageError */
async function headsOf(text: string, cwd: string) {
  const head = readHead(text);
  if (head) return [head];
  const heads = await headsIn(resolve(cwd, text));
  if (heads === null) throw new UsageError(`"${text}" is neither a head of the log nor a file with heads.`);
  if (heads.length === 0) throw new UsageError(`The file ${text} holds no head of the log.`);
  return heads;
}
