import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { SpeakerRenamesController } from './speaker-renames.controller.ts';
import { SpeakerRenamesService } from './speaker-renames.service.ts';

/** What people are called in all conversations of an owner. Workers rename them. */
@Module({
  imports: [DispatcherModule],
  controllers: [SpeakerRenamesController],
  providers: [SpeakerRenamesService],
})
export class SpeakerRenamesModule {}
