import pg from 'pg';
import { TASK_CHANNEL } from './announce.ts';

/** Called with the id of a task that changed, or `null` when changes may have been missed. */
export type TaskFeedListener = (taskId: string | null) => void;

const RECONNECT_MS = 1_000;

/** A connection that only listens would not notice by itself that the other side has gone. */
const SOON_NOTICED = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 5_000,
} as const;

/**
 * Hears of every change of a task over one connection of its own. When the connection breaks it
 * is made again, and listeners are told to look at everything once.
 */
export class TaskFeed {
  private readonly listeners = new Set<TaskFeedListener>();
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
  subscribe(listener: TaskFeedListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, ...SOON_NOTICED });
    this.client = client;
    client.on('notification', (message) => this.tell(message.payload ?? null));
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, null));
    try {
      await client.connect();
      await client.query(`LISTEN ${TASK_CHANNEL}`);
      this.tell(null);
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

  private tell(taskId: string | null): void {
    for (const listener of this.listeners) listener(taskId);
  }
}
