import { Paced } from '#platform';
import type { TaskSnapshot } from './task-snapshot.ts';

/** Somebody who watches a task. */
export interface TaskWatcher {
  /** Version up to which the watcher knows all; 0 for nothing. */
  knownVersion: number;
  /** Called with each snapshot; the watcher raises its version itself. */
  see(snapshot: TaskSnapshot): void;
}

/**
 * Reads a task and its chunks that changed after a version.
 * @returns `null` when it could not be read; it is tried again
 */
export type ReadTask = (sinceVersion: number) => Promise<TaskSnapshot | null>;

const PAUSE_MS = 100;
/** Notices a worker that has gone or come without any change of the task. */
const REFRESH_MS = 3_000;

/** One watched task. It is read once per change, however many watch it. */
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

  /** Says that the task may have changed. */
  changed(): void {
    this.reading.request();
  }

  close(): void {
    clearInterval(this.refreshing);
    this.reading.stop();
  }

  /** Who joins during a read may need older chunks than it returns, and is served by the next one. */
  private async readOnce(): Promise<void> {
    const audience = [...this.watchers];
    const since = Math.min(...audience.map(({ knownVersion }) => knownVersion));
    if (audience.length === 0) return;
    const snapshot = await this.read(since);
    if (snapshot === null) return;
    for (const watcher of audience) if (this.watchers.has(watcher)) watcher.see(snapshot);
  }
}
