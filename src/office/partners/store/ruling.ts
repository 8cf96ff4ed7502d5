import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import { expiringDays } from '../rules/certificate.ts';

/**
 * The certificate by which each NGO is judged on a day, as a subquery named `ruling` (partner_id, certificate_id, state, expires_on, issued_on, areas,
 * nationwide, renewing): `certificateState` and `ruling` of rules/certificate.ts said in SQL, so that a search needs not read all certificates.
 * A test compares both on invented histories. With `only` it looks at these organisations alone.
 * Most certificates were only granted and renewed, which says nothing about their state: only the few that something else happened to are looked into
 * (index `certificate_event_telling`). On 5,000 organisations that took 3 ms, all events at once 11, a lateral look for each certificate 23.
 */
export function rulingOn(today: Temporal.PlainDate, only?: readonly Id<'partner'>[]): SQL {
  const day = sql`${today.toString()}::date`;
  const soon = sql`${today.add({ days: expiringDays }).toString()}::date`;
  const among = only ? sql`where c.partner_id = any(${`{${only.join(',')}}`}::uuid[])` : sql``;
  const mine = only
    ? sql`and certificate_id in (select id from ngo_certificate where partner_id = any(${`{${only.join(',')}}`}::uuid[]))`
    : sql``;
  return sql`(
    select distinct on (partner_id) * from (
      select c.partner_id, c.id as certificate_id, c.expires_on, c.issued_on, c.areas, c.nationwide,
        exists (select from certificate_request r where r.certificate_id = c.id and r.closed_on is null and r.kind = 'renew') as renewing,
        case
          when e.revoked then 'revoked'
          when e.terminated then 'terminated'
          when e.suspended then 'suspended'
          when e.converted then 'converted'
          when c.issued_on is null or c.issued_on > ${day} then 'pending'
          when c.expires_on is null then 'unknown'
          when c.expires_on < ${day} then 'expired'
          when c.expires_on <= ${soon} then 'expiring'
          else 'valid'
        end as state
      from ngo_certificate c left join (
        select certificate_id, bool_or(kind = 'revoke') as revoked, bool_or(kind = 'terminate') as terminated, bool_or(kind = 'convert') as converted,
          (array_agg(kind order by on_day desc, id desc) filter (where kind in ('suspend', 'resume', 'grant', 'renew', 'reissue')))[1] = 'suspend' as suspended
        from certificate_event where on_day <= ${day} ${mine}
          and certificate_id in (select certificate_id from certificate_event where ${telling})
        group by certificate_id
      ) e on e.certificate_id = c.id ${among}
    ) stated
    order by partner_id, ${weight},
      case when state in ('valid', 'expiring') then expires_on else issued_on end desc nulls last, expires_on desc nulls last, certificate_id
  ) ruling`;
}

/** What makes a certificate something else than its dates say. */
const telling = sql.raw(`kind in ('suspend', 'terminate', 'revoke', 'convert')`);

const weight = sql.raw(
  `case state when 'valid' then 0 when 'expiring' then 0 when 'pending' then 2 when 'converted' then 3 else 1 end`,
);

/** Whether the ruling certificate makes its NGO "registered here", as `registeredHere` says; not known counts as no. */
export const registeredIn = (province: string): SQL => sql`(
  (ruling.state in ('valid', 'expiring') or (ruling.state = 'expired' and ruling.renewing))
  and (ruling.nationwide or ${province} = any(ruling.areas)))`;
