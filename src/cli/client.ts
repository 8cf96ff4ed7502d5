import { createConnection } from 'node:net';
import { linesOf } from '../base/backup/lines.ts';
import { type Response, response, shortPath } from './protocol.ts';

/** A request, before it is a line. */
export interface Asked {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/**
 * Asks the running service. `nobody`: none listens there (or what it left lies there); `silent`: it closed without an answer.
 * With null only whether somebody listens: `silent` then.
 */
export async function askService(path: string, call: Asked | null): Promise<Response | 'nobody' | 'silent'> {
  let socket: ReturnType<typeof createConnection>;
  try {
    socket = createConnection(shortPath(path));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR'].includes(code)) return 'nobody';
    if (code === 'EACCES') {
      throw new Error(`${path} belongs to another user. Run this as the user that runs the service.`);
    }
    throw error;
  }
  try {
    if (call === null) return 'silent';
    socket.write(`${JSON.stringify(call)}\n`);
    for await (const line of linesOf(socket as AsyncIterable<Uint8Array>)) {
      return response.parse(JSON.parse(line.toString('utf8')));
    }
    return 'silent';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return 'silent';
    throw error;
  } finally {
    socket.destroy();
  }
}
