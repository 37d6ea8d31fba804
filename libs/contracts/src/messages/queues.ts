/**
 * Temporal task queues, one per role of a worker process.
 * `orchestration`: workflows and short database activities. `speech`: decoding audio, few slots.
 * `language`: waiting on language models, many slots. `maintenance`: looking after everything else.
 */
export const TASK_QUEUES = ['orchestration', 'speech', 'language', 'maintenance'] as const;
export type TaskQueue = (typeof TASK_QUEUES)[number];
