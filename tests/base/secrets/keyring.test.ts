import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CannotOpen, keyring, sameBytes } from '../../../src/base/secrets/keyring.ts';

const old = keyring(new Uint8Array(32).fill(1));
const both = keyring(new Uint8Array(32).fill(2), new Uint8Array(32).fill(1));
const ring = keyring(new Uint8Array(32).fill(2));
const at = (text: string) => Temporal.Instant.from(text);
const noon = at('2026-11-24T05:00:00Z');

describe('sealed values', () => {
  test('open again, as bytes and as text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, bound) => {
        const sealed = ring.encrypt('stored', bytes, bound);
        expect(sealed.length).toBe(bytes.length + 33);
        expect(new Uint8Array(ring.decrypt('stored', sealed, bound))).toEqual(bytes);
      }),
    );
    expect(ring.decryptText('phones', ring.encrypt('phones', 'Thào A Sếnh', 'x'), 'x')).toBe('Thào A Sếnh');
  });

  test('differ each time, and show nothing of what they hold', () => {
    const one = ring.encrypt('stored', 'refresh-token', 'x');
    expect(one).not.toEqual(ring.encrypt('stored', 'refresh-token', 'x'));
    expect(Buffer.from(one).includes('refresh')).toBe(false);
  });

  test('any changed byte, another purpose or another place is refused', () => {
    const sealed = ring.encrypt('stored', 'token', 'account/1');
    for (let i = 0; i < sealed.length; i++) {
      const changed = sealed.slice();
      changed[i]! ^= 1;
      expect(() => ring.decrypt('stored', changed, 'account/1'), `byte ${i}`).toThrow(CannotOpen);
    }
    expect(() => ring.decrypt('phones', sealed, 'account/1')).toThrow('changed or moved');
    expect(() => ring.decrypt('stored', sealed, 'account/2')).toThrow('changed or moved');
    for (const length of [0, 4, 20, sealed.length - 1])
      expect(() => ring.decrypt('stored', sealed.subarray(0, length), 'account/1')).toThrow(CannotOpen);
  });

  test('of the previous key open, are known as old, and are refused once it is gone', () => {
    const sealed = old.encrypt('stored', 'token', 'x');
    expect(both.decryptText('stored', sealed, 'x')).toBe('token');
    expect(both.isOld(sealed)).toBe(true);
    expect(both.isOld(both.encrypt('stored', 'token', 'x'))).toBe(false);
    expect(() => ring.decrypt('stored', sealed, 'x')).toThrow(/another key \([0-9a-f]{8}\)\. Set SECRET_KEY_PREVIOUS/);
  });
});

describe('look-up hashes', () => {
  test('are the same for the same text, differ by purpose and key', () => {
    const hash = ring.lookupHash('phones', '+84912345678');
    expect(hash).toHaveLength(32);
    expect(ring.lookupHash('phones', '+84912345678')).toEqual(hash);
    expect(ring.lookupHash('links', '+84912345678')).not.toEqual(hash);
    expect(old.lookupHash('phones', '+84912345678')).not.toEqual(hash);
  });

  test('of both keys are looked for after a change', () => {
    expect(both.lookupHashes('phones', 'x')).toEqual([ring.lookupHash('phones', 'x'), old.lookupHash('phones', 'x')]);
    expect(ring.lookupHashes('phones', 'x')).toHaveLength(1);
    const same = new Uint8Array(32).fill(2);
    expect(keyring(same, same).lookupHashes('phones', 'x')).toHaveLength(1);
  });
});

describe('signed tokens', () => {
  test('give their payload until they expire', () => {
    const token = ring.sign('sessions', '{"person":"Sếnh"}', noon);
    expect(token).toMatch(/^[\w.-]+$/);
    expect(ring.verify('sessions', token, noon.subtract({ milliseconds: 1 }))).toEqual({
      ok: true,
      payload: '{"person":"Sếnh"}',
    });
    expect(ring.verify('sessions', token, noon)).toEqual({ ok: false, why: 'expired' });
  });

  test('any changed character, another purpose or key is a forgery', () => {
    const before = noon.subtract({ hours: 1 });
    const token = ring.sign('sessions', 'payload', noon);
    const forged = { ok: false, why: 'forged' };
    for (let i = 0; i < token.length; i++) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      expect(ring.verify('sessions', changed, before), changed).toEqual(forged);
    }
    expect(ring.verify('links', token, before)).toEqual(forged);
    expect(old.verify('sessions', token, before)).toEqual(forged);
    for (const junk of ['', '.', '...', 'a.b.c.d', token.slice(0, -1), `${token}A`, token.repeat(2)])
      expect(ring.verify('sessions', junk, before), junk).toEqual(forged);
  });

  test('of the previous key still hold', () => {
    const token = old.sign('sessions', 'payload', noon);
    expect(both.verify('sessions', token, noon.subtract({ seconds: 1 }))).toEqual({ ok: true, payload: 'payload' });
  });

  test('no text from outside makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => !ring.verify('links', text, noon).ok));
  });
});

test('subkeys: the present one first, each its own for a purpose', () => {
  expect([...both.subkeys('audit').keys()]).toEqual([ring.keyId, old.keyId]);
  expect(both.subkeys('audit').get(old.keyId)).toEqual(old.subkeys('audit').get(old.keyId));
  expect(ring.subkeys('audit').get(ring.keyId)).not.toEqual(ring.subkeys('files').get(ring.keyId));
});

test('sameBytes', () => {
  expect(sameBytes(Buffer.from('ab'), Buffer.from('ab'))).toBe(true);
  expect(sameBytes(Buffer.from('ab'), Buffer.from('ac'))).toBe(false);
  expect(sameBytes(Buffer.from('ab'), Buffer.from('abc'))).toBe(false);
});
