import { EVENT_TYPES } from '../logic/event-parts.ts';
import { isLoggedEvent, isTaskAdvance, parseJson } from './guards.ts';
import type { LoggedEvent, TaskAdvance } from './types.ts';

/** Who wants to know what happens. */
export interface FeedListener {
  onEvent?(event: LoggedEvent): void;
  onAdvance?(advance: TaskAdvance): void;
  /** Events may have been missed: what is shown has to be fetched again. */
  onGap?(): void;
  /** Tells when the connection is lost and when it is back; it reconnects by itself. */
  onConnected?(connected: boolean): void;
}

const REOPEN_AFTER_MS = 2000;

/** The page's one connection over which it learns what happens; all views share it. */
class EventFeed {
  readonly #listeners = new Set<FeedListener>();
  #source: EventSource | null = null;
  #reopenTimer: number | undefined;
  /** Whether this connection resumed by itself, and so missed nothing. */
  #resumes = false;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#adjust());
  }

  /** @returns Stops listening. */
  listen(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    this.#adjust();
    return () => {
      this.#listeners.delete(listener);
      this.#adjust();
    };
  }

  /** Holds a connection while somebody listens and looks; browsers have few to a host. */
  #adjust(): void {
    if (this.#listeners.size === 0 || document.hidden) this.#close();
    else if (this.#source === null) this.#open();
  }

  #close(): void {
    clearTimeout(this.#reopenTimer);
    this.#source?.close();
    this.#source = null;
  }

  #open(): void {
    const source = new EventSource('/events');
    this.#source = source;
    this.#resumes = false;
    source.addEventListener('ready', () => this.#onReady());
    source.addEventListener('error', () => this.#onError(source));
    source.addEventListener('progress', ({ data }: MessageEvent<unknown>) => {
      const advance = parseJson(data);
      if (isTaskAdvance(advance)) this.#tell((listener) => listener.onAdvance?.(advance));
    });
    for (const type of EVENT_TYPES) source.addEventListener(type, (event) => this.#onEvent(event));
  }

  #onEvent({ data }: MessageEvent<unknown>): void {
    const event = parseJson(data);
    if (isLoggedEvent(event)) this.#tell((listener) => listener.onEvent?.(event));
  }

  #onReady(): void {
    this.#tell((listener) => listener.onConnected?.(true));
    if (!this.#resumes) this.#tell((listener) => listener.onGap?.());
    this.#resumes = true;
  }

  /** EventSource resumes after a broken connection, but gives up after an error answer. */
  #onError(source: EventSource): void {
    if (this.#source !== source) return;
    this.#tell((listener) => listener.onConnected?.(false));
    if (source.readyState !== EventSource.CLOSED) return;
    this.#close();
    this.#reopenTimer = window.setTimeout(() => this.#adjust(), REOPEN_AFTER_MS);
  }

  #tell(what: (listener: FeedListener) => void): void {
    for (const listener of [...this.#listeners]) what(listener);
  }
}

export const eventFeed = new EventFeed();
