export * from './catalogue.ts';
export * from './labels.ts';
export * from './task-kind.ts';
export * from './task-report.ts';
export * from './task-run.ts';
export * from './task-settings.ts';
export * from './task-states.ts';
export * from './workflow-ids.ts';
