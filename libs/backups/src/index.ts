export * from './catalog/backup-catalog.ts';
export * from './files/sealer.port.ts';
export type { BackupJob, BackupMaker } from './making/backup-maker.ts';
export type { BackupProgress } from './making/backup-progress.ts';
export * from './making/open-backups.ts';
export * from './manifest/manifest.ts';
export * from './places/backup-place.port.ts';
