import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  BackupFiles,
  loadSealer,
  openBackups,
  openPlace,
  type BackupMaker,
  type BackupProgress,
} from '#backups';
import { narrativesOf } from '#domain';
import { DiskBlobStore, type Repositories } from '#store';
import { postgresToolsFolder } from '../../../test/support/postgres-tools.ts';
import { inParallel } from '../../lib/measure.ts';

export const EXCHANGES = 60_000;
export const RECORDINGS = 100;
export const RECORDING_BYTES = 4 * 1024 * 1024;

const CONVERSATIONS = 100;
const CONCURRENCY = 64;
const TURNS = [
  { speaker: 'Ada', text: 'We launch in March, whatever comes, and Tom prepares it.' },
];

/** An installation with a database and recordings, and places for its backups. */
export class FilledInstallation {
  private readonly blobs: DiskBlobStore;

  constructor(
    /** URL of its database. */
    readonly url: string,
    readonly folder: string,
    private readonly repositories: Repositories,
  ) {
    this.blobs = new DiskBlobStore(this.blobFolder);
  }

  get blobFolder(): string {
    return path.join(this.folder, 'blobs');
  }

  /** Adds exchanges and recordings of random bytes. */
  async fill(): Promise<void> {
    const { conversations, exchanges, clips } = this.repositories;
    const ids: string[] = [];
    for (let count = 0; count < CONVERSATIONS; count += 1) {
      const given = { ownerId: 'ada', title: 'Launch planning', tags: [] };
      ids.push((await conversations.create(given, null)).id);
    }
    await inParallel(EXCHANGES, CONCURRENCY, async (number) => {
      const conversationId = ids[number % ids.length] ?? '';
      await exchanges.add({ conversationId, turns: TURNS, narratives: narrativesOf(TURNS) }, null);
    });
    for (const conversationId of ids.slice(0, RECORDINGS)) {
      const bytes = Readable.from([randomBytes(RECORDING_BYTES)]);
      const staged = await this.blobs.stage(bytes, RECORDING_BYTES);
      await staged.keep();
      const { sha256, sizeBytes } = staged;
      const clip = { conversationId, speaker: 'Ada', fileName: 'a.wav', sizeBytes, sha256 };
      await clips.acceptClip(clip, null);
    }
  }

  /** Backups in a place of their own. */
  backups(place: string): Promise<BackupMaker> {
    const config = {
      ...{ at: null, timeZone: 'UTC', toolsFolder: postgresToolsFolder() },
      place: this.placeOf(place),
      seal: { kind: 'none' } as const,
      keep: { count: 14, days: null, bytes: null },
    };
    const database = { databaseUrl: this.url, databaseFolder: '' };
    return openBackups(config, { ...database, blobs: this.blobs, version: 'bench' });
  }

  /** The files of backups in a place. */
  async files(place: string): Promise<BackupFiles> {
    return new BackupFiles(openPlace(this.placeOf(place)), await loadSealer({ kind: 'none' }));
  }

  private placeOf(place: string) {
    return { kind: 'folder', folder: path.join(this.folder, place) } as const;
  }
}

/** A backup to make. */
export function jobOf(number: number) {
  const digits = String(number).padStart(4, '0');
  return { backupId: `bkp_${digits}`, taskId: `tsk_${digits}`, full: false };
}

/** Work that nobody follows or stops. */
export function unobserved(): BackupProgress {
  return { signal: new AbortController().signal, onBytes: () => undefined };
}
