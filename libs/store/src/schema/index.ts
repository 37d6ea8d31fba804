export * from './bin.schema.ts';
export * from './conversations.schema.ts';
export * from './events.schema.ts';
export * from './exports.schema.ts';
export * from './imports.schema.ts';
export * from './memories.schema.ts';
export * from './projects.schema.ts';
export * from './tasks.schema.ts';
