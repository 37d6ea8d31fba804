import { describe, expect, it } from '@jest/globals';
import { forgetAll, remembered } from './remembered.ts';

describe('a function that remembers', () => {
  const asked: string[] = [];
  const length = remembered((text) => {
    asked.push(text);
    return { of: text.length };
  });

  it('reads a text once', () => {
    expect([length('ab'), length('ab')]).toEqual([{ of: 2 }, { of: 2 }]);
    expect(asked).toEqual(['ab']);
  });

  it('is as if nothing was read after all was forgotten', () => {
    asked.length = 0;
    forgetAll();
    length('ab');
    expect(asked).toEqual(['ab']);
  });

  it('forgets what it was asked long ago', () => {
    for (let at = 0; at < 200; at += 1) length(`text ${at}`);
    expect(length('ab')).toEqual({ of: 2 });
    expect(asked.filter((text) => text === 'ab')).toHaveLength(2);
  });
});
