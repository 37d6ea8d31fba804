import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { AudioResponder } from './audio.responder.ts';
import { ClipUploadReader } from './clip-upload.reader.ts';
import { ClipsController } from './clips.controller.ts';
import { ClipsService } from './clips.service.ts';

@Module({
  imports: [DispatcherModule],
  controllers: [ClipsController],
  providers: [ClipsService, ClipUploadReader, AudioResponder],
})
export class ClipsModule {}
