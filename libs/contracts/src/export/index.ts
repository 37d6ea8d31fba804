export * from './conversation-file.schema.ts';
export * from './format.ts';
export * from './glossary.schema.ts';
export * from './manifest.schema.ts';
export * from './project-files.schema.ts';
export * from './results-files.schema.ts';
export * from './speakers.schema.ts';
export { EXPORTED_FILES, EXPORTED_LINES } from './schemas.ts';
