import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What `chromium.launch` needs to start the browser that npm brought. */
export interface ChromiumFiles {
  readonly program: string;
  /** Its libraries and fonts; to be added to our environment. */
  readonly env: Readonly<Record<string, string>>;
}

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '..', '..', 'node_modules', '.cache');

/** Whether npm brings a browser for this machine. */
export const bringsChromium = process.platform === 'linux' && process.arch === 'x64';

/** The browser of @sparticuz/chromium, unpacked once per version (210 MB, about two seconds) and kept in node_modules. */
export async function chromiumFiles(): Promise<ChromiumFiles> {
  const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (!(await exists(folder))) await unpack(packed, folder);
  return {
    program: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: await fontsConf(folder) },
  };
}

async function unpack(packed: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const half = await mkdtemp(`${folder}-`);
  // The package unpacks into the temp folder of the machine, which it takes from the environment.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = half;
  try {
    // By its path: its types need the DOM, and its entry changes the environment of cloud functions.
    const { inflate } = (await import(pathToFileURL(join(packed, 'build', 'lambdafs.js')).href)) as {
      inflate(file: string): Promise<string>;
    };
    await Promise.all([inflate(join(packed, 'bin', 'chromium.br')), inflate(join(packed, 'bin', 'al2023.tar.br'))]);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  // For all users of this copy, not only the one who came first.
  await Promise.all([chmod(half, 0o755), chmod(join(half, 'chromium'), 0o755)]);
  await rename(half, folder).catch(async (taken) => {
    // Another process was faster; its copy is as good.
    await rm(half, { recursive: true });
    if (!(await exists(folder))) throw taken;
  });
}

/** Lists the fonts of the repository and no others, so that pages look the same everywhere. Without any font Chromium crashes. */
async function fontsConf(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const fonts = join(here, 'fonts');
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`;
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
  return file;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
