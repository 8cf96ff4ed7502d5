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
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
  })();
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
  { speed, width, quality = 0.72 }: { speed: number; width: number; quality?: number },
): Promise<Buffer> {
  const page = await browser.newPage();
  await page.evaluate(encoder);
  const frames: { patch: Patch; ms: number }[] = [];
  let size = { width: 0, height: 0 };
  for (const { png, ms } of shots) {
    const made = await page.evaluate<{ size: typeof size; patch: (Omit<Patch, 'webp'> & { webp: string }) | null }>(
      `globalThis.patchOf('${png.toString('base64')}', ${width}, ${quality})`,
    );
    size = made.size;
    const last = frames.at(-1);
    if (made.patch)
      frames.push({ patch: { ...made.patch, webp: Buffer.from(made.patch.webp, 'base64') }, ms: ms / speed });
    else if (last) last.ms += ms / speed;
  }
  await page.close();
  return container(size, frames);
}

/** Runs in the browser: gives the part of a picture that differs from the one before, encoded; null where nothing does. */
const encoder = `
  let before = null;
  globalThis.patchOf = async (base64, width, quality) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const height = Math.round((picture.height * width) / picture.width);
    const canvas = new OffscreenCanvas(width, height);
    const draw = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    draw.imageSmoothingQuality = 'high';
    draw.drawImage(picture, 0, 0, width, height);
    const now = new Uint32Array(draw.getImageData(0, 0, width, height).data.buffer);
    let [left, top, right, bottom] = before ? [width, height, -1, -1] : [0, 0, width - 1, height - 1];
    if (before) {
      for (let at = 0; at < now.length; at++) {
        if (now[at] === before[at]) continue;
        const x = at % width;
        const y = (at - x) / width;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        bottom = y;
      }
    }
    before = now;
    const size = { width, height };
    if (right < 0) return { size, patch: null };
    // A frame begins at even pixels.
    left -= left % 2;
    top -= top % 2;
    const part = new OffscreenCanvas(right - left + 1, bottom - top + 1);
    part.getContext('2d', { alpha: false }).drawImage(canvas, -left, -top);
    const blob = await part.convertToBlob({ type: 'image/webp', quality });
    const data = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of data) text += String.fromCharCode(byte);
    return { size, patch: { x: left, y: top, width: part.width, height: part.height, webp: btoa(text) } };
  };
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
