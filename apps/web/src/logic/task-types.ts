import type { Task, TaskType, TaskTypeInfo } from '../api/types.ts';

/** What the gateway says of its task types, in the order of the pipeline; empty until it has answered. */
export type TaskTypes = readonly TaskTypeInfo[];

/** What is true of all tasks of a type; `undefined` while the types are not known. */
export function infoOf(type: TaskType, types: TaskTypes): TaskTypeInfo | undefined {
  return types.find((each) => each.type === type);
}

/** What tasks of a type are called; its name in the API while the types are not known. */
export function nameOfType(type: TaskType, types: TaskTypes): string {
  return infoOf(type, types)?.name ?? type;
}

/**
 * What goes on in the step that a task is in.
 *
 * @returns `null` before its first step.
 */
export function stepInWords({ type, progress }: Task, types: TaskTypes): string | null {
  const { stage: step } = progress;
  if (step === null) return null;
  return infoOf(type, types)?.steps.find(({ name }) => name === step)?.label ?? step;
}
