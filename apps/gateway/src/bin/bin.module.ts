import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { BinController } from './bin.controller.ts';
import { BinOfConversationsController } from './bin-of-conversations.controller.ts';
import { BinOfProjectsController } from './bin-of-projects.controller.ts';
import { BinService } from './bin.service.ts';

/** What was deleted and can be restored. */
@Module({
  imports: [DispatcherModule],
  controllers: [BinController, BinOfConversationsController, BinOfProjectsController],
  providers: [BinService],
})
export class BinModule {}
