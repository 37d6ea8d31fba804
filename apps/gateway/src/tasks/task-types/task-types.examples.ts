import type { TaskTypeView } from '#contracts/api';

export const TASK_TYPE_EXAMPLE: TaskTypeView = {
  type: 'correction',
  name: 'Correction',
  verb: 'Correct',
  none: 'nothing yet',
  steps: [{ name: 'correct', label: 'Correcting what was said' }],
  unit: 'segments',
  unitName: 'segment',
  queue: 'language',
  subject: 'conversation',
  engine: 'language',
  changesText: true,
  oneAtATime: false,
  waitsForQuiet: false,
};
