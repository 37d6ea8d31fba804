import { describe, expect, it } from '@jest/globals';
import { countWords, stateWords } from './erasure-words.ts';

const NONE = {
  ...{ conversations: 0, turns: 0, clips: 0, memories: 0, projects: 0, documents: 0 },
  ...{ reports: 0, exports: 0, imports: 0, tasks: 0, events: 0 },
};

describe('the words about an erasure', () => {
  it('say how much there was of what there was', () => {
    const counts = { ...NONE, conversations: 3, memories: 1, projects: 1 };
    expect(countWords({ counts })).toBe('3 conversations, 1 memory, 1 project');
    expect(countWords({ counts: NONE })).toBe('Nothing was there');
    expect(countWords({ counts: null })).toBe('Not counted yet');
  });

  it('say what has become of it', () => {
    expect(stateWords({ state: 'completed' })).toBe('Erased');
  });
});
