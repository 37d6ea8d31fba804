import type { Task, TaskType, TaskTypeInfo } from '../api/types.ts';

/** The task types of the gateway, in the order of the pipeline; empty until they are fetched. */
export type TaskTypes = readonly TaskTypeInfo[];

/** The properties of a task type; `undefined` while the types are not known. */
export function infoOf(type: TaskType, types: TaskTypes): TaskTypeInfo | undefined {
  return types.find((each) => each.type === type);
}

/** The label of a task type; its name in the API while the types are not known. */
export function nameOfType(type: TaskType, types: TaskTypes): string {
  return infoOf(type, types)?.name ?? type;
}

/**
 * The label of the current step of a task.
 *
 * @returns `null` before its first step.
 */
export function stepInWords({ type, progress }: Task, types: TaskTypes): string | null {
  const { stage: step } = progress;
  if (step === null) return null;
  return infoOf(type, types)?.steps.find(({ name }) => name === step)?.label ?? step;
}
