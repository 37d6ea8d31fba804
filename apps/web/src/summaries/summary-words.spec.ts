import { freshnessOf, makerOf } from './summary-words.ts';

describe('the status text of a summary', () => {
  it.each([
    [null, 0, undefined, 'There is none yet.'],
    [null, 1, 'pending', 'Being written…'],
    [2, 3, 'pending', 'Being updated…'],
    [2, 3, 'running', 'Being updated…'],
    [3, 3, 'completed', 'Up to date'],
    [2, 3, 'failed', 'Out of date'],
  ] as const)('of revision %p at revision %d, task %p', (of, revision, state, words) => {
    const summary = of === null ? null : { revision: of };
    const task = state === undefined ? undefined : { state };
    expect(freshnessOf(summary, revision, task)).toBe(words);
  });

  it('names the engine that wrote it', () => {
    expect(makerOf('builtin-1')).toContain('without a model');
    expect(makerOf('llama-3.3')).toBe('Made by llama-3.3.');
  });
});
