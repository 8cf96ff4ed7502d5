import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a subkey is for. A value sealed, hashed or signed for one purpose means nothing to another. */
export type Purpose = 'links' | 'sessions' | 'stored' | 'phones' | 'audit' | 'files';

/** What was sealed can't be opened. The message is for the operator. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/** What `verify` finds in a signed token. */
export type Verified =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly why: 'forged' | 'expired' };

/** Everything that is done with SECRET_KEY. The key itself and its subkeys never leave it, but by `subkeys`. */
export interface Keyring {
  /** Names the present key; 8 hex digits. */
  readonly keyId: string;
  /**
   * Seals `data` (text as UTF-8) by AES-256-GCM under the present key. `bound` says where the value belongs (`account/<id>/token`):
   * it opens only with the same words, so that a value copied to another row is refused. Gives 33 bytes more than it took.
   */
  encrypt(purpose: Purpose, data: Uint8Array | string, bound: string): Uint8Array;
  /** Opens what `encrypt` sealed, under this key or the previous one. @throws CannotOpen */
  decrypt(purpose: Purpose, sealed: Uint8Array, bound: string): Uint8Array;
  /** `decrypt` for text. @throws CannotOpen */
  decryptText(purpose: Purpose, sealed: Uint8Array, bound: string): string;
  /** Whether the previous key sealed it: seal it anew before that key is taken away. */
  isOld(sealed: Uint8Array): boolean;
  /** A keyed hash (32 bytes) by which a phone number or an invite code is found without being readable. Bring `text` to one form first. */
  lookupHash(purpose: Purpose, text: string): Uint8Array;
  /** The hash under the present key and, while there is one, under the previous: a row may carry either. */
  lookupHashes(purpose: Purpose, text: string): readonly Uint8Array[];
  /** A token for a cookie or a link: `payload` (readable by whoever holds it), valid before `until`. Letters, digits, `-`, `_`, `.` only. */
  sign(purpose: Purpose, payload: string, until: Temporal.Instant): string;
  /** The payload of a token that we signed, under this key or the previous one, unless it has expired at `now`. */
  verify(purpose: Purpose, token: string, now: Temporal.Instant): Verified;
  /** The subkeys themselves by key id, the present one first; for the audit chain, which many rows are computed with. */
  subkeys(purpose: Purpose): ReadonlyMap<string, Uint8Array>;
}

const version = 1;
const headBytes = 5;
const ivBytes = 12;
const tagBytes = 16;

/** Compares without telling by its duration where two values differ. Of different length: false. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

interface Key {
  readonly id: Buffer;
  subkey(use: string): Buffer;
}

function key(secret: Uint8Array): Key {
  const derive = (info: string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, 'nhip-cau', info, bytes));
  const made = new Map<string, Buffer>();
  return {
    id: derive('key id', 4),
    subkey(use) {
      const found = made.get(use) ?? derive(use, 32);
      made.set(use, found);
      return found;
    },
  };
}

const mac = (subkey: Uint8Array, text: string | Uint8Array) => createHmac('sha256', subkey).update(text).digest();

/**
 * Makes the keyring from SECRET_KEY (at least 32 bytes) and, after a change, the key before it.
 * Subkeys are derived by HKDF-SHA256, one for each purpose and use.
 */
export function keyring(secretKey: Uint8Array, previous?: Uint8Array | null): Keyring {
  const present = key(secretKey);
  const all = previous && !sameBytes(previous, secretKey) ? [present, key(previous)] : [present];
  const byId = (id: Uint8Array) => all.find((one) => sameBytes(one.id, id));
  const bind = (head: Uint8Array, purpose: Purpose, bound: string) =>
    Buffer.concat([head, Buffer.from(`${purpose}\0${bound}`)]);

  const decrypt: Keyring['decrypt'] = (purpose, sealed, bound) => {
    const head = sealed.subarray(0, headBytes);
    if (sealed.length < headBytes + ivBytes + tagBytes || head[0] !== version)
      throw new CannotOpen(`A sealed value (${purpose}) is damaged: it has no form that this version knows.`);
    const of = byId(head.subarray(1));
    if (!of) {
      throw new CannotOpen(
        `A sealed value (${purpose}) belongs to another key (${Buffer.from(head.subarray(1)).toString('hex')}). Set SECRET_KEY_PREVIOUS to the key that was used before.`,
      );
    }
    const cipher = createDecipheriv(
      'aes-256-gcm',
      of.subkey(`${purpose}/seal`),
      sealed.subarray(headBytes, headBytes + ivBytes),
      {
        authTagLength: tagBytes,
      },
    );
    cipher.setAAD(bind(head, purpose, bound));
    cipher.setAuthTag(sealed.subarray(-tagBytes));
    try {
      return Buffer.concat([cipher.update(sealed.subarray(headBytes + ivBytes, -tagBytes)), cipher.final()]);
    } catch {
      throw new CannotOpen(`A sealed value (${purpose}) was changed or moved to another place.`);
    }
  };

  const hash = (of: Key, purpose: Purpose, text: string) => new Uint8Array(mac(of.subkey(`${purpose}/lookup`), text));
  const signature = (of: Key, purpose: Purpose, head: string) =>
    mac(of.subkey(`${purpose}/sign`), head).toString('base64url');

  return {
    keyId: present.id.toString('hex'),
    encrypt(purpose, data, bound) {
      const head = Buffer.concat([Buffer.of(version), present.id]);
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', present.subkey(`${purpose}/seal`), iv, { authTagLength: tagBytes });
      cipher.setAAD(bind(head, purpose, bound));
      const text = Buffer.concat([cipher.update(data), cipher.final()]);
      return new Uint8Array(Buffer.concat([head, iv, text, cipher.getAuthTag()]));
    },
    decrypt,
    decryptText: (purpose, sealed, bound) => Buffer.from(decrypt(purpose, sealed, bound)).toString('utf8'),
    isOld: (sealed) => !sameBytes(sealed.subarray(1, headBytes), present.id),
    lookupHash: (purpose, text) => hash(present, purpose, text),
    lookupHashes: (purpose, text) => all.map((of) => hash(of, purpose, text)),
    sign(purpose, payload, until) {
      const body = Buffer.from(payload).toString('base64url');
      const head = `${present.id.toString('base64url')}.${until.epochMilliseconds.toString(36)}.${body}`;
      return `${head}.${signature(present, purpose, head)}`;
    },
    verify(purpose, token, now) {
      const forged = { ok: false, why: 'forged' } as const;
      const cut = token.lastIndexOf('.');
      const [id = '', until = '', body = ''] = token.slice(0, cut).split('.');
      const of = byId(Buffer.from(id, 'base64url'));
      if (!of || cut < 0) return forged;
      const expected = signature(of, purpose, token.slice(0, cut));
      if (!sameBytes(Buffer.from(expected), Buffer.from(token.slice(cut + 1)))) return forged;
      if (now.epochMilliseconds >= Number.parseInt(until, 36)) return { ok: false, why: 'expired' };
      return { ok: true, payload: Buffer.from(body, 'base64url').toString('utf8') };
    },
    subkeys: (purpose) =>
      new Map(all.map((of) => [of.id.toString('hex'), new Uint8Array(of.subkey(`${purpose}/mac`))])),
  };
}
