import { base } from './base.js';
import { saysWords, t } from './texts.js';

const most = 20 * 1024 * 1024;

/** Sends files one after the other, with progress; `done(answer, file)` gets the ticket of each. */
export function createUploads({ uploads, show, done, lostSession }) {
  let running = false;
  let number = 0;

  function send(upload) {
    return new Promise((resolve) => {
      // fetch can't tell how much of a body has gone out.
      const request = new XMLHttpRequest();
      request.open('POST', `${base}files?name=${encodeURIComponent(upload.file.name)}`);
      request.setRequestHeader('x-nhip-cau', '1');
      request.setRequestHeader('content-type', upload.file.type || 'application/octet-stream');
      // A line that died without a word: nothing moves for a minute.
      let stalled = 0;
      const moves = () => {
        clearTimeout(stalled);
        stalled = setTimeout(() => request.abort(), 60_000);
      };
      moves();
      request.onloadend = () => clearTimeout(stalled);
      request.upload.onprogress = (event) => {
        moves();
        upload.done = event.total ? Math.round((event.loaded / event.total) * 100) : 0;
        upload.progressed?.();
      };
      request.onload = () => {
        let said = {};
        try {
          said = JSON.parse(request.responseText);
        } catch {
          // A proxy's own words: the status is enough.
        }
        resolve({ status: request.status, said });
      };
      request.onerror = () => resolve({ status: 0, said: {} });
      request.onabort = request.onerror;
      upload.abort = () => request.abort();
      request.send(upload.file);
    });
  }

  async function run() {
    if (running) return;
    running = true;
    for (;;) {
      const next = [...uploads].find(([, upload]) => upload.refused === undefined && !upload.waits);
      if (!next) break;
      const [key, upload] = next;
      const { status, said } = await send(upload);
      // Stopped by the person: what came of it is nobody's concern, unreferenced files are swept away.
      if (!uploads.has(key)) continue;
      if (status === 200) {
        remove(key);
        done(said, upload.file);
      } else if (status === 401) {
        lostSession();
        break;
      } else if (status === 0 || status === 429 || status >= 500) {
        upload.waits = true;
        upload.done = 0;
        setTimeout(resume, 5000);
      } else {
        upload.refused = saysWords(said.says);
      }
      show();
    }
    running = false;
  }

  function remove(key) {
    const upload = uploads.get(key);
    uploads.delete(key);
    if (upload?.picture) URL.revokeObjectURL(upload.picture);
    return upload;
  }

  function resume() {
    for (const upload of uploads.values()) upload.waits = false;
    show();
    run();
  }

  return {
    add(files) {
      for (const file of files) {
        number += 1;
        const upload = { file, done: 0, waits: false };
        if (file.size > most) upload.refused = t.tooLarge;
        else if (/^image\/(jpeg|png|webp|gif)$/.test(file.type)) upload.picture = URL.createObjectURL(file);
        uploads.set(`upload ${number}`, upload);
      }
      show();
      run();
    },
    resume,
    /** Takes a file back, in the middle of its way too. */
    drop(key) {
      remove(key)?.abort?.();
      show();
    },
  };
}
