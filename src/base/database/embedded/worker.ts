// The embedded database in a thread of its own, reached through a Unix socket by the same driver as a PostgreSQL server:
// one code path for both, and the main thread stays alive while a statement runs.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const { folder, socket } = workerData as { folder: string; socket: string };
const db = await PGlite.create(folder);
// Two connections would interleave first-use statements of each other: one, never more.
const server = new PGLiteSocketServer({ db, path: `${socket}/.s.PGSQL.5432`, maxConnections: 1 });
await server.start();
parentPort!.postMessage('ready');
parentPort!.on('message', async (word) => {
  if (word !== 'stop') return;
  await server.stop();
  await db.close();
  parentPort!.postMessage('stopped');
});
