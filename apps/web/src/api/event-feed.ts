import { EVENT_TYPES, RESTORED_TYPE } from '../shared/event-parts.ts';
import { isLoggedEvent, isMaintenanceNotice, isTaskAdvance, parseJson } from './guards.ts';
import type { LoggedEvent, TaskAdvance } from './types.ts';

/** A subscriber to the event stream. */
export interface FeedListener {
  onEvent?(event: LoggedEvent): void;
  onAdvance?(advance: TaskAdvance): void;
  /**
   * Called when events may have been missed or a backup was restored: the data on the page must be
   * fetched again.
   */
  onGap?(): void;
  /** Called when the connection is lost or restored; the feed reconnects automatically. */
  onConnected?(connected: boolean): void;
  /** Called when a restore begins or ends, during which nothing can be changed. */
  onMaintenance?(active: boolean): void;
}

const REOPEN_AFTER_MS = 2000;

/** The only event stream of the page, shared by all views. */
class EventFeed {
  readonly #listeners = new Set<FeedListener>();
  #source: EventSource | null = null;
  #reopenTimer: number | undefined;
  /** Whether the browser resumed this connection itself, so that no event was missed. */
  #resumes = false;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#adjust());
    // A stream over a network that has gone reports that late or never. A new one tells at once.
    for (const type of ['offline', 'online'])
      window.addEventListener(type, () => {
        this.#close();
        this.#adjust();
      });
  }

  /** @returns A function that unsubscribes. */
  listen(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    this.#adjust();
    return () => {
      this.#listeners.delete(listener);
      this.#adjust();
    };
  }

  /**
   * Stays connected only while there are listeners and the page is visible; browsers limit
   * connections per host.
   */
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
      if (isTaskAdvance(advance)) this.#notify((listener) => listener.onAdvance?.(advance));
    });
    source.addEventListener('maintenance', ({ data }: MessageEvent<unknown>) => {
      const notice = parseJson(data);
      if (isMaintenanceNotice(notice)) this.#onMaintenance(notice.active);
    });
    for (const type of EVENT_TYPES) source.addEventListener(type, (event) => this.#onEvent(event));
  }

  #onEvent({ data }: MessageEvent<unknown>): void {
    const event = parseJson(data);
    if (!isLoggedEvent(event)) return;
    if (event.type === RESTORED_TYPE) this.#notify((listener) => listener.onGap?.());
    this.#notify((listener) => listener.onEvent?.(event));
  }

  #onMaintenance(active: boolean): void {
    this.#notify((listener) => listener.onMaintenance?.(active));
  }

  /** A notice follows when a restore is running; the end of one may have been missed. */
  #onReady(): void {
    this.#notify((listener) => listener.onConnected?.(true));
    this.#onMaintenance(false);
    if (!this.#resumes) this.#notify((listener) => listener.onGap?.());
    this.#resumes = true;
  }

  /** EventSource reconnects after a lost connection, but not after an error response. */
  #onError(source: EventSource): void {
    if (this.#source !== source) return;
    this.#notify((listener) => listener.onConnected?.(false));
    if (source.readyState !== EventSource.CLOSED) return;
    this.#close();
    this.#reopenTimer = window.setTimeout(() => this.#adjust(), REOPEN_AFTER_MS);
  }

  #notify(what: (listener: FeedListener) => void): void {
    for (const listener of [...this.#listeners]) what(listener);
  }
}

export const eventFeed = new EventFeed();
