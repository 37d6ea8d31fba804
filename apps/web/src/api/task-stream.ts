import { SlotPool } from '../clips/slot-pool.ts';
import { isEnded } from '../tasks/task-words.ts';
import { isPartialText, isTask, parseJson } from './guards.ts';
import type { PartialText, Task } from './types.ts';

/** A subscriber to the stream of a task. */
export interface TaskListener {
  onTask(task: Task): void;
  onSegments(part: PartialText): void;
  /** Called when the stream is lost or restored; it reconnects automatically. */
  onConnected(connected: boolean): void;
}

/**
 * With the event stream, half of the connections that browsers allow per host; calls need the rest.
 */
const STREAMS_PER_PAGE = 2;
const REOPEN_AFTER_MS = 2000;
const slots = new SlotPool(STREAMS_PER_PAGE);

/** Follows one task by server-sent events; disconnects while the page is hidden. */
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
    // What was deleted has no further events, and its route answers 404.
    source.addEventListener('gone', () => this.stop());
    source.addEventListener('segments', (event: MessageEvent<unknown>) => {
      const part = parseJson(event.data);
      if (isPartialText(part)) this.listener.onSegments(part);
    });
  }

  /** Closes the stream after the end of the task, because EventSource would reconnect. */
  #onTask(data: unknown): void {
    const task = parseJson(data);
    if (!isTask(task)) return;
    if (isEnded(task.state)) this.stop();
    this.listener.onTask(task);
  }

  /** EventSource reconnects after a lost connection, but not after an error response. */
  #onError(source: EventSource): void {
    this.listener.onConnected(false);
    if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
    this.#reopenTimer = window.setTimeout(() => this.#open(), REOPEN_AFTER_MS);
  }
}

/**
 * Follows a task until it has ended or the caller stops following. For a task that has already
 * ended, the listener receives the decoded text and the final state.
 *
 * @returns A function that stops following.
 */
export function followTask(taskId: string, listener: TaskListener): () => void {
  const follower = new TaskFollower(taskId, listener);
  follower.start();
  return () => follower.stop();
}
