import { ENGINE_KINDS, partsOfEngineName } from '#contracts/model';
import type { EngineDefinition, GivenSettings } from './engine-definition.ts';
import { namedEngines } from './language-config.ts';

/** One fault for each unset setting that a language engine requires which another setting names. */
export function missingSettings(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  const needed = new Map<string, string>();
  for (const [name, setting] of namedEngines(given).bySetting) {
    const { provider } = partsOfEngineName(name);
    const definition = definitions.find((each) => isLanguage(each) && each.name === provider);
    for (const required of definition?.required(name) ?? []) {
      if (given[required] === undefined) needed.set(required, `${setting} is ${name}`);
    }
  }
  return [...needed].map(([name, when]) => `${name}: is needed when ${when}`);
}

function isLanguage({ kind }: EngineDefinition): boolean {
  return kind === 'language';
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
    const named = [...namedEngines(given).bySetting.keys()];
    const ofKind = definitions.filter((definition) => definition.kind === kind);
    const names = ofKind.flatMap((definition) => [...definition.names(given, named)]);
    const repeated = names.filter((name, n) => names.indexOf(name) !== n);
    return repeated.map((name) => `two ${kind} engines share the name ${name}`);
  });
}
