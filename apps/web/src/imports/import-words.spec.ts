import { describe, expect, it } from '@jest/globals';
import { addedBy } from './import-words.ts';

describe('the words of an import', () => {
  const nothing = {
    ...{ conversations: 0, projects: 0, clips: 0, documents: 0, memories: 0, alreadyThere: 0 },
  };

  it('say what it has added', () => {
    expect(addedBy({ counts: { ...nothing, conversations: 2, clips: 1 } })).toBe(
      '2 conversations, 1 recording',
    );
    expect(addedBy({ counts: { ...nothing, alreadyThere: 3 } })).toBe('nothing new');
    expect(addedBy({ counts: null })).toBe('');
  });
});
