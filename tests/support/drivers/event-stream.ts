/** One server-sent event. */
export interface StreamEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
}

/** Reads server-sent events out of an answer until it ends. */
export async function* streamEvents(answer: Response): AsyncGenerator<StreamEvent> {
  const words = new TextDecoder();
  let text = '';
  for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += words.decode(piece, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => {
            const colon = line.indexOf(': ');
            return [line.slice(0, colon), line.slice(colon + 2)] as const;
          }),
      );
      text = text.slice(end + 2);
      const id = fields.get('id');
      if (fields.has('data'))
        yield { event: fields.get('event') ?? 'message', data: fields.get('data')!, ...(id ? { id } : {}) };
    }
  }
}
