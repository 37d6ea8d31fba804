/** A word that the stub hears, in seconds of the audio. */
export interface StubWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly probability: number;
}

/** A segment that the stub hears. */
export interface StubSegment {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly avg_logprob: number;
  readonly no_speech_prob: number;
  readonly words: readonly StubWord[];
}

const NAMES = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india'];
const WORD_S = 0.5;
const WORDS_OF_SENTENCE = 6;
const PROBABILITY = 0.9;

/**
 * What the stub hears in so many seconds: a word each half second, none of them twice, in sentences of six. As in
 * answers of OpenAI, words have no punctuation and segments do.
 */
export function heardIn(seconds: number): readonly StubSegment[] {
  const count = Math.max(1, Math.floor(seconds / WORD_S));
  const words = Array.from({ length: count }, (_, n) => wordAt(n, seconds));
  const segments: StubSegment[] = [];
  for (let n = 0; n < count; n += WORDS_OF_SENTENCE) {
    segments.push(segmentOf(segments.length, words.slice(n, n + WORDS_OF_SENTENCE)));
  }
  return segments;
}

/** The text of segments. */
export function textOf(segments: readonly StubSegment[]): string {
  return segments.map(({ text }) => text).join(' ');
}

function wordAt(n: number, seconds: number): StubWord {
  const word = `${NAMES[n % NAMES.length] ?? ''}${n}`;
  const [start, end] = [n * WORD_S, Math.min(seconds, (n + 1) * WORD_S - 0.1)];
  return { word, start, end: Math.max(start, end), probability: PROBABILITY };
}

function segmentOf(id: number, words: readonly StubWord[]): StubSegment {
  const text = words.map(({ word }) => word).join(' ');
  return {
    ...{ id, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, words },
    text: `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`,
    ...{ avg_logprob: Math.log(PROBABILITY), no_speech_prob: 0.01 },
  };
}
