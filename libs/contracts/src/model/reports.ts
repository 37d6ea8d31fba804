import type { ErrorCode } from './error-codes.ts';
import type { DropCounts, DroppedDraft, FactDate, FactDecision, FactValue } from './facts.ts';

/**
 * What becomes of an entry: `counted` in the figures; `held` out of them, because it was heard
 * unclearly or is only possible, until a person confirms it; `superseded` by a later statement;
 * `rejected` by a person.
 */
export const ENTRY_STATES = ['counted', 'held', 'superseded', 'rejected'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** Why an entry is held. */
export const HOLD_REASONS = ['unclear', 'possible'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/**
 * One statement of a report: facts that say the same, or an item of the plan. Texts of facts that a
 * person corrected are the corrected ones.
 */
export interface ReportEntry {
  /** Id of its first fact; `plan:…` for an item of the plan. */
  readonly id: string;
  /** The facts that state it, in the order in which they were said; empty for an item of the plan. */
  readonly factIds: readonly string[];
  readonly type: string;
  readonly label: string;
  readonly value: FactValue | null;
  readonly on: FactDate | null;
  readonly who: string | null;
  readonly status: string | null;
  readonly category: string | null;
  readonly state: EntryState;
  /** Why it is held; `null` unless it is. */
  readonly held: HoldReason | null;
  /** Id of the entry that supersedes it. */
  readonly supersededBy: string | null;
  /** Ids of entries that contradict it. */
  readonly disputes: readonly string[];
  /** What a person decided about it, latest first of its facts. */
  readonly decided: FactDecision['kind'] | null;
  /** When it was first said, ISO 8601 date; `null` for an item of the plan. */
  readonly saidOn: string | null;
  /** When it was first said, ISO 8601 UTC; `null` for an item of the plan. */
  readonly saidAt: string | null;
}

/** A value that a report shows, and what it follows from. */
export interface Figure {
  readonly label: string;
  /** `null` when there is nothing to compute it from. */
  readonly value: FigureValue | null;
  /** Ids of the entries that it was computed from. */
  readonly entries: readonly string[];
  /** How it was computed, in a sentence for people; empty for what rests on no statement. */
  readonly how: string;
  /** Short text next to it, such as `2 disputed`. */
  readonly note?: string;
  /** `good` and `bad` colour it; neutral by default. */
  readonly tone?: 'good' | 'bad';
}

/** A shown value. */
export type FigureValue =
  | FactValue
  | { readonly kind: 'date'; readonly on: FactDate }
  | { readonly kind: 'text'; readonly text: string };

/** Horizontal bars, one for each category, with an optional reference such as the budget. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly key: string;
  readonly title: string;
  readonly bars: readonly {
    readonly label: string;
    readonly value: Figure;
    /** Added to the value in a lighter colour, such as what is committed. */
    readonly more: Figure | null;
    readonly reference: Figure | null;
  }[];
}

/** Amounts by month, with a cumulative line and that of the plan. */
export interface MonthsBlock {
  readonly kind: 'months';
  readonly key: string;
  readonly title: string;
  readonly months: readonly {
    /** `2026-11` */
    readonly month: string;
    readonly value: Figure;
    readonly cumulative: Figure;
    /** Cumulative; `null` without a plan. */
    readonly planned: Figure | null;
    /** Whether it lies in the future, so that its values are a forecast. */
    readonly forecast: boolean;
  }[];
}

/** Dates in order, with the earlier dates of what was moved. */
export interface TimelineBlock {
  readonly kind: 'timeline';
  readonly key: string;
  readonly title: string;
  readonly items: readonly {
    readonly label: string;
    readonly on: Figure;
    /** Earlier dates, oldest first. */
    readonly moved: readonly Figure[];
    readonly status: string | null;
  }[];
}

/** Rows that people read and sort. */
export interface TableBlock {
  readonly kind: 'table';
  readonly key: string;
  readonly title: string;
  /** A sentence under the title, such as what its figures are counted from. */
  readonly note?: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly {
    /** Heading under which the row is shown, such as a person; `null` for none. */
    readonly group: string | null;
    /** The entry that the row shows; `null` for a row of several. */
    readonly entryId: string | null;
    /** By key of the column; a missing cell is empty. */
    readonly cells: Readonly<Record<string, Figure>>;
  }[];
  /** Shown when there are no rows. */
  readonly empty: string;
}

/** A part of a dashboard. */
export type ReportBlock = BarsBlock | MonthsBlock | TimelineBlock | TableBlock;

/** The content of a report: what a dashboard shows. */
export interface ReportContent {
  /** In the header. */
  readonly figures: readonly Figure[];
  readonly blocks: readonly ReportBlock[];
  /** Every statement, also what is not counted, in the order in which it was said. */
  readonly entries: readonly ReportEntry[];
}

/** How much a report was made from, and what was left out of it. */
export interface ReportCounts {
  readonly conversations: number;
  readonly documents: number;
  readonly facts: number;
  /** Sources that this report has read anew; the others were read by earlier ones. */
  readonly sourcesRead: number;
  /** Sources that could not be read. */
  readonly sourcesFailed: number;
  /** What engines stated without a source for it. */
  readonly dropped: DropCounts;
  /** Which these are; reports of earlier versions do not tell. */
  readonly gaps?: ReportGaps;
}

/** Of each kind, a report names at most so many gaps; it counts all. */
export const MOST_GAPS = 20;

/** Which statements and sources a report lacks. */
export interface ReportGaps {
  /** Statements without a source; those whose line is not in the source are only counted. */
  readonly statements: readonly (DroppedDraft & { readonly sourceName: string })[];
  /** Sources that could not be read, and why. */
  readonly sources: readonly SourceGap[];
}

/** A source that could not be read. */
export interface SourceGap {
  readonly id: string;
  /** Title of the conversation, or file name of the document. */
  readonly name: string;
  readonly errorCode: ErrorCode;
}

/** What has led to a report. */
export const REPORT_CAUSES = ['request', 'decision', 'material', 'schedule'] as const;
export type ReportCause = (typeof REPORT_CAUSES)[number];
