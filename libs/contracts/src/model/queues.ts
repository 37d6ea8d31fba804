/**
 * Temporal task queues, one per role of a worker process.
 * `orchestration`: workflows and short database activities. `speech`: decoding audio, few slots.
 * `language`: calls of language models, many slots. `maintenance`: activities of the schedules.
 */
export const TASK_QUEUES = ['orchestration', 'speech', 'language', 'maintenance'] as const;
export type TaskQueue = (typeof TASK_QUEUES)[number];

/** A queue on which the activities of a task type may run. */
export type WorkQueue = Exclude<TaskQueue, 'orchestration'>;

/** The queues of engine work. The others cannot be paused: cancellation and status need them. */
export const PAUSABLE_QUEUES = ['speech', 'language'] as const satisfies readonly WorkQueue[];
export type PausableQueue = (typeof PAUSABLE_QUEUES)[number];

/** Whether an operator may pause a queue. */
export function isPausable(queue: TaskQueue): queue is PausableQueue {
  return (PAUSABLE_QUEUES as readonly TaskQueue[]).includes(queue);
}
