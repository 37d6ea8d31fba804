import { countsIn } from './use-kept-count.ts';

describe('the counts that are kept with an entry of the history', () => {
  it('are the positive whole numbers of its state', () => {
    const state = { position: 3, shownCounts: { tasks: 100, bin: 50 } };
    expect(countsIn(state)).toEqual({ tasks: 100, bin: 50 });
  });

  it.each([
    null,
    undefined,
    7,
    'text',
    {},
    { shownCounts: null },
    { shownCounts: 'many' },
    { shownCounts: { tasks: -1, bin: 0.5, memories: '50', backups: Infinity, projects: NaN } },
  ])('are none in %j', (state) => {
    expect(countsIn(state)).toEqual({});
  });
});
