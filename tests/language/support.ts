import { readFileSync } from 'node:fs';
import { listsFrom, vocabulary } from '../../src/language/index.ts';

const json = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../src/office/${path}.json`, import.meta.url), 'utf8'));

const withNgos = (ngos: Parameters<typeof listsFrom>[0]['ngos']) =>
  listsFrom({
    communes: json('people/data/communes'),
    districts: json('people/data/former-districts'),
    departments: json('people/data/departments'),
    formerDepartments: json('people/data/former-departments'),
    ngos,
    missions: json('partners/data/missions'),
    notNgos: json('partners/data/not-foreign-ngos'),
  });

/** The names of the demonstration data. */
export const names = vocabulary(withNgos(json('partners/data/ngos')));

/** The same with thirty organisations that do not exist, so that nothing known of real ones helps. */
export const invented = vocabulary(
  withNgos(JSON.parse(readFileSync(new URL('./data/invented-ngos.json', import.meta.url), 'utf8'))),
);

/** Forty others, of more languages, half of them without an abbreviation that anybody would guess. */
export const invented2 = vocabulary(
  withNgos(JSON.parse(readFileSync(new URL('./data/invented-ngos-2.json', import.meta.url), 'utf8'))),
);

/** Monday 23/11/2026, 09:00 in Sơn La. */
export const now = Temporal.Instant.from('2026-11-23T09:00:00+07:00');
