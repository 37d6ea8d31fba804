import type { z } from 'zod';
import type { BinConfig } from './config.types.ts';
import { count } from './setting-types.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Settings of the bin. */
export const binSettings = {
  AFTERWORD_BIN_KEEP_DAYS: count()
    .default(30)
    .describe(
      'Days in which a deleted conversation can be restored. The night after, it is removed for good.',
    ),
};

/** The values of {@link binSettings}. */
export function binConfig(settings: BinSettings): BinConfig {
  return { keptMs: settings.AFTERWORD_BIN_KEEP_DAYS * DAY_MS };
}

/** The settings that the bin depends on. */
type BinSettings = {
  readonly [Name in keyof typeof binSettings]: z.output<(typeof binSettings)[Name]>;
};
