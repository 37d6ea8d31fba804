import { text } from 'node:stream/consumers';
import type { BackupPlace } from '../places/backup-place.port.ts';
import {
  BACKUP_FORMAT,
  backupFolder,
  manifestName,
  manifestSchema,
  verificationName,
  verificationSchema,
  type Manifest,
  type Verification,
} from '../manifest/manifest.ts';

/** A complete backup of a place. */
export interface CompleteBackup {
  readonly id: string;
  readonly manifest: Manifest;
  /** The latest verification. */
  readonly verification: Verification;
  /** Size of its own files as stored; recordings are shared between backups and do not count. */
  readonly bytes: number;
}

/** A backup whose manifest cannot be read. */
export interface UnreadableBackup {
  readonly id: string;
  readonly problem: 'damaged' | 'newer_format';
}

/** What is in a place. */
export interface CatalogContents {
  /** Newest first. */
  readonly backups: readonly CompleteBackup[];
  readonly unreadable: readonly UnreadableBackup[];
  /** Ids of backups without a manifest: one that is being made, or was given up. */
  readonly incomplete: readonly string[];
}

/** Reads which backups a place has. Manifests never change, so each is read once. */
export class BackupCatalog {
  private readonly manifests = new Map<string, Manifest>();

  constructor(private readonly place: BackupPlace) {}

  /** @throws AppError `backup_place_unavailable` */
  async read(): Promise<CatalogContents> {
    const folders = await this.folders();
    const backups: CompleteBackup[] = [];
    const unreadable: UnreadableBackup[] = [];
    const incomplete: string[] = [];
    for (const [id, files] of folders) {
      if (!files.has(manifestName(id))) incomplete.push(id);
      else {
        const found = await this.backup(id, files);
        if ('manifest' in found) backups.push(found);
        else unreadable.push(found);
      }
    }
    backups.sort((one, other) => takenAtMs(other) - takenAtMs(one));
    return { backups, unreadable, incomplete };
  }

  /** The backup with this id; `null` when there is none that is complete and readable. */
  async find(id: string): Promise<CompleteBackup | null> {
    const { backups } = await this.read();
    return backups.find((backup) => backup.id === id) ?? null;
  }

  /** The files of each backup, with their sizes. */
  private async folders(): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
    const folders = new Map<string, Map<string, number>>();
    for await (const { name, sizeBytes } of this.place.list(BACKUPS)) {
      const [id] = name.slice(BACKUPS.length).split('/');
      if (id === undefined || !name.startsWith(backupFolder(id))) continue;
      const files = folders.get(id) ?? new Map<string, number>();
      folders.set(id, files.set(name, sizeBytes));
    }
    return folders;
  }

  private async backup(
    id: string,
    files: ReadonlyMap<string, number>,
  ): Promise<CompleteBackup | UnreadableBackup> {
    const manifest = this.manifests.get(id) ?? (await this.manifest(id));
    if (typeof manifest === 'string') return { id, problem: manifest };
    this.manifests.set(id, manifest);
    const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);
    const verification = files.has(verificationName(id)) ? await this.verification(id) : null;
    return { id, manifest, bytes, verification: verification ?? manifest.verification };
  }

  private async manifest(id: string): Promise<Manifest | UnreadableBackup['problem']> {
    const given = await this.json(manifestName(id));
    const { data, success } = manifestSchema.safeParse(given);
    if (success && data.id === id) return data;
    return isNewer(given) ? 'newer_format' : 'damaged';
  }

  private async verification(id: string): Promise<Verification | null> {
    return verificationSchema.safeParse(await this.json(verificationName(id))).data ?? null;
  }

  private async json(name: string): Promise<unknown> {
    const content = await text(await this.place.read(name));
    try {
      return JSON.parse(content);
    } catch {
      return null;
    }
  }
}

const BACKUPS = 'backups/';

/** When a backup was taken, in milliseconds since the epoch. */
export function takenAtMs({ manifest }: CompleteBackup): number {
  return Date.parse(manifest.takenAt);
}

/** Whether the latest verification of a backup has found nothing. */
export function isGood({ verification }: CompleteBackup): boolean {
  return verification.ok;
}

function isNewer(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || !('format' in given)) return false;
  return typeof given.format === 'number' && given.format > BACKUP_FORMAT;
}
