import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { TranscriptsModule } from '../transcripts/transcripts.module.ts';
import { AudioResponder } from './audio.responder.ts';
import { ClipStreams } from './clip-streams.ts';
import { ClipUploadReader } from './clip-upload.reader.ts';
import { ClipsController } from './clips.controller.ts';
import { ClipsService } from './clips.service.ts';

@Module({
  imports: [DispatcherModule, TasksModule, TranscriptsModule],
  controllers: [ClipsController],
  providers: [ClipsService, ClipUploadReader, ClipStreams, AudioResponder],
})
export class ClipsModule {}
