import pg from 'pg';
import { EVENT_CHANNEL, TASK_CHANNEL } from './announce.ts';

/** The topics and the PostgreSQL channels that carry them. */
const CHANNELS = {
  /** The id of each task that changed. */
  tasks: TASK_CHANNEL,
  /** New events were stored; the payload is empty. */
  events: EVENT_CHANNEL,
} as const;
export type FeedTopic = keyof typeof CHANNELS;

/** Called with the payload of a notification, or `null` when some may have been missed. */
export type FeedListener = (payload: string | null) => void;

/** Called when a restore has blocked the writers of the database, or let them in again. */
export type MaintenanceListener = (isActive: boolean) => void;

const RECONNECT_MS = 1_000;

/** Without keep-alive, a connection that only listens would not notice that its server is gone. */
const CONNECTION_OPTIONS = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 5_000,
} as const;

/**
 * Receives notifications over its own connection. When the connection breaks, the feed reconnects
 * and calls every listener once with `null`, so that it reads everything. A restore ends all
 * connections when it blocks writers, when it switches the database and when it lets writers in, so
 * a new connection also shows whether that is the case.
 */
export class NotificationFeed {
  private readonly listeners: Readonly<Record<FeedTopic, Set<FeedListener>>> = {
    tasks: new Set(),
    events: new Set(),
  };
  private readonly maintenanceListeners = new Set<MaintenanceListener>();
  private isInMaintenance = false;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  /**
   * @param url `postgresql://…`
   * @param onError called with the reason why the connection broke
   */
  constructor(
    private readonly url: string,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Starts to listen. Returns at once, and keeps trying to connect until it is closed. */
  open(): void {
    void this.connect();
  }

  /** @returns a function that ends the subscription */
  subscribe(topic: FeedTopic, listener: FeedListener): () => void {
    this.listeners[topic].add(listener);
    return () => this.listeners[topic].delete(listener);
  }

  /** @returns a function that ends the subscription */
  onMaintenance(listener: MaintenanceListener): () => void {
    this.maintenanceListeners.add(listener);
    return () => this.maintenanceListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, ...CONNECTION_OPTIONS });
    this.client = client;
    client.on('notification', ({ channel, payload }) =>
      this.onNotification(channel, payload ?? ''),
    );
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, null));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNELS.tasks}; LISTEN ${CHANNELS.events}`);
      await this.noteMaintenance(client);
      this.notifyListeners('tasks', null);
      this.notifyListeners('events', null);
    } catch (error) {
      this.reconnect(client, error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async noteMaintenance(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ blocked: string }>(
      `SELECT current_setting('default_transaction_read_only') AS blocked`,
    );
    const isActive = rows[0]?.blocked === 'on';
    if (isActive === this.isInMaintenance) return;
    this.isInMaintenance = isActive;
    for (const listener of this.maintenanceListeners) listener(isActive);
  }

  private reconnect(broken: pg.Client, error: Error | null): void {
    if (this.closed || this.client !== broken) return;
    this.client = null;
    if (error) this.onError(error);
    void broken.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(), RECONNECT_MS);
  }

  private onNotification(channel: string, payload: string): void {
    if (channel === CHANNELS.tasks) this.notifyListeners('tasks', payload);
    if (channel === CHANNELS.events) this.notifyListeners('events', payload);
  }

  private notifyListeners(topic: FeedTopic, payload: string | null): void {
    for (const listener of this.listeners[topic]) listener(payload);
  }
}
