import { fileURLToPath } from 'node:url';

/** For the environment of processes that tests start: the compiled form of our modules is kept, a third of a second of each start. */
export const keepCompiled = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)),
};
