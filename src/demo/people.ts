import type { Actor, Address, Grant, Role } from '../base/access/access.ts';
import type { Id } from '../base/ids.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import { plain } from '../chat/messaging/rich-text.ts';
import type { Work } from '../chat/work.ts';
import { usualHours } from '../office/law/calendar.ts';
import { addPerson, setOffice } from '../office/people/commands.ts';
import { recordConsent } from '../office/people/consents.ts';
import { consentText } from '../office/people/texts.ts';
import type { Office } from '../office/people/types.ts';
import { lists } from '../office/people/unit-data.ts';
import { importUnits, setApprovesInApp, setOfficerInCharge, setUnitPhone } from '../office/people/units.ts';
import { focalPoints, staff } from './people-names.ts';

/** The office of the demonstration. Every number and name is invented. */
export const demoOffice: Office = {
  nameVi: 'Sở Ngoại vụ tỉnh Sơn La',
  nameEn: 'Department of Foreign Affairs of Sơn La province',
  provinceVi: 'tỉnh Sơn La',
  provinceEn: 'Sơn La province',
  divisionVi: 'Phòng Hợp tác quốc tế',
  divisionEn: 'International Cooperation Division',
  address: 'Số 1, đường Minh Họa, phường Tô Hiệu, tỉnh Sơn La',
  phone: '0212 3000 100',
  email: 'songoaivu@example.org',
  symbol: 'SNgV',
  dataOfficer: 'Lò Thị Hương',
  dataOfficerPhone: '0212 3000 102',
  hours: usualHours,
  dutyPhone: '0212 3000 199',
  demo: true,
};

/** Somebody of the demonstration, with what it takes to act as them. */
export interface DemoPerson {
  readonly id: Id<'person'>;
  readonly actor: Actor;
}

/** Who and what the demonstration's other seeds build on. */
export interface DemoPeople {
  readonly units: ReadonlyMap<string, Id<'unit'>>;
  /** Quàng Văn Minh: west of the province and the wards of Sơn La. */
  readonly minh: DemoPerson;
  /** Nguyễn Thị Thu Hà: the rest, and the departments. */
  readonly ha: DemoPerson;
  readonly divisionHead: DemoPerson;
  readonly director: DemoPerson;
  readonly admin: DemoPerson;
  /** Head of UBND xã Mường Lạn, which approves in the app. */
  readonly approver: DemoPerson;
  /** Thào A Sếnh, UBND xã Co Mạ. */
  readonly senh: DemoPerson;
  /** One focal point each, by the code of the unit. */
  readonly focalPoints: ReadonlyMap<string, DemoPerson>;
}

/** Former districts whose communes Minh looks after: Sơn La, Quỳnh Nhai, Thuận Châu, Mường La, Sông Mã, Sốp Cộp. */
const west = new Set(['116', '118', '119', '120', '126', '127']);

/** Makes the office, its units and people. Without `keys` nobody has a phone number. Run once, on an empty store. */
export async function seedPeople(
  work: Work,
  _today: Temporal.PlainDate,
  keys: Keyring | null = null,
): Promise<DemoPeople> {
  await setOffice(work, demoOffice);
  const imported = await importUnits(work);
  if (!imported.ok) throw new Error('the demonstration is seeded by the service itself');
  const units = imported.byCode;
  const unit = (code: string): Id<'unit'> => {
    const id = units.get(code);
    if (!id) throw new Error(`the demonstration names a unit that is not there: ${code}`);
    return id;
  };
  const consent = plain(consentText('vi', demoOffice));
  let made = 0;
  const add = async (of: {
    name: string;
    address: Exclude<Address, null>;
    position: string;
    unit: string;
    role: Exclude<Role, 'guest'>;
    officeLine?: string;
  }): Promise<DemoPerson> => {
    const ofOffice = of.role !== 'focal_point' && of.role !== 'unit_approver';
    const grant = { role: of.role, unit: ofOffice ? null : unit(of.unit) };
    const number = String(++made).padStart(3, '0');
    const done = await addPerson(work, keys, {
      name: of.name,
      address: of.address,
      position: of.position,
      unit: unit(of.unit),
      roles: [grant],
      // A mobile prefix with zeros behind it: looks like a number and is nobody's.
      phone: `+84900000${number}`,
      email: `canbo${number}@example.org`,
      demo: true,
      ...(of.officeLine ? { officeLine: of.officeLine } : {}),
    });
    if (!done.ok) throw new Error('the demonstration is seeded by the service itself');
    await recordConsent(work, done.person, { at: work.now, method: 'demo', lang: 'vi', text: consent });
    const grants: readonly Grant[] = [{ ...grant, standsInFor: null }];
    return {
      id: done.person,
      actor: { person: done.person, name: of.name, address: of.address, grants, consent: 'given' },
    };
  };

  const minh = await add(staff.minh);
  const ha = await add(staff.ha);
  const divisionHead = await add(staff.divisionHead);
  const director = await add(staff.director);
  const admin = await add(staff.admin);
  const approver = await add(staff.approver);
  const points = new Map<string, DemoPerson>();
  for (const of of focalPoints) points.set(of.unit, await add({ ...of, role: 'focal_point' }));

  const western = new Set(
    lists.communes.units.filter((c) => c.formerDistrictCodes.some((d) => west.has(d))).map((c) => c.code),
  );
  const codes = [...units.keys()].filter((code) => code !== 'SNGV');
  const ids = (of: readonly string[]) => of.map(unit);
  await setOfficerInCharge(work, ids(codes.filter((code) => western.has(code))), minh.id);
  await setOfficerInCharge(work, ids(codes.filter((code) => !western.has(code))), ha.id);
  for (const [at, of] of focalPoints.entries()) {
    await setUnitPhone(work, unit(of.unit), `0212 3000 ${201 + at}`);
  }
  await setApprovesInApp(work, unit('04246'), true);
  return { units, minh, ha, divisionHead, director, admin, approver, senh: points.get('03781')!, focalPoints: points };
}
