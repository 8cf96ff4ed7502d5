import { TelegramError } from 'telegraf';
import type { RemoteFile } from '../../messaging/types.ts';
import { FileLost } from '../channel.ts';
import type { Client } from './client.ts';

/** The bytes of a file that a person sent. @throws FileLost when Telegram will never give it (too big, no longer there) */
export async function* fetchFile(client: Client, file: RemoteFile, atMost: number): AsyncGenerator<Uint8Array> {
  if (file.bytes !== undefined && file.bytes > atMost) throw new FileLost('too_big');
  try {
    const { file_path: path } = await client.getFile(file.ref);
    if (path === undefined) throw new FileLost('gone');
    yield* client.download(path, atMost);
  } catch (error) {
    if (error instanceof RangeError) throw new FileLost('too_big');
    if (error instanceof TelegramError && (error.code === 400 || error.code === 404))
      throw new FileLost(/too big/i.test(error.description) ? 'too_big' : 'gone');
    throw error;
  }
}
