import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '#platform';
import { DiskBlobStore, type StagedBlob } from '#store';
import { postgresToolsFolder } from '../../../test/support/postgres-tools.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { aDocument, newProject } from '../../store/src/projects.fixture.ts';
import { aClip, anExchange, TestStore } from '../../store/src/store.fixture.ts';
import { BackupCatalog } from './catalog/backup-catalog.ts';
import { PlainSealer } from './files/plain.sealer.ts';
import type { Sealer } from './files/sealer.port.ts';
import type { Manifest } from './manifest/manifest.ts';
import { FolderPlace } from './places/folder.place.ts';
import type { BackupPlace } from './places/backup-place.port.ts';
import { BackupMaker, type BackupSource } from './making/backup-maker.ts';
import type { BackupProgress } from './making/backup-progress.ts';

/** An installation with a database, a blob store and a place for its backups. */
export class Installation {
  readonly blobs: DiskBlobStore;
  readonly placeFolder: string;
  sealer: Sealer = new PlainSealer();
  place: BackupPlace;
  /** Folder whose free space the scratch database needs; `null`: that is not known. */
  databaseFolder: string | null = null;
  private made = 0;

  private constructor(
    readonly store: TestStore,
    readonly folder: string,
  ) {
    this.blobs = new DiskBlobStore(path.join(folder, 'blobs'));
    this.placeFolder = path.join(folder, 'place');
    this.place = new FolderPlace(this.placeFolder);
  }

  static async open(): Promise<Installation> {
    return new Installation(await TestStore.open(), await temporaryFolder('installation'));
  }

  async close(): Promise<void> {
    await this.store.close();
    await rm(this.folder, { recursive: true });
  }

  /** What its backups are made of, and where they are. */
  get source(): BackupSource {
    const { place, sealer, blobs } = this;
    const database = {
      ...{ url: this.store.url, folder: this.databaseFolder },
      toolsFolder: postgresToolsFolder(),
    };
    return { place, sealer, database, blobs, version: '1.2.3' };
  }

  get maker(): BackupMaker {
    return new BackupMaker(this.source);
  }

  get catalog(): BackupCatalog {
    return new BackupCatalog(this.place);
  }

  /** A conversation with an exchange. @returns its id */
  async converse(): Promise<string> {
    const id = await this.store.newConversation();
    await this.store.repositories.exchanges.add(anExchange(id), null);
    return id;
  }

  /** A document of a project with random bytes. @returns its SHA-256 */
  async addDocument(): Promise<string> {
    const staged = await this.stage(20_000);
    const { id } = await newProject(this.store);
    const document = { ...aDocument(id), sha256: staged.sha256, sizeBytes: staged.sizeBytes };
    await this.store.repositories.documents.add(document, null, () => staged.keep());
    return staged.sha256;
  }

  /** An uploaded recording with random bytes. @returns its SHA-256 */
  async upload(sizeBytes = 50_000): Promise<string> {
    const staged = await this.stage(sizeBytes);
    await staged.keep();
    const conversationId = await this.store.newConversation();
    const clip = { ...aClip(conversationId, staged.sha256), sizeBytes: staged.sizeBytes };
    await this.store.repositories.clips.acceptClip(clip, null);
    return staged.sha256;
  }

  private stage(sizeBytes: number): Promise<StagedBlob> {
    return this.blobs.stage(Readable.from([randomBytes(sizeBytes)]), sizeBytes);
  }

  /** Path of a recording in the blob store. */
  uploaded(sha256: string): string {
    return path.join(this.folder, 'blobs', 'sha256', sha256.slice(0, 2), sha256);
  }

  /** Path of a recording in the place of the backups. */
  copied(sha256: string): string {
    return path.join(this.placeFolder, 'blobs', 'plain', sha256.slice(0, 2), sha256);
  }

  /** Makes a whole backup. */
  async backUp(options: { readonly full?: boolean } = {}): Promise<Manifest> {
    const job = this.newJob(options.full);
    const { maker } = this;
    await maker.sweep();
    await maker.dump(job, still());
    await maker.copy(job, still());
    return maker.verify(job, still());
  }

  newJob(full = false) {
    this.made += 1;
    const number = String(this.made).padStart(4, '0');
    return { backupId: `bkp_${number}`, taskId: `tsk_${number}`, full };
  }

  /** Databases of the server that belong to this installation. */
  async scratchDatabases(): Promise<readonly string[]> {
    const name = decodeURIComponent(new URL(this.store.url).pathname.slice(1));
    const rows = await this.store.rows(
      `SELECT datname FROM pg_database
       WHERE shobj_description(oid, 'pg_database') LIKE '%' || $1 || '%' AND datname <> $1`,
      [name],
    );
    return rows.map(({ datname }) => String(datname));
  }
}

/** Work that nobody follows or stops. */
export function still(): BackupProgress {
  return { signal: new AbortController().signal, onBytes: () => undefined };
}

/** The code of the AppError with which work fails. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
}
