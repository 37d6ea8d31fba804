import { ENGINE_KINDS, LANGUAGE_PROVIDERS } from '#contracts/model';
import type { EngineDefinition } from './engine-definition.ts';
import { settingsSchema } from './settings.schema.ts';

/** The engine definitions do not match `LANGUAGE_PROVIDERS`, or conflict with each other. */
export class EngineDefinitionsError extends Error {
  override readonly name = 'EngineDefinitionsError';
}

/**
 * Checks the definitions against `LANGUAGE_PROVIDERS` and against each other.
 * @throws EngineDefinitionsError that names the engine or setting whose definition is missing,
 *   duplicated, or has an unknown name
 */
export function expectDefinitions(definitions: readonly EngineDefinition[]): void {
  for (const name of LANGUAGE_PROVIDERS) expectOne(`language engine ${name}`, definitions);
  for (const definition of definitions) {
    expectOne(labelOf(definition), definitions);
    expectKnown(definition);
  }
  for (const kind of ENGINE_KINDS) expectSome(kind, definitions);
  expectOwnSettings(definitions);
}

function labelOf({ kind, name }: EngineDefinition): string {
  return `${kind} engine ${name}`;
}

function expectOne(label: string, definitions: readonly EngineDefinition[]): void {
  const count = definitions.filter((definition) => labelOf(definition) === label).length;
  if (count === 1) return;
  const found = count === 0 ? 'is no definition' : `are ${count} definitions`;
  throw new EngineDefinitionsError(`There ${found} of the ${label}; there must be one.`);
}

function expectKnown(definition: EngineDefinition): void {
  const { kind, name } = definition;
  if (kind !== 'language' || LANGUAGE_PROVIDERS.some((known) => known === name)) return;
  throw new EngineDefinitionsError(`The ${labelOf(definition)} is not in LANGUAGE_PROVIDERS.`);
}

function expectSome(kind: string, definitions: readonly EngineDefinition[]): void {
  if (definitions.some((definition) => definition.kind === kind)) return;
  throw new EngineDefinitionsError(`There is no definition of a ${kind} engine.`);
}

/** A setting in two definitions would have two defaults; shared settings belong in platform. */
function expectOwnSettings(definitions: readonly EngineDefinition[]): void {
  const taken = new Set(Object.keys(settingsSchema.shape));
  for (const definition of definitions) {
    for (const setting of Object.keys(definition.settings.shape)) {
      if (taken.has(setting)) {
        const label = labelOf(definition);
        throw new EngineDefinitionsError(
          `The ${label} defines ${setting}, which is already defined.`,
        );
      }
      taken.add(setting);
    }
  }
}
