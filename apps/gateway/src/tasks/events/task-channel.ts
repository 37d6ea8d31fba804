import { Paced } from '#platform';
import type { TaskSnapshot } from './task-snapshot.ts';

/** A subscriber to the changes of a task. */
export interface TaskWatcher {
  /** Version up to which the watcher has received all changes; 0 for none. */
  knownVersion: number;
  /** Whether it takes a snapshot now; one that does not is asked again at the next read. */
  readonly hasRoom: boolean;
  /** Receives each snapshot; the watcher updates its version itself. */
  see(snapshot: TaskSnapshot): void;
  /** The task no longer exists. */
  gone(): void;
}

/**
 * Reads a task and the chunks that changed after a version.
 * @returns `gone` when there is no such task; `null` when the read failed, which the channel
 * retries later
 */
export type ReadTask = (sinceVersion: number) => Promise<TaskSnapshot | 'gone' | null>;

const PAUSE_MS = 100;
/**
 * Refresh interval, which detects changes of worker liveness without a change of the task, and serves
 * watchers that had no room.
 */
const REFRESH_MS = 3_000;

/** A watched task. It is read once per change for all watchers. */
export class TaskChannel {
  private readonly watchers = new Set<TaskWatcher>();
  private readonly reading: Paced;
  private readonly refreshing: NodeJS.Timeout;

  constructor(private readonly read: ReadTask) {
    this.reading = new Paced(() => this.readOnce(), PAUSE_MS);
    this.refreshing = setInterval(() => this.reading.request(), REFRESH_MS);
  }

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  add(watcher: TaskWatcher): void {
    this.watchers.add(watcher);
    this.reading.request();
  }

  remove(watcher: TaskWatcher): void {
    this.watchers.delete(watcher);
  }

  /** Requests a read because the task may have changed. */
  changed(): void {
    this.reading.request();
  }

  close(): void {
    clearInterval(this.refreshing);
    this.reading.stop();
  }

  /** A watcher that joins during a read may need older chunks, so the next read serves it. */
  private async readOnce(): Promise<void> {
    const audience = [...this.watchers].filter(({ hasRoom }) => hasRoom);
    const since = Math.min(...audience.map(({ knownVersion }) => knownVersion));
    if (audience.length === 0) return;
    const snapshot = await this.read(since);
    if (snapshot === null) return;
    for (const watcher of audience.filter((each) => this.watchers.has(each))) {
      if (snapshot === 'gone') watcher.gone();
      else watcher.see(snapshot);
    }
  }
}
