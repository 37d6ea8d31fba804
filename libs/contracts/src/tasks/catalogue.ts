import type { TaskKind, TaskSubject } from './task-kind.ts';

/**
 * Every task type, in the order in which a conversation goes through them. This is the only
 * definition of the types: everything else is derived from it, or checked against it when a process
 * starts. The name of a type is also the name of its workflow.
 */
export const TASKS = {
  transcription: {
    queue: 'speech',
    unit: 'milliseconds',
    steps: ['probe', 'decode', 'embed', 'group', 'stitch'],
    of: 'clip',
    engine: 'speech',
    changesText: true,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  diarisation: {
    queue: 'speech',
    unit: 'recordings',
    steps: ['tell'],
    of: 'conversation',
    engine: null,
    changesText: true,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  correction: {
    queue: 'language',
    unit: 'segments',
    steps: ['correct'],
    of: 'conversation',
    engine: 'language',
    changesText: true,
    oneAtATime: false,
    waitsForQuiet: false,
    sharesRun: true,
    cancellable: true,
  },
  summary: {
    queue: 'language',
    unit: 'parts',
    steps: ['summarise'],
    of: 'conversation',
    engine: 'language',
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: true,
    sharesRun: true,
    cancellable: true,
  },
  significance: {
    queue: 'language',
    unit: 'memories',
    steps: ['score'],
    of: 'conversation',
    engine: 'language',
    changesText: false,
    oneAtATime: false,
    waitsForQuiet: false,
    sharesRun: true,
    cancellable: true,
  },
  document_reading: {
    queue: 'language',
    unit: 'parts',
    steps: ['extract'],
    of: 'project',
    engine: null,
    changesText: false,
    oneAtATime: false,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  agent_report: {
    queue: 'language',
    unit: 'sources',
    steps: ['collect', 'read', 'reconcile', 'compute', 'write'],
    of: 'project',
    engine: 'language',
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  backup: {
    queue: 'maintenance',
    unit: 'bytes',
    steps: ['dump', 'copy', 'verify', 'prune'],
    of: 'installation',
    engine: null,
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  restore: {
    queue: 'maintenance',
    unit: 'bytes',
    steps: ['unpack', 'protect', 'switch', 'confirm'],
    of: 'installation',
    engine: null,
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  snapshot: {
    queue: 'maintenance',
    unit: 'events',
    steps: ['replay', 'keep'],
    of: 'installation',
    engine: null,
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  clean_up: {
    queue: 'maintenance',
    unit: 'items',
    steps: ['purge', 'remove'],
    of: 'installation',
    engine: null,
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  export: {
    queue: 'maintenance',
    unit: 'bytes',
    steps: ['collect', 'write', 'finish'],
    of: 'owner',
    engine: null,
    changesText: false,
    oneAtATime: false,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  import: {
    queue: 'maintenance',
    unit: 'bytes',
    steps: ['check', 'probe', 'store'],
    of: 'owner',
    engine: null,
    changesText: false,
    oneAtATime: false,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  erasure: {
    queue: 'maintenance',
    unit: 'items',
    steps: ['note', 'stop', 'erase', 'forget'],
    of: 'installation',
    engine: null,
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: false,
  },
  retention: {
    queue: 'maintenance',
    unit: 'items',
    steps: ['remove_aged'],
    of: 'installation',
    engine: null,
    changesText: false,
    oneAtATime: true,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
  bulk_change: {
    queue: 'maintenance',
    unit: 'items',
    steps: ['change'],
    of: 'owner',
    engine: null,
    changesText: false,
    oneAtATime: false,
    waitsForQuiet: false,
    sharesRun: false,
    cancellable: true,
  },
} as const satisfies Record<string, TaskKind>;

/** Name of a task type. */
export type TaskType = keyof typeof TASKS;

/** The steps of a task type. */
export type StepOf<Type extends TaskType> = (typeof TASKS)[Type]['steps'][number];

/** A step of any task type. */
export type TaskStep = StepOf<TaskType>;

/** Unit of the progress of a task. */
export type ProgressUnit = (typeof TASKS)[TaskType]['unit'];

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
