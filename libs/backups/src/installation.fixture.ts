export { Installation, still } from './making/backup-maker.fixture.ts';
export { RestoredInstallation, STEPS } from './restoring/restorer.fixture.ts';
