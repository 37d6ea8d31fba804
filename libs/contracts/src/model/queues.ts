/**
 * Temporal task queues, one per role of a worker process.
 * `orchestration`: workflows and short database activities. `speech`: decoding audio, few slots.
 * `language`: waiting on language models, many slots. `maintenance`: schedules and backups.
 */
export const TASK_QUEUES = ['orchestration', 'speech', 'language', 'maintenance'] as const;
export type TaskQueue = (typeof TASK_QUEUES)[number];

/** A queue that the activities of a task type run on. */
export type WorkQueue = Exclude<TaskQueue, 'orchestration'>;

/** The queues of engine work. The others are not paused: cancelling and status go through them. */
export const PAUSABLE_QUEUES = ['speech', 'language'] as const satisfies readonly WorkQueue[];
export type PausableQueue = (typeof PAUSABLE_QUEUES)[number];

/** Whether an operator may pause a queue. */
export function isPausable(queue: TaskQueue): queue is PausableQueue {
  return (PAUSABLE_QUEUES as readonly TaskQueue[]).includes(queue);
}
