import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/base/database/store.ts';
import {
  deleteFile,
  FileGone,
  type NewFile,
  openFile,
  pieceBytes,
  type Run,
  saveFile,
  savePieces,
  sweepFiles,
} from '../../../src/base/files/store.ts';
import { mostBytes } from '../../../src/base/files/type.ts';
import { newId } from '../../../src/base/ids.ts';
import { storeOfThisFile } from '../audit/open.ts';

const at = Temporal.Instant.from('2026-11-24T01:00:00Z');
let store: Store;
beforeAll(async () => {
  ({ store } = await storeOfThisFile());
});

const noise = (bytes: number) => new Uint8Array(bytes).map((_, i) => (i * 2654435761) >>> 24);
const made = (content: Uint8Array, of: Partial<NewFile> = {}): NewFile => ({
  id: newId<'file'>(at.epochMilliseconds),
  name: 'Đề nghị.pdf',
  mime: 'application/pdf',
  content,
  uploadedBy: newId<'person'>(at.epochMilliseconds),
  at,
  ...of,
});
const save = (file: NewFile) => savePieces(run, file);
const run: Run = (work) => store.aside(work);
const collect = async (pieces: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};

describe('a file', () => {
  test.each([0, 1, pieceBytes, pieceBytes + 1, 3 * pieceBytes - 1])(
    'of %i bytes comes back in pieces, as often as it is opened',
    async (bytes) => {
      const file = made(noise(bytes));
      const hash = await save(file);
      expect(hash).toEqual(new Uint8Array(createHash('sha256').update(file.content).digest()));
      const stored = await openFile(run, file.id);
      expect(stored).toMatchObject({
        id: file.id,
        name: file.name,
        mime: file.mime,
        bytes,
        sha256: hash,
        uploadedBy: file.uploadedBy,
      });
      for (let twice = 0; twice < 2; twice++) {
        const pieces = await collect(stored!.open());
        expect(pieces).toHaveLength(Math.ceil(bytes / pieceBytes));
        expect(Buffer.concat(pieces).equals(file.content)).toBe(true);
      }
    },
  );

  test('of 20 MB is kept, a bigger one is not', async () => {
    const file = made(noise(mostBytes));
    await save(file);
    const pieces = await collect((await openFile(run, file.id))!.open());
    expect(Buffer.concat(pieces).equals(file.content)).toBe(true);
    await expect(save(made(new Uint8Array(mostBytes + 1)))).rejects.toThrow(RangeError);
  });

  test('saved twice by a task that ran again is one', async () => {
    const file = made(noise(10));
    await save(file);
    await save({ ...file, name: 'khác.pdf' });
    expect(await openFile(run, file.id)).toMatchObject({ name: 'Đề nghị.pdf' });
  });

  test('deleted is gone with its name, also for whoever is reading it', async () => {
    const file = made(noise(2 * pieceBytes));
    await save(file);
    const reading = (await openFile(run, file.id))!.open()[Symbol.asyncIterator]();
    await reading.next();
    expect(await store.aside((sql) => deleteFile(sql, file.id, at))).toBe(true);
    await expect(reading.next()).rejects.toThrow(FileGone);
    expect(await openFile(run, file.id)).toBeNull();
    expect(await store.aside((sql) => deleteFile(sql, file.id, at))).toBe(false);
    const [row] = await store.aside(
      (sql) =>
        sql`select name, state, not exists (select from file_piece where file_id = ${file.id}) as gone from file where id = ${file.id}`,
    );
    expect(row).toEqual({ name: '', state: 'deleted', gone: true });
  });

  test('that never was is null', async () => {
    expect(await openFile(run, newId<'file'>(at.epochMilliseconds))).toBeNull();
  });

  test('half written is not there; the next try writes it whole, another time it is swept', async () => {
    const file = made(noise(3 * pieceBytes));
    let statements = 0;
    const dying: Run = (work) => (++statements > 3 ? Promise.reject(new Error('died')) : store.aside(work));
    await expect(savePieces(dying, file)).rejects.toThrow('died');
    expect(await openFile(run, file.id)).toBeNull();
    const other = { ...file, content: noise(pieceBytes + 5).reverse() };
    await savePieces(run, other);
    expect(Buffer.concat(await collect((await openFile(run, file.id))!.open())).equals(other.content)).toBe(true);

    statements = 0;
    const lost = made(noise(3 * pieceBytes));
    await expect(savePieces(dying, lost)).rejects.toThrow('died');
    expect(await store.aside((sql) => sweepFiles(sql, at))).toBe(0);
    expect(await store.aside((sql) => sweepFiles(sql, at.add({ hours: 1 })))).toBe(1);
    expect(await store.aside((sql) => sql`select 1 from file_piece where file_id = ${lost.id}`)).toHaveLength(0);
  });

  test('deleted while it is written is told to the writer', async () => {
    const file = made(noise(2 * pieceBytes));
    let statements = 0;
    const disturbed: Run = async (work) => {
      if (++statements === 3) await store.aside((sql) => deleteFile(sql, file.id, at));
      return store.aside(work);
    };
    await expect(savePieces(disturbed, file)).rejects.toThrow(FileGone);
    expect(await openFile(run, file.id)).toBeNull();
  });

  test('saved by one client in one go', async () => {
    const file = made(noise(pieceBytes + 1));
    await store.aside((sql) => saveFile(sql, file));
    expect(await openFile(run, file.id)).toMatchObject({ bytes: pieceBytes + 1 });
  });

  test('other statements get their turn between two pieces', async () => {
    const file = made(noise(4 * pieceBytes));
    await save(file);
    let others = 0;
    for await (const _ of (await openFile(run, file.id))!.open()) {
      await store.exclusive((sql) => sql`select 1`);
      others += 1;
    }
    expect(others).toBe(4);
  });
});
