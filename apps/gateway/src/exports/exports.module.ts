import { Module } from '@nestjs/common';
import type { Config } from '#platform';
import { ExportFolder } from '#store';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { ExportsController } from './exports.controller.ts';
import { ExportsService } from './exports.service.ts';

/** Exports of conversations, projects and owners. Workers make them. */
@Module({
  imports: [DispatcherModule],
  controllers: [ExportsController],
  providers: [
    ExportsService,
    {
      provide: ExportFolder,
      inject: [CONFIG],
      useFactory: ({ exports }: Config) => new ExportFolder(exports.folder),
    },
  ],
})
export class ExportsModule {}
