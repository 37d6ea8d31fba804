import type { SummaryPoint } from '#contracts/model';
import type { EvidenceLine } from './evidence-lines.ts';

/** Lines before and after those that a point cites. */
const AROUND = 2;

/** Finds the lines that points cite, by their turns and segments. */
export class LineFinder {
  private readonly bySegment = new Map<string, number>();
  private readonly byTurn = new Map<string, number[]>();
  private readonly speakers: ReadonlySet<string>;

  constructor(private readonly lines: readonly EvidenceLine[]) {
    for (const [at, { turnId, segments }] of lines.entries()) {
      for (const { segmentId } of segments) this.bySegment.set(segmentId, at);
      const known = this.byTurn.get(turnId);
      if (known === undefined) this.byTurn.set(turnId, [at]);
      else known.push(at);
    }
    this.speakers = new Set(lines.map(({ speaker }) => speaker.trim()).filter(Boolean));
  }

  /** The indexes of the lines that a point cites; of turns, those without cited segments are whole. */
  linesOf({
    turnIds,
    segments = [],
  }: Pick<SummaryPoint, 'turnIds' | 'segments'>): readonly number[] {
    const recorded = new Set(segments.map(({ turnId }) => turnId));
    const typed = turnIds
      .filter((id) => !recorded.has(id))
      .flatMap((id) => this.byTurn.get(id) ?? []);
    const heard = segments.flatMap(({ segmentId }) => this.bySegment.get(segmentId) ?? []);
    return [...new Set([...typed, ...heard])].sort((one, other) => one - other);
  }

  /** Lines in order, each once. */
  sourcesOf(places: readonly number[]): readonly EvidenceLine[] {
    const inOrder = [...new Set(places)].sort((one, other) => one - other);
    return inOrder.flatMap((at) => this.lines[at] ?? []);
  }

  /** Lines with those before and after them. */
  around(places: readonly number[]): readonly number[] {
    const near = places.flatMap((at) =>
      Array.from({ length: 2 * AROUND + 1 }, (_, n) => at - AROUND + n),
    );
    return [...new Set(near)].filter((at) => at >= 0 && at < this.lines.length);
  }

  /** A text without the speaker before it, as in "Ada: We launch." The prefix is empty if there is none. */
  withoutSpeaker(text: string): { readonly prefix: string; readonly text: string } {
    const colon = text.indexOf(': ');
    const prefix = text.slice(0, Math.max(0, colon));
    if (!this.speakers.has(prefix)) return { prefix: '', text };
    return { prefix, text: text.slice(colon + 2) };
  }
}
