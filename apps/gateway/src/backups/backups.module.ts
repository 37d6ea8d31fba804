import { Module } from '@nestjs/common';
import { BackupCatalog, openPlace, type BackupPlace } from '#backups';
import type { Config } from '#platform';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { BackupHealth } from './backup-health.ts';
import { BackupsController } from './backups.controller.ts';
import { BackupsService } from './backups.service.ts';
import { BACKUP_CATALOG, BACKUP_PLACE } from './backups.tokens.ts';
import { NextBackup } from './next-backup.ts';
import { RestoresService } from './restores.service.ts';

/** Backups: what there is, and requests for more. Workers make them. */
@Module({
  imports: [DispatcherModule],
  controllers: [BackupsController],
  providers: [
    BackupsService,
    BackupHealth,
    RestoresService,
    NextBackup,
    {
      provide: BACKUP_PLACE,
      inject: [CONFIG],
      useFactory: ({ backups }: Config): BackupPlace => openPlace(backups.place),
    },
    {
      provide: BACKUP_CATALOG,
      inject: [BACKUP_PLACE],
      useFactory: (place: BackupPlace) => new BackupCatalog(place),
    },
  ],
  exports: [BackupHealth, BACKUP_CATALOG],
})
export class BackupsModule {}
