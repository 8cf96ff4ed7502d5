import { guest } from '../../base/access/access.ts';
import { importUnits } from '../../office/people/units.ts';
import { type Command, done, failed } from '../command.ts';

/** Makes the units that come with the program: what a live store begins with. */
export const unitsImport: Command = {
  name: 'units import',
  usage: '',
  says: 'Makes the departments, communes and other units that come with the program; those that are there stay as they are.',
  async run({ write }) {
    const made = await write({ actor: guest, via: { channel: 'cli', request: 'units import' } }, importUnits);
    if (!made.ok) return failed(`Nothing was made (${made.why}).`);
    return done(`${made.made} units were made; there are ${made.byCode.size} now.`);
  },
};
