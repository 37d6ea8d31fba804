import type { BinKind, Significance } from '#contracts/model';
import type { TaskError, TaskSettings, TaskState, TaskType, TaskWarning } from '#contracts/tasks';

/** Stands for a value that is written directly at the moment, so the log does not say it. */
export const UNSAID = '(unsaid)';

/** What the log says of a conversation. Times are milliseconds since 1970. */
export interface ReplayedConversation {
  ownerId: string;
  projectId: string | null;
  createdAt: number;
  revision: number;
  exchangeCount: number;
  clipCount: number;
  summaryRevision: number | null;
  deletionRevision: number;
}

export interface ReplayedExchange {
  conversationId: string;
  createdAt: number;
}

export interface ReplayedTurn {
  conversationId: string;
  exchangeId: string;
  createdAt: number;
}

export interface ReplayedClip {
  conversationId: string;
  turnId: string;
  createdAt: number;
  sizeBytes: number;
  sha256: string;
  taskId: string;
  durationMs: number | null;
  container: string | null;
  codec: string | null;
  channels: number | null;
  sampleRateHz: number | null;
}

export interface ReplayedTask {
  ownerId: string;
  conversationId: string | null;
  clipId: string | null;
  type: TaskType;
  entityKind: string | null;
  entityId: string | null;
  createdAt: number;
  state: TaskState;
  attempt: number;
  /** Unsaid while a task of the installation goes on: its steps are written directly. */
  step: string | null;
  settings: TaskSettings;
  workflowId: string;
  runId: string | null;
  firstRunId: string | null;
  reopenings: number;
  startedAt: number | null;
  endedAt: number | null;
  error: TaskError | null;
  /** Unsaid until the task is completed: warnings of a run that goes on are written directly. */
  warnings: readonly TaskWarning[] | typeof UNSAID;
}

export interface ReplayedMemory {
  ownerId: string;
  conversationId: string | null;
  exchangeId: string | null;
  significance: Significance | null;
  significanceValue: number | null;
  engine: string | null;
  rubricVersion: string | null;
  pinned: boolean;
  autoPinned: boolean;
  decidedByPerson: boolean;
}

export interface ReplayedSummary {
  conversationId: string;
  revision: number;
  engine: string;
  taskId: string | null;
}

export interface ReplayedProject {
  ownerId: string;
  createdAt: number;
  currency: string;
  timeZone: string;
  refresh: string;
}

export interface ReplayedDocument {
  ownerId: string;
  projectId: string;
  createdAt: number;
  taskId: string;
  sizeBytes: number;
  sha256: string;
  writtenOn: string;
  format: string | null;
  partCount: number | null;
}

export interface ReplayedReport {
  ownerId: string;
  projectId: string;
  agent: string;
  taskId: string | null;
  engine: string;
}

/** What is in the bin. Its rows are compared like those that are not. */
export interface ReplayedBinItem {
  kind: BinKind;
  ownerId: string;
  belongsTo: string | null;
  deletedAt: number;
}

/** The rows of each table that follow from the log, by their fields as the store names them. */
export interface ReplayedTables {
  conversations: ReplayedConversation;
  exchanges: ReplayedExchange;
  turns: ReplayedTurn;
  clips: ReplayedClip;
  tasks: ReplayedTask;
  memories: ReplayedMemory;
  summaries: ReplayedSummary;
  projects: ReplayedProject;
  documents: ReplayedDocument;
  reports: ReplayedReport;
  binItems: ReplayedBinItem;
}

export type ReplayedTable = keyof ReplayedTables;

/** The tables, each after those that its rows refer to. */
export const REPLAYED_TABLES = [
  'conversations',
  'exchanges',
  'turns',
  'clips',
  'tasks',
  'memories',
  'summaries',
  'projects',
  'documents',
  'reports',
  'binItems',
] as const satisfies readonly ReplayedTable[];

/** The rows of each table by id, in the order in which they were created. */
export type ReplayedRows = {
  readonly [Table in ReplayedTable]: Map<string, ReplayedTables[Table]>;
};

/** What the log says up to an event. It grows with the number of rows, not of events. */
export interface Replayed {
  /** Number of the last event; 0 before the first. */
  eventNumber: number;
  readonly rows: ReplayedRows;
  /** Ids of what was purged since `dropPurged`. */
  readonly purged: Set<string>;
}

/** The state before the first event. */
export function emptyReplay(): Replayed {
  return {
    eventNumber: 0,
    purged: new Set(),
    rows: {
      conversations: new Map(),
      exchanges: new Map(),
      turns: new Map(),
      clips: new Map(),
      tasks: new Map(),
      memories: new Map(),
      summaries: new Map(),
      projects: new Map(),
      documents: new Map(),
      reports: new Map(),
      binItems: new Map(),
    },
  };
}
