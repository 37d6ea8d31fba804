import { ENGINE_KINDS, partsOfEngineName, type EngineKind } from '#contracts/model';
import type { EngineDefinition, EnginesNamed, GivenSettings } from './engine-definition.ts';
import { namedEngines } from './language-config.ts';
import { speechEnginesNamed } from './speech-config.ts';

/** One fault for each unset setting that an engine requires which another setting names. */
export function missingSettings(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  const needed = new Map<string, string>();
  const need = (kind: EngineKind, provider: string, name: string, setting: string) => {
    const definition = definitions.find((each) => each.kind === kind && each.name === provider);
    for (const required of definition?.required(name) ?? []) {
      if (given[required] === undefined) needed.set(required, `${setting} is ${name}`);
    }
  };
  for (const [name, setting] of namedEngines(given).bySetting) {
    need('language', partsOfEngineName(name).provider, name, setting);
  }
  for (const [{ name, service }, setting] of speechEnginesNamed(given)) {
    if (service !== null) need('speech', service.provider, name, setting);
  }
  return [...needed].map(([name, when]) => `${name}: is needed when ${when}`);
}

/**
 * One fault for each name that two engines of the same kind share.
 * @param given validated settings
 */
export function ambiguousNames(
  definitions: readonly EngineDefinition[],
  given: GivenSettings,
): readonly string[] {
  const named: EnginesNamed = {
    language: [...namedEngines(given).bySetting.keys()],
    speech: [...speechEnginesNamed(given).keys()],
  };
  return ENGINE_KINDS.flatMap((kind) => {
    const ofKind = definitions.filter((definition) => definition.kind === kind);
    const names = ofKind.flatMap((definition) => [...definition.names(given, named)]);
    const repeated = names.filter((name, n) => names.indexOf(name) !== n);
    return repeated.map((name) => `two ${kind} engines share the name ${name}`);
  });
}
