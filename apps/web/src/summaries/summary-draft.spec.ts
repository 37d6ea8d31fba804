import type { Summary } from '../api/types.ts';
import { changeOf, draftOf, newPoint } from './summary-draft.ts';

const POINT = { text: 'We launch in May.', turnIds: ['trn_1'], segments: [] };
const SUMMARY = {
  overview: 'A launch.',
  topics: ['launch', 'ads'],
  keyPoints: [POINT],
  decisions: [{ ...POINT, certainty: 'certain' }],
  actionItems: [{ ...POINT, certainty: 'certain', who: 'Ada', when: null }],
} as unknown as Summary;

const edited = (edit: (draft: ReturnType<typeof draftOf>) => void) => {
  const draft = draftOf(SUMMARY);
  edit(draft);
  return changeOf(draft, SUMMARY);
};

describe('the draft of a summary', () => {
  it('changes nothing as it is, nor by spaces, nor by an overview that was emptied', () => {
    expect(edited(() => undefined)).toBeNull();
    expect(edited((draft) => (draft.overview = '  A launch. '))).toBeNull();
    expect(edited((draft) => (draft.overview = ' '))).toBeNull();
    expect(edited((draft) => draft.keyPoints.push(newPoint()))).toBeNull();
  });

  it('changes only what differs, and keeps the sources', () => {
    expect(edited((draft) => (draft.overview = 'A launch in May.'))).toEqual({
      overview: 'A launch in May.',
    });
    expect(edited((draft) => (draft.topics = 'launch\n\n printing '))).toEqual({
      topics: ['launch', 'printing'],
    });
    const change = edited((draft) => {
      for (const point of draft.keyPoints) point.text = 'We launch in June.';
    });
    expect(change).toEqual({ keyPoints: [{ ...POINT, text: 'We launch in June.' }] });
  });

  it('leaves out what has no text any more, and adds what a person writes', () => {
    expect(edited((draft) => draft.decisions.splice(0, 1))).toEqual({ decisions: [] });
    const change = edited((draft) => {
      draft.actionItems.push({ ...newPoint(), text: 'Order a cake. ', who: ' ', when: 'Friday' });
    });
    expect(change?.actionItems?.[1]).toEqual({
      ...{ text: 'Order a cake.', turnIds: [], segments: [], certainty: 'certain' },
      ...{ who: null, when: 'Friday' },
    });
  });

  it('does not change the summary that it was made of', () => {
    const draft = draftOf(SUMMARY);
    for (const point of draft.keyPoints) point.text = 'Something else.';
    expect(SUMMARY.keyPoints[0]?.text).toBe('We launch in May.');
  });
});
