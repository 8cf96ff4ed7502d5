import type { Sql } from '../database/client.ts';
import { fact, setFact } from '../database/facts.ts';
import type { Keyring } from './keyring.ts';

/** The store was written with another key. The message says what to do. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

/**
 * Holds SECRET_KEY to the store: remembers its name (never the key) at the first start, and the new one's after a change that
 * SECRET_KEY_PREVIOUS announced. With a foreign key people could go on writing, and nobody could ever read all of it.
 * @throws WrongKey
 */
export async function holdToKey(sql: Sql, keys: Keyring, now: Temporal.Instant): Promise<void> {
  const known = await fact(sql, 'secret_key');
  if (known === keys.keyId) return;
  if (known !== undefined && !keys.subkeys('stored').has(String(known))) {
    throw new WrongKey(
      `The store was written with another SECRET_KEY (${known}, yours is ${keys.keyId}). Set that one; if it was changed on purpose, put the old one in SECRET_KEY_PREVIOUS.`,
    );
  }
  await setFact(sql, 'secret_key', keys.keyId, now);
}
