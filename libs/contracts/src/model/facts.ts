import type { DocumentPlace } from './documents.ts';

/** How exactly a date is known. */
export const DATE_PRECISIONS = ['day', 'month', 'quarter', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A date as far as it was said: the first day of the stated day, month, quarter or year. */
export interface FactDate {
  /** ISO 8601 date without time, such as `2026-11-30`, in the time zone of the project. */
  readonly date: string;
  readonly precision: DatePrecision;
}

/** Spans of time to which an amount may refer, as in "200 a month". */
export const RATES = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Rate = (typeof RATES)[number];

/** An amount of money. Amounts are decimal strings without separators, such as `12000.50`. */
export interface MoneyValue {
  readonly kind: 'money';
  readonly amount: string;
  /** The upper end, if a range was stated; `amount` is then the lower end. */
  readonly upTo?: string;
  /** ISO 4217. */
  readonly currency: string;
  /** The span of time that the amount is paid for each time, if one was stated. */
  readonly per?: Rate;
}

/** A share of something. */
export interface PercentValue {
  readonly kind: 'percent';
  /** A decimal string, such as `12.5` for 12.5 %. */
  readonly percent: string;
}

/** A counted or measured number. */
export interface QuantityValue {
  readonly kind: 'quantity';
  /** A decimal string. */
  readonly quantity: string;
  /** In the singular and lower case, such as `user` or `second`; `''` for a plain number. */
  readonly unit: string;
}

/** The value of a fact. Dates are in `on`. */
export type FactValue = MoneyValue | PercentValue | QuantityValue;

/** `certain` as stated; `possible` when it is hypothetical, estimated, asked or doubted. */
export const CERTAINTIES = ['certain', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A line that an engine reads facts from: a turn of a conversation, or a row of a document. */
export interface SourceLine {
  /** Who said it; `null` in a document. */
  readonly speaker: string | null;
  readonly text: string;
  /** When it was said or written, ISO 8601 date in the time zone of the project. */
  readonly date: string;
}

/** Consecutive lines of one source that are read in one call. */
export interface Passage {
  /** The lines before it, for context; no facts are read from them. */
  readonly before: readonly SourceLine[];
  readonly lines: readonly SourceLine[];
}

/** What a reader knows of the project. */
export interface ReadingContext {
  /** ISO 4217; of amounts whose currency is not stated. */
  readonly currency: string;
  /** Names of the categories in the plan. */
  readonly categories: readonly string[];
}

/**
 * A fact as an engine reads it in a passage, before it is checked against its source. Its fields
 * are strings of any content, because a model may have written them.
 */
export interface FactDraft {
  /** Index of the line in {@link Passage.lines}. */
  readonly line: number;
  /** The words of the line that state the fact, verbatim. */
  readonly quote: string;
  /** One of the fact types of the agent. */
  readonly type: string;
  /** What it is about, in a few words of the line, such as `venue deposit`. */
  readonly label: string;
  readonly value: FactValue | null;
  /** When it is due, happens or has happened, if that is stated. */
  readonly on: FactDate | null;
  /** Who is responsible or concerned: a name in the line, or its speaker. */
  readonly who: string | null;
  /** One of the statuses of its type. */
  readonly status: string | null;
  /** One of the categories of the agent or of the plan. */
  readonly category: string | null;
  readonly certainty: Certainty;
  /** Whether the line says that it replaces an earlier statement, as in "actually, make it 13". */
  readonly corrects: boolean;
}

/** Why a draft was not taken. */
export const DROP_REASONS = [
  'line_unknown',
  'type_unknown',
  'quote_missing',
  'value_not_in_quote',
  'value_missing',
  'date_not_in_quote',
  'who_not_in_source',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Number of drafts that were not taken, by reason; reasons without any are omitted. */
export type DropCounts = Readonly<Partial<Record<DropReason, number>>>;

/** Adds up what was not taken in several passages or sources. */
export function addDropCounts(all: readonly DropCounts[]): DropCounts {
  const sums = DROP_REASONS.map((reason): [DropReason, number] => [
    reason,
    all.reduce((sum, counts) => sum + (counts[reason] ?? 0), 0),
  ]);
  return Object.fromEntries(sums.filter(([, count]) => count > 0));
}

/** Where a line of a source is: a turn of a conversation, or a part of a document. */
export type LinePlace =
  | { readonly kind: 'spoken'; readonly conversationId: string; readonly turnId: string }
  | { readonly kind: 'written'; readonly documentId: string; readonly place: DocumentPlace };

/** A draft that was not taken, and the line that it names. */
export interface DroppedDraft {
  readonly reason: DropReason;
  readonly at: LinePlace;
}

/** A part of a segment of a transcript. */
export interface SegmentSpan {
  readonly segmentId: string;
  /** First character and the one after the last, in the text that is shown. */
  readonly start: number;
  readonly end: number;
}

/** Where a fact was said. Times are milliseconds from the start of the clip. */
export interface SpokenCitation {
  readonly kind: 'spoken';
  readonly conversationId: string;
  readonly turnId: string;
  /** The quote; more than one part when it goes over the end of a segment. */
  readonly quote: readonly SegmentSpan[];
  /** The words of the value within the quote; empty when there is no value. */
  readonly value: readonly SegmentSpan[];
  /** `null` for a typed turn, as are the times. */
  readonly clipId: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** Where a fact is written. */
export interface WrittenCitation {
  readonly kind: 'written';
  readonly documentId: string;
  /** Index of the part of the document: its row, paragraph or line. */
  readonly part: number;
  /** Heading of the column of its value; `null` for a part that is no row of a table. */
  readonly column: string | null;
  /** First character of the quote in the part, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** The same of the value; `null` when there is none. */
  readonly value: { readonly start: number; readonly end: number } | null;
}

/** Where a fact was said or written. */
export type Citation = SpokenCitation | WrittenCitation;

/** The fields of a fact that a person may correct. */
export interface FactCorrection {
  readonly type?: string;
  readonly label?: string;
  readonly value?: FactValue | null;
  readonly on?: FactDate | null;
  readonly who?: string | null;
  readonly status?: string | null;
  readonly category?: string | null;
}

/** What a person decided about a fact. */
export type FactDecision =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'corrected'; readonly correction: FactCorrection }
  | { readonly kind: 'sameAs'; readonly factId: string };

/** Names of the decisions. */
export const FACT_DECISIONS = [
  'confirmed',
  'rejected',
  'corrected',
  'sameAs',
] as const satisfies readonly FactDecision['kind'][];

/** A fact that was found in its source. */
export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly value: FactValue | null;
  readonly on: FactDate | null;
  readonly who: string | null;
  readonly status: string | null;
  readonly category: string | null;
  readonly certainty: Certainty;
  readonly corrects: boolean;
  /** False when the words of its value were heard with a low confidence. */
  readonly clear: boolean;
  readonly quote: string;
  readonly citation: Citation;
  /** Who said it; `null` in a document. */
  readonly speaker: string | null;
  /** When it was said or written, ISO 8601 date in the time zone of the project. */
  readonly saidOn: string;
  /** When it was said or written, ISO 8601 UTC; facts are ordered by it. */
  readonly saidAt: string;
  readonly decision: FactDecision | null;
}
