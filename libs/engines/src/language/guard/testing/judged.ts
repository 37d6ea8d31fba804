import { expect, it } from '@jest/globals';
import type { CompactEntry, TranscriptStyle } from '#contracts/model';
import { guardCorrection } from '../guard.ts';

/** Options of {@link judged}. */
export interface JudgedOptions {
  readonly glossary?: readonly CompactEntry[];
  readonly style?: TranscriptStyle;
}

/** The text that the guard makes of an answer, and the reasons of what it refused in it. */
export function judged(raw: string, corrected: string, options: JudgedOptions = {}) {
  const { glossary = [], style = 'clean' } = options;
  const { text, spans } = guardCorrection({ raw, corrected, glossary, style });
  const reasons = spans.flatMap((span) => (span.outcome === 'refused' ? [span.reason] : []));
  const rules = spans.flatMap((span) => (span.outcome === 'taken' ? [span.rule] : []));
  return { text, reasons, rules };
}

/** Declares a test for each edit that must pass as a whole: raw text and answer. */
export function itTakes(
  edits: readonly (readonly [raw: string, corrected: string, ...glossary: string[]])[],
): void {
  it.each(edits)('takes %j → %j', (raw, corrected, ...glossary) => {
    expect(judged(raw, corrected, { glossary })).toMatchObject({ text: corrected, reasons: [] });
  });
}

/** Declares a test for each edit of which nothing but capitals may pass: raw text and answer. */
export function itRefuses(
  edits: readonly (readonly [raw: string, corrected: string, ...glossary: string[]])[],
): void {
  it.each(edits)('refuses %j → %j', (raw, corrected, ...glossary) => {
    const { text, reasons } = judged(raw, corrected, { glossary });
    expect(text.toLowerCase()).toBe(raw.toLowerCase());
    expect(reasons).not.toEqual([]);
  });
}
