import type { Address, Role } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Opening } from '../law/calendar.ts';

/** Sở Ngoại vụ itself. */
export interface Office {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly provinceVi: string;
  readonly provinceEn: string;
  readonly divisionVi: string;
  readonly divisionEn: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** As in document numbers: SNgV. */
  readonly symbol: string;
  readonly dataOfficer: string;
  readonly dataOfficerPhone: string;
  readonly hours: Opening;
  readonly dutyPhone: string;
  readonly demo: boolean;
}

export type UnitKind = 'department' | 'commune' | 'mass_org' | 'other_unit';

/** A body that sends needs and is reminded. */
export interface Unit {
  readonly id: Id<'unit'>;
  readonly kind: UnitKind;
  readonly communeKind: 'xa' | 'phuong' | null;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  readonly officer: Id<'person'> | null;
  readonly phone: string | null;
  readonly managingAgency: string | null;
  readonly approvesInApp: boolean;
}

/** Somebody with an account, without the sealed phone. */
export interface Person {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly address: Address;
  readonly position: string | null;
  readonly unit: Id<'unit'> | null;
  readonly officeLine: string | null;
  readonly email: string | null;
  readonly active: boolean;
}

/** Somebody in a role: whom a notice goes to. */
export interface Holder {
  readonly person: Id<'person'>;
  readonly name: string;
  readonly address: Address;
  readonly role: Role;
  readonly unit: Id<'unit'> | null;
}
