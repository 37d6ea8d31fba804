/** `interactive`: somebody waits for it. `batch`: it may wait behind everything interactive. */
export const TASK_PRIORITIES = ['interactive', 'batch'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** Temporal's keys of the priorities: 1 is the most urgent, 5 the least. */
export const PRIORITY_KEYS = { interactive: 2, batch: 4 } as const satisfies Record<
  TaskPriority,
  number
>;
