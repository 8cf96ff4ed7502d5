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
      request.upload.onprogress = (event) => {
        upload.done = event.total ? Math.round((event.loaded / event.total) * 100) : 0;
        if (upload.bar) upload.bar.value = upload.done;
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
      if (!uploads.has(key)) continue;
      if (status === 200) {
        uploads.delete(key);
        done(said, upload.file);
      } else if (status === 401) {
        lostSession();
        break;
      } else if (status === 0 || status === 429 || status >= 500) {
        upload.waits = true;
        setTimeout(resume, 5000);
      } else {
        upload.refused = saysWords(said.says);
      }
      show();
    }
    running = false;
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
        uploads.set(`upload ${number}`, { file, done: 0, ...(file.size > most ? { refused: t.tooLarge } : {}) });
      }
      show();
      run();
    },
    resume,
    drop(key) {
      uploads.delete(key);
      show();
    },
  };
}
