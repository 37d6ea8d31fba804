import { describe, expect, it } from '@jest/globals';
import { contentsOf, subjectOf } from './export-words.ts';

describe('the words of an export', () => {
  it.each([
    ['owner', 'ada', 'Everything of ada'],
    ['project', 'prj_1', 'A project'],
    ['conversation', 'cnv_1', 'A conversation'],
  ] as const)('say what one of a %s is of', (kind, id, words) => {
    expect(subjectOf({ scope: { kind, id }, ownerId: 'ada' })).toBe(words);
  });

  it('say what is in it, without what there is nothing of', () => {
    const nothing = { projects: 0, documents: 0, events: 9, problems: 0 };
    const counts = { ...nothing, conversations: 2, clips: 1, memories: 3 };
    expect(contentsOf({ counts })).toBe('2 conversations, 1 recording, 3 memories');
    expect(contentsOf({ counts: null })).toBe('');
  });
});
