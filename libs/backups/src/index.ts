export { removeOtherPools } from './blobs/blob-names.ts';
export * from './blobs/blob-pool.ts';
export * from './files/backup-files.ts';
export { identityOf, loadSealer } from './files/load-sealer.ts';
export * from './files/sealer.port.ts';
export * from './manifest/manifest.ts';
export * from './places/backup-place.port.ts';
export * from './places/open-place.ts';
