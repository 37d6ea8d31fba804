import { describe, expect, it } from '@jest/globals';
import { EngineChoice } from './engine-choice.ts';

describe('the choice of an engine', () => {
  const engines = new Map([
    ['small', 'the small one'],
    ['large', 'the large one'],
  ]);
  const choice = new EngineChoice(engines, 'small');

  it('gives what is asked for, and the usual one when nothing is', () => {
    expect(choice.choose('large')).toBe('the large one');
    expect(choice.choose()).toBe('the small one');
    expect(choice.choose(undefined)).toBe('the small one');
  });

  it('refuses what there is not, and says what there is', () => {
    expect(() => choice.choose('huge')).toThrow(
      expect.objectContaining({
        code: 'engine_unknown',
        message: 'This worker has no engine “huge”; it has small, large.',
      }),
    );
  });

  it('knows them all, for whoever closes them', () => {
    expect(choice.all).toEqual(['the small one', 'the large one']);
    expect(EngineChoice.ofOne('alone')).toMatchObject({ all: ['alone'] });
  });
});
