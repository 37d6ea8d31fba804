import { describe, expect, it } from '@jest/globals';
import { speakersOf } from './speakers.rule.ts';
import { renumbered, takingTurns, voiceWindows } from './windows.fixture.ts';

/** Two windows of one voice then have a cosine of about 0.6, as those of real speech. */
const NOISE = 0.8;

/** Share of windows whose speaker is right. */
function rightShare(found: readonly number[], said: readonly number[]): number {
  const wanted = renumbered(said);
  return found.filter((speaker, n) => speaker === wanted[n]).length / said.length;
}

const countOf = (speakers: readonly number[]) => new Set(speakers).size;

describe('speakersOf', () => {
  it.each([1, 2, 3, 4, 5])('tells %i speakers apart without a hint', (count) => {
    for (const seed of [1, 2, 3]) {
      const said = takingTurns(
        Array.from({ length: count }, () => 40),
        seed,
      );
      const found = speakersOf(voiceWindows(said, NOISE, seed));
      expect(countOf(found)).toBe(count);
      expect(rightShare(found, said)).toBeGreaterThan(0.98);
    }
  });

  it('tells them apart when one speaks most of the time', () => {
    for (const counts of [
      [100, 20],
      [120, 30, 15],
    ]) {
      const said = takingTurns(counts);
      const found = speakersOf(voiceWindows(said, NOISE));
      expect(countOf(found)).toBe(counts.length);
      expect(rightShare(found, said)).toBeGreaterThan(0.97);
    }
  });

  it.each([8, 9, 10, 11, 12, 13, 14, 15, 16, 20])(
    'takes %i windows of one voice for one speaker',
    (count) => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const said = Array.from({ length: count }, () => 0);
        expect(countOf(speakersOf(voiceWindows(said, NOISE, seed)))).toBe(1);
      }
    },
  );

  it.each([
    [2, 5],
    [2, 6],
    [2, 8],
    [3, 5],
    [3, 8],
    [4, 8],
  ])('tells %i speakers apart who have %i windows each', (count, each) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const said = takingTurns(
        Array.from({ length: count }, () => each),
        seed,
      );
      const found = speakersOf(voiceWindows(said, NOISE, seed));
      expect(countOf(found)).toBe(count);
      expect(rightShare(found, said)).toBeGreaterThan(0.95);
    }
  });

  it('takes what is said again and again, to the sample, for no speaker of its own', () => {
    const once = voiceWindows(
      Array.from({ length: 30 }, () => 0),
      NOISE,
    );
    const windows = Array.from({ length: 120 }, (_, n) => ({
      ...once[n % 30]!,
      ...{ startMs: n * 750, endMs: n * 750 + 1_500 },
    }));
    expect(countOf(speakersOf(windows))).toBe(1);
  });

  it('numbers them in the order in which they first speak', () => {
    const said = [3, 3, 3, 3, 1, 1, 1, 1, 2, 2, 2, 2, 0, 0, 0, 0].flatMap((n) => [n, n, n]);
    expect(speakersOf(voiceWindows(said, 0.3))).toEqual(renumbered(said));
  });

  it('groups the same windows alike in any order', () => {
    const said = takingTurns([30, 25, 35]);
    const windows = voiceWindows(said, NOISE);
    const order = windows.map((_, n) => (n * 37) % windows.length);
    const shuffled = speakersOf(order.map((n) => windows[n]!));
    const straight = speakersOf(windows);
    expect(shuffled).toEqual(renumbered(order.map((n) => straight[n]!)));
  });

  it('does not care how loud the embeddings are', () => {
    const windows = voiceWindows(takingTurns([30, 30]), NOISE);
    const louder = windows.map((window, n) => ({
      ...window,
      embedding: window.embedding.map((value) => value * (1 + n)),
    }));
    expect(speakersOf(louder)).toEqual(speakersOf(windows));
  });

  describe('with hints', () => {
    const windows = voiceWindows(takingTurns([40, 40, 40]), NOISE);

    it('finds exactly as many speakers as it is told', () => {
      for (const speakers of [1, 2, 3, 4, 5]) {
        expect(countOf(speakersOf(windows, { speakers }))).toBe(speakers);
      }
    });

    it('keeps within the least and the most', () => {
      expect(countOf(speakersOf(windows, { maxSpeakers: 2 }))).toBeLessThanOrEqual(2);
      expect(countOf(speakersOf(windows, { minSpeakers: 4 }))).toBeGreaterThanOrEqual(4);
      expect(countOf(speakersOf(windows, { minSpeakers: 2, maxSpeakers: 5 }))).toBe(3);
    });

    it('never finds more speakers than there can be', () => {
      const few = voiceWindows([0, 1, 0], 0.1);
      expect(countOf(speakersOf(few, { speakers: 9 }))).toBeLessThanOrEqual(3);
      expect(speakersOf([], { speakers: 2 })).toEqual([]);
      expect(speakersOf(voiceWindows([0], 0.1), { speakers: 2 })).toEqual([0]);
    });
  });

  it('takes a few seconds of speech for one speaker, unless it is told otherwise', () => {
    const windows = voiceWindows([0, 0, 0, 1, 1, 1], 0.2);
    expect(countOf(speakersOf(windows))).toBe(1);
    expect(speakersOf(windows, { speakers: 2 })).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('tells three hours apart within seconds, a speaker of one minute among them', () => {
    const rare = 80;
    const said = takingTurns([6_000, 5_000, 3_320 - rare]);
    said.splice(7_000, 0, ...Array.from({ length: rare }, () => 3));
    const windows = voiceWindows(said, NOISE);
    const startedAt = process.cpuUsage().user;
    const found = speakersOf(windows);
    expect((process.cpuUsage().user - startedAt) / 1e6).toBeLessThan(60);
    expect(rightShare(found, said)).toBeGreaterThan(0.97);
  }, 300_000);
});
