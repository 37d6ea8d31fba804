import path from 'node:path';
import type { z } from 'zod';
import type { ImportsConfig } from './config.types.ts';
import { count } from './setting-types.ts';

const DAY_MS = 24 * 60 * 60_000;
const MEBIBYTE = 1024 * 1024;

/** Settings of imports. */
export const importSettings = {
  AFTERWORD_IMPORT_MAX_MEBIBYTES: count()
    .default(10_240)
    .describe('Maximum size of a file that is imported.'),
  AFTERWORD_IMPORT_KEEP_DAYS: count()
    .default(7)
    .describe('Days after which imports, and their files if these are still there, are removed.'),
};

/** The values of {@link importSettings}, and the folder that the uploaded files are in. */
export function importsConfig(settings: ImportSettings): ImportsConfig {
  return {
    folder: path.resolve(settings.AFTERWORD_DATA_FOLDER, 'imports'),
    maxBytes: settings.AFTERWORD_IMPORT_MAX_MEBIBYTES * MEBIBYTE,
    keptMs: settings.AFTERWORD_IMPORT_KEEP_DAYS * DAY_MS,
  };
}

/** The settings that imports depend on. */
type ImportSettings = {
  readonly [Name in keyof typeof importSettings]: z.output<(typeof importSettings)[Name]>;
} & { readonly AFTERWORD_DATA_FOLDER: string };
