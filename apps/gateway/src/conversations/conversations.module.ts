import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { UploadReader } from '../http/uploads/upload.reader.ts';
import { AudioResponder } from './clips/audio.responder.ts';
import { ClipStreams } from './clips/clip-streams.ts';
import { ClipsController } from './clips/clips.controller.ts';
import { NewClipsController } from './clips/new-clips.controller.ts';
import { ClipsService } from './clips/clips.service.ts';
import { ConversationStopService } from './conversation-stop.service.ts';
import { ConversationsController } from './conversations.controller.ts';
import { ConversationsService } from './conversations.service.ts';
import { ExchangesController } from './exchanges/exchanges.controller.ts';
import { ExchangesService } from './exchanges/exchanges.service.ts';
import { SegmentsController } from './segments/segments.controller.ts';
import { SegmentsService } from './segments/segments.service.ts';
import { SpeakersController } from './speakers/speakers.controller.ts';
import { SuggestedNames } from './speakers/suggested-names.ts';
import { SpeakersService } from './speakers/speakers.service.ts';
import { ActionItemsController } from './summaries/action-items.controller.ts';
import { ActionItemsService } from './summaries/action-items.service.ts';
import { SummariesController } from './summaries/summaries.controller.ts';
import { SummariesService } from './summaries/summaries.service.ts';
import { TranscriptsController } from './transcripts/transcripts.controller.ts';
import { TranscriptsService } from './transcripts/transcripts.service.ts';
import { VersionsController } from './versions/versions.controller.ts';
import { VersionsService } from './versions/versions.service.ts';

/** Conversations with their clips, exchanges, transcripts and summaries. */
@Module({
  imports: [DispatcherModule, TasksModule],
  controllers: [
    ConversationsController,
    ExchangesController,
    ClipsController,
    NewClipsController,
    TranscriptsController,
    SegmentsController,
    SpeakersController,
    VersionsController,
    SummariesController,
    ActionItemsController,
  ],
  providers: [
    ConversationsService,
    ConversationStopService,
    ExchangesService,
    ClipsService,
    UploadReader,
    ClipStreams,
    AudioResponder,
    TranscriptsService,
    SegmentsService,
    SpeakersService,
    SuggestedNames,
    VersionsService,
    SummariesService,
    ActionItemsService,
  ],
})
export class ConversationsModule {}
