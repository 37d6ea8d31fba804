import { describe, expect, it } from '@jest/globals';
import { expectLinearTime, itTakesLinearTime } from '../../../../../test/support/linear-time.ts';
import { MOST_BYTES } from './bounded-text.ts';
import { heardSegments } from './heard-segments.ts';
import { openAiAnswer } from './openai-answer.ts';
import type { ServiceAnswer, TimedText } from './service-answer.ts';

const LONGEST_CHUNK_MS = 10 * 60_000;
const RANGE = { startMs: 0, endMs: LONGEST_CHUNK_MS, audioMs: LONGEST_CHUNK_MS };

/** Some strange texts are refused, which is an answer, too. */
function check(answer: ServiceAnswer): void {
  try {
    heardSegments(answer, RANGE);
  } catch (error) {
    expect(error).toMatchObject({ code: 'speech_answer_invalid' });
  }
}

const timed = (text: string, n: number, of: number): TimedText => {
  const [startS, endS] = [(n * 600) / of, ((n + 1) * 600) / of];
  return { text, startS, endS, confidence: null, speaker: null };
};

/** The words of a text in pieces of at most ten characters, as a service would time them. */
function wordsOf(text: string): readonly TimedText[] {
  const words = text.match(/\S{1,10}/gu) ?? [];
  return words.map((word, n) => timed(word, n, words.length));
}

/** The most characters that a chunk may have, as the second of two lengths. */
const LENGTHS = { characters: 9_000, noticeableMs: 60 };

describe('text without times', () => {
  itTakesLinearTime((text) => check({ text, language: null, segments: [], words: [] }), LENGTHS);
});

describe('words beside their text', () => {
  itTakesLinearTime(
    (text) => check({ text, language: null, segments: [], words: wordsOf(text) }),
    LENGTHS,
  );
});

describe('an answer with the times of all words', () => {
  it('is checked in time that grows with its length, up to the longest that is read', () => {
    const [half, whole] = [bodyOf(7_250), bodyOf(14_500)];
    expect(whole.length).toBeGreaterThan(MOST_BYTES * 0.8);
    expect(whole.length).toBeLessThanOrEqual(MOST_BYTES);
    const read = (body: string) => heardSegments(openAiAnswer(JSON.parse(body)), RANGE);
    expectLinearTime(
      () => read(half),
      () => read(whole),
    );
  });
});

/** An answer with so many words, and segments that have a fifth as many. */
function bodyOf(count: number): string {
  const word = (n: number) => ({ word: `w${n}`, start: n / 30, end: n / 30 + 0.01 });
  const words = Array.from({ length: count }, (_, n) => word(n));
  const segments = Array.from({ length: count / 5 }, (_, n) => ({
    ...{ start: n / 5, end: n / 5 + 0.1, text: `w${12 * n} w` },
  }));
  return JSON.stringify({ text: 'w0', segments, words });
}
