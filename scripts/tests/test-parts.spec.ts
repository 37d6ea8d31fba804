import { describe, expect, it } from '@jest/globals';
import { inRounds, PARTS, runTestParts } from './test-parts.mjs';

describe('the parts of npm test', () => {
  it('run one after the other, but next to each other where they leave the machine idle', () => {
    const wanted = ['check', 'python', 'spec', 'bare-clone', 'e2e', 'installation', 'browser'];
    expect(inRounds(wanted)).toEqual([
      [['check'], ['python']],
      [['spec'], ['bare-clone']],
      [['installation', 'browser 1/3'], ['e2e', 'browser 2/3'], ['browser 3/3']],
    ]);
  });

  it('run alone when only they are wanted, in the same order', () => {
    expect(inRounds(['bare-clone'])).toEqual([[['bare-clone']]]);
    expect(inRounds(['chaos', 'spec'])).toEqual([[['spec']], [['chaos']]]);
  });

  it('all have a lane', () => {
    const inLanes = inRounds(PARTS)
      .flat(2)
      .map((name) => name.replace(/ .*/, ''));
    expect([...new Set(inLanes)].toSorted()).toEqual(PARTS.toSorted());
  });

  it('are named when an unknown one is wanted, and nothing runs', async () => {
    await expect(runTestParts(['spec', 'unit'])).rejects.toThrow(
      'There is no test part unit; there are check, python, spec, bare-clone, e2e, installation, browser, chaos, api.',
    );
  });
});
