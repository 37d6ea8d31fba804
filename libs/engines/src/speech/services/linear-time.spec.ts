import { describe, expect, it } from '@jest/globals';
import { cpuMsOf } from '../../../../../test/support/cpu-time.ts';
import { itTakesLinearTime } from '../../../../../test/support/linear-time.ts';
import { MOST_BYTES } from './bounded-text.ts';
import { heardSegments } from './heard-segments.ts';
import { openAiAnswer } from './openai-answer.ts';
import type { ServiceAnswer, TimedText } from './service-answer.ts';

/** Of processor time: 50 on a machine that is not busy with other work. */
const MOST_MS = 100;
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

describe('an answer as large as is read', () => {
  it('is checked within the time that a loop may be held', () => {
    const word = (n: number) => ({ word: `w${n}`, start: n / 30, end: n / 30 + 0.01 });
    const words = Array.from({ length: 14_500 }, (_, n) => word(n));
    const segments = Array.from({ length: 3_000 }, (_, n) => ({
      ...{ start: n / 5, end: n / 5 + 0.1, text: `w${12 * n} w` },
    }));
    const body = JSON.stringify({ text: 'w0', segments, words });
    expect(body.length).toBeGreaterThan(MOST_BYTES * 0.8);
    expect(body.length).toBeLessThanOrEqual(MOST_BYTES);
    const read = () => heardSegments(openAiAnswer(JSON.parse(body)), RANGE);
    expect(cpuMsOf(read, 5)).toBeLessThan(MOST_MS);
  });
});
