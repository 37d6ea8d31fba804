import type { TASKS, TaskType } from './catalogue.ts';
import type { TaskSubject } from './task-kind.ts';

/** The task types for one kind of subject. */
export type TaskTypeOf<Subject extends TaskSubject> = {
  [Type in TaskType]: (typeof TASKS)[Type]['of'] extends Subject ? Type : never;
}[TaskType];

/** The task types whose work may run within the run of their entity. */
export type SharedRunTaskType = {
  [Type in TaskType]: (typeof TASKS)[Type]['sharesRun'] extends true ? Type : never;
}[TaskType];

/** The task types whose work a language engine does. */
export type LanguageTaskType = {
  [Type in TaskType]: (typeof TASKS)[Type]['engine'] extends 'language' ? Type : never;
}[TaskType];
