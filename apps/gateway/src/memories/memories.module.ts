import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { MemoriesController } from './memories.controller.ts';
import { MemoriesService } from './memories.service.ts';
import { PassageMemoriesController } from './passage-memories.controller.ts';

@Module({
  imports: [DispatcherModule],
  controllers: [MemoriesController, PassageMemoriesController],
  providers: [MemoriesService],
})
export class MemoriesModule {}
