export { BinRepository, type BinItemRecord, type BinRef } from './bin/bin.repository.ts';
export * from './blobs/blob-store.port.ts';
export type { BulkChangeRecord, NewBulkChange } from './bulk-changes/bulk-change.records.ts';
export { BulkChangeRunsRepository } from './bulk-changes/bulk-change-runs.repository.ts';
export { BulkChangesRepository } from './bulk-changes/bulk-changes.repository.ts';
export * from './blobs/disk.blob-store.ts';
export { CHECKED_TABLES, type CheckedRow, type CheckedTable } from './check/checked-tables.ts';
export type { RepairedRow, RepairGroup, RowRule } from './check/projection-repair.ts';
export type { EventMark, ProjectionView } from './check/projection-view.ts';
export { ProjectionsRepository } from './check/projections.repository.ts';
export type { StoredEvent } from './check/stored-event.ts';
export * from './clips/clips.repository.ts';
export * from './conversations/conversations.repository.ts';
export * from './corrections/corrections.repository.ts';
export type { CorrectionChangeRecord } from './corrections/correction-rows.ts';
export * from './corrections/segment-corrections.repository.ts';
export { isDatabaseAway, isWriteBlocked } from './database/database-away.ts';
export { openDatabase, type Database, type OpenDatabase } from './database/database.ts';
export { hashedId, newId } from './database/ids.ts';
export type { IdempotentRequest } from './database/idempotency.ts';
export { migrateDatabase, ownSchemaVersion } from './database/migrate.ts';
export type { Page } from './database/page.ts';
export { DocumentReadingRepository } from './documents/document-reading.repository.ts';
export * from './documents/documents.repository.ts';
export * from './engine-answers/engine-answers.repository.ts';
export * from './engine-answers/engine-failures.repository.ts';
export { eraseRestored, type ErasedRestored } from './erasures/erase-restored.ts';
export type {
  ErasureRecord,
  KeptErasure,
  OpenErasure,
  Tombstone,
} from './erasures/erasure.records.ts';
export {
  ErasuresRepository,
  type ErasureCompletion,
  type RequestedErasure,
} from './erasures/erasures.repository.ts';
export { OwnerEraser, type OwnedThing } from './erasures/owner-eraser.ts';
export type { ExportFile, ExportRecord } from './exports/export.records.ts';
export { ExportFolder } from './exports/export-folder.ts';
export { ExportRunsRepository } from './exports/export-runs.repository.ts';
export { ExportSource } from './exports/export-source.ts';
export type * from './exports/export-snapshot.ts';
export { ExportsRepository } from './exports/exports.repository.ts';
export * from './facts/facts.repository.ts';
export * from './feed/event-log.repository.ts';
export * from './exchanges/exchanges.repository.ts';
export { GlossariesRepository } from './glossaries/glossaries.repository.ts';
export { glossaryEntryId } from './glossaries/glossary-entry-id.ts';
export type { GlossaryRecord, GlossaryScope } from './glossaries/glossary.records.ts';
export { EventTail, type EventListener } from './feed/event-tail.ts';
export { NotificationFeed } from './feed/notification-feed.ts';
export {
  hashesOf,
  type ImportRecord,
  type ImportResult,
  type NewImport,
  type UploadedRecording,
} from './imports/import.records.ts';
export { conversationIds } from './imports/conversation-ids.ts';
export { ImportFolder } from './imports/import-folder.ts';
export { ImportRunsRepository } from './imports/import-runs.repository.ts';
export { ImportedConversationsRepository } from './imports/imported-conversations.repository.ts';
export { ImportedMemoriesRepository } from './imports/imported-memories.repository.ts';
export { ImportedProjectsRepository } from './imports/imported-projects.repository.ts';
export type * from './imports/imported.records.ts';
export { ImportsRepository } from './imports/imports.repository.ts';
export * from './maintenance/maintenance.repository.ts';
export * from './memories/memories.repository.ts';
export { MemoryEditsRepository } from './memories/memory-edits.repository.ts';
export { PassageMemoriesRepository } from './memories/passage-memories.repository.ts';
export * from './memories/scoring.repository.ts';
export {
  dayOf,
  NO_LIMITS,
  OwnerLimitError,
  tomorrowOf,
  type OwnerLimits,
} from './owners/owner-limits.ts';
export {
  OwnerSettingsRepository,
  type OwnerSettingsChange,
  type OwnerSettingsRecord,
} from './owners/owner-settings.repository.ts';
export * from './owners/owner-usage.repository.ts';
export * from './token-use/token-limits.ts';
export * from './token-use/token-use.repository.ts';
export * from './pending-work/pending-work.repository.ts';
export * from './projects/projects.repository.ts';
export {
  ReplacementsRepository,
  type PassageListQuery,
} from './replacements/replacements.repository.ts';
export type * from './replacements/replacement.records.ts';
export type { PassagePlace } from './replacements/replace-passage.ts';
export type * from './speaker-renames/speaker-rename.records.ts';
export {
  SpeakerRenamesRepository,
  type RenamedConversationsQuery,
} from './speaker-renames/speaker-renames.repository.ts';
export type * from './reports/report.records.ts';
export * from './reports/report-requests.repository.ts';
export { ReportRunsRepository } from './reports/report-runs.repository.ts';
export {
  ReportsRepository,
  type CurrentReport,
  type CurrentReportHead,
} from './reports/reports.repository.ts';
export * from './reports/spoken-sources.repository.ts';
export type { DispatchRound } from './signals/deliver-claimed.ts';
export { DELIVERY_LEASE_MS } from './signals/leases.ts';
export { countRows } from './restores/count-rows.ts';
export { findRestoreRecord, type RestoreRecord } from './restores/restore-record.ts';
export { settleRestored, type RestoredPair } from './restores/settle-restored.ts';
export * from './signals/outbox.repository.ts';
export * from './signals/work-signals.repository.ts';
export { createRepositories, type Repositories, type StoreSettings } from './store.ts';
export * from './summaries/action-items.repository.ts';
export type { ShownSummary } from './summaries/shown-summary.ts';
export * from './summaries/summaries.repository.ts';
export * from './summaries/summary-edits.repository.ts';
export type { CancelledTasks, TaskSelection } from './tasks/cancel-tasks.ts';
export * from './tasks/queue-lines/queues.repository.ts';
export type { WaitingLine, WaitingPlace } from './tasks/queue-lines/waiting-lines.ts';
export * from './tasks/requests/installation-tasks.repository.ts';
export * from './tasks/requests/snapshot-age.repository.ts';
export * from './tasks/requests/requested-tasks.repository.ts';
export * from './tasks/run/installation-runs.repository.ts';
export * from './tasks/retries/task-retries.repository.ts';
export type { TaskRecord } from './tasks/task.records.ts';
export { entityOf } from './tasks/task.records.ts';
export { TasksRepository, type TaskListQuery } from './tasks/tasks.repository.ts';
export type { SegmentRecord, TurnRecord } from './transcripts/read-turns.ts';
export type { StitchSummary } from './transcripts/replace-segments.ts';
export * from './transcripts/segments.repository.ts';
export type { FinishedChunk } from './transcripts/transcription/finished-chunks.ts';
export type * from './transcripts/transcription/transcription.records.ts';
export * from './transcripts/speakers/diarisation.repository.ts';
export type { NameRules } from './transcripts/speakers/name-rules.ts';
export * from './transcripts/speakers/speakers.repository.ts';
export * from './transcripts/speakers/voice-profiles.repository.ts';
export * from './transcripts/speakers/voices.repository.ts';
export type { DivideBySpeaker } from './transcripts/speakers/tell-speakers.ts';
export { TranscriptionRepository } from './transcripts/transcription/transcription.repository.ts';
export * from './transcripts/transcripts.repository.ts';
export * from './transcripts/versions/text-versions.repository.ts';
export type { DueBy } from './retention/due-conversations.ts';
export {
  RetentionRulesRepository,
  type RetentionRuleRecord,
} from './retention/retention-rules.repository.ts';
export { RetentionRunsRepository, type DueAmount } from './retention/retention-runs.repository.ts';
