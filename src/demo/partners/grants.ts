import type { Currency } from '../../base/money/money.ts';
import type { FieldOfWork } from '../../language/types.ts';
import type { GrantStage } from '../../office/partners/rules/partner.ts';

/** An invented grant. Days from the first day of the demonstration; money in millions of đồng or whole other units. */
export interface DemoGrant {
  readonly partner: string;
  readonly vi: string;
  readonly en: string;
  readonly field: FieldOfWork;
  readonly stage: GrantStage;
  readonly committed: number;
  /** Null: nobody has reported it. */
  readonly disbursed: number | null;
  readonly currency?: Currency;
  readonly from: number;
  readonly to: number;
}

const of = (
  partner: string,
  field: FieldOfWork,
  [vi, en]: readonly [string, string],
  [stage, committed, disbursed, currency]: readonly [GrantStage, number, number | null, Currency?],
  [from, to]: readonly [number, number],
): DemoGrant => ({ partner, field, vi, en, stage, committed, disbursed, from, to, ...(currency ? { currency } : {}) });

/** Fifteen grants of thirteen donors: eleven donors run something now, one has paid nothing yet, two are over. */
export const demoGrants: readonly DemoGrant[] = [
  of(
    'sci',
    'health',
    ['Cải thiện dinh dưỡng cho trẻ em dưới 5 tuổi', 'Better nutrition for children under five'],
    ['implementing', 11_200, 7_400],
    [-690, 405],
  ),
  of(
    'sci',
    'education',
    ['Trường học an toàn, thân thiện', 'Safe and friendly schools'],
    ['implementing', 7_200, 4_192],
    [-420, 300],
  ),
  of(
    'sci',
    'social',
    ['Phòng ngừa tảo hôn', 'Preventing child marriage'],
    ['handed_over', 2_600, 2_600],
    [-1_500, -800],
  ),
  of(
    'care',
    'agriculture',
    ['Cà phê bền vững cho phụ nữ dân tộc thiểu số', 'Sustainable coffee for ethnic minority women'],
    ['implementing', 9_000, 5_400],
    [-500, 220],
  ),
  of(
    'plan',
    'education',
    ['Nước sạch, vệ sinh học đường', 'Water and hygiene in schools'],
    ['implementing', 6_400, 1_100],
    [-150, 580],
  ),
  of(
    'wvi',
    'water_sanitation',
    ['Cấp nước sinh hoạt cộng đồng', 'Community water supply'],
    ['implementing', 5_300, 2_650],
    [-300, 430],
  ),
  of(
    'helvetas',
    'economy',
    ['Chuỗi giá trị nông sản vùng cao', 'Value chains of the highlands'],
    ['implementing', 410_000, 123_000, 'USD'],
    [-260, 800],
  ),
  of(
    'helvetas',
    'governance',
    ['Nâng cao năng lực lập kế hoạch cấp xã', 'Planning by the communes'],
    ['preparing', 3_200, null],
    [60, 700],
  ),
  of(
    'childfund',
    'social',
    ['Bảo vệ trẻ em dựa vào cộng đồng', 'Community-based child protection'],
    ['implementing', 4_100, 3_280],
    [-600, 120],
  ),
  of(
    'ffi',
    'environment',
    ['Bảo tồn vượn đen tuyền Mường La', 'Conserving the gibbon of Mường La'],
    ['implementing', 185_000, null, 'USD'],
    [-200, 520],
  ),
  of(
    'gret',
    'agriculture',
    ['Lâm sản ngoài gỗ có trách nhiệm', 'Responsible non-timber products'],
    ['implementing', 2_800, 1_960],
    [-560, 40],
  ),
  of('fhf', 'health', ['Chăm sóc mắt học đường', 'Eye care in schools'], ['implementing', 3_900, 585], [-90, 640]),
  of(
    'rtr',
    'education',
    ['Thư viện thân thiện trường tiểu học', 'Friendly libraries in primary schools'],
    ['implementing', 2_200, 2_090],
    [-640, 90],
  ),
  of(
    'opsmile',
    'health',
    ['Phẫu thuật nhân đạo trẻ khe hở môi, vòm', 'Surgery for children with clefts'],
    ['finished', 1_000, 1_000],
    [-430, -400],
  ),
  of(
    'oxfam',
    'governance',
    ['Tiếng nói của phụ nữ trong quản trị địa phương', 'Women’s voice in local governance'],
    ['implementing', 96_000, 38_400, 'GBP'],
    [-330, 260],
  ),
];
