export * from './files/sealer.port.ts';
export * from './manifest/manifest.ts';
export * from './places/backup-place.port.ts';
export * from './check/projection-check.ts';
export * from './check/projection-mender.ts';
export * from './snapshots/snapshot-file.ts';
export * from './snapshots/snapshot-folder.ts';
export * from './snapshots/snapshot-taker.ts';
