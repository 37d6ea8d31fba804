import type { components, operations } from './schema.d.ts';

/** Short names for the schemas of the API; `schema.d.ts` is generated from `openapi.json`. */
type Schemas = components['schemas'];

export type AcceptedClip = Schemas['AcceptedClip'];
export type Agent = Schemas['Agent'];
export type Backup = Schemas['Backup'];
export type BackupDetails = Schemas['BackupDetails'];
export type BackupStatus = Schemas['BackupStatus'];
export type BinItem = Schemas['BinItem'];
export type Clip = Schemas['Clip'];
export type Conversation = Schemas['Conversation'];
export type ConversationPage = Schemas['ConversationPage'];
export type ConversationDetail = Schemas['ConversationDetail'];
export type CreateTask = Schemas['CreateTask'];
export type DocumentPage = Schemas['DocumentPage'];
export type EarlierNarratives = Schemas['EarlierNarratives'];
export type Engines = Schemas['Engines'];
export type Export = Schemas['Export'];
export type Fact = Schemas['Fact'];
export type FactCorrection = Schemas['FactCorrection'];
export type FactDate = Schemas['FactDate'];
export type FactDecision = Schemas['FactDecision'];
export type FactEvidence = Schemas['FactEvidence'];
export type FactValue = Schemas['FactValue'];
export type Figure = Schemas['Figure'];
export type Import = Schemas['Import'];
export type LoggedEvent = Schemas['LoggedEvent'];
export type MaintenanceNotice = Schemas['MaintenanceNotice'];
export type Memory = Schemas['Memory'];
export type PartialText = Schemas['PartialText'];
export type Problem = Schemas['Problem'];
export type Project = Schemas['Project'];
export type ProjectDocument = Schemas['Document'];
export type ProjectPlan = Schemas['ProjectPlan'];
export type Queue = Schemas['Queue'];
export type Report = Schemas['Report'];
export type ReportBlock = Schemas['ReportBlock'];
export type ReportContent = Schemas['ReportContent'];
export type ReportEntry = Schemas['ReportEntry'];
export type ReportHead = Schemas['ReportHead'];
export type RestorePlan = Schemas['RestorePlan'];
export type RetryTask = Schemas['RetryTask'];
export type Summary = Schemas['Summary'];
export type Task = Schemas['Task'];
export type TaskAdvance = Schemas['TaskAdvance'];
export type TaskRetry = Schemas['TaskRetry'];
export type TaskState = Task['state'];
export type TaskType = Task['type'];
export type TaskTypeInfo = Schemas['TaskType'];
export type TextVersion = Schemas['TextVersion'];
export type Transcript = Schemas['Transcript'];
export type TranscriptFormat = NonNullable<
  NonNullable<operations['transcripts_find']['parameters']['query']>['format']
>;
export type TranscriptSegment = Schemas['TranscriptSegment'];
export type TranscriptTurn = Schemas['TranscriptTurn'];
export type TranscriptWord = Schemas['TranscriptWord'];
