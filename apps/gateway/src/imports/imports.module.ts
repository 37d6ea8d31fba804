import { Module } from '@nestjs/common';
import type { Config } from '#platform';
import { ImportFolder } from '#store';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { UploadReader } from '../http/uploads/upload.reader.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';

/** Imports of exports and transcripts. Workers do them. */
@Module({
  imports: [DispatcherModule, TasksModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    UploadReader,
    {
      provide: ImportFolder,
      inject: [CONFIG],
      useFactory: ({ imports }: Config) => new ImportFolder(imports.folder),
    },
  ],
})
export class ImportsModule {}
