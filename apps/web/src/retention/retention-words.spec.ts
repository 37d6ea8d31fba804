import { describe, expect, it } from '@jest/globals';
import type { RetentionRule } from '../api/types.ts';
import { dueInWords, ruleInWords } from './retention-words.ts';

const RULE: RetentionRule = {
  ...{ id: 'rtn_1', ownerId: null, projectId: null, keptDays: 90 },
  subject: 'audio',
  createdAt: '2026-11-27T09:00:00.000Z',
};
const NOTHING = { conversations: 0, clips: 0, bytes: 0 };

describe('a rule of retention in words', () => {
  it.each<[RetentionRule, string | null, string]>([
    [RULE, null, 'Recordings are kept for 90 days.'],
    [{ ...RULE, keptDays: 1 }, null, 'Recordings are kept for one day.'],
    [
      { ...RULE, subject: 'transcripts', ownerId: 'ada' },
      null,
      'Transcripts of ada are kept for 90 days.',
    ],
    [
      { ...RULE, subject: 'everything', projectId: 'prj_1', keptDays: null },
      'Heron',
      'Conversations in “Heron” are kept for ever.',
    ],
  ])('%j', (rule, project, words) => {
    expect(ruleInWords(rule, project)).toBe(words);
  });
});

describe('what is due in words', () => {
  it('names what there is, and nothing else', () => {
    const none = { audio: NOTHING, transcripts: NOTHING, everything: NOTHING };
    expect(dueInWords(none)).toEqual([]);
    const one = { conversations: 1, clips: 1, bytes: 2_000_000 };
    expect(dueInWords({ audio: one, transcripts: one, everything: one })).toEqual([
      expect.stringMatching(/^1 recording \(.+\)$/),
      'the words of 1 conversation',
      '1 conversation with all that belongs to it',
    ]);
    const many = { conversations: 3, clips: 0, bytes: 0 };
    expect(dueInWords({ audio: many, transcripts: many, everything: many })).toEqual([
      'the words of 3 conversations',
      '3 conversations with all that belongs to them',
    ]);
  });
});
