import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import type { Config } from '#platform';
import { AgentsModule } from './agents/agents.module.ts';
import { BackupsModule } from './backups/backups.module.ts';
import { BinModule } from './bin/bin.module.ts';
import { BulkChangesModule } from './bulk-changes/bulk-changes.module.ts';
import { ConversationsModule } from './conversations/conversations.module.ts';
import { EventsModule } from './events/events.module.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { GlossariesModule } from './glossaries/glossaries.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { LingeringConnections } from './http/lingering-connections.ts';
import { EventStreamsModule } from './http/event-stream/event-streams.module.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { RequestValidationPipe } from './http/request-validation.pipe.ts';
import { BlobsModule } from './infrastructure/blobs.module.ts';
import { ConfigModule } from './infrastructure/config.module.ts';
import { DatabaseModule } from './infrastructure/database.module.ts';
import { FeedsModule } from './infrastructure/feeds.module.ts';
import { requestLoggerModule } from './infrastructure/request-logger.module.ts';
import { TemporalModule } from './infrastructure/temporal.module.ts';
import { MemoriesModule } from './memories/memories.module.ts';
import { OperationModule } from './operation/operation.module.ts';
import { PageModule } from './page/page.module.ts';
import { ReplacementsModule } from './replacements/replacements.module.ts';
import { RetentionModule } from './retention/retention.module.ts';
import { ProjectsModule } from './projects/projects.module.ts';
import { SnapshotsModule } from './snapshots/snapshots.module.ts';
import { SpeakerRenamesModule } from './speaker-renames/speaker-renames.module.ts';
import { TasksModule } from './tasks/tasks.module.ts';
import { VoiceProfilesModule } from './voice-profiles/voice-profiles.module.ts';

const INFRASTRUCTURE = [FeedsModule, TemporalModule, BlobsModule, EventStreamsModule];
const AREAS = [
  ConversationsModule,
  BinModule,
  BulkChangesModule,
  GlossariesModule,
  ReplacementsModule,
  SpeakerRenamesModule,
  VoiceProfilesModule,
  ProjectsModule,
  AgentsModule,
  MemoriesModule,
  TasksModule,
  BackupsModule,
  SnapshotsModule,
  ExportsModule,
  ImportsModule,
  RetentionModule,
  OperationModule,
  EventsModule,
  PageModule,
];

/**
 * The gateway validates requests, stores data, starts tasks and reads results; workers do the work.
 */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        requestLoggerModule(config.logging),
        DatabaseModule.of(config),
        ...INFRASTRUCTURE,
        ...AREAS,
      ],
      providers: [
        LingeringConnections,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
      ],
    };
  }
}
