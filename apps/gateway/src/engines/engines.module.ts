import { Module } from '@nestjs/common';
import { EnginesController } from './engines.controller.ts';
import { EnginesService } from './engines.service.ts';

@Module({
  controllers: [EnginesController],
  providers: [EnginesService],
  exports: [EnginesService],
})
export class EnginesModule {}
