import path from 'node:path';
import type {
  BackupPlaceConfig,
  BackupsConfig,
  BackupSealConfig,
  S3Config,
  SnapshotsConfig,
} from './config.types.ts';
import type { Settings } from './settings.schema.ts';

const HOUR_MS = 60 * 60_000;

/** The settings of backups. */
export function backupsConfig(settings: Settings): BackupsConfig {
  const limit = (value: number, unit = 1) => (value === 0 ? null : value * unit);
  return {
    at: clockTimeOf(settings.AFTERWORD_BACKUP_TIME),
    timeZone: settings.AFTERWORD_TIME_ZONE,
    place: placeOf(settings),
    seal: sealOf(settings),
    keep: {
      count: settings.AFTERWORD_BACKUP_KEEP,
      days: limit(settings.AFTERWORD_BACKUP_KEEP_DAYS),
      bytes: limit(settings.AFTERWORD_BACKUP_KEEP_MEBIBYTES, 1024 * 1024),
    },
    toolsFolder: absolute(settings.AFTERWORD_BACKUP_TOOLS_FOLDER),
  };
}

/** The settings of snapshots. */
export function snapshotsConfig(settings: Settings): SnapshotsConfig {
  return {
    enabled: settings.AFTERWORD_SNAPSHOTS_ENABLED,
    folder: path.resolve(settings.AFTERWORD_DATA_FOLDER, 'snapshots'),
    everyEvents: settings.AFTERWORD_SNAPSHOT_EVENTS,
    everyMs: settings.AFTERWORD_SNAPSHOT_HOURS * HOUR_MS,
    keep: settings.AFTERWORD_SNAPSHOT_KEEP,
  };
}

function absolute(folder: string | undefined): string | null {
  return folder === undefined ? null : path.resolve(folder);
}

function clockTimeOf(value: string): BackupsConfig['at'] {
  if (value === 'off') return null;
  const [hour = 0, minute = 0] = value.split(':').map(Number);
  return { hour, minute };
}

function placeOf(settings: Settings): BackupPlaceConfig {
  const { AFTERWORD_BACKUP_PLACE: place, AFTERWORD_DATA_FOLDER: dataFolder } = settings;
  if (!place?.startsWith('s3://')) {
    return { kind: 'folder', folder: path.resolve(place ?? path.join(dataFolder, 'backups')) };
  }
  const [bucket = '', ...names] = place.slice('s3://'.length).split('/');
  const prefix = names.filter((name) => name !== '').join('/');
  return { kind: 's3', bucket, prefix, s3: s3Of(settings) };
}

function s3Of(settings: Settings): S3Config {
  const {
    AFTERWORD_BACKUP_S3_ACCESS_KEY_ID: accessKeyId,
    AFTERWORD_BACKUP_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = settings;
  const isGiven = accessKeyId !== undefined && secretAccessKey !== undefined;
  return {
    endpoint: settings.AFTERWORD_BACKUP_S3_ENDPOINT ?? null,
    region: settings.AFTERWORD_BACKUP_S3_REGION,
    credentials: isGiven ? { accessKeyId, secretAccessKey } : null,
  };
}

function sealOf(settings: Settings): BackupSealConfig {
  const { AFTERWORD_BACKUP_IDENTITY_FILE: identity, AFTERWORD_BACKUP_PASSPHRASE_FILE: passphrase } =
    settings;
  if (identity !== undefined) return { kind: 'identity', file: path.resolve(identity) };
  if (passphrase !== undefined) return { kind: 'passphrase', file: path.resolve(passphrase) };
  return { kind: 'none' };
}
