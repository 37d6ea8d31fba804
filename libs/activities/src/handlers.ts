import { agentReport } from './agent-report/agent-report.handler.ts';
import type { BackupDependencies } from './backup/backup-dependencies.ts';
import { backup } from './backup/backup.handler.ts';
import { bulkChange } from './bulk-change/bulk-change.handler.ts';
import type { BulkChangeDependencies } from './bulk-change/bulk-changer.ts';
import type { CleanUpDependencies } from './clean-up/clean-up-dependencies.ts';
import { cleanUp } from './clean-up/clean-up.handler.ts';
import { correction } from './correction/correction.handler.ts';
import { diarisation } from './diarisation/diarisation.handler.ts';
import { documentReading } from './document-reading/document-reading.handler.ts';
import type { ErasureDependencies } from './erasure/erasure-dependencies.ts';
import { erasure } from './erasure/erasure.handler.ts';
import type { ExportDependencies } from './export/export-dependencies.ts';
import { exporting } from './export/export.handler.ts';
import type { ImportDependencies } from './import/import-dependencies.ts';
import { importing } from './import/import.handler.ts';
import type { LanguageDependencies } from './shared/language/language-dependencies.ts';
import { retention } from './retention/retention.handler.ts';
import type { RetentionDependencies } from './retention/retention-runner.ts';
import type { RestoreDependencies } from './restore/restore-dependencies.ts';
import { restore } from './restore/restore.handler.ts';
import type { TaskHandler } from './shared/task-handler.ts';
import { significance } from './significance/significance.handler.ts';
import type { SnapshotDependencies } from './snapshot/snapshot-dependencies.ts';
import { snapshot } from './snapshot/snapshot.handler.ts';
import { summary } from './summary/summary.handler.ts';
import type { SpeechDependencies } from './transcription/speech-dependencies.ts';
import { transcription } from './transcription/transcription.handler.ts';

/** The handlers of the task types of the `speech` queue. */
export const SPEECH_HANDLERS: readonly TaskHandler<SpeechDependencies>[] = [
  transcription,
  diarisation,
];

/** The handlers of the task types of the `language` queue. */
export const LANGUAGE_HANDLERS: readonly TaskHandler<LanguageDependencies>[] = [
  correction,
  summary,
  significance,
  documentReading,
  agentReport,
];

/** What the handlers of the `maintenance` queue are made with. */
export type InstallationDependencies = BackupDependencies &
  RestoreDependencies &
  SnapshotDependencies &
  CleanUpDependencies &
  ErasureDependencies &
  ExportDependencies &
  ImportDependencies &
  BulkChangeDependencies &
  RetentionDependencies;

/** The handlers of the task types of the `maintenance` queue. */
export const MAINTENANCE_HANDLERS: readonly TaskHandler<InstallationDependencies>[] = [
  backup,
  restore,
  snapshot,
  cleanUp,
  erasure,
  exporting,
  importing,
  bulkChange,
  retention,
];
