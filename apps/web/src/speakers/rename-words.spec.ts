import { describe, expect, it } from '@jest/globals';
import type { SpeakerRename } from '../api/types.ts';
import { isLabel, renameInWords, renameOffer } from './rename-words.ts';

const PREVIEW: SpeakerRename = {
  ...{ id: 'srn_1', ownerId: 'ada', from: 'Ada', to: 'Ada King', conversationCount: 12 },
  counts: { pending: 12, renamed: 0, taken: 0, gone: 0, undone: 0 },
  ...{ applied: null, undone: null, createdAt: '2026-11-27T09:00:00.000Z' },
};
const applied = { taskId: 'tsk_1', state: 'completed' } as const;
const none = { pending: 0, renamed: 0, taken: 0, gone: 0, undone: 0 };

describe('a renaming in words', () => {
  it('offers what it would change', () => {
    expect(renameInWords(PREVIEW)).toBe('“Ada” speaks in 12 more conversations.');
    expect(renameOffer(PREVIEW)).toBe('Rename in 12 more conversations');
    expect(renameInWords({ ...PREVIEW, counts: { ...none, pending: 1, taken: 1 } })).toBe(
      '“Ada” speaks in 1 more conversation. 1 conversation has somebody else called “Ada King” and stays as before.',
    );
    expect(renameInWords({ ...PREVIEW, counts: none })).toContain('Nobody else is called “Ada”');
  });

  it('says what has become of it', () => {
    const done = { ...none, renamed: 10, gone: 2 };
    expect(renameInWords({ ...PREVIEW, applied, counts: done })).toBe(
      'Other conversations: 10 renamed, 2 changed meanwhile.',
    );
    expect(renameInWords({ ...PREVIEW, applied, counts: { ...none, taken: 2 } })).toBe(
      'Other conversations: none. 2 conversations have somebody else called “Ada King” and stay as before.',
    );
  });
});

describe('the label of a voice', () => {
  it.each([
    ['Speaker 1', true],
    ['Speaker 12', true],
    ['Speaker', true],
    ['Speaker of the House', false],
    ['Ada', false],
  ])('%s: %s', (name, is) => {
    expect(isLabel(name)).toBe(is);
  });
});
