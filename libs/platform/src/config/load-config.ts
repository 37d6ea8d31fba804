import type { z } from 'zod';
import { toConfig } from './config.ts';
import { openFaults } from './door-config.ts';
import type { Config } from './config.types.ts';
import type { EngineDefinition, GivenSettings } from './engine-definition.ts';
import { ambiguousNames, missingSettings } from './engine-faults.ts';
import { namedEngines } from './language-config.ts';
import { expectDefinitions } from './expect-definitions.ts';
import { allSettings, settingsSchema } from './settings.schema.ts';
import { speechFaults } from './speech-settings.schema.ts';

/** The environment holds invalid settings; the message lists every one of them. */
export class InvalidSettingsError extends Error {
  override readonly name = 'InvalidSettingsError';
  constructor(readonly faults: readonly string[]) {
    super(`These settings are not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads and validates all settings. An empty value counts as not set. An unknown `AFTERWORD_` name
 * is also a fault: it is most likely a misspelt setting, which would otherwise have no effect.
 * @param definitions all engines; their settings are validated together with the others
 * @param env the environment variables; `process.env` by default
 * @throws InvalidSettingsError that lists all faults
 * @throws EngineDefinitionsError when the definitions do not match the engine names
 */
export function loadConfig(
  definitions: readonly EngineDefinition[],
  env: GivenSettings = process.env,
): Config {
  expectDefinitions(definitions);
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith('AFTERWORD_') && value !== ''),
  );
  const common = settingsSchema.safeParse(given);
  const faults = [
    ...issuesOf(common),
    ...definitions.flatMap(({ settings }) => issuesOf(settings.safeParse(given))),
    ...missingSettings(definitions, given),
    ...unknownNames(definitions, given),
    ...(common.success ? [...openFaults(common.data), ...speechFaults(common.data)] : []),
  ];
  // Engine names can be derived from valid settings only.
  if (faults.length === 0) faults.push(...ambiguousNames(definitions, given));
  if (!common.success || faults.length > 0) throw new InvalidSettingsError(faults);
  return toConfig(common.data, engineSettings(definitions, given), namedEngines(given));
}

function issuesOf({ error }: z.ZodSafeParseResult<unknown>): readonly string[] {
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

function unknownNames(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  const known = allSettings(definitions);
  return Object.keys(given)
    .filter((name) => !(name in known))
    .map((name) => `${name}: there is no such setting`);
}

/** The engine-specific settings among the given ones. */
function engineSettings(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): GivenSettings {
  const names = definitions.flatMap(({ settings }) => Object.keys(settings.shape));
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}
