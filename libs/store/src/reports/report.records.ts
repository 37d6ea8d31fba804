import type {
  DropCounts,
  DroppedDraft,
  ErrorCode,
  Fact,
  ProjectPlan,
  ReportCause,
  ReportContent,
  ReportCounts,
  SpeakerTalk,
} from '#contracts/model';
import type { TaskSettings, TaskWarning } from '#contracts/tasks';
import type { FactRow } from '../facts/fact.records.ts';
import type { ProjectRecord } from '../projects/lock-project.ts';
import type { reports } from '../schema/index.ts';

export type ReportRecord = typeof reports.$inferSelect;

/** A report without its content. */
export type ReportHeadRecord = Omit<ReportRecord, 'content'>;

/** What a report is to be made of. */
export interface ReportWork {
  readonly agent: string;
  readonly cause: ReportCause;
  readonly settings: TaskSettings;
  readonly project: ProjectRecord;
  /** When the task started; sources that were read since are not read again by it. */
  readonly startedAt: Date;
}

/** A source of a project. */
export interface SourceRef {
  readonly kind: 'conversation' | 'document';
  readonly id: string;
}

/** Selects the sources that an agent has to read. */
export interface UnreadQuery {
  readonly projectId: string;
  readonly agent: string;
  /** What reads them; those that something else has read count as unread. */
  readonly reader: string;
  /** Sources that were read since are left out. */
  readonly since: Date;
}

/** What was read in a source, or why it could not be read. */
export interface SourceReading {
  readonly projectId: string;
  readonly agent: string;
  readonly sourceId: string;
  readonly reader: string;
  readonly revision: number;
  /** `null` keeps the earlier facts, because the source could not be read. */
  readonly facts: readonly Omit<FactRow, 'projectId' | 'agent' | 'sourceId'>[] | null;
  readonly talk: readonly SpeakerTalk[];
  readonly dropped: DropCounts;
  /** The first of what was dropped. */
  readonly leftOut: readonly DroppedDraft[];
  readonly errorCode: ErrorCode | null;
}

/** Everything that the report of an agent is computed from, at one moment. */
export interface StoredMaterial {
  readonly facts: readonly Fact[];
  readonly plan: ProjectPlan;
  readonly project: ProjectRecord;
  readonly talks: readonly (readonly SpeakerTalk[])[];
  readonly counts: Omit<ReportCounts, 'sourcesRead'>;
  /** The sources of the facts. */
  readonly sourceIds: readonly string[];
  /** The decisions and changes that it includes. */
  readonly wanted: number;
}

/** A report that was made. */
export interface MadeReport {
  readonly content: ReportContent;
  readonly counts: ReportCounts;
  /** The sources whose facts it was computed from. */
  readonly sourceIds: readonly string[];
  readonly engine: string;
  readonly wanted: number;
  readonly warnings: readonly TaskWarning[];
}
