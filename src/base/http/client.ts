import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Gives the address that a request came from. */
export type ClientAddress = (c: Context) => string;

/**
 * Believes X-Forwarded-For only from the proxies in `trusted` (addresses, networks as CIDR, or `loopback`), and of the
 * header only what they wrote: read from the right, the first address that is not one of them.
 */
export function clientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const entry of trusted) {
    if (entry === 'loopback') {
      proxies.addSubnet('127.0.0.0', 8, 'ipv4');
      proxies.addAddress('::1', 'ipv6');
    } else {
      const [address = '', bits] = entry.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (bits === undefined) proxies.addAddress(address, family);
      else proxies.addSubnet(address, Number(bits), family);
    }
  }
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (c) => {
    let at = bare(peer(c));
    if (trusted.length === 0) return at;
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => bare(hop.trim()));
    while (isProxy(at)) {
      const hop = hops.pop();
      if (!hop || isIP(hop) === 0) break;
      at = hop;
    }
    return at;
  };
}

/** Requests that a test hands to the app without a connection come from nowhere. */
function peer(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** An IPv4 address that a dual-stack socket shows as IPv6. */
const bare = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
