import type { Ports, Turn } from '../../chat/dialogue/types.ts';
import { officeOf } from './context.ts';
import { called, unitsOf } from './rules.ts';
import { officerInCharge } from './store.ts';

/** Whom to turn to: the officer in charge of the actor's unit with the office's line (never a personal number), else the division. */
export const helper: Ports['helper'] = async (turn: Turn) => {
  const office = await officeOf(turn);
  const [unit] = unitsOf(turn.actor);
  const officer = unit && (await officerInCharge(turn.tx, unit));
  if (officer && officer.id !== turn.actor.person) {
    const name = turn.lang === 'vi' ? `${called(officer, 'vi').split(' ')[0]} ${officer.name}` : officer.name;
    return { name, phone: officer.officeLine ?? office.phone };
  }
  const name =
    turn.lang === 'vi' ? `${office.divisionVi}, Sở Ngoại vụ` : `${office.divisionEn}, Department of Foreign Affairs`;
  return { name, phone: office.phone };
};
