import { Paced } from '#platform';
import type { TaskSnapshot } from './task-snapshot.ts';

/** Somebody who watches a task. */
export interface TaskWatcher {
  /** Version up to which the watcher knows all; 0 for nothing. */
  knownVersion: number;
  /** Told of each look; the watcher raises its version by itself. */
  see(sight: TaskSnapshot): void;
}

/**
 * Looks at a task and its chunks that changed after a version.
 * @returns `null` when it could not be looked at; it is tried again
 */
export type ReadTask = (sinceVersion: number) => Promise<TaskSnapshot | null>;

const PAUSE_MS = 100;
/** Notices a worker that has gone or come without any change of the task. */
const REFRESH_MS = 3_000;

/** A task that is watched. However many watch it, it is looked at once per change. */
export class TaskChannel {
  private readonly watchers = new Set<TaskWatcher>();
  private readonly looking: Paced;
  private readonly refreshing: NodeJS.Timeout;

  constructor(private readonly look: ReadTask) {
    this.looking = new Paced(() => this.lookOnce(), PAUSE_MS);
    this.refreshing = setInterval(() => this.looking.request(), REFRESH_MS);
  }

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  add(watcher: TaskWatcher): void {
    this.watchers.add(watcher);
    this.looking.request();
  }

  remove(watcher: TaskWatcher): void {
    this.watchers.delete(watcher);
  }

  /** Says that the task may have changed. */
  changed(): void {
    this.looking.request();
  }

  close(): void {
    clearInterval(this.refreshing);
    this.looking.stop();
  }

  /** Who joins while the look is under way may need older chunks than it reads: the next is theirs. */
  private async lookOnce(): Promise<void> {
    const audience = [...this.watchers];
    const since = Math.min(...audience.map(({ knownVersion }) => knownVersion));
    if (audience.length === 0) return;
    const sight = await this.look(since);
    if (sight === null) return;
    for (const watcher of audience) if (this.watchers.has(watcher)) watcher.see(sight);
  }
}
