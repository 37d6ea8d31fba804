import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ENGINES } from '#engines/definitions';
import type { EngineDefinition } from './engine-definition.ts';
import { expectDefinitions } from './expect-definitions.ts';
import { InvalidSettingsError, loadConfig } from './load-config.ts';

function anEngine(given: Partial<EngineDefinition>): EngineDefinition {
  const settings = z.object({});
  return {
    kind: 'speech',
    name: 'parrot',
    description: 'Repeats.',
    settings,
    required: () => [],
    names: () => ['parrot'],
    ...given,
  };
}

describe('engine definitions', () => {
  const without = (removed: string) => ENGINES.filter(({ name }) => name !== removed);
  const ofKind = (kind: string) => ENGINES.filter((engine) => engine.kind === kind);

  it('match the engine names and do not conflict with each other', () => {
    expect(() => expectDefinitions(ENGINES)).not.toThrow();
    expect(() => expectDefinitions([...ENGINES, anEngine({})])).not.toThrow();
  });

  it.each([
    ['a missing definition', without('builtin'), 'no definition of the language engine builtin'],
    ['no speech engine', ofKind('language'), 'no definition of a speech engine'],
    ['a duplicate definition', [...ENGINES, ...without('builtin')], '2 definitions of the'],
    [
      'an unknown name',
      [...ENGINES, anEngine({ kind: 'language' })],
      'language engine parrot is not in LANGUAGE_PROVIDERS',
    ],
    [
      'a setting of another engine',
      [...ENGINES, anEngine({ settings: z.object({ AFTERWORD_SPEECH_DEVICE: z.string() }) })],
      'speech engine parrot defines AFTERWORD_SPEECH_DEVICE',
    ],
    [
      'a setting that is not engine-specific',
      [...ENGINES, anEngine({ settings: z.object({ AFTERWORD_PORT: z.string() }) })],
      'speech engine parrot defines AFTERWORD_PORT',
    ],
  ])('prevent the start with %s, and the error names it', (_case, definitions, message) => {
    const definitionsError = expect.objectContaining({
      name: 'EngineDefinitionsError',
      message: expect.stringContaining(message),
    });
    expect(() => loadConfig(definitions, {})).toThrow(definitionsError);
  });

  it('add settings that are validated together with the others', () => {
    const settings = z.object({ AFTERWORD_PARROT_WORDS: z.coerce.number() });
    const definitions = [...ENGINES, anEngine({ settings })];
    const load = (words: string) => loadConfig(definitions, { AFTERWORD_PARROT_WORDS: words });
    expect(load('7').engineSettings).toEqual({ AFTERWORD_PARROT_WORDS: '7' });
    expect(() => load('many')).toThrow('AFTERWORD_PARROT_WORDS: ');
  });

  it('must not let two engines of a kind share a name', () => {
    const definitions = [...ENGINES, anEngine({ names: () => ['tiny.en'] })];
    expect(() => loadConfig(definitions, {})).toThrow(
      new InvalidSettingsError(['two speech engines share the name tiny.en']),
    );
  });
});
