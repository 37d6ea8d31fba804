import { SlotPool } from '../logic/slot-pool.ts';
import { isEnded } from '../logic/task-words.ts';
import { isPartialText, isTask, parseJson } from './guards.ts';
import type { PartialText, Task } from './types.ts';

/** What happens to a task that is followed. */
export interface TaskListener {
  onTask(task: Task): void;
  onSegments(part: PartialText): void;
  /** Tells when the stream is lost and when it is back; it reconnects by itself. */
  onConnected(connected: boolean): void;
}

/** With the page's stream of events, half of what browsers open to a host; calls need the rest. */
const STREAMS_PER_PAGE = 2;
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
    source.addEventListener('task', (event: MessageEvent<unknown>) => this.#onTask(event.data));
    source.addEventListener('segments', (event: MessageEvent<unknown>) => {
      const part = parseJson(event.data);
      if (isPartialText(part)) this.listener.onSegments(part);
    });
  }

  /** After the end there is nothing to wait for, and EventSource would connect again. */
  #onTask(data: unknown): void {
    const task = parseJson(data);
    if (!isTask(task)) return;
    if (isEnded(task.state)) this.stop();
    this.listener.onTask(task);
  }

  /** EventSource reconnects after a broken connection, but gives up after an error answer. */
  #onError(source: EventSource): void {
    this.listener.onConnected(false);
    if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
    this.#reopenTimer = window.setTimeout(() => this.#open(), REOPEN_AFTER_MS);
  }
}

/**
 * Follows a task until it has ended or told to stop. Of a task that has ended already, it tells
 * what was decoded and how it ended.
 *
 * @returns Stops following.
 */
export function followTask(taskId: string, listener: TaskListener): () => void {
  const follower = new TaskFollower(taskId, listener);
  follower.start();
  return () => follower.stop();
}
