import { describe, expect, it } from '@jest/globals';
import { EngineChoice } from './engine-choice.ts';

describe('EngineChoice', () => {
  const engines = new Map([
    ['small', 'the small one'],
    ['large', 'the large one'],
  ]);
  const choice = new EngineChoice(engines, 'small');

  it('returns the requested engine, and the default when none is requested', () => {
    expect(choice.choose('large')).toBe('the large one');
    expect(choice.choose()).toBe('the small one');
    expect(choice.choose(undefined)).toBe('the small one');
  });

  it('rejects an unknown name with an error that lists the known ones', () => {
    expect(() => choice.choose('huge')).toThrow(
      expect.objectContaining({
        code: 'engine_unknown',
        message: 'This worker has no engine “huge”; it has small, large.',
      }),
    );
  });

  it('lists all engines, so that a caller can close them', () => {
    expect(choice.all).toEqual(['the small one', 'the large one']);
    expect(EngineChoice.ofOne('alone')).toMatchObject({ all: ['alone'] });
  });
});
