import {
  keyedFacts,
  type CheckedDrafts,
  type FoundDraft,
  type PlacedFact,
  type PlacedPassage,
  type Steps,
} from '#agents';
import {
  addDropCounts,
  MOST_GAPS,
  type Citation,
  type DropCounts,
  type DroppedDraft,
  type LinePlace,
} from '#contracts/model';
import { hashedId, type SourceReading } from '#store';

/** Where a line of a source is cited, and when it was said. */
export interface CitedLine {
  readonly speaker: string | null;
  readonly saidAt: Date;
  /** ISO 8601 date in the time zone of the project. */
  readonly saidOn: string;
  readonly place: LinePlace;
  readonly cite: (draft: FoundDraft) => Citation;
  /** Whether the words of a range were heard clearly. */
  readonly isClear: (range: { readonly start: number; readonly end: number }) => boolean;
}

/** What was read in the passages of a source, and checked. */
export interface SourceDrafts {
  readonly passages: readonly PlacedPassage[];
  /** Of each passage. */
  readonly checked: readonly CheckedDrafts[];
  /** The lines of the source. */
  readonly lines: readonly CitedLine[];
}

/** Facts of a source, and what was dropped. */
export interface SourceFacts {
  readonly facts: NonNullable<SourceReading['facts']>;
  readonly dropped: DropCounts;
  /** The first of what was dropped from a line of the source. */
  readonly leftOut: readonly DroppedDraft[];
}

/**
 * Makes facts of what was found in a source, a passage in each step.
 * @param scope project and agent; part of the ids of facts
 */
export function* sourceFacts(
  scope: string,
  { passages, checked, lines }: SourceDrafts,
): Steps<SourceFacts> {
  const placed: PlacedFact[] = [];
  const dropped: DropCounts[] = [];
  const leftOut: DroppedDraft[] = [];
  for (const [index, { firstLine }] of passages.entries()) {
    const ofPassage = checked[index];
    if (ofPassage === undefined) continue;
    dropped.push(ofPassage.dropped);
    for (const { line, reason } of ofPassage.leftOut) {
      const at = lines[firstLine + line]?.place;
      if (at !== undefined && leftOut.length < MOST_GAPS) leftOut.push({ reason, at });
    }
    for (const draft of ofPassage.found) {
      const line = lines[firstLine + draft.line];
      if (line !== undefined) placed.push(placedFact(draft, line));
    }
    yield;
  }
  const facts = keyedFacts(placed).map(({ key, fact }, position) => ({
    ...fact,
    saidAt: new Date(fact.saidAt),
    id: hashedId('fact', `${scope}|${key}`),
    position,
  }));
  return { facts, dropped: addDropCounts(dropped), leftOut };
}

function placedFact(draft: FoundDraft, line: CitedLine): PlacedFact {
  const { type, label, value, on, who, status, category, certainty, corrects, quote } = draft;
  const { speaker, saidOn, saidAt } = line;
  const range = draft.valueAt ?? { start: draft.start, end: draft.end };
  return {
    ...{ type, label, value, on, who, status, category, certainty, corrects, quote },
    ...{ speaker, saidOn, saidAt: saidAt.toISOString() },
    clear: line.isClear(range),
    citation: line.cite(draft),
  };
}
