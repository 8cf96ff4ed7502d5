import type { Id } from '../../../base/ids.ts';
import { dateWords } from '../../../base/time/format.ts';
import type { Cell, SheetRow } from '../../../documents/sheet.ts';
import { type FieldOfWork, fold, type Vocabulary } from '../../../language/index.ts';
import type { ColumnKey, Problem, ProblemCode, ReadCertificate, ReadFacts, ReadGrant, ReadRow } from '../types.ts';
import { readDayCell } from './days.ts';
import type { Heading } from './heading.ts';
import { headingUnit, type MoneyCell, readMoneyCell, type Unit, unitOf } from './money.ts';
import { readPlaceCell } from './places.ts';
import * as w from './words.ts';

/** What rows are read with. */
export interface ReadWith {
  readonly heading: Heading;
  readonly vocabulary: Vocabulary;
  /** People of the Sở by their folded name. */
  readonly officers: ReadonlyMap<string, Id<'person'>>;
}

const longestName = 300;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads one row by its columns. What can't be understood becomes a problem with its row and column; nothing is guessed silently. */
export function readRow(row: SheetRow, of: ReadWith): ReadRow {
  const problems: Problem[] = [];
  const say = (column: ColumnKey, code: ProblemCode, said?: string, beside?: readonly string[]) =>
    void problems.push({
      row: row.n,
      column,
      code,
      ...(said === undefined ? {} : { said }),
      ...(beside ? { beside } : {}),
    });
  const cellOf = (column: ColumnKey): Cell => {
    const at = of.heading.columns.get(column)?.at;
    const cell = at === undefined ? null : (row.cells[at] ?? null);
    if (cell !== null && typeof cell === 'object' && 'error' in cell) {
      say(column, 'error_cell', cell.error);
      return null;
    }
    return cell;
  };
  const text = (column: ColumnKey): string | null => {
    const cell = cellOf(column);
    const said = cell === null ? '' : wordsOf(cell).replace(/\s+/g, ' ').trim();
    // A dash, "không", "chưa có" in a list of facts: nothing stands there.
    return said === '' || /^(?:[-–—.…x]+|n\/?a|khong|chua co|khong co)$/.test(fold(said)) ? null : said;
  };
  const lines = (column: ColumnKey): string | null => {
    const cell = cellOf(column);
    return typeof cell === 'string' && text(column) !== null ? cell : text(column);
  };
  const picked = <T>(
    column: ColumnKey,
    read: (said: string) => T | null,
    code: ProblemCode,
    beside?: readonly string[],
  ): T | undefined => {
    const said = text(column);
    if (said === null) return undefined;
    const found = read(said);
    if (found === null) say(column, code, said, beside);
    return found ?? undefined;
  };
  const day = (column: ColumnKey): string | undefined => {
    const cell = cellOf(column);
    if (cell === null || text(column) === null) return undefined;
    const read = readDayCell(cell);
    if ('fault' in read) {
      say(column, read.fault, wordsOf(cell));
      return undefined;
    }
    if (read.remark) say(column, read.remark, wordsOf(cell), [read.day]);
    return read.day;
  };
  const money = (column: 'committed' | 'disbursed', unit: Unit | null): MoneyCell | undefined => {
    const cell = cellOf(column);
    if (cell === null || text(column) === null) return undefined;
    const read = readMoneyCell(cell, unit);
    if ('fault' in read) say(column, read.fault, wordsOf(cell));
    else if (read.remark) say(column, read.remark, wordsOf(cell), [`${read.minor} ${read.currency}`]);
    return read;
  };

  const facts = factsOf();
  const certificate = certificateOf();
  const grant = grantOf();
  return { row: row.n, facts, certificate, grant, problems };

  function factsOf(): ReadFacts {
    const facts: Writable<ReadFacts> = {};
    const put = <K extends keyof ReadFacts>(name: K, value: ReadFacts[K] | null | undefined) => {
      if (value !== null && value !== undefined) facts[name] = value;
    };
    const key = text('key');
    if (key !== null && /^(?:moi|new)$/.test(fold(key))) facts.isNew = true;
    else put('key', key?.toLowerCase());
    put('kind', picked('kind', w.readKind, 'kind_unknown', w.choices.kind));
    for (const name of ['nameEn', 'nameVi'] as const) {
      const said = text(name);
      if (said !== null && said.length > longestName) say(name, 'name_too_long', `${said.slice(0, 40)}…`);
      put(name, said);
    }
    put('shortName', text('shortName'));
    const short = w.several((lines('abbreviations') ?? '').replaceAll(',', ';'));
    if (short.length > 0) facts.abbreviations = short;
    const aliases = w.several(lines('otherNames') ?? '');
    if (aliases.length > 0) facts.aliases = aliases;
    const former = w.several(lines('formerNames') ?? '');
    if (former.length > 0) facts.formerNames = former;
    const country = picked('country', w.readCountry, 'country_unknown');
    put('country', country?.en);
    put('countryVi', country?.vi);
    put('website', picked('website', readWebsite, 'website_wrong'));
    put('address', text('address'));
    put('fields', fieldsOf());
    const places = lines('places');
    if (places !== null) {
      const read = readPlaceCell(places, of.vocabulary);
      for (const { code, said, beside } of read.problems) say('places', code, said, beside);
      if (read.districts.length > 0) facts.formerDistricts = read.districts;
      if (read.communes.length > 0) facts.communes = read.communes;
    }
    const officer = text('officer');
    if (officer !== null) {
      const id = of.officers.get(fold(officer.replace(/^(?:anh|chị|ông|bà|đ\/c|đồng chí)\.? /iu, '')));
      if (id) facts.officerId = id;
      else say('officer', 'officer_unknown', officer);
    }
    return facts;
  }

  function fieldsOf(): readonly FieldOfWork[] | undefined {
    const said = lines('fields');
    if (said === null) return undefined;
    const { fields, unknown } = w.readFields(said);
    for (const one of unknown) say('fields', 'field_unknown', one);
    return fields.length > 0 ? fields : undefined;
  }

  function certificateOf(): ReadCertificate | null {
    const kindSaid = text('certificateKind');
    const number = text('certificateNumber');
    const issuedOn = day('issuedOn');
    const expiresOn = day('expiresOn');
    const representative = text('representative');
    const head = text('head');
    const officeCity = picked('officeCity', w.readCity, 'city_unknown', w.choices.city);
    const areas = areasOf();
    if (issuedOn && expiresOn && expiresOn < issuedOn) say('expiresOn', 'days_crossed', expiresOn, [issuedOn]);
    if (kindSaid === null) {
      const said =
        number ?? issuedOn ?? expiresOn ?? representative ?? head ?? officeCity ?? (areas ? text('areas') : null);
      // "12/GĐKHĐ-BNG": the number itself may say which kind it is.
      const byNumber = number === null ? null : w.readCertificateKind(number);
      if (byNumber === null) {
        if (said) say('certificateKind', 'certificate_kind_missing', said, w.choices.certificateKind);
        return null;
      }
    }
    const kind = w.readCertificateKind(kindSaid ?? number!);
    if (kind === null) {
      say('certificateKind', 'certificate_kind_unknown', kindSaid!, w.choices.certificateKind);
      return null;
    }
    return {
      row: row.n,
      kind,
      ...(number === null ? {} : { number }),
      ...(issuedOn ? { issuedOn } : {}),
      ...(expiresOn ? { expiresOn } : {}),
      ...(areas ?? {}),
      ...(representative === null ? {} : { representative }),
      ...(head === null ? {} : { head }),
      ...(officeCity ? { officeCity } : {}),
    };
  }

  function areasOf(): Pick<ReadCertificate, 'areas' | 'nationwide'> | null {
    const said = lines('areas');
    if (said === null) return null;
    if (/toan quoc|ca nuoc|nation|63 tinh|34 tinh/.test(fold(said))) return { areas: [], nationwide: true };
    return {
      areas: w.several(said, true).map((one) => one.replace(/^(?:tỉnh|thành phố|tp\.?) /iu, '')),
      nationwide: false,
    };
  }

  function grantOf(): ReadGrant | null {
    const title = text('project');
    const titleEn = text('projectEn');
    const unit = moneyUnit();
    const committed = money('committed', unit('committed'));
    const disbursed = money(
      'disbursed',
      unit('disbursed') ?? (committed && 'minor' in committed ? { currency: committed.currency, times: 1 } : null),
    );
    const stage = picked('stage', w.readStage, 'stage_unknown', w.choices.stage);
    const aidKind = picked('aidKind', w.readAidKind, 'aid_kind_unknown', w.choices.aidKind);
    const startsOn = day('startsOn');
    const endsOn = day('endsOn');
    const owner = text('owner');
    if (startsOn && endsOn && endsOn < startsOn) say('endsOn', 'days_crossed', endsOn, [startsOn]);
    if (title === null) {
      const said = titleEn ?? text('committed') ?? text('disbursed') ?? (stage ? text('stage') : null) ?? owner;
      if (said !== null) say('project', 'project_missing', said);
      return null;
    }
    if (title.length > longestName) say('project', 'name_too_long', `${title.slice(0, 40)}…`);
    const total = committed && 'minor' in committed ? committed : null;
    const spent = disbursed && 'minor' in disbursed ? disbursed : null;
    if (total && spent && (spent.currency !== total.currency || spent.minor > total.minor))
      say('disbursed', 'disbursed_too_much', text('disbursed') ?? '', [text('committed') ?? '']);
    return {
      row: row.n,
      title,
      ...(titleEn === null ? {} : { titleEn }),
      ...(aidKind ? { aidKind } : {}),
      ...(stage ? { stage } : {}),
      ...(total ? { committed: total.minor.toString(), currency: total.currency } : {}),
      ...(spent ? { disbursed: spent.minor.toString() } : {}),
      ...(startsOn ? { startsOn } : {}),
      ...(endsOn ? { endsOn } : {}),
      ...(owner === null ? {} : { owner }),
    };
  }

  /** The column of currencies goes before the heading, the scale of the heading stays. */
  function moneyUnit(): (column: 'committed' | 'disbursed') => Unit | null {
    const said = text('currency');
    const own = said === null ? null : unitOf(said);
    if (said !== null && !own) say('currency', 'currency_unknown', said);
    return (column) => {
      const heading = headingUnit(of.heading.columns.get(column)?.said ?? '');
      if (!own) return heading;
      return {
        currency: own.currency,
        times: own.times > 1 ? own.times : heading?.currency === own.currency ? heading.times : 1,
      };
    };
  }
}

function wordsOf(cell: Exclude<Cell, null>): string {
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? dateWords(Temporal.PlainDate.from(cell.day), 'vi') : cell.error;
}

/** An address of the web as it is linked; null for one that could run something or leads nowhere. */
function readWebsite(text: string): string | null {
  const [said = ''] = text.split(/[\s,;]+/);
  if (/^[a-z][a-z0-9+.-]*:/i.test(said) && !/^https?:/i.test(said)) return null;
  const address = URL.parse(/^https?:\/\//i.test(said) ? said : `https://${said}`);
  if (!address || !/^[a-z\d.-]+\.[a-z]{2,}$/.test(address.hostname) || address.username !== '') return null;
  return address.href.replace(/\/$/, '');
}
