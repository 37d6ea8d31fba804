import {
  checkDrafts,
  keyedFacts,
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
  type FactDraft,
  type LinePlace,
} from '#contracts/model';
import { hashedId, type SourceReading } from '#store';
import type { PassageReader } from './passage-answers.ts';

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

/** Drafts of the passages of a source. */
export interface SourceDrafts {
  readonly passages: readonly PlacedPassage[];
  /** Of each passage. */
  readonly drafts: readonly (readonly FactDraft[])[];
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
 * Checks drafts against their source, a passage in each step, and makes facts of those that are found
 * in it.
 * @param scope project and agent; part of the ids of facts
 */
export function* sourceFacts(
  scope: string,
  { passages, drafts, lines }: SourceDrafts,
  { reader, context }: PassageReader,
): Steps<SourceFacts> {
  const placed: PlacedFact[] = [];
  const dropped: DropCounts[] = [];
  const leftOut: DroppedDraft[] = [];
  for (const [index, { passage, firstLine }] of passages.entries()) {
    const checked = checkDrafts(drafts[index] ?? [], passage, context, reader);
    dropped.push(checked.dropped);
    for (const { line, reason } of checked.leftOut) {
      const at = lines[firstLine + line]?.place;
      if (at !== undefined && leftOut.length < MOST_GAPS) leftOut.push({ reason, at });
    }
    for (const draft of checked.found) {
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
