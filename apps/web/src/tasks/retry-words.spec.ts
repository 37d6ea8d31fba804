import { describe, expect, it } from '@jest/globals';
import { leftUntilRetry, retryWords } from './retry-words.ts';
import { aTask } from './task.fixture.ts';

const retry = {
  tries: 2,
  code: 'language_engine_busy',
  message: 'The language engine asks to wait',
  nextTryAt: '2026-11-22T09:30:30.000Z',
} as const;

describe('the text for a step that is retried', () => {
  it('has the time, the number of the try and the reason', () => {
    expect(retryWords(retry, 12_400)).toBe(
      'Trying again in 12 s (3rd try): The language engine asks to wait',
    );
  });

  it.each([0, -5_000, null])('has no time when it has passed or is unknown: %s', (leftMs) => {
    expect(retryWords(retry, leftMs)).toMatch(/^Trying again \(3rd try\): /);
  });

  it.each([
    [1, '2nd'],
    [3, '4th'],
    [10, '11th'],
    [20, '21st'],
  ])('counts the next try after %d as the %s', (tries, words) => {
    expect(retryWords({ ...retry, tries }, null)).toContain(`(${words} try)`);
  });
});

describe('the time until a retry', () => {
  it('uses the clock of the gateway, regardless of the browser’s clock', () => {
    const task = aTask({ retry, startedAt: '2026-11-22T09:30:00.000Z' });
    expect(leftUntilRetry(task, 18_000, 0)).toBe(12_000);
  });

  it('uses the browser’s clock before the task has started', () => {
    const nowMs = Date.parse('2026-11-22T09:30:25.000Z');
    expect(leftUntilRetry(aTask({ retry }), null, nowMs)).toBe(5_000);
  });

  it('is unknown when the retry has no time, or there is no retry', () => {
    expect(leftUntilRetry(aTask({ retry: { ...retry, nextTryAt: null } }), 0, 0)).toBeNull();
    expect(leftUntilRetry(aTask(), 0, 0)).toBeNull();
  });
});
