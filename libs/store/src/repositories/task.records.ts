import type { tasks } from '../schema/index.ts';

/** A task as it is stored. */
export type TaskRecord = typeof tasks.$inferSelect;
