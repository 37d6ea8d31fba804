import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { UploadReader } from '../http/uploads/upload.reader.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { DocumentFileResponder } from './documents/document-file.responder.ts';
import { DocumentUploads } from './documents/document-uploads.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { DocumentsService } from './documents/documents.service.ts';
import { EvidenceService } from './facts/evidence.service.ts';
import { FactsController } from './facts/facts.controller.ts';
import { FactsService } from './facts/facts.service.ts';
import { ProjectsController } from './projects.controller.ts';
import { ProjectsService } from './projects.service.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { ReportsService } from './reports/reports.service.ts';

/** Projects with their plans, documents, facts and reports. */
@Module({
  imports: [DispatcherModule, TasksModule],
  controllers: [ProjectsController, DocumentsController, FactsController, ReportsController],
  providers: [
    ProjectsService,
    DocumentsService,
    DocumentUploads,
    DocumentFileResponder,
    FactsService,
    EvidenceService,
    ReportsService,
    UploadReader,
  ],
})
export class ProjectsModule {}
