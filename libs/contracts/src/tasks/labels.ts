import type { StepOf, TaskType } from './catalogue.ts';

/** What people read of a task type. */
export interface TaskLabels<Type extends TaskType> {
  /** What a task of the type is called. */
  readonly name: string;
  /** What it does, as a verb. */
  readonly verb: string;
  /** What is shown of a conversation that has no task of the type. */
  readonly none: string;
  /** One of what its progress counts, such as `segment`; `null` where that is a length of time. */
  readonly unit: string | null;
  /** What goes on in each step. */
  readonly steps: Readonly<Record<StepOf<Type>, string>>;
}

/** The labels of every task type. The page has them from `GET /task-types`. */
export const TASK_LABELS: { readonly [Type in TaskType]: TaskLabels<Type> } = {
  transcription: {
    name: 'Transcription',
    verb: 'Transcribe',
    none: 'no clips',
    unit: null,
    steps: {
      probe: 'Opening the recording',
      decode: 'Listening and writing it down',
      stitch: 'Putting the parts together',
    },
  },
  correction: {
    name: 'Correction',
    verb: 'Correct',
    none: 'nothing yet',
    unit: 'segment',
    steps: { correct: 'Correcting what was said' },
  },
  summary: {
    name: 'Summary',
    verb: 'Summarise',
    none: 'nothing yet',
    unit: 'part',
    steps: { summarise: 'Summing it up' },
  },
  significance: {
    name: 'Significance',
    verb: 'Score',
    none: 'nothing yet',
    unit: 'memory',
    steps: { score: 'Weighing what matters' },
  },
};
