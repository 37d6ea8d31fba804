import { toConfig } from './config.ts';
import type { Config } from './config.types.ts';
import { settingsSchema } from './settings.schema.ts';

/** The environment holds values that are not valid; the message names every one of them. */
export class InvalidSettingsError extends Error {
  override readonly name = 'InvalidSettingsError';
  constructor(readonly faults: readonly string[]) {
    super(`These settings are not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads all settings. An empty value counts as not set. An `AFTERWORD_` name that no setting has
 * is a fault too: it is a misspelt setting that would silently do nothing.
 * @param env the environment; the real one unless a test brings its own
 * @throws InvalidSettingsError that names every fault at once
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith('AFTERWORD_') && value !== ''),
  );
  const known = new Set(Object.keys(settingsSchema.shape));
  const unknown = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => `${name}: there is no such setting`);
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success && unknown.length === 0) return toConfig(parsed.data);
  const faults = (parsed.error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new InvalidSettingsError([...faults, ...unknown]);
}
