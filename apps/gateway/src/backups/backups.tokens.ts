/** Token of the place where backups are. */
export const BACKUP_PLACE = Symbol('backup place');

/** Token of the catalogue of that place. */
export const BACKUP_CATALOG = Symbol('backup catalogue');
