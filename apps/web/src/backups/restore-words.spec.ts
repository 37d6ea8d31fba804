import type { RestorePlan, TaskState } from '../api/types.ts';
import { changesOf, lossesOf, restoreOutcomeOf } from './restore-words.ts';

const NOW_MS = Date.parse('2026-11-22T12:30:00.000Z');
const NONE = { count: 0, newestAt: null };

function gone(facts: Partial<RestorePlan['gone']>): Pick<RestorePlan, 'gone'> {
  return {
    gone: {
      conversations: NONE,
      exchanges: NONE,
      clips: NONE,
      memories: NONE,
      projects: NONE,
      documents: NONE,
      ...facts,
    },
  };
}

describe('what a restore would lose', () => {
  it('is counted, with the age of the newest', () => {
    const newestAt = '2026-11-22T09:30:00.000Z';
    const plan = gone({ exchanges: { count: 7, newestAt }, clips: { count: 1, newestAt } });
    expect(lossesOf(plan, NOW_MS)).toEqual([
      '7 parts of conversations, the newest 3 hours ago',
      '1 recording, the newest 3 hours ago',
    ]);
    expect(lossesOf(gone({ memories: { count: 2, newestAt: null } }), NOW_MS)).toEqual([
      '2 memories',
    ]);
  });

  it('is nothing when nothing was accepted after the backup', () => {
    expect(lossesOf(gone({}), NOW_MS)).toEqual([]);
  });
});

it('a restore changes only numbers that differ', () => {
  const tables = [
    { name: 'conversations', now: 96, then: 96 },
    { name: 'memory_pins', now: 12_404, then: 12_077 },
    { name: 'tool.migrations', now: 4, then: 3 },
  ];
  expect(changesOf({ tables })).toEqual([{ name: 'memory pins', now: '12,404', then: '12,077' }]);
});

describe('the outcome of a restore', () => {
  const endedAt = '2026-11-22T12:28:00.000Z';

  it.each<[TaskState, string, string]>([
    ['completed', 'Restored 2 minutes ago.', 'good'],
    ['failed', 'Failed 2 minutes ago. Everything is as before.', 'bad'],
    ['timedOut', 'Failed 2 minutes ago. Everything is as before.', 'bad'],
    ['cancelled', 'Cancelled 2 minutes ago. Everything is as before.', 'quiet'],
  ])('that is %s', (state, words, tone) => {
    const outcome = restoreOutcomeOf({ state, endedAt }, NOW_MS);
    expect(outcome?.words).toContain(words);
    expect(outcome?.tone).toBe(tone);
  });

  it('is open until it has ended', () => {
    expect(restoreOutcomeOf({ state: 'running', endedAt: null }, NOW_MS)).toBeNull();
  });
});
