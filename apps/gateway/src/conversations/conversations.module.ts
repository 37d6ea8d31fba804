import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { ConversationStopService } from './conversation-stop.service.ts';
import { ConversationsController } from './conversations.controller.ts';
import { ConversationsService } from './conversations.service.ts';

@Module({
  imports: [DispatcherModule],
  controllers: [ConversationsController],
  providers: [ConversationsService, ConversationStopService],
})
export class ConversationsModule {}
