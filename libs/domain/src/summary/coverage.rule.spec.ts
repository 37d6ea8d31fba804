import { describe, expect, it } from '@jest/globals';
import type { SummaryContent, SummaryPoint } from '#contracts/model';
import { citedPlaces, placesTogether, summaryCoverage } from './coverage.rule.ts';

const summaryOf = (...keyPoints: readonly SummaryPoint[]): SummaryContent => ({
  ...{ overview: '', keyPoints, decisions: [], actionItems: [] },
});
const point = (turnIds: readonly string[], ...segmentIds: readonly string[]): SummaryPoint => ({
  ...{ text: 'So.', turnIds },
  segments: segmentIds.map((segmentId) => ({ turnId: 'recorded', segmentId, startMs: 0 })),
});
const typed = ['one', 'two', 'three'].map((turnId) => ({ turnId, text: 'x'.repeat(100) }));
const RECORDED = {
  turnId: 'recorded',
  text: 'x'.repeat(300),
  segments: ['a', 'b', 'c'].map((segmentId, n) => ({ segmentId, startMs: n, from: 100 * n })),
};

type Turns = Parameters<typeof citedPlaces>[1];
const lengthOf = (turns: Turns) => turns.reduce((sum, { text }) => sum + text.length, 0);
const coverageOf = (content: SummaryContent, turns: Turns) =>
  summaryCoverage(content, {
    ...{ length: lengthOf(turns), turnCount: turns.length, places: citedPlaces(content, turns) },
  });

describe('how much of a conversation a summary draws on', () => {
  it('is the share of cited turns and of their text, and what cites each third', () => {
    const content = summaryOf(point(['one']), point(['one']), point(['three']));
    expect(coverageOf(content, typed)).toEqual({
      ...{ turnsCited: 2, turnCount: 3, textShare: 0.67, thirds: [2, 0, 1] },
    });
  });

  it('counts segments of a recording, not all of its turn', () => {
    const content = summaryOf(point(['recorded'], 'b'), point(['recorded'], 'b', 'c'));
    expect(coverageOf(content, [RECORDED])).toEqual({
      ...{ turnsCited: 1, turnCount: 1, textShare: 0.67, thirds: [0, 2, 1] },
    });
  });

  it('is nothing without points, without text, and for turns that are gone', () => {
    const none = { turnsCited: 0, textShare: 0, thirds: [0, 0, 0] };
    expect(coverageOf(summaryOf(), typed)).toEqual({ ...none, turnCount: 3 });
    expect(coverageOf(summaryOf(point(['gone'])), [])).toEqual({ ...none, turnCount: 0 });
  });

  it('is the same from the places of consecutive parts', () => {
    const turns = [...typed, RECORDED, { turnId: 'last', text: 'x'.repeat(50) }];
    const content = summaryOf(point(['two']), point(['recorded'], 'a', 'c'), point(['last']));
    const parts = [turns.slice(0, 2), turns.slice(2, 4), turns.slice(4)].map((part) => ({
      ...{ places: citedPlaces(content, part), textLength: lengthOf(part) },
    }));
    expect(placesTogether(parts)).toEqual(citedPlaces(content, turns));
    expect(Object.keys(placesTogether(parts).turns)).toEqual(['two', 'recorded', 'last']);
  });
});
