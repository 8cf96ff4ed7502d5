import { fold } from '../../../language/index.ts';

/** What is asked for when a need is returned, by the field of the form where it is mended; the first that a reason names counts. */
const fields: readonly (readonly [string, RegExp])[] = [
  [
    'beneficiaries',
    /huong loi|doi tuong|so (?:ho|nguoi|hoc sinh|em|chau|ban)(?!\p{L})|bao nhieu (?:ho|nguoi)|beneficiar/u,
  ],
  ['budget', /kinh phi|so tien|doi ung|tong (?:muc|von|tien)|du toan|(?<!\p{L})von(?!\p{L})|budget|counterpart/u],
  ['places', /dia diem|dia ban|noi thuc hien|(?:xa|ban|phuong) nao|o dau|place|location/u],
  ['period', /thoi gian|thoi han|bat dau|ket thuc|bao lau|may thang|period|duration/u],
  ['contact', /lien he|dau moi|so dien thoai|sdt|dien thoai|contact|phone/u],
  ['activities', /hoat dong|noi dung|activit/u],
  ['objective', /muc tieu|muc dich|objective|purpose/u],
  ['field', /linh vuc|field of work/u],
  ['title', /(?<!\p{L})ten (?:du an|de xuat|nhu cau|goi)|tieu de|title/u],
];

/** The field that a reviewer's reason is about: where the unit's button lands. Null: none that can be told. */
export function fieldOf(reason: string): string | null {
  const said = fold(reason);
  const found = fields.flatMap(([field, is]) => {
    const at = is.exec(said)?.index;
    return at === undefined ? [] : [{ field, at }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.field ?? null;
}
