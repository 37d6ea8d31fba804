/** One server-sent event. */
export interface ReceivedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/**
 * Reads a stream of server-sent events until the server ends it, or the reader stops.
 * @param lastEventId where to take up an earlier stream
 */
export async function* readEvents(
  url: string,
  lastEventId?: string,
): AsyncGenerator<ReceivedEvent, void> {
  const headers: Record<string, string> = { accept: 'text/event-stream' };
  if (lastEventId !== undefined) headers['last-event-id'] = lastEventId;
  const response = await fetch(url, { headers });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    rest += text;
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    yield* blocks.flatMap(parse);
  }
}

function parse(block: string): ReceivedEvent[] {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name, value.join(': ')] as const;
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return [];
  return [
    { id: fields.get('id') ?? '', event: fields.get('event') ?? 'message', data: JSON.parse(data) },
  ];
}
