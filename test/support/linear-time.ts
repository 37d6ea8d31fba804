import { cpuMsOf } from './cpu-time.ts';
import { STRANGE_TEXTS, strangeText, type StrangeText } from './strange-texts.ts';

/** Twice the text takes twice the time where that grows in proportion, and four times where squared. */
const MOST_GROWTH = 3;
/** What a quadratic time would exceed by far at the lengths that specs use, and noise does not. */
const NOTICEABLE_MS = 100;
/** Other processes and the garbage collector disturb a measurement; the least of some is the work. */
const ROUNDS = 5;

/** How long the texts are, and which time says nothing about growth. */
export interface LinearTimeOptions {
  /** Length of the shorter text of each pair, in UTF-16 code units. */
  readonly characters: number;
  /** Below this processor time, in milliseconds, a text of twice the length passes in any case. */
  readonly noticeableMs: number;
}

type Shape = readonly [name: string, text: (strange: StrangeText, characters: number) => string];

/** A run alone, and runs that are not at the start or the end, between words and within a word. */
const SHAPES: readonly Shape[] = [
  ['alone', strangeText],
  [
    'within a text',
    (text, characters) => {
      const run = strangeText(text, characters / 2);
      return `so the ${run} (the${run}b end`;
    },
  ],
];

/**
 * Declares a test for each strange text: work takes time in proportion to its length. It measures
 * processor time, so that the load of the machine does not count.
 */
export function itTakesLinearTime(
  work: (text: string) => unknown,
  { characters, noticeableMs }: LinearTimeOptions,
): void {
  describe.each(SHAPES)('of a run %s', (_shape, textOf) => {
    it.each(STRANGE_TEXTS.map((text) => [text.name, text] as const))(
      'is linear in %s',
      (_name, text) => {
        const [once, twice] = [textOf(text, characters), textOf(text, 2 * characters)];
        expectLinearTime(
          () => work(once),
          () => work(twice),
          noticeableMs,
        );
      },
    );
  });
}

/**
 * Expects that work takes time in proportion to its input. It is measured again only where it takes noticeable time
 * and seems to grow faster.
 * @param once the work for an input @param twice the same for an input of twice the length
 * @param noticeableMs below this processor time, in milliseconds, twice the input passes in any case
 */
export function expectLinearTime(
  once: () => unknown,
  twice: () => unknown,
  noticeableMs = NOTICEABLE_MS,
): void {
  for (let round = 1; ; round += 1) {
    const twiceMs = cpuMsOf(twice, round);
    if (twiceMs < noticeableMs) return;
    const onceMs = cpuMsOf(once, round);
    if (round < ROUNDS && twiceMs >= MOST_GROWTH * onceMs) continue;
    expect(twiceMs).toBeLessThan(MOST_GROWTH * onceMs);
    return;
  }
}
