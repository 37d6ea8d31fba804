import { ENGINE_KINDS } from '#contracts/model';
import type { EngineDefinition, GivenSettings } from './engine-definition.ts';
import { settingsSchema } from './settings.schema.ts';

/** The settings that the default language engine needs and that are not set, one fault each. */
export function missingSettings(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  const setting = settingsSchema.shape.AFTERWORD_LANGUAGE_ENGINE;
  const usual = setting.safeParse(given['AFTERWORD_LANGUAGE_ENGINE']).data;
  return definitions
    .filter(({ kind, name }) => kind === 'language' && name === usual)
    .flatMap(({ required }) => required)
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: is needed when AFTERWORD_LANGUAGE_ENGINE is ${usual}`);
}

/**
 * The names by which tasks could mean two engines of a kind, one fault each.
 * @param given settings that are valid
 */
export function ambiguousNames(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  return ENGINE_KINDS.flatMap((kind) => {
    const ofKind = definitions.filter((definition) => definition.kind === kind);
    const names = ofKind.flatMap((definition) => [...definition.names(given)]);
    const repeated = names.filter((name, n) => names.indexOf(name) !== n);
    return repeated.map((name) => `two ${kind} engines go by the name ${name}`);
  });
}
