import { Module } from '@nestjs/common';
import { SummariesController } from './summaries.controller.ts';
import { SummariesService } from './summaries.service.ts';

@Module({ controllers: [SummariesController], providers: [SummariesService] })
export class SummariesModule {}
