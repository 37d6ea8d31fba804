export * from './engines.ts';
export * from './error-codes.ts';
export * from './ids.ts';
export * from './language.ts';
export * from './owner-limits.ts';
export * from './priorities.ts';
export * from './queues.ts';
export * from './speech.ts';
