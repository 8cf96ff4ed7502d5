import { customType } from 'drizzle-orm/pg-core';
import type { Id } from '../ids.ts';
import { type Currency, currencies } from '../money/money.ts';

/** `2026-11-24 08:00:00.123456+00`, as PostgreSQL writes a timestamptz with TimeZone UTC, as an Instant. */
export const parseInstant = (text: string): Temporal.Instant =>
  Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));

/** A moment; stored in microseconds. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.round('microsecond').toString(),
  fromDriver: parseInstant,
});

/** A calendar day without a zone. */
export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (text) => Temporal.PlainDate.from(text),
});

/** Raw bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A uuid column of one kind of id. */
export const id = <K extends string>(name?: string) => {
  const column = customType<{ data: Id<K>; driverData: string }>({ dataType: () => 'uuid' });
  return name === undefined ? column() : column(name);
};

/** A currency code; checked against the list when read. */
export const currency = customType<{ data: Currency; driverData: string }>({
  dataType: () => 'text',
  fromDriver: (text) => {
    if (!(text in currencies)) throw new Error(`unknown currency in the database: ${text}`);
    return text as Currency;
  },
});
