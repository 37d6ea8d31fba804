/** A server-sent event. */
export interface StreamEvent {
  readonly type: string;
  readonly id: string;
  readonly data: string;
}

const NEXT_TIMEOUT_MS = 30_000;

/** Reads a stream of server-sent events. */
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
   * @param request options of the request, such as another method than GET
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
    if (!response.ok) throw new Error(`the stream request failed with status ${response.status}`);
    return new EventStream(response, abort);
  }

  /** Reads a stream to its end. @param lastEventId sent as `Last-Event-ID` */
  static async readAll(url: string, lastEventId?: string): Promise<readonly StreamEvent[]> {
    const stream = await EventStream.open(url, lastEventId);
    await stream.ended;
    return stream.events;
  }

  /** Waits for the first event that matches, including events received before. */
  async next(
    matches: (event: StreamEvent) => boolean,
    timeoutMs = NEXT_TIMEOUT_MS,
  ): Promise<StreamEvent> {
    const earlier = this.events.find(matches);
    if (earlier !== undefined) return earlier;
    const found = Promise.withResolvers<StreamEvent>();
    const none = () => found.reject(new Error(`${this.events.length} events, none matches`));
    const timer = setTimeout(none, timeoutMs);
    const unsubscribe = this.listen((event) => {
      if (matches(event)) found.resolve(event);
    });
    return found.promise.finally(() => {
      clearTimeout(timer);
      unsubscribe();
    });
  }

  /** Calls the listener for each further event. @returns unsubscribes */
  listen(listener: (event: StreamEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Closes the connection. */
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
