export * from './blobs/blob-store.port.ts';
export * from './blobs/disk.blob-store.ts';
export { isDatabaseAway } from './database/database-away.ts';
export { openDatabase, type Database, type OpenDatabase } from './database/database.ts';
export type { IdempotentRequest } from './database/idempotency.ts';
export { migrateDatabase } from './database/migrate.ts';
export { EventTail, type EventListener } from './feed/event-tail.ts';
export { NotificationFeed } from './feed/notification-feed.ts';
export * from './repositories/conversations.repository.ts';
export * from './repositories/corrections.repository.ts';
export * from './repositories/engine-answers.repository.ts';
export * from './repositories/event-log.repository.ts';
export * from './repositories/exchanges.repository.ts';
export type { FinishedChunk } from './repositories/finished-chunks.ts';
export * from './repositories/intake.repository.ts';
export * from './repositories/memories.repository.ts';
export * from './repositories/outbox.repository.ts';
export type { Page } from './repositories/page.ts';
export type { SegmentRecord, TurnRecord } from './repositories/read-turns.ts';
export * from './repositories/requested-tasks.repository.ts';
export * from './repositories/scoring.repository.ts';
export * from './repositories/segments.repository.ts';
export * from './repositories/summaries.repository.ts';
export {
  TasksRepository,
  type TaskListQuery,
  type TaskRecord,
} from './repositories/tasks.repository.ts';
export type * from './repositories/transcription.records.ts';
export { TranscriptionRepository } from './repositories/transcription.repository.ts';
export * from './repositories/transcripts.repository.ts';
export * from './repositories/waiting-work.repository.ts';
export * from './repositories/wakes.repository.ts';
