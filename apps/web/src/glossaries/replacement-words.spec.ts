import { describe, expect, it } from '@jest/globals';
import type { Replacement } from '../api/types.ts';
import { offerInWords, outcomeInWords, replacementInWords } from './replacement-words.ts';

const PREVIEW: Replacement = {
  id: 'rpl_1',
  ownerId: 'ada',
  level: 'owner',
  scopeId: 'ada',
  term: 'Kaito',
  forms: ['Kyto'],
  capitals: false,
  conversationCount: 14,
  passageCount: 31,
  counts: { pending: 31, replaced: 0, changed: 0, undone: 0, kept: 0 },
  applied: null,
  undone: null,
  createdAt: '2026-11-27T09:00:00.000Z',
};
const applied = { taskId: 'tsk_1', state: 'completed' } as const;

describe('a replacement in words', () => {
  it('offers what it would change', () => {
    expect(offerInWords(PREVIEW)).toBe('Replace in 14 past conversations');
    expect(offerInWords({ ...PREVIEW, conversationCount: 1 })).toBe(
      'Replace in 1 past conversation',
    );
    expect(offerInWords({ ...PREVIEW, level: 'conversation', passageCount: 2 })).toBe(
      'Replace in 2 passages',
    );
    expect(replacementInWords(PREVIEW)).toBe('31 passages.');
    expect(replacementInWords({ ...PREVIEW, passageCount: 0 })).toContain('nowhere');
  });

  it('says what has become of its passages', () => {
    const counts = { pending: 0, replaced: 28, changed: 1, undone: 2, kept: 0 };
    expect(replacementInWords({ ...PREVIEW, applied, counts })).toBe(
      'Of 31 passages: 28 replaced, 1 changed meanwhile and left alone, 2 taken back.',
    );
    expect(outcomeInWords('pending')).toBeNull();
    expect(outcomeInWords('changed')).toContain('left alone');
  });
});
