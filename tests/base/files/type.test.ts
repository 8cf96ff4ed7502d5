import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileKinds, mostBytes, typeOf } from '../../../src/base/files/type.ts';
import { office, type Part, packed, pdf, zip } from './make.ts';

const why = async (bytes: Uint8Array) => {
  const typed = await typeOf(bytes);
  return typed.ok ? typed.kind : typed.why;
};
const bytesOf = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))),
  );
const png = bytesOf(
  [0x89],
  'PNG\r\n',
  [0x1a, 0x0a, 0, 0, 0, 13],
  'IHDR',
  [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  'IDAT',
  [0, 0, 0, 0],
);
const jpg = bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', new Array(20).fill(0));
const ole = (inside: string) =>
  bytesOf(
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    new Array(600).fill(0),
    Buffer.from(inside, 'utf16le').toString('latin1'),
  );

describe('the five kinds are told by their content', () => {
  test.each([
    ['docx', office('docx')],
    ['xlsx', office('xlsx')],
    ['pdf', pdf()],
    ['jpg', jpg],
    ['png', png],
  ] as const)('%s', async (kind, bytes) => {
    expect(await typeOf(bytes)).toEqual({ ok: true, kind, mime: fileKinds[kind] });
  });

  test('a zip with a comment, stored parts and a byte order mark is a document still', async () => {
    const types = Buffer.from('\ufeff<Types ContentType="wordprocessingml.document.main+xml"/>', 'utf16le');
    expect(await why(zip([{ name: '[Content_Types].xml', content: types, store: true }], 'made by hand'))).toBe('docx');
  });
});

describe('what is refused, and why', () => {
  const rel = (type: string, target: string, mode = ' TargetMode="External"') =>
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`;
  const settings = (content: string): Part => ({ name: 'word/_rels/settings.xml.rels', content });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['more than 20 MB', new Uint8Array(mostBytes + 1), 'too_big'],
    ['text', bytesOf('chào'), 'kind'],
    ['a program', bytesOf('MZ', new Array(200).fill(0)), 'kind'],
    ['a GIF', bytesOf('GIF89a', new Array(20).fill(0)), 'kind'],
    ['HTML', bytesOf('<!DOCTYPE html><script>1</script>'), 'kind'],
    ['a drawing', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kind'],
    ['a presentation', office('pptx'), 'kind'],
    ['an ordinary zip', zip([{ name: 'a.txt', content: 'x' }]), 'kind'],
    ['a Word document with macros', office('docm'), 'macro'],
    ['an Excel sheet with macros', office('xlsm'), 'macro'],
    [
      'a docm renamed and retyped, macros left',
      office('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]),
      'macro',
    ],
    ['the same in other letters', office('docx', [{ name: 'word\\VBAPROJECT.BIN', content: 'x' }]), 'macro'],
    ['Excel 4 macros', office('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }]), 'macro'],
    ['ActiveX', office('docx', [{ name: 'word/activeX/activeX1.xml', content: 'x' }]), 'macro'],
    ['an embedded OLE object', office('docx', [{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]), 'macro'],
    ['an embedded program', office('docx', [{ name: 'word/embeddings/run.exe', content: 'x' }]), 'macro'],
    ['an embedded docm', office('docx', [{ name: 'word/embeddings/a.docm', content: 'x' }]), 'macro'],
    [
      'a template from the web',
      office('docx', [settings(rel('attachedTemplate', 'https://x.example/t.dotm'))]),
      'macro',
    ],
    ['a template from a share', office('docx', [settings(rel('attachedTemplate', '\\\\\\\\x\\t.dotm'))]), 'macro'],
    ['an object from the web', office('docx', [settings(rel('oleObject', 'http://x.example/a'))]), 'macro'],
    [
      'a template of the own disk',
      office('docx', [settings(rel('attachedTemplate', 'file:///C:\\Mau\\Normal.dotm'))]),
      'docx',
    ],
    ['a link to a page', office('docx', [settings(rel('hyperlink', 'https://sonla.gov.vn'))]), 'docx'],
    [
      'a chart with its sheet',
      office('docx', [{ name: 'word/embeddings/Microsoft_Excel_Sheet.xlsx', content: 'x' }]),
      'docx',
    ],
    [
      'settings of a printer',
      office('xlsx', [{ name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }]),
      'xlsx',
    ],
    ['an encrypted part', office('docx', [{ name: 'word/a.xml', content: 'x', flags: 1 }]), 'encrypted'],
    ['a masked directory', office('docx', [{ name: 'word/a.xml', content: 'x', flags: 0x2000 }]), 'encrypted'],
    ['a bomb', office('docx', [{ name: 'word/a.xml', content: 'x', claims: 0x7fffffff }]), 'too_big'],
    ['a document with a password', ole('EncryptedPackage'), 'encrypted'],
    ['an old .doc', ole('WordDocument'), 'old_office'],
    ['a cut-off document', office('docx').slice(0, -10), 'damaged'],
    ['something behind the document', bytesOf(Buffer.from(office('docx')).toString('latin1'), 'x'), 'damaged'],
  ])('%s', async (_, bytes, end) => {
    expect(await why(bytes)).toBe(end);
  });

  test.each<[string, Uint8Array, string]>([
    ['JavaScript', pdf('<< /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'script'],
    ['its name in disguise', pdf('<< /S /J#61v#61Script /JS (x) >>'), 'script'],
    ['a start of a program', pdf('<< /S /Launch /F (cmd.exe) >>'), 'script'],
    [
      'JavaScript in a packed object stream',
      pdf(packed('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', '5 0 << /S /JavaScript >>')),
      'script',
    ],
    [
      'the same, filter as a list, name in disguise',
      pdf(packed('/Type /Obj#53tm /N 1 /Filter [ /FlateDecode ]', '5 0 << /S /Launch >>')),
      'script',
    ],
    [
      'the same behind a false beginning',
      pdf(packed('/Type /ObjStm /Filter /FlateDecode /T (9 0 obj <<)', '5 0 << /S /Launch >>')),
      'script',
    ],
    [
      'the same without an end',
      bytesOf('%PDF-1.7\n', packed('/Type /ObjStm /Filter /FlateDecode', '<< /S /Launch >>').replace('endstream', '')),
      'script',
    ],
    [
      'an object stream packed in an unusual way',
      pdf('<< /Type /ObjStm /Filter [/ASCII85Decode /FlateDecode] >>\nstream\nabc\nendstream'),
      'damaged',
    ],
    [
      'a transformed object stream',
      pdf(packed('/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>', 'x')),
      'damaged',
    ],
    ['encryption', pdf('<< /Encrypt 5 0 R >>'), 'encrypted'],
    ['an object stream that is not packed', pdf('<< /Type /ObjStm /N 1 >>\nstream\n5 0 << /A /B >>\nendstream'), 'pdf'],
    [
      'a harmless object stream',
      pdf(packed('/Type /ObjStm /N 1 /Filter /FlateDecode', '5 0 << /Type /Font >>')),
      'pdf',
    ],
    ['a packed page about JavaScript', pdf(packed('/Filter /FlateDecode', '(/JavaScript and /Launch) Tj')), 'pdf'],
    ['words that only begin so', pdf('<< /JavaScripted 1 /Launcher 2 /EncryptMetadata false >>'), 'pdf'],
    ['a signature and links', pdf('<< /Type /Sig /Filter /Adobe.PPKLite >>', '<< /S /URI /URI (https://x) >>'), 'pdf'],
  ])('PDF: %s', async (_, bytes, end) => {
    expect(await why(bytes)).toBe(end);
  });

  test('no bytes at all make it throw, whatever they begin with', async () => {
    const starts = [png, jpg, pdf(), office('docx'), ole(''), new Uint8Array()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 400 }),
        fc.nat(600),
        async (start, noise, cut) => {
          await typeOf(bytesOf([...start.subarray(0, cut)], [...noise]));
          const changed = start.slice();
          for (const [i, byte] of noise.entries())
            if (changed.length > 0) changed[(byte * 7 + i * 13) % changed.length] = byte;
          await typeOf(changed);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('20 MB that are made to be slow are looked through', async () => {
    expect(await why(bytesOf(Buffer.from(pdf()).toString('latin1'), 'stream\n/A#41 '.repeat(1_400_000)))).toBe('pdf');
  });
});
