export * from './error-codes.ts';
export * from './language.ts';
export * from './queues.ts';
export * from './search-attributes.ts';
export * from './speech.ts';
export * from './tasks.ts';
export * from './transcription.ts';
