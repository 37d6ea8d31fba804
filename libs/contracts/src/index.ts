export * from './messages/index.ts';
export * from './schemas/clip.schema.ts';
export * from './schemas/common.schema.ts';
export * from './schemas/conversation.schema.ts';
export * from './schemas/health.schema.ts';
export * from './schemas/problem.schema.ts';
export * from './schemas/task.schema.ts';
export * from './schemas/transcript.schema.ts';
