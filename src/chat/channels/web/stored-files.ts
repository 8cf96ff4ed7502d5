import type { Store } from '../../../base/database/store.ts';
import { safeName } from '../../../base/files/safe-name.ts';
import { secretMark } from '../../../base/files/secret-mark.ts';
import { openFile, saveFile } from '../../../base/files/store.ts';
import { type Refusal as FileRefusal, typeOf } from '../../../base/files/type.ts';
import { Refusal, type Says } from '../../../base/http/refusal.ts';
import { newId } from '../../../base/ids.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { WebFiles } from './files.ts';

/** What the person reads when a file is refused at the door. */
const refusals: Readonly<Record<FileRefusal, Says>> = {
  empty: { vi: 'Tệp trống.', en: 'The file is empty.' },
  too_big: { vi: 'Tệp quá lớn (tối đa 20 MB).', en: 'The file is too large (at most 20 MB).' },
  kind: { vi: 'Chỉ nhận tệp PDF, DOCX, XLSX, JPG, PNG.', en: 'Only PDF, DOCX, XLSX, JPG and PNG are taken.' },
  old_office: {
    vi: 'Tệp .doc, .xls: xin lưu lại thành .docx, .xlsx.',
    en: 'Save .doc and .xls anew as .docx and .xlsx.',
  },
  encrypted: { vi: 'Tệp có mật khẩu: xin gỡ mật khẩu rồi gửi lại.', en: 'Take the password off and send it again.' },
  macro: { vi: 'Tệp có macro nên không nhận.', en: 'Files with macros are not taken.' },
  script: { vi: 'Tệp có mã lệnh nên không nhận.', en: 'Files with scripts are not taken.' },
  damaged: { vi: 'Tệp bị hỏng, không đọc được.', en: 'The file is damaged.' },
};

const secret = {
  vi: 'Tệp có dấu độ mật: không gửi qua đây.',
  en: 'Marked as a state secret: it must not be sent here.',
};

/** The files of the web chat in the database; checked before anything of them is kept. Uploads lie in memory until then (≤ 20 MB each). */
export function storedFiles(of: { readonly store: Store; readonly clock: Clock }): WebFiles {
  return {
    async put({ name, bytes }) {
      if (secretMark({ name })) throw new Refusal(422, 'secret', secret);
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      const content = new Uint8Array(Buffer.concat(pieces));
      const typed = await typeOf(content);
      if (!typed.ok) throw new Refusal(422, typed.why, refusals[typed.why]);
      const now = of.clock.now();
      const id = newId<'file'>(now.epochMilliseconds);
      const file = { id, name: safeName(name, typed.kind), mime: typed.mime };
      await of.store.aside((sql) => saveFile(sql, { ...file, content, uploadedBy: null, at: now }));
      return { ...file, bytes: content.length };
    },
    find: (id) => openFile((work) => of.store.aside(work), id),
  };
}
