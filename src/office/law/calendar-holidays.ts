/**
 * A day that differs from its weekday. `working` false: off; true: worked although it is a weekend (a swap);
 * null: nobody has decided yet: it counts as a working day and is shown to the admin.
 */
export interface Holiday {
  readonly date: string;
  readonly vi: string;
  readonly en: string;
  readonly working: boolean | null;
}

const off = (date: string, vi: string, en: string): Holiday => ({ date, vi, en, working: false });
const open = (date: string, vi: string, en: string): Holiday => ({ date, vi, en, working: null });

const tet = ['Tết Nguyên đán', 'Lunar New Year'] as const;
const hung = ['Giỗ Tổ Hùng Vương', "Hung Kings' Day"] as const;
const newYear = ['Tết Dương lịch', "New Year's Day"] as const;
const april = ['Ngày Chiến thắng', 'Reunification Day'] as const;
const may = ['Ngày Quốc tế lao động', 'Labour Day'] as const;
const national = ['Quốc khánh', 'National Day'] as const;
const inLieu = ['Nghỉ bù', 'Day off in lieu'] as const;
const culture = ['Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day'] as const;

/**
 * Public holidays, a table and not a calculation: the government's yearly notice fixes which days are joined and swapped.
 * Sure are the days that the Labour Code names (Article 112) and those in lieu of a weekend (Article 111.3); what only a notice decides
 * (the fifth day of Tết, the day beside 2 September) is null until somebody enters it. 24 November is a paid day off by
 * Resolution 80-NQ/TW; whether it is law is not confirmed: null.
 */
export const holidays: readonly Holiday[] = [
  off('2026-01-01', ...newYear),
  off('2026-02-16', ...tet),
  off('2026-02-17', ...tet),
  off('2026-02-18', ...tet),
  off('2026-02-19', ...tet),
  off('2026-02-20', ...tet),
  off('2026-04-26', ...hung),
  off('2026-04-27', ...inLieu),
  off('2026-04-30', ...april),
  off('2026-05-01', ...may),
  open('2026-09-01', ...national),
  off('2026-09-02', ...national),
  open('2026-11-24', ...culture),

  off('2027-01-01', ...newYear),
  open('2027-02-04', ...tet),
  off('2027-02-05', ...tet),
  off('2027-02-06', ...tet),
  off('2027-02-07', ...tet),
  off('2027-02-08', ...tet),
  open('2027-02-09', ...tet),
  off('2027-02-10', ...inLieu),
  open('2027-02-11', ...inLieu),
  off('2027-04-16', ...hung),
  off('2027-04-30', ...april),
  off('2027-05-01', ...may),
  off('2027-05-03', ...inLieu),
  off('2027-09-02', ...national),
  open('2027-09-03', ...national),
  open('2027-11-24', ...culture),

  off('2028-01-01', ...newYear),
  off('2028-01-03', ...inLieu),
  open('2028-01-24', ...tet),
  off('2028-01-25', ...tet),
  off('2028-01-26', ...tet),
  off('2028-01-27', ...tet),
  off('2028-01-28', ...tet),
  open('2028-01-31', ...inLieu),
  off('2028-04-04', ...hung),
  off('2028-04-30', ...april),
  off('2028-05-01', ...may),
  off('2028-05-02', ...inLieu),
  open('2028-09-01', ...national),
  off('2028-09-02', ...national),
  off('2028-09-04', ...inLieu),
  open('2028-11-24', ...culture),
];
