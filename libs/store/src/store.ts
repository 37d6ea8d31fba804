import type { TokenLimits } from '#contracts/model';
import { BinPurgeRepository } from './bin/bin-purge.repository.ts';
import { BinRepository } from './bin/bin.repository.ts';
import { UnusedBlobsRepository } from './blobs/unused-blobs.repository.ts';
import { bulkChangeRepositories } from './bulk-changes/bulk-change-repositories.ts';
import { ProjectionsRepository } from './check/projections.repository.ts';
import { ClipsRepository } from './clips/clips.repository.ts';
import { ConversationsRepository } from './conversations/conversations.repository.ts';
import { correctionRepositories } from './corrections/correction-repositories.ts';
import type { Database } from './database/database.ts';
import { DocumentReadingRepository } from './documents/document-reading.repository.ts';
import { DocumentsRepository } from './documents/documents.repository.ts';
import { EngineAnswersRepository } from './engine-answers/engine-answers.repository.ts';
import { EngineFailuresRepository } from './engine-answers/engine-failures.repository.ts';
import { erasureRepositories } from './erasures/erasure-repositories.ts';
import { EventLogRepository } from './feed/event-log.repository.ts';
import { ExchangesRepository } from './exchanges/exchanges.repository.ts';
import { exportRepositories } from './exports/export-repositories.ts';
import { FactsRepository } from './facts/facts.repository.ts';
import { importRepositories } from './imports/import-repositories.ts';
import { MaintenanceRepository } from './maintenance/maintenance.repository.ts';
import { memoryRepositories } from './memories/memory-repositories.ts';
import type { PinRules } from './memories/pins.ts';
import type { OwnerLimits } from './owners/owner-limits.ts';
import { OwnerSettingsRepository } from './owners/owner-settings.repository.ts';
import { OwnerUsageRepository } from './owners/owner-usage.repository.ts';
import { entityWork } from './pending-work/entities.ts';
import type { PendingWorkSettings } from './pending-work/entity-work.port.ts';
import { PendingWorkRepository } from './pending-work/pending-work.repository.ts';
import { OutboxRepository } from './signals/outbox.repository.ts';
import { WorkSignalsRepository } from './signals/work-signals.repository.ts';
import { summaryRepositories } from './summaries/summary-repositories.ts';
import { QueuesRepository } from './tasks/queue-lines/queues.repository.ts';
import { InstallationTasksRepository } from './tasks/requests/installation-tasks.repository.ts';
import { SnapshotAgeRepository } from './tasks/requests/snapshot-age.repository.ts';
import { ProjectsRepository } from './projects/projects.repository.ts';
import { ReportRequestsRepository } from './reports/report-requests.repository.ts';
import { ReportRunsRepository } from './reports/report-runs.repository.ts';
import { ReportsRepository } from './reports/reports.repository.ts';
import { SpokenSourcesRepository } from './reports/spoken-sources.repository.ts';
import { retentionRepositories } from './retention/retention-repositories.ts';
import { RequestedTasksRepository } from './tasks/requests/requested-tasks.repository.ts';
import { TaskRetriesRepository } from './tasks/retries/task-retries.repository.ts';
import { TasksRepository } from './tasks/tasks.repository.ts';
import { InstallationRunsRepository } from './tasks/run/installation-runs.repository.ts';
import type { NameRules } from './transcripts/speakers/name-rules.ts';
import { transcriptRepositories } from './transcripts/transcript-repositories.ts';
import { TokenUseRepository } from './token-use/token-use.repository.ts';

/** Settings of the repositories of a process, in addition to the database. */
export interface StoreSettings extends PendingWorkSettings {
  /** Limits of each owner. */
  readonly limits: OwnerLimits;
  readonly pinRules: PinRules;
  readonly nameRules: NameRules;
  /** Whether owners may have named voices recognised; without it they may not. */
  readonly voiceProfiles?: boolean;
  /** Limits of language models; without them there are none. */
  readonly tokenLimits?: TokenLimits;
}

/**
 * Creates every repository. This is the only list of them, with those that some features list together:
 * the gateway, the worker and the test fixtures take from it what they need. It opens no connection.
 */
export function createRepositories(
  db: Database,
  { limits, pinRules, nameRules, voiceProfiles = false, tokenLimits, ...work }: StoreSettings,
) {
  const { evict } = pinRules;
  const bin = new BinRepository(db, { evict, scoring: work.scoring });
  return {
    answers: new EngineAnswersRepository(db),
    engineFailures: new EngineFailuresRepository(db),
    bin,
    binPurge: new BinPurgeRepository(db),
    ...bulkChangeRepositories(db, bin, nameRules),
    clips: new ClipsRepository(db, limits),
    conversations: new ConversationsRepository(db),
    ...correctionRepositories(db),
    documentReading: new DocumentReadingRepository(db),
    documents: new DocumentsRepository(db, limits),
    ...erasureRepositories(db),
    eventLog: new EventLogRepository(db),
    exchanges: new ExchangesRepository(db, limits),
    ...exportRepositories(db, limits),
    facts: new FactsRepository(db),
    ...importRepositories(db, limits, evict),
    installationRuns: new InstallationRunsRepository(db),
    installationTasks: new InstallationTasksRepository(db),
    maintenance: new MaintenanceRepository(db),
    ...memoryRepositories(db, { limits, pinRules, scoring: work.scoring }),
    outbox: new OutboxRepository(db),
    owners: new OwnerUsageRepository(db, limits),
    ownerSettings: new OwnerSettingsRepository(db, { scoring: work.scoring, voiceProfiles }),
    pendingWork: new PendingWorkRepository(db, entityWork(work), work.titles),
    projections: new ProjectionsRepository(db),
    projects: new ProjectsRepository(db),
    queues: new QueuesRepository(db),
    reportRequests: new ReportRequestsRepository(db, limits),
    reportRuns: new ReportRunsRepository(db),
    reports: new ReportsRepository(db),
    requestedTasks: new RequestedTasksRepository(db, limits),
    ...retentionRepositories(db),
    retries: new TaskRetriesRepository(db),
    spokenSources: new SpokenSourcesRepository(db),
    snapshotAge: new SnapshotAgeRepository(db),
    ...summaryRepositories(db),
    tasks: new TasksRepository(db),
    tokenUse: new TokenUseRepository(db, tokenLimits),
    ...transcriptRepositories(db, nameRules, voiceProfiles),
    unusedBlobs: new UnusedBlobsRepository(db),
    workSignals: new WorkSignalsRepository(db),
  };
}

/** All repositories of a process. */
export type Repositories = ReturnType<typeof createRepositories>;
