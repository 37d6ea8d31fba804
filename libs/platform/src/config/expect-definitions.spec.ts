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
    required: [],
    names: () => ['parrot'],
    ...given,
  };
}

describe('the definitions of the engines', () => {
  const without = (wanted: string) => ENGINES.filter(({ name }) => name !== wanted);

  it('fit the names of the engines and each other', () => {
    expect(() => expectDefinitions(ENGINES)).not.toThrow();
    expect(() => expectDefinitions([...ENGINES, anEngine({})])).not.toThrow();
  });

  it.each([
    ['a missing one', without('builtin'), 'no definition of the language engine builtin'],
    ['no speech engine', without('faster-whisper'), 'no definition of a speech engine'],
    ['a second one', [...ENGINES, ...without('builtin')], '2 definitions of the'],
    [
      'an unknown name',
      [...ENGINES, anEngine({ kind: 'language' })],
      'language engine parrot is not in LANGUAGE_ENGINES',
    ],
    [
      'a setting of another engine',
      [...ENGINES, anEngine({ settings: z.object({ AFTERWORD_SPEECH_MODEL: z.string() }) })],
      'speech engine parrot defines AFTERWORD_SPEECH_MODEL',
    ],
    [
      'a setting of the product',
      [...ENGINES, anEngine({ settings: z.object({ AFTERWORD_PORT: z.string() }) })],
      'speech engine parrot defines AFTERWORD_PORT',
    ],
  ])('refuse the start with %s, and name it', (_what, definitions, message) => {
    const refused = expect.objectContaining({
      name: 'EngineDefinitionsError',
      message: expect.stringContaining(message),
    });
    expect(() => loadConfig(definitions, {})).toThrow(refused);
  });

  it('bring settings that are validated with the others', () => {
    const settings = z.object({ AFTERWORD_PARROT_WORDS: z.coerce.number() });
    const definitions = [...ENGINES, anEngine({ settings })];
    const load = (words: string) => loadConfig(definitions, { AFTERWORD_PARROT_WORDS: words });
    expect(load('7').engineSettings).toEqual({ AFTERWORD_PARROT_WORDS: '7' });
    expect(() => load('many')).toThrow('AFTERWORD_PARROT_WORDS: ');
  });

  it('do not let two engines of a kind go by one name', () => {
    const definitions = [...ENGINES, anEngine({ names: () => ['tiny.en'] })];
    expect(() => loadConfig(definitions, {})).toThrow(
      new InvalidSettingsError(['two speech engines go by the name tiny.en']),
    );
  });
});
