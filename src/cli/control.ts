import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { linesOf } from '../base/backup/lines.ts';
import { askService } from './client.ts';
import type { Answer } from './command.ts';
import { mostBytes, type Request, type Response, request, shortPath } from './protocol.ts';

/** The door for the operator's commands, while it is open. */
export interface Control {
  /** Takes no more requests; those in work are answered if they end within `ms`. Removes the socket. */
  close(ms: number): Promise<void>;
}

/** Another service listens at this place. */
export class ControlInUse extends Error {
  override readonly name = 'ControlInUse';
}

/**
 * Listens on a Unix socket that only the service's own user may use (mode 0600); newline-delimited JSON, a request a line.
 * A socket that a killed service left is replaced; a live one's is not.
 * @throws ControlInUse
 */
export async function serveControl(of: {
  readonly path: string;
  readonly run: (call: Request) => Promise<Answer>;
  /** What went wrong behind a command; the operator reads only that it did. */
  readonly broken: (error: unknown, command: string) => void;
}): Promise<Control> {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  const inWork = new Set<Promise<void>>();
  let closing = false;
  const during = async <T>(socket: Socket, work: () => Promise<T>): Promise<T> => {
    busy.add(socket);
    try {
      return await work();
    } finally {
      busy.delete(socket);
    }
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // The client went away: nothing to tell anybody.
    socket.on('error', () => {});
    const work = converse(
      socket,
      (line) => during(socket, () => answerTo(line, of)),
      () => closing,
    ).finally(() => inWork.delete(work));
    inWork.add(work);
  });
  await listening(of.path, server);
  return {
    async close(ms) {
      closing = true;
      server.close();
      const late = new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
      // An idle client is not waited for.
      for (const socket of open) if (!busy.has(socket)) socket.end();
      await Promise.race([Promise.all(inWork), late]);
      for (const socket of open) socket.destroy();
      rmSync(of.path, { force: true });
    },
  };
}

/**
 * Binds in a folder that is closed to others and moves the socket to its place once it has its mode: at no moment may anybody
 * else connect, and a dead socket is replaced in one step.
 */
async function listening(path: string, server: Server): Promise<void> {
  if ((await askService(path, null)) !== 'nobody') {
    throw new ControlInUse(`Another service listens at ${path}. Stop it first, or use a DATA_DIR of its own.`);
  }
  // With PostgreSQL nothing else may have made DATA_DIR.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const closed = mkdtempSync(join(dirname(path), '.control-'));
  try {
    const here = join(closed, 's');
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(shortPath(here), () => {
        server.off('error', reject);
        resolve();
      });
    });
    chmodSync(here, 0o600);
    renameSync(here, path);
  } finally {
    rmSync(closed, { recursive: true, force: true });
  }
}

async function converse(
  socket: Socket,
  answer: (line: Buffer) => Promise<Response>,
  closing: () => boolean,
): Promise<void> {
  try {
    for await (const line of linesOf(limited(socket))) {
      const said = await answer(line);
      if (!socket.writable) return;
      socket.write(`${JSON.stringify(said)}\n`);
      // Not `break`: leaving the loop would destroy the socket with the answer still in it.
      if (closing()) socket.end();
    }
    socket.end();
  } catch {
    socket.destroy();
  }
}

/** The pieces as they come, as long as they are not more than a request may be. */
async function* limited(socket: Socket): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of socket as AsyncIterable<Uint8Array>) {
    bytes = piece.includes(10) ? 0 : bytes + piece.length;
    if (bytes > mostBytes) return;
    yield piece;
  }
}

async function answerTo(line: Buffer, of: Parameters<typeof serveControl>[0]): Promise<Response> {
  let call: Request;
  try {
    call = request.parse(JSON.parse(line.toString('utf8')));
  } catch {
    return { ok: false, error: 'The request is none. Use the client of the same version: npm run cli -- help' };
  }
  try {
    const { ok, text } = await of.run(call);
    return ok ? { ok, text } : { ok, error: text };
  } catch (error) {
    if (error instanceof Error && ['UsageError', 'BackupError'].includes(error.name)) {
      return { ok: false, error: error.message };
    }
    of.broken(error, call.command);
    return { ok: false, error: `${call.command} went wrong. The log of the service says how.` };
  }
}
