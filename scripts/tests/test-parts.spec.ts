import { describe, expect, it } from '@jest/globals';
import { inRounds, runTestParts } from './test-parts.mjs';

describe('the parts of npm test', () => {
  it('run one after the other, but those that mostly wait next to each other', () => {
    const all = ['check', 'python', 'spec', 'bare-clone', 'e2e', 'browser', 'chaos'];
    expect(inRounds(all)).toEqual([
      ['check'],
      ['python'],
      ['spec', 'bare-clone'],
      ['e2e', 'browser'],
      ['chaos'],
    ]);
  });

  it('run alone when only they are wanted', () => {
    expect(inRounds(['bare-clone'])).toEqual([['bare-clone']]);
    expect(inRounds(['chaos', 'spec'])).toEqual([['chaos'], ['spec']]);
  });

  it('are named when an unknown one is wanted, and nothing runs', async () => {
    await expect(runTestParts(['spec', 'unit'])).rejects.toThrow(
      'There is no test part unit; there are check, python, spec, bare-clone, e2e, browser, chaos.',
    );
  });
});
