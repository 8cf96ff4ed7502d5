import type { Browser, Page } from 'playwright-core';

/** A part of a picture that changed, as a WebP of its own. */
interface Patch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly webp: Buffer;
}

/** Takes pictures of a page one after the other, as fast as they come, until stopped. */
export function film(page: Page): { stop(): Promise<readonly { readonly png: Buffer; readonly ms: number }[]> } {
  const shots: { png: Buffer; at: number }[] = [];
  let running = true;
  const done = (async () => {
    while (running) {
      const png = await page.screenshot({ scale: 'css', caret: 'hide' });
      shots.push({ png, at: performance.now() });
      await new Promise((resolve) => setTimeout(resolve, 240));
    }
  })();
  // Who stops the film hears of it.
  done.catch(() => {});
  return {
    async stop() {
      running = false;
      await done;
      return shots.map(({ png, at }, n) => ({ png, ms: (shots[n + 1]?.at ?? at + 1_500) - at }));
    },
  };
}

/**
 * Makes an animated WebP of pictures of one size: `speed` times as fast as they were taken, scaled to `width`, only what changed from one to the
 * next. The browser encodes the patches, the container is written here (RIFF: VP8X, ANIM, ANMF a frame).
 */
export async function animated(
  browser: Browser,
  shots: readonly { readonly png: Buffer; readonly ms: number }[],
  { speed, width, quality }: { speed: number; width: number; quality: number },
): Promise<Buffer> {
  const page = await browser.newPage();
  await page.evaluate(encoder);
  const frames: { patch: Patch; ms: number }[] = [];
  let size = { width: 0, height: 0 };
  for (const { png, ms } of shots) {
    const made = await page.evaluate<{
      size: typeof size;
      patches: readonly (Omit<Patch, 'webp'> & { webp: string })[];
    }>(`globalThis.patchesOf('${png.toString('base64')}', ${width}, ${quality})`);
    size = made.size;
    const patches = made.patches.map((patch) => ({ ...patch, webp: Buffer.from(patch.webp, 'base64') }));
    for (const [at, patch] of patches.entries()) {
      const left = ms / speed - shortMs * (patches.length - 1);
      frames.push({ patch, ms: at < patches.length - 1 ? shortMs : left });
    }
    const last = frames.at(-1);
    if (patches.length === 0 && last) last.ms += ms / speed;
  }
  await page.close();
  return container(size, frames);
}

/** Patches of one picture follow each other this fast; browsers take less for a tenth of a second. */
const shortMs = 20;

/**
 * Runs in the browser: gives the parts of a picture that differ from the one before, encoded. The head and each third are looked
 * at apart: a clock that ticks above and a word that is typed below are two small patches, not the whole picture.
 */
const encoder = `
  let before = null;
  globalThis.patchesOf = async (base64, width, quality) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const height = Math.round((picture.height * width) / picture.width);
    const canvas = new OffscreenCanvas(width, height);
    const draw = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    draw.imageSmoothingQuality = 'high';
    draw.drawImage(picture, 0, 0, width, height);
    const now = new Uint32Array(draw.getImageData(0, 0, width, height).data.buffer);
    const head = Math.round(height / 18);
    const foot = Math.round(height * 0.94);
    const edges = [0, Math.round(width / 3), Math.round((2 * width) / 3), width];
    const thirds = [0, 1, 2].map((at) => [edges[at], head, edges[at + 1], foot]);
    const regions = before ? [[0, 0, width, head], ...thirds, [0, foot, width, height]] : [[0, 0, width, height]];
    const patches = [];
    for (const region of regions) {
      const changed = before ? differs(now, region, width) : region;
      if (changed) patches.push(await encoded(canvas, changed, quality));
    }
    before = now;
    return { size: { width, height }, patches };
  };
  function differs(now, [x1, y1, x2, y2], width) {
    let [left, top, right, bottom] = [x2, y2, x1 - 1, y1 - 1];
    for (let y = y1; y < y2; y++) {
      for (let x = x1; x < x2; x++) {
        if (now[y * width + x] === before[y * width + x]) continue;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        bottom = y;
      }
    }
    return right < left ? null : [left, top, right + 1, bottom + 1];
  }
  async function encoded(canvas, [x1, y1, x2, y2], quality) {
    // A frame begins at even pixels.
    const [x, y] = [x1 - (x1 % 2), y1 - (y1 % 2)];
    const part = new OffscreenCanvas(x2 - x, y2 - y);
    part.getContext('2d', { alpha: false }).drawImage(canvas, -x, -y);
    const data = new Uint8Array(await (await part.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
    let text = '';
    for (const byte of data) text += String.fromCharCode(byte);
    return { x, y, width: part.width, height: part.height, webp: btoa(text) };
  }
`;

const uint24 = (value: number): Buffer => {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntLE(value, 0, 3);
  return bytes;
};

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, ...(data.length % 2 ? [Buffer.alloc(1)] : [])]);
}

/** The chunk of a still WebP that holds its pixels, head and all. */
function pixels(webp: Buffer): Buffer {
  for (let at = 12; at < webp.length; ) {
    const length = webp.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (/^VP8[ L]$/.test(webp.toString('latin1', at, at + 4))) return webp.subarray(at, end);
    at = end;
  }
  throw new Error('not a WebP picture');
}

function container(size: { width: number; height: number }, frames: readonly { patch: Patch; ms: number }[]): Buffer {
  const animation = 0b10;
  const canvas = Buffer.concat([Buffer.from([animation, 0, 0, 0]), uint24(size.width - 1), uint24(size.height - 1)]);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    chunk('VP8X', canvas),
    // White behind, repeated for ever.
    chunk('ANIM', Buffer.from([255, 255, 255, 255, 0, 0])),
    ...frames.map(({ patch, ms }) => {
      const place = [patch.x / 2, patch.y / 2, patch.width - 1, patch.height - 1, Math.max(20, Math.round(ms))];
      // Laid over what is there, without blending.
      return chunk('ANMF', Buffer.concat([...place.map(uint24), Buffer.from([0b10]), pixels(patch.webp)]));
    }),
  ]);
  return chunk('RIFF', body);
}
