import pg from 'pg';
import { EVENT_CHANNEL, TASK_CHANNEL } from './announce.ts';

/** What there are notifications of, and the channel that carries them. */
const CHANNELS = {
  /** The id of each task that changed. */
  tasks: TASK_CHANNEL,
  /** Says that events were stored; there is nothing more to it. */
  events: EVENT_CHANNEL,
} as const;
export type FeedTopic = keyof typeof CHANNELS;

/** Called with what a notification says, or `null` when some may have been missed. */
export type FeedListener = (payload: string | null) => void;

const RECONNECT_MS = 1_000;

/** A connection that only listens would not notice by itself that the other side has gone. */
const SOON_NOTICED = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 5_000,
} as const;

/**
 * Hears of changes over one connection of its own. When the connection breaks it is made again, and
 * all listeners are told once to look at everything.
 */
export class NotificationFeed {
  private readonly listeners: Readonly<Record<FeedTopic, Set<FeedListener>>> = {
    tasks: new Set(),
    events: new Set(),
  };
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  /**
   * @param url `postgresql://…`
   * @param onError told why the connection broke
   */
  constructor(
    private readonly url: string,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Starts to listen; returns at once and keeps trying until it is closed. */
  open(): void {
    void this.connect();
  }

  /** @returns a function that ends the subscription */
  subscribe(topic: FeedTopic, listener: FeedListener): () => void {
    this.listeners[topic].add(listener);
    return () => this.listeners[topic].delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, ...SOON_NOTICED });
    this.client = client;
    client.on('notification', ({ channel, payload }) => this.heard(channel, payload ?? ''));
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, null));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNELS.tasks}; LISTEN ${CHANNELS.events}`);
      this.tell('tasks', null);
      this.tell('events', null);
    } catch (error) {
      this.reconnect(client, error instanceof Error ? error : new Error(String(error)));
    }
  }

  private reconnect(broken: pg.Client, error: Error | null): void {
    if (this.closed || this.client !== broken) return;
    this.client = null;
    if (error) this.onError(error);
    void broken.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(), RECONNECT_MS);
  }

  private heard(channel: string, payload: string): void {
    if (channel === CHANNELS.tasks) this.tell('tasks', payload);
    if (channel === CHANNELS.events) this.tell('events', payload);
  }

  private tell(topic: FeedTopic, payload: string | null): void {
    for (const listener of this.listeners[topic]) listener(payload);
  }
}
