/** A server-sent event. */
export interface StreamEvent {
  readonly type: string;
  readonly id: string;
  readonly data: string;
}

const NEXT_TIMEOUT_MS = 10_000;

/** Reads a stream of server-sent events as it comes. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  private readonly abort: AbortController;
  private readonly listeners = new Set<(event: StreamEvent) => void>();

  private constructor(response: Response, abort: AbortController) {
    this.abort = abort;
    this.ended = this.read(response).catch(() => undefined);
  }

  /**
   * @param lastEventId sent as `Last-Event-ID`
   * @param request for streams that are asked for in another way than by GET
   */
  static async open(
    url: string,
    lastEventId?: string,
    request: RequestInit = {},
  ): Promise<EventStream> {
    const abort = new AbortController();
    const headers = new Headers(request.headers);
    headers.set('accept', 'text/event-stream');
    if (lastEventId !== undefined) headers.set('last-event-id', lastEventId);
    const response = await fetch(url, { ...request, headers, signal: abort.signal });
    if (!response.ok) throw new Error(`the stream answered ${response.status}`);
    return new EventStream(response, abort);
  }

  /** Reads a stream to its end. @param lastEventId sent as `Last-Event-ID` */
  static async readAll(url: string, lastEventId?: string): Promise<readonly StreamEvent[]> {
    const stream = await EventStream.open(url, lastEventId);
    await stream.ended;
    return stream.events;
  }

  /** The first event that fits, as soon as it is there. */
  async next(
    fits: (event: StreamEvent) => boolean,
    timeoutMs = NEXT_TIMEOUT_MS,
  ): Promise<StreamEvent> {
    const there = this.events.find(fits);
    if (there !== undefined) return there;
    const found = Promise.withResolvers<StreamEvent>();
    const none = () => found.reject(new Error(`${this.events.length} events, none fits`));
    const timer = setTimeout(none, timeoutMs);
    const leave = this.listen((event) => {
      if (fits(event)) found.resolve(event);
    });
    return found.promise.finally(() => {
      clearTimeout(timer);
      leave();
    });
  }

  /** Is told of each event that comes from now on. @returns ends that */
  listen(listener: (event: StreamEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Breaks the connection off. */
  close(): void {
    this.abort.abort();
  }

  private async read(response: Response): Promise<void> {
    if (response.body === null) return;
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const [type, data] = [field('event'), field('data')];
    if (type !== undefined && data !== undefined) {
      const event = { type, id: field('id') ?? '', data };
      this.events.push(event);
      for (const listener of this.listeners) listener(event);
    }
  }
}
