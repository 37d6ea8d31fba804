import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import type { ImportFormat } from '#contracts/model';
import type { TaskRun, TaskSettings } from '#contracts/tasks';
import type {
  ImportActivities,
  ImportProbeActivities,
  SoleActivityRun,
  StoreImport,
} from '#contracts/workflows';
import { EngineChoice, type SpeechEngine } from '#engines';
import { DiskBlobStore, ImportFolder, type ImportRecord } from '#store';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import type { ExportingInstallation } from '../export/furnished.fixture.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import { createImportProbeActivities, importing } from './import.handler.ts';
import { RecordingOpener } from './recording-opener.fixture.ts';

const logger = pino({ level: 'silent' });

/** What is given with an upload. */
interface GivenWithIt {
  readonly ownerId?: string;
  readonly fileName?: string;
  readonly format?: ImportFormat | null;
  readonly title?: string | null;
  readonly transcribe?: boolean;
  readonly settings?: TaskSettings;
  /** Its recording, with its name. */
  readonly recording?: readonly [fileName: string, bytes: Buffer];
}

/** An installation that imports files. */
export class ImportingInstallation {
  readonly blobs: DiskBlobStore;
  readonly files: ImportFolder;
  readonly all: ImportActivities;
  readonly speech: ImportProbeActivities;
  readonly engine = new RecordingOpener();

  private constructor(
    readonly store: TestStore,
    readonly folder: string,
    given: Partial<ImportDependencies>,
  ) {
    this.blobs = new DiskBlobStore(path.join(folder, 'blobs'));
    this.files = new ImportFolder(path.join(folder, 'imports'));
    const { blobs, files: importFolder } = this;
    const deps = { ...store.repositories, blobs, importFolder, logger, ...given };
    this.all = importing.create(deps);
    const engines = EngineChoice.ofOne<SpeechEngine>(this.engine);
    this.speech = createImportProbeActivities({ ...deps, engines });
  }

  static async open(): Promise<ImportingInstallation> {
    const folder = await temporaryFolder('importing');
    return new ImportingInstallation(await TestStore.open(), folder, {});
  }

  /** The data and folders of an installation that also makes exports. */
  static of({ store, folder }: ExportingInstallation): ImportingInstallation {
    return new ImportingInstallation(store, folder, {});
  }

  /** The same data and folders, in another process. */
  another(given: Partial<ImportDependencies>): ImportingInstallation {
    return new ImportingInstallation(this.store, this.folder, given);
  }

  async close(): Promise<void> {
    await this.store.close();
    await rm(this.folder, { recursive: true });
  }

  /** Uploads a file, as the gateway does. */
  async upload(bytes: Buffer | string, given: GivenWithIt = {}): Promise<ImportRecord> {
    const { recording: beside, ...fields } = given;
    const file = await this.kept(Buffer.from(bytes));
    const recording = beside ? { fileName: beside[0], ...(await this.kept(beside[1])) } : null;
    const about = { ownerId: 'ada', fileName: 'talk.txt', format: null, title: null };
    const record = { ...about, transcribe: false, ...fields, ...file, recording };
    return this.store.repositories.imports.request(record, null, () => Promise.resolve());
  }

  private async kept(bytes: Buffer) {
    const staged = await this.files.stage(Readable.from([bytes]), 2 ** 30);
    await staged.keep();
    const { sha256, sizeBytes } = staged;
    return { sha256, sizeBytes };
  }

  /** Runs an activity as Temporal would. */
  run<Outcome>(work: () => Promise<Outcome>, input?: SoleActivityRun): Promise<Outcome> {
    const { retries, tasks } = this.store.repositories;
    const interceptors = [activityInterceptors({ retries, tasks, logger })];
    const environment = activityEnvironment({ heartbeatTimeoutMs: 10_000 }, interceptors);
    return environment.run(work, ...(input ? [input] : []));
  }

  /** Runs an activity that can be cancelled. */
  cancellable<Outcome>(work: () => Promise<Outcome>) {
    const { retries, tasks } = this.store.repositories;
    const interceptors = [activityInterceptors({ retries, tasks, logger })];
    const environment = activityEnvironment({ heartbeatTimeoutMs: 10_000 }, interceptors);
    return { ended: environment.run(work), cancel: () => environment.cancel() };
  }

  check({ task }: ImportRecord) {
    return this.run(() => this.all.checkImport(runOf(task)));
  }

  probe({ task }: ImportRecord) {
    return this.run(() => this.speech.probeImport(partOf(runOf(task))));
  }

  storeAll({ task }: ImportRecord) {
    return this.run(() => this.all.storeImport(partOf(runOf(task))));
  }

  /** Uploads a file and runs all activities in the order of the workflow. */
  async import(bytes: Buffer | string, given: GivenWithIt = {}): Promise<ImportRecord> {
    const record = await this.upload(bytes, given);
    const checked = await this.check(record);
    if (checked.kind === 'done' && (checked.recordings ?? 0) > 0) await this.probe(record);
    await this.storeAll(record);
    return this.store.repositories.imports.find(record.id);
  }
}

/** The step that stores. */
export function partOf(run: TaskRun): StoreImport {
  return { ...run, doneBytes: 0, stepBytes: 1_000, totalBytes: 1_000 };
}
