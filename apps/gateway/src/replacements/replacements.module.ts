import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { PassageFinder } from './passage-finder.ts';
import { ReplacementsController } from './replacements.controller.ts';
import { ReplacementsService } from './replacements.service.ts';

/** Replacements of words in what was said. Workers do them. */
@Module({
  imports: [DispatcherModule],
  controllers: [ReplacementsController],
  providers: [ReplacementsService, PassageFinder],
})
export class ReplacementsModule {}
