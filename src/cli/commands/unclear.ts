import { guest } from '../../base/access/access.ts';
import { localDay } from '../../base/time/zone.ts';
import { exportLines, keptDays, listUnclear, mostExported } from '../../office/unclear/index.ts';
import { readArgs, wholeNumber } from '../args.ts';
import { type Command, done, failed } from '../command.ts';

/** Prints what was not understood, for `npm run understand -- --replay`. */
export const unclear: Command = {
  name: 'unclear',
  usage: `[days=${keptDays}]`,
  says: 'Prints the messages that were not understood, without their people, as JSON lines.',
  more: [
    'npm run -s cli -- unclear days=30 > unclear.jsonl',
    'npm run -s understand -- --replay unclear.jsonl > before.jsonl',
    '… and after a change of the vocabulary: npm run -s understand -- --replay unclear.jsonl --before before.jsonl',
  ],
  async run({ clock, write }, { args }) {
    const { options } = readArgs(args, ['days']);
    const days = wholeNumber(options.get('days') ?? String(keptDays), 'days', 1, keptDays);
    const since = localDay(clock.now()).subtract({ days });
    const found = await write({ actor: guest, via: { channel: 'cli', request: 'unclear' } }, async (work) => {
      const list = await listUnclear(work.tx, { since, from: 0, most: mostExported });
      if (list.lines.length > 0)
        work.audit({
          action: 'unclear.export',
          on: { kind: 'unclear', id: since.toString() },
          after: { lines: list.lines.length },
        });
      return list;
    });
    if (found.lines.length === 0) return failed(`Nothing was left not understood in the last ${days} days.`);
    return done(exportLines(found.lines).trimEnd());
  },
};
