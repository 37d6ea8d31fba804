import { Module } from '@nestjs/common';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { BulkChangesController } from './bulk-changes.controller.ts';
import { BulkChangesService } from './bulk-changes.service.ts';

/** Changes of many things at once. Workers do them. */
@Module({
  imports: [DispatcherModule],
  controllers: [BulkChangesController],
  providers: [BulkChangesService],
})
export class BulkChangesModule {}
