import type { StepOf, TaskType } from './catalogue.ts';

/** Labels of a task type in the user interface. */
export interface TaskLabels<Type extends TaskType> {
  /** Name of a task of the type. */
  readonly name: string;
  /** What it does, as a verb. */
  readonly verb: string;
  /** Shown for a conversation that has no task of the type. */
  readonly none: string;
  /**
   * Unit of its progress in the singular, such as `segment`; `null` when it is a length of time.
   */
  readonly unit: string | null;
  /** Description of each step while it runs. */
  readonly steps: Readonly<Record<StepOf<Type>, string>>;
}

/** The labels of every task type. The page gets them from `GET /task-types`. */
export const TASK_LABELS: { readonly [Type in TaskType]: TaskLabels<Type> } = {
  transcription: {
    name: 'Transcription',
    verb: 'Transcribe',
    none: 'no recordings',
    unit: null,
    steps: {
      probe: 'Opening the recording',
      decode: 'Listening and writing it down',
      embed: 'Listening to the voices',
      group: 'Telling the speakers apart',
      stitch: 'Putting the parts together',
    },
  },
  diarisation: {
    name: 'Speakers',
    verb: 'Tell apart',
    none: 'nothing yet',
    unit: 'recording',
    steps: { tell: 'Telling the speakers apart' },
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
    verb: 'Weigh',
    none: 'nothing yet',
    unit: 'memory',
    steps: { score: 'Weighing what matters' },
  },
  document_reading: {
    name: 'Document',
    verb: 'Read',
    none: 'nothing yet',
    unit: 'part',
    steps: { extract: 'Reading the document' },
  },
  agent_report: {
    name: 'Report',
    verb: 'Refresh',
    none: 'nothing yet',
    unit: 'source',
    steps: {
      collect: 'Looking for what is new',
      read: 'Reading what was said',
      reconcile: 'Comparing statements',
      compute: 'Adding up',
      write: 'Writing the report',
    },
  },
  backup: {
    name: 'Backup',
    verb: 'Back up',
    none: 'nothing yet',
    unit: 'byte',
    steps: {
      dump: 'Saving the database',
      copy: 'Copying recordings',
      verify: 'Checking it by restoring',
      prune: 'Removing old backups',
    },
  },
  restore: {
    name: 'Restore',
    verb: 'Restore',
    none: 'nothing yet',
    unit: 'byte',
    steps: {
      unpack: 'Unpacking and checking the backup',
      protect: 'Backing up what is there now',
      switch: 'Switching over',
      confirm: 'Checking the result',
    },
  },
  snapshot: {
    name: 'Snapshot',
    verb: 'Take a snapshot',
    none: 'nothing yet',
    unit: 'event',
    steps: { replay: 'Replaying the change log', keep: 'Keeping the result' },
  },
  clean_up: {
    name: 'Clean-up',
    verb: 'Clean up',
    none: 'nothing yet',
    unit: 'item',
    steps: {
      purge: 'Removing what was deleted',
      remove: 'Removing recordings that nothing needs',
    },
  },
  export: {
    name: 'Export',
    verb: 'Export',
    none: 'nothing yet',
    unit: 'byte',
    steps: {
      collect: 'Reading what there is',
      write: 'Writing the zip file',
      finish: 'Making it available',
    },
  },
  import: {
    name: 'Import',
    verb: 'Import',
    none: 'nothing yet',
    unit: 'byte',
    steps: {
      check: 'Checking the file',
      probe: 'Opening its recordings',
      store: 'Storing what is in it',
    },
  },
  retention: {
    name: 'Retention',
    verb: 'Apply',
    none: 'nothing yet',
    unit: 'item',
    steps: { remove_aged: 'Removing what is kept no longer' },
  },
  bulk_change: {
    name: 'Bulk change',
    verb: 'Change',
    none: 'nothing yet',
    unit: 'item',
    steps: { change: 'Changing one after the other' },
  },
  erasure: {
    name: 'Erasure',
    verb: 'Erase',
    none: 'nothing yet',
    unit: 'item',
    steps: {
      note: 'Noting what backups may not bring back',
      stop: 'Stopping what is under way',
      erase: 'Erasing everything',
      forget: 'Removing the name',
    },
  },
};
