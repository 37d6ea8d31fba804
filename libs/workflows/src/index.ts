export { conversation } from './conversation/conversation.workflow.ts';
export { correction } from './correction/correction.workflow.ts';
export { housekeeping } from './housekeeping/housekeeping.workflow.ts';
export { reconcile } from './reconcile/reconcile.workflow.ts';
export { significance } from './significance/significance.workflow.ts';
export { snapshot } from './snapshot/snapshot.workflow.ts';
export { summary } from './summary/summary.workflow.ts';
export { transcription } from './transcription/transcription.workflow.ts';
