export * from './catalog/backup-catalog.ts';
export * from './files/sealer.port.ts';
export * from './manifest/manifest.ts';
export * from './places/backup-place.port.ts';
