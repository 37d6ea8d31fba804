import { describe, expect, it } from '@jest/globals';
import { citedRange } from './cited-range.ts';
import type { SpokenSegment } from '#contracts/model';
import { segmentParts, spokenLines } from './spoken-source.ts';

const segment = (segmentId: string, text: string): SpokenSegment => ({
  ...{ segmentId, text, edited: false, startMs: 0, endMs: 1000, confidence: 1, words: [] },
});

const TURN = {
  turnId: 't',
  speaker: 'Ada',
  saidAt: new Date(0),
  clipId: null,
  segments: [segment('a', 'The venue costs'), segment('b', '12,000 euros.'), segment('c', 'Fine.')],
};
const LINE = spokenLines([TURN], 'UTC')[0]?.text ?? '';
const spansOf = (start: number, end: number) =>
  segmentParts(TURN, { start, end }).map(({ segment: { segmentId }, ...part }) => ({
    ...{ segmentId, start: part.start, end: part.end },
  }));

describe('the place of a citation in the line of its turn', () => {
  it.each(['The venue', '12,000 euros', 'venue costs 12,000', 'costs 12,000 euros. Fine', LINE])(
    'is where the words are: %s',
    (words) => {
      const start = LINE.indexOf(words);
      const range = { start, end: start + words.length };
      expect(citedRange(TURN, spansOf(range.start, range.end))).toEqual(range);
    },
  );

  it('is unknown when there is none, or the segment is gone or has become shorter', () => {
    expect(citedRange(TURN, [])).toBeNull();
    expect(citedRange(TURN, [{ segmentId: 'x', start: 0, end: 1 }])).toBeNull();
    expect(citedRange(TURN, [{ segmentId: 'c', start: 0, end: 6 }])).toBeNull();
  });
});
