import type { HeardSegment, SegmentOfTurn, TimeRange } from '#contracts/model';
import { withMarkedWords } from './overlaps.rule.ts';
import { mainSpeakerIn, segmentsBySpeaker } from './speaker-segments.rule.ts';
import type { SpeakerTurn } from './turns.rule.ts';

/** A turn of a recording: what one speaker says until another one does. */
export interface SpokenTurnOfRecording extends TimeRange {
  readonly turnId: string;
  readonly speaker: number;
}

/**
 * Gives what is heard in a recording to turns of its speakers. A new turn begins with the first word of another
 * speaker. Words where two voices speak at once are marked. The same segments always have the same turns.
 */
export class SpokenTurns {
  private readonly found: SpokenTurnOfRecording[] = [];

  /**
   * @param firstTurnId the turn that has the recording; it comes first
   * @param turnIdAt the id of another turn, by when it begins: no two are equal, and they are in order
   * @param speakers who speaks when, in order
   */
  constructor(
    private readonly firstTurnId: string,
    private readonly turnIdAt: (startMs: number) => string,
    private readonly speakers: readonly SpeakerTurn[],
  ) {}

  /**
   * The parts of a segment, in order. Segments are given in order.
   * @param isWhole whether it is not cut: it belongs to whoever speaks in most of it
   */
  partsOf(heard: HeardSegment, isWhole = false): readonly SegmentOfTurn[] {
    const marked = withMarkedWords(heard, this.speakers);
    const parts = isWhole
      ? [{ speaker: mainSpeakerIn(marked, this.speakers), segment: marked }]
      : segmentsBySpeaker([marked], this.speakers);
    return parts.map(({ speaker, segment }) => ({
      turnId: this.turnOf(speaker, segment),
      segment,
    }));
  }

  /** The turns so far, in order. */
  get turns(): readonly SpokenTurnOfRecording[] {
    return this.found;
  }

  private turnOf(speaker: number, { startMs, endMs }: TimeRange): string {
    const last = this.found.at(-1);
    if (last?.speaker === speaker) {
      this.found[this.found.length - 1] = { ...last, endMs: Math.max(last.endMs, endMs) };
      return last.turnId;
    }
    // Words of an overlap may begin at the same time.
    const beginsMs = Math.max(startMs, last === undefined ? 0 : last.startMs + 1);
    const turnId = last === undefined ? this.firstTurnId : this.turnIdAt(beginsMs);
    this.found.push({ turnId, speaker, startMs: beginsMs, endMs: Math.max(beginsMs, endMs) });
    return turnId;
  }
}
