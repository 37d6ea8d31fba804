import { Module } from '@nestjs/common';
import { GlossariesController } from './glossaries.controller.ts';
import { GlossariesService } from './glossaries.service.ts';
import { OutdatedService } from './outdated.service.ts';

/** Glossaries of owners, projects and conversations. */
@Module({
  controllers: [GlossariesController],
  providers: [GlossariesService, OutdatedService],
})
export class GlossariesModule {}
