import type { Ports } from '../../chat/dialogue/types.ts';
import { officerInCharge, personById, unitById } from '../people/store.ts';
import type { Person } from '../people/types.ts';
import { addDuty } from './commands.ts';

const called = (person: Person | null): Readonly<Record<string, string>> => ({
  who: person?.name ?? '',
  ...(person?.address ? { address: person.address } : {}),
});

/** Somebody must phone: the officer in charge of the person's unit, or the whole office where none is. One open duty for each notice. */
const undelivered: Ports['undelivered'] = async (work, notice) => {
  const person = await personById(work.tx, notice.person);
  const unit = person?.unit ? await unitById(work.tx, person.unit) : null;
  const officer = unit && (await officerInCharge(work.tx, unit.id));
  await addDuty(work, {
    // Nobody phones themselves.
    person: officer && officer.id !== notice.person ? officer.id : null,
    ...(unit ? { unit: unit.id } : {}),
    about: { kind: 'notice', id: notice.id },
    template: 'call',
    values: { ...called(person), unit: unit?.nameVi ?? '', topic: notice.topic, why: notice.why },
    source: 'undelivered',
    once: `undelivered:${notice.person}:${notice.topic}`,
    due: work.now.add({ hours: 24 }),
  });
};

/** The operator looks at it: on the office's list, by the code that the sender may quote. The error itself stays with the inbox row. */
const parked: Ports['parked'] = async (work, what) => {
  const person = what.person ? await personById(work.tx, what.person) : null;
  await addDuty(work, {
    person: null,
    template: 'parked',
    values: { code: what.code, ...called(person) },
    source: 'parked',
    once: `parked:${what.code}`,
  });
};

/** What the kernel hands over when it could not do its part. */
export const dutyPorts: Pick<Ports, 'undelivered' | 'parked'> = { undelivered, parked };
