import type { ActionItem, SummaryContent, SummaryPoint } from '#contracts/model';
import { saysTheSame } from '../builtin/summary/same.ts';
import { contentWords } from '../builtin/text/content-words.ts';

/** A point, or an action item with who does it and when. */
type Point = SummaryPoint & Partial<Pick<ActionItem, 'who' | 'when'>>;

/** All points of a summary, of every kind. */
export function pointsOf({
  keyPoints,
  decisions,
  actionItems,
}: SummaryContent): readonly SummaryPoint[] {
  return [...keyPoints, ...decisions, ...actionItems];
}

/**
 * Points that were checked before. A statement that is one of theirs, word for word, holds; of what it cites
 * counts what was cited for it, or for another of them that says the same.
 */
export class CheckedPoints {
  private readonly statements = new Set<string>();
  /** The points that cite a turn or segment. */
  private readonly citing = new Map<string, SummaryPoint[]>();
  private readonly words = new Map<string, readonly string[]>();

  constructor(points: readonly SummaryPoint[]) {
    for (const point of points) {
      this.statements.add(statementOf(point));
      for (const id of sourceIdsOf(point)) {
        const known = this.citing.get(id);
        if (known === undefined) this.citing.set(id, [point]);
        else known.push(point);
      }
    }
  }

  /** A point with what it rightly cites; `null` when it has to be checked. */
  held<Each extends SummaryPoint>(point: Each): Each | null {
    if (!this.statements.has(statementOf(point))) return null;
    const { segments } = point;
    const turnIds = point.turnIds.filter((id) => this.bearsOut(id, point));
    if (turnIds.length === 0) return null;
    if (segments === undefined) return { ...point, turnIds };
    const kept = segments.filter(({ segmentId }) => this.bearsOut(segmentId, point));
    const isHeard = (id: string) => segments.some(({ turnId }) => turnId === id);
    const isKept = (id: string) => !isHeard(id) || kept.some(({ turnId }) => turnId === id);
    return { ...point, turnIds: turnIds.filter(isKept), segments: kept };
  }

  private bearsOut(id: string, { text }: SummaryPoint): boolean {
    const citing = this.citing.get(id) ?? [];
    return citing.some(
      (other) => other.text === text || saysTheSame(this.wordsOf(text), this.wordsOf(other.text)),
    );
  }

  private wordsOf(text: string): readonly string[] {
    const words = this.words.get(text) ?? contentWords(text);
    this.words.set(text, words);
    return words;
  }
}

function statementOf({ text, who = null, when = null }: Point): string {
  return JSON.stringify([text, who, when]);
}

function sourceIdsOf({ turnIds, segments = [] }: SummaryPoint): readonly string[] {
  return [...turnIds, ...segments.map(({ segmentId }) => segmentId)];
}
