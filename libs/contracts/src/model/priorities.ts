/** `interactive`: a person waits for the result. `batch`: waits behind all interactive work. */
export const TASK_PRIORITIES = ['interactive', 'batch'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** Temporal's priority keys: 1 is the highest priority, 5 the lowest. */
export const PRIORITY_KEYS = { interactive: 2, batch: 4 } as const satisfies Record<
  TaskPriority,
  number
>;
