/** The lines of a stream of bytes, each without its line break, however the pieces are cut. A last line without a break counts too. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      const tail = bytes.subarray(from, at);
      yield open.length > 0 ? Buffer.concat([...open, tail]) : tail;
      open = [];
      from = at + 1;
    }
    // Copied: the source may use its buffer again for the next piece.
    if (from < bytes.length) open.push(Buffer.from(bytes.subarray(from)));
  }
  if (open.length > 0) yield Buffer.concat(open);
}
