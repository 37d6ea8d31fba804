import type { HeardSegment, HeardWord, SegmentOfTurn, SpokenSpan } from '#contracts/model';
import { cutText } from './cut-text.ts';

/**
 * Gives what an engine has heard in a recording to the turns that are known of it: those of whoever had
 * begun to speak last at that moment. A segment in which the speaker changes is cut between its words.
 */
export class TurnsOfRecording {
  private readonly spans: readonly SpokenSpan[];

  /**
   * @param firstTurnId gets what nobody is known for
   * @param spans when the turns were spoken, in any order; those without a length do not tell
   */
  constructor(
    private readonly firstTurnId: string,
    spans: readonly SpokenSpan[],
  ) {
    this.spans = spans
      .filter(({ endMs }) => endMs > 0)
      .sort((one, other) => one.startMs - other.startMs);
  }

  /** The parts of a segment, in order; their texts are all of its text. */
  partsOf(segment: HeardSegment): readonly SegmentOfTurn[] {
    const runs = this.runsOf(segment.words);
    const groups = runs.map(({ words }) => words);
    const texts = runs.length < 2 ? null : cutText(segment.text, groups);
    if (texts === null) return [{ turnId: this.turnAt(middleOf(segment)), segment }];
    return runs.map(({ turnId, words }, index) => ({
      turnId,
      segment: partOf(segment, words, texts[index] ?? ''),
    }));
  }

  /** Consecutive words of the same turn. */
  private runsOf(words: readonly HeardWord[]): readonly Run[] {
    const runs: { readonly turnId: string; readonly words: HeardWord[] }[] = [];
    for (const word of words) {
      const turnId = this.turnAt(middleOf(word));
      const last = runs.at(-1);
      if (last?.turnId === turnId) last.words.push(word);
      else runs.push({ turnId, words: [word] });
    }
    return runs;
  }

  /** The turn that began last before a moment; before all of them, the first. */
  private turnAt(atMs: number): string {
    let low = 0;
    let high = this.spans.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.spans[middle]?.startMs ?? Infinity) <= atMs) low = middle;
      else high = middle - 1;
    }
    return this.spans[low]?.turnId ?? this.firstTurnId;
  }
}

interface Run {
  readonly turnId: string;
  readonly words: readonly HeardWord[];
}

function partOf(segment: HeardSegment, words: readonly HeardWord[], text: string): HeardSegment {
  const startMs = words[0]?.startMs ?? segment.startMs;
  const endMs = words.at(-1)?.endMs ?? segment.endMs;
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return { ...segment, startMs, endMs: Math.max(startMs, endMs), text, words, confidence };
}

function middleOf({ startMs, endMs }: Pick<HeardSegment, 'startMs' | 'endMs'>): number {
  return (startMs + endMs) / 2;
}
