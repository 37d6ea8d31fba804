import type { ActionItem } from '#contracts/model';
import { conversationCaseSchema } from './case.schema.ts';
import { actionItemsFound, decisionsFound } from './items.ts';

const item = (turns: readonly number[], more: Partial<ActionItem> = {}): ActionItem => ({
  ...{ text: 'Send it.', who: 'Ada', when: null, turnIds: turns.map(String) },
  ...more,
});
const found = (expected: unknown, actionItems: readonly ActionItem[]) => {
  const turns = Array.from({ length: 9 }, () => ({ speaker: 'Ada', text: 'Hm.' }));
  const conversation = conversationCaseSchema.parse({ turns, actionItems: expected });
  const content = { overview: '', keyPoints: [], decisions: [], actionItems };
  return actionItemsFound([{ conversation, content }]);
};

describe('counting action items', () => {
  it('pairs a found item with an expected one of the same turn, once', () => {
    const expected = [{ turns: [2, 3] }, { turns: [5] }];
    const counted = found(expected, [item([3]), item([2]), item([7])]);
    expect(counted?.all).toEqual({ right: 1, given: 3, found: 1, expected: 2 });
  });

  it('finds two items of one turn', () => {
    const counted = found([{ turns: [2] }, { turns: [2] }], [item([2]), item([2])]);
    expect(counted?.all).toEqual({ right: 2, given: 2, found: 2, expected: 2 });
  });

  it('counts the certain ones apart, and whether they are given to the right person', () => {
    const expected = [
      { turns: [1], who: 'ada' },
      { turns: [2], who: 'Tom' },
    ];
    const counted = found(expected, [item([1]), item([2], { certainty: 'possible' })]);
    expect(counted?.certain).toEqual({ right: 1, given: 1, found: 1, expected: 2 });
    expect(counted?.assigned).toEqual({ right: 1, of: 2 });
  });

  it('leaves out conversations of which nobody has said what there is to find', () => {
    expect(found(undefined, [item([1])])).toBeNull();
    expect(found([], [item([1])])?.all).toEqual({ right: 0, given: 1, found: 0, expected: 0 });
    expect(decisionsFound([])).toBeNull();
  });
});
