export * from './config/config.ts';
export type * from './config/config.types.ts';
export * from './config/load-config.ts';
export * from './config/settings.schema.ts';
export * from './errors/app-error.ts';
export * from './logging/logger.ts';
export * from './pace/paced.ts';
