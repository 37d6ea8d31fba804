import { TASKS, type ProgressUnit, type TaskStep, type TaskType } from './catalogue.ts';
import type { TaskKind, TaskSubject } from './task-kind.ts';
import type { LanguageTaskType, SharedRunTaskType, TaskTypeOf } from './task-type-groups.ts';

/** Whether a value is the name of a task type. */
export function isTaskType(value: unknown): value is TaskType {
  return typeof value === 'string' && Object.hasOwn(TASKS, value);
}

/** Whether tasks of a type may run within the run of their entity. */
export function sharesRun(type: TaskType): type is SharedRunTaskType {
  return kindOf(type).sharesRun;
}

/** All task types, in the order of the catalogue. */
export const TASK_TYPES: readonly TaskType[] = Object.keys(TASKS).filter(isTaskType);

/** The task types whose work a language engine does, in the order of the catalogue. */
export const LANGUAGE_TASK_TYPES: readonly LanguageTaskType[] = TASK_TYPES.filter(
  (type): type is LanguageTaskType => TASKS[type].engine === 'language',
);

/** All steps of all types, each once. */
export const TASK_STEPS: readonly TaskStep[] = [
  ...new Set(TASK_TYPES.flatMap((type): readonly TaskStep[] => TASKS[type].steps)),
];

/** All units, each once. */
export const PROGRESS_UNITS: readonly ProgressUnit[] = [
  ...new Set(TASK_TYPES.map((type) => TASKS[type].unit)),
];

/** Properties of every task of a type. */
export function kindOf(type: TaskType): TaskKind {
  return TASKS[type];
}

/** The task types that match a predicate, in the order of the catalogue. */
export function taskTypesWhere(matches: (kind: TaskKind) => boolean): readonly TaskType[] {
  return TASK_TYPES.filter((type) => matches(TASKS[type]));
}

/**
 * The task types for one kind of subject.
 * @returns in the order of the catalogue
 */
export function taskTypesOf<Subject extends TaskSubject>(
  subject: Subject,
): readonly TaskTypeOf<Subject>[] {
  return TASK_TYPES.filter((type): type is TaskTypeOf<Subject> => TASKS[type].of === subject);
}

/** The first step of a task type. */
export function firstStepOf(type: TaskType): TaskStep {
  return TASKS[type].steps[0];
}

/** The last step of a task type. */
export function lastStepOf(type: TaskType): TaskStep {
  const steps: readonly TaskStep[] = TASKS[type].steps;
  return steps.at(-1) ?? firstStepOf(type);
}
