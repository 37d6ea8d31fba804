import type { TaskTypeInfo } from '../api/types.ts';
import type { TaskTypes } from './task-types.ts';

const OF_LANGUAGE = {
  none: 'nothing yet',
  queue: 'language',
  subject: 'conversation',
  engine: 'language',
  changesText: false,
  oneAtATime: false,
  waitsForQuiet: false,
} as const satisfies Partial<TaskTypeInfo>;

/** Task types as the gateway returns them. */
export const SOME_TYPES: TaskTypes = [
  {
    ...OF_LANGUAGE,
    ...{ type: 'transcription', name: 'Transcription', verb: 'Transcribe', none: 'no recordings' },
    steps: [
      { name: 'probe', label: 'Opening the recording' },
      { name: 'decode', label: 'Listening and writing it down' },
      { name: 'stitch', label: 'Putting the parts together' },
    ],
    ...{ unit: 'milliseconds', unitName: null, queue: 'speech', subject: 'clip' },
    ...{ engine: 'speech', changesText: true, oneAtATime: true },
  },
  {
    ...OF_LANGUAGE,
    ...{ type: 'correction', name: 'Correction', verb: 'Correct', changesText: true },
    steps: [{ name: 'correct', label: 'Correcting what was said' }],
    ...{ unit: 'segments', unitName: 'segment' },
  },
  {
    ...OF_LANGUAGE,
    ...{ type: 'summary', name: 'Summary', verb: 'Summarise' },
    steps: [{ name: 'summarise', label: 'Summing it up' }],
    ...{ unit: 'parts', unitName: 'part', oneAtATime: true, waitsForQuiet: true },
  },
  {
    ...OF_LANGUAGE,
    ...{ type: 'significance', name: 'Significance', verb: 'Weigh' },
    steps: [{ name: 'score', label: 'Weighing what matters' }],
    ...{ unit: 'memories', unitName: 'memory' },
  },
];
