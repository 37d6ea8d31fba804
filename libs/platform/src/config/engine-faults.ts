import { ENGINE_KINDS } from '#contracts/model';
import type { EngineDefinition, GivenSettings } from './engine-definition.ts';
import { settingsSchema } from './settings.schema.ts';

/** One fault for each unset setting that the default language engine requires. */
export function missingSettings(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  const setting = settingsSchema.shape.AFTERWORD_LANGUAGE_ENGINE;
  const defaultName = setting.safeParse(given['AFTERWORD_LANGUAGE_ENGINE']).data;
  return definitions
    .filter(({ kind, name }) => kind === 'language' && name === defaultName)
    .flatMap(({ required }) => required)
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: is needed when AFTERWORD_LANGUAGE_ENGINE is ${defaultName}`);
}

/**
 * One fault for each name that two engines of the same kind share.
 * @param given validated settings
 */
export function ambiguousNames(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  return ENGINE_KINDS.flatMap((kind) => {
    const ofKind = definitions.filter((definition) => definition.kind === kind);
    const names = ofKind.flatMap((definition) => [...definition.names(given)]);
    const repeated = names.filter((name, n) => names.indexOf(name) !== n);
    return repeated.map((name) => `two ${kind} engines share the name ${name}`);
  });
}
