import type { TaskType } from './tasks.ts';

/**
 * Temporal task queues, one per role of a worker process.
 * `orchestration`: workflows and short database activities. `speech`: decoding audio, few slots.
 * `language`: waiting on language models, many slots. `maintenance`: looking after everything else.
 */
export const TASK_QUEUES = ['orchestration', 'speech', 'language', 'maintenance'] as const;
export type TaskQueue = (typeof TASK_QUEUES)[number];

/** The queues of engine work. The others are not paused: cancelling and status go through them. */
export const PAUSABLE_QUEUES = ['speech', 'language'] as const satisfies readonly TaskQueue[];
export type PausableQueue = (typeof PAUSABLE_QUEUES)[number];

/** Whether an operator may pause a queue. */
export function isPausable(queue: TaskQueue): queue is PausableQueue {
  return (PAUSABLE_QUEUES as readonly TaskQueue[]).includes(queue);
}

/** Where the engine work of a task waits. */
export const QUEUE_OF_TYPE = {
  transcription: 'speech',
  correction: 'language',
  summary: 'language',
  significance: 'language',
} as const satisfies Record<TaskType, PausableQueue>;
