import path from 'node:path';
import type { z } from 'zod';
import type { ExportsConfig } from './config.types.ts';
import { count } from './setting-types.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Settings of exports. */
export const exportSettings = {
  AFTERWORD_EXPORT_KEEP_DAYS: count()
    .default(7)
    .describe('Days after which the files of exports are removed.'),
};

/** The values of {@link exportSettings}, and the folder that the files are in. */
export function exportsConfig(settings: ExportSettings): ExportsConfig {
  return {
    folder: path.resolve(settings.AFTERWORD_DATA_FOLDER, 'exports'),
    keptMs: settings.AFTERWORD_EXPORT_KEEP_DAYS * DAY_MS,
  };
}

/** The settings that exports depend on. */
type ExportSettings = {
  readonly [Name in keyof typeof exportSettings]: z.output<(typeof exportSettings)[Name]>;
} & { readonly AFTERWORD_DATA_FOLDER: string };
