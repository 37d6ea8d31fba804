import type { HeardSegment, HeardWord, SegmentOfTurn, SpokenSpan } from '#contracts/model';

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
    const cuts = cutsOf(segment.text, runs);
    if (cuts === null) return [{ turnId: this.turnAt(middleOf(segment)), segment }];
    return runs.map(({ turnId, words }, index) => ({
      turnId,
      segment: partOf(segment, words, segment.text.slice(cuts[index], cuts[index + 1]).trim()),
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

/** Where the texts of runs begin; `null` when there is one turn only, or words are not in the text. */
function cutsOf(text: string, runs: readonly Run[]): readonly number[] | null {
  if (runs.length < 2) return null;
  const cuts: number[] = [];
  let from = 0;
  for (const { words } of runs) {
    for (const [index, word] of words.entries()) {
      const at = text.indexOf(word.text.trim(), from);
      if (at < 0) return null;
      if (index === 0) cuts.push(cuts.length === 0 ? 0 : at);
      from = at + word.text.trim().length;
    }
  }
  return cuts;
}

function partOf(segment: HeardSegment, words: readonly HeardWord[], text: string): HeardSegment {
  const startMs = words[0]?.startMs ?? segment.startMs;
  const endMs = words.at(-1)?.endMs ?? segment.endMs;
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return { startMs, endMs: Math.max(startMs, endMs), text, words, confidence };
}

function middleOf({ startMs, endMs }: Pick<HeardSegment, 'startMs' | 'endMs'>): number {
  return (startMs + endMs) / 2;
}
