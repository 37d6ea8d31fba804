import { SlotPool } from '../logic/slot-pool.ts';
import { isPartialText, isTask, parseJson } from './guards.ts';
import type { PartialText, Task } from './types.ts';

/** What happens to a task that is followed. */
export interface TaskListener {
  onTask(task: Task): void;
  onSegments(part: PartialText): void;
  /** Tells when the stream is lost and when it is back; it reconnects by itself. */
  onConnected(connected: boolean): void;
}

const STREAMS_PER_PAGE = 3;
const REOPEN_AFTER_MS = 2000;
const slots = new SlotPool(STREAMS_PER_PAGE);

/** Follows one task by server-sent events, with no connection while nobody looks at the page. */
class TaskFollower {
  #source: EventSource | null = null;
  #releaseSlot: () => void = () => undefined;
  #reopenTimer: number | undefined;
  readonly #onVisibility = () => (document.hidden ? this.#suspend() : this.#resume());

  constructor(
    private readonly taskId: string,
    private readonly listener: TaskListener,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (!document.hidden) this.#resume();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#suspend();
  }

  #resume(): void {
    this.#suspend();
    this.#releaseSlot = slots.take(() => this.#open());
  }

  #suspend(): void {
    clearTimeout(this.#reopenTimer);
    this.#source?.close();
    this.#source = null;
    this.#releaseSlot();
  }

  #open(): void {
    const source = new EventSource(`/tasks/${this.taskId}/events`);
    this.#source = source;
    source.addEventListener('open', () => this.listener.onConnected(true));
    source.addEventListener('error', () => this.#onError(source));
    source.addEventListener('task', (event) => {
      const task = parseJson(event.data);
      if (isTask(task)) this.listener.onTask(task);
    });
    source.addEventListener('segments', (event) => {
      const part = parseJson(event.data);
      if (isPartialText(part)) this.listener.onSegments(part);
    });
  }

  /** EventSource reconnects after a broken connection, but gives up after an error answer. */
  #onError(source: EventSource): void {
    this.listener.onConnected(false);
    if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
    this.#reopenTimer = window.setTimeout(() => this.#open(), REOPEN_AFTER_MS);
  }
}

/**
 * Follows a task until told to stop.
 *
 * @returns Stops following.
 */
export function followTask(taskId: string, listener: TaskListener): () => void {
  const follower = new TaskFollower(taskId, listener);
  follower.start();
  return () => follower.stop();
}
