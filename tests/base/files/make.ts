import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A part of a zip to be made; `flags` and `claims` (size) may lie. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly flags?: number;
  readonly claims?: number;
  readonly store?: boolean;
}

/** A zip as office programs write it. */
export function zip(parts: readonly Part[], comment = ''): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, flags = 0x800, claims, store = false } of parts) {
    const raw = Buffer.from(content as string);
    const packed = store ? raw : deflateRawSync(raw);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(store ? 0 : 8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? raw.length, 18);
    common.writeUInt16LE(title.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, title]));
    local.push(head);
    offset += head.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return new Uint8Array(Buffer.concat([...local, listed, end, Buffer.from(comment)]));
}

const main = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
  xlsm: ['xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
} as const;

/** A small office document with further parts. */
export function office(kind: keyof typeof main, more: readonly Part[] = []): Uint8Array {
  const [part, type] = main[kind];
  return zip([
    { name: '[Content_Types].xml', content: `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>` },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="${part}"/></Relationships>`,
    },
    { name: part, content: '<document>Đề nghị hỗ trợ nước sạch</document>' },
    ...more,
  ]);
}

/** A PDF with the given objects, written as they are. */
export const pdf = (...objects: string[]): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      `%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${objects.map((o, i) => `${i + 3} 0 obj\n${o}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
      'latin1',
    ),
  );

/** A compressed stream; `dictionary` without its brackets. */
export const packed = (dictionary: string, content: string): string => {
  const data = deflateSync(Buffer.from(content, 'latin1'));
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`;
};
