import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** Anything that answers requests; a Hono app is one. */
export interface App {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
}

export interface ListenOptions {
  readonly app: App;
  readonly host: string;
  /** Wished for; 0 takes any free one. */
  readonly port: number;
  /** Hears a sentence when the wished port was busy. */
  readonly say?: (sentence: string) => void;
  /** How many further ports are tried after a busy one (default 20). */
  readonly tries?: number;
}

/** A server that answers. */
export interface Listening {
  readonly host: string;
  /** The port that was really taken. */
  readonly port: number;
  /** Without a trailing slash. */
  readonly url: string;
  /**
   * Takes no new connection, ends event streams at once, lets other answers finish for at most `withinMs`
   * (default 10,000) and then cuts them off. May be called twice.
   */
  stop(withinMs?: number): Promise<void>;
}

/** No address was free. The message is for the operator. */
export class PortBusy extends Error {
  override readonly name = 'PortBusy';
}

/** HOST is no address of this machine. The message is for the operator. */
export class AddressUnusable extends Error {
  override readonly name = 'AddressUnusable';
}

/**
 * Answers on `port`, or on the next free one where it is busy, and says so.
 * @throws PortBusy when all tries were busy; AddressUnusable when `host` is not of this machine.
 *
 * @example
 * const web = await listen({ app, host: '127.0.0.1', port: 3000, say: (s) => log.warn(s) });
 * await web.stop();
 */
export async function listen({ app, host, port, say, tries = 20 }: ListenOptions): Promise<Listening> {
  const open = new Set<ServerResponse>();
  const streams = new WeakSet<object>();
  const answer = getRequestListener(
    async (request, env) => {
      const response = await app.fetch(request, env);
      // Noted here: the server's own response does not show headers that were written in one go.
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) streams.add(env.outgoing);
      return response;
    },
    { hostname: host },
  );
  const server = createServer(limits, (request: IncomingMessage, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    void answer(request, response);
  });
  const taken = await bind(server, host, port, tries);
  if (port !== 0 && taken !== port) say?.(`Port ${port} is busy: answering on ${taken} instead.`);
  const shown = host.includes(':') ? `[${host}]` : host;
  let stopped: Promise<void> | undefined;
  return {
    host,
    port: taken,
    url: `http://${shown}:${taken}`,
    stop: (withinMs = 10_000) => {
      stopped ??= stop(server, open, streams, withinMs);
      return stopped;
    },
  };
}

const limits = {
  maxHeaderSize: 16 * 1024,
  // Headers come at once from honest clients; a file of 20 MB over a bad mobile line takes minutes.
  headersTimeout: 15_000,
  requestTimeout: 15 * 60_000,
  keepAliveTimeout: 65_000,
};

async function bind(server: Server, host: string, port: number, tries: number): Promise<number> {
  for (let at = port; ; at += 1) {
    try {
      server.listen(at, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        throw new AddressUnusable(
          `${host} is no address of this machine (${code}). Set HOST to one that is, or to 0.0.0.0 for all.`,
        );
      }
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (at >= port + tries || at >= 65_535) {
        throw new PortBusy(`No free port from ${port} to ${at} on ${host}. Set PORT to one that is free.`);
      }
    }
  }
}

async function stop(
  server: Server,
  open: ReadonlySet<ServerResponse>,
  streams: WeakSet<object>,
  withinMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const response of open) {
    // A stream has no end of its own; its page comes back to our successor and resumes.
    if (streams.has(response)) response.end();
    // Whoever is being answered should not send another request on this connection.
    else if (!response.headersSent) response.setHeader('connection', 'close');
  }
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), withinMs);
  // A connection becomes idle when its answer is through; close() alone would wait for its keep-alive time.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(cut);
  clearInterval(sweep);
}
