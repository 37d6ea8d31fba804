export * from './config/config.ts';
export type * from './config/config.types.ts';
export type * from './config/engine-definition.ts';
export * from './config/load-config.ts';
export * as setting from './config/setting-types.ts';
export * from './config/settings.schema.ts';
export * from './errors/app-error.ts';
export * from './logging/logger.ts';
export * from './pace/paced.ts';
