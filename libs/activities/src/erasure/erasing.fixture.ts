import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { TypedSearchAttributes } from '@temporalio/common';
import { pino } from 'pino';
import {
  FolderPlace,
  ProjectionCheck,
  SnapshotFolder,
  SnapshotTaker,
  TombstoneList,
} from '#backups';
import type { TaskRun } from '#contracts/tasks';
import { SEARCH_ATTRIBUTES, type ErasureActivities } from '#contracts/workflows';
import type { Difference } from '#domain';
import { ImportFolder } from '#store';
import { OwnerRuns } from '#temporal';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { aFullConversation, tablesOf } from '../../../store/src/bin.fixture.ts';
import { aClip, anExchange, runOf, type TestStore } from '../../../store/src/store.fixture.ts';
import { ExportingInstallation } from '../export/furnished.fixture.ts';
import type { ErasureDependencies } from './erasure-dependencies.ts';
import { erasure } from './erasure.handler.ts';

/** An installation in which owners are erased, with everything that an owner may have. */
export class ErasingInstallation {
  readonly imports: ImportFolder;
  readonly snapshots: SnapshotFolder;
  readonly place: FolderPlace;

  private constructor(
    readonly exporting: ExportingInstallation,
    private readonly temporal: TestTemporal,
  ) {
    this.imports = new ImportFolder(path.join(exporting.folder, 'imports'));
    this.snapshots = new SnapshotFolder(path.join(exporting.folder, 'snapshots'));
    this.place = new FolderPlace(path.join(exporting.folder, 'place'));
  }

  static async open(): Promise<ErasingInstallation> {
    return new ErasingInstallation(await ExportingInstallation.open(), await TestTemporal.open());
  }

  async close(): Promise<void> {
    await this.exporting.close();
    await this.temporal.close();
  }

  get store(): TestStore {
    return this.exporting.store;
  }

  /** The activities of a worker. */
  worker(given: Partial<ErasureDependencies> = {}): ErasureActivities {
    const { client, connection } = this.temporal;
    return erasure.create({
      ...this.store.repositories,
      blobs: this.exporting.blobs,
      exportFolder: this.exporting.files,
      importFolder: this.imports,
      snapshotFolder: this.snapshots,
      ownerRuns: new OwnerRuns(client, connection),
      tombstones: new TombstoneList(this.place),
      ...given,
    });
  }

  /** Requests an erasure. @returns the run of its task, and the id of the erasure */
  async request(ownerId: string): Promise<{ readonly run: TaskRun; readonly id: string }> {
    const { task, erasure: requested } = await this.store.repositories.erasures.request(ownerId);
    return { run: runOf(task), id: requested.id };
  }

  /** Does the steps of a round, as the workflow does. @returns how it has ended */
  async round(run: TaskRun, worker = this.worker()): Promise<string> {
    const { exporting } = this;
    const noted = await exporting.run(() => worker.noteErasures(run));
    if (noted.kind === 'skip') return 'skip';
    await exporting.run(() => worker.stopOwners(run));
    const { kind } = await exporting.run(() => worker.eraseOwners(run));
    if (kind === 'waits') return 'waits';
    return (await exporting.run(() => worker.forgetOwners(run))).kind;
  }

  /** An owner with everything: what exports have, and what is in the bin, under way or kept for retries. */
  async furnish(ownerId: string): Promise<{ readonly hashes: readonly string[] }> {
    const { repositories } = this.store;
    const audio = randomBytes(4_000);
    const { conversationId } = await this.exporting.furnish(ownerId, audio);
    await this.exporting.export({ kind: 'owner', id: ownerId });
    const full = await aFullConversation(this.store, ownerId);
    const binned = await aFullConversation(this.store, ownerId);
    await repositories.bin.delete({ kind: 'conversation', id: binned });
    const memory = { ownerId, narrative: `${ownerId} prefers mornings`, priorDialogue: [] };
    const { id } = await repositories.memories.write(
      memory,
      keyOf(`POST /memories ${ownerId}`),
      true,
    );
    await repositories.bin.delete({ kind: 'memory', id });
    await this.store.newScoring(ownerId);
    const uploaded = await this.upload(ownerId);
    const clip = await this.exporting.keep(randomBytes(300));
    const given = { ...aClip(full), ...clip };
    await repositories.clips.acceptClip(given, keyOf(`POST /clips ${ownerId}`));
    await repositories.exchanges.add(anExchange(full), keyOf(`POST /conversations/${full}`));
    const answer = {
      key: `${ownerId} asks`,
      engine: 'instant',
      answer: 'The answer of the engine',
    };
    await repositories.answers.save(answer, conversationId);
    const rule = { subject: 'audio', ownerId, projectId: null, keptDays: 30 } as const;
    await repositories.retentionRules.set(rule);
    await repositories.ownerSettings.change(ownerId, { scoring: false });
    const entry = { term: `${ownerId} Kaito`, soundsLike: ['Kyto'], language: null };
    await repositories.glossaries.change({ level: 'owner', id: ownerId }, () => [entry]);
    await repositories.replacements.create(
      {
        ...{ scope: { level: 'owner', id: ownerId }, ownerId, term: `${ownerId} Kaito` },
        ...{ forms: ['Kyto'], capitals: false, passages: [] },
      },
      keyOf(`POST /replacements ${ownerId}`),
    );
    const selection = { kind: 'conversations', search: `${ownerId} prefers` } as const;
    const change = { ownerId, action: 'archive', permanently: false, selection } as const;
    await repositories.bulkChanges.request(change, keyOf(`POST /bulk-changes ${ownerId}`));
    const logger = pino({ level: 'silent' });
    const taker = new SnapshotTaker(repositories.projections, this.snapshots, 3, logger);
    await taker.take({ signal: new AbortController().signal });
    return { hashes: [...(await this.hashesOf(ownerId)), uploaded] };
  }

  /** Everything that the database holds, as text, by table. */
  async dump(): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    for (const table of await tablesOf(this.store)) {
      const rows = await this.store.rows(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      found.set(table, rows.map(({ row }) => String(row)).sort());
    }
    return found;
  }

  /** Tables and files in which a text is. */
  async placesOf(text: string): Promise<readonly string[]> {
    const tables = [...(await this.dump())].filter(([, rows]) =>
      rows.some((row) => row.includes(text)),
    );
    const files = await this.files();
    const named = files.filter(
      ({ name, content }) => name.includes(text) || content.includes(text),
    );
    return [...tables.map(([table]) => table), ...named.map(({ name }) => name)];
  }

  /** Executions that Temporal lists of an owner. */
  async runsOf(ownerId: string): Promise<readonly string[]> {
    const query = `${SEARCH_ATTRIBUTES.owner.name} = '${ownerId}'`;
    const ids: string[] = [];
    for await (const run of this.temporal.client.workflow.list({ query })) ids.push(run.workflowId);
    return ids.sort();
  }

  /** What is not as the change log says. */
  async differences(): Promise<readonly Difference[]> {
    const found: Difference[] = [];
    const check = new ProjectionCheck(this.store.repositories.projections);
    await check.run({ fromBeginning: true, onDifference: (each) => found.push(each) });
    return found;
  }

  private async files() {
    const { folder } = this.exporting;
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(async ({ parentPath, name }) => {
          const file = path.join(parentPath, name);
          return { name: path.relative(folder, file), content: await readFile(file, 'latin1') };
        }),
    );
  }

  private async upload(ownerId: string): Promise<string> {
    const file = await this.kept(`The answer of the engine, uploaded by ${ownerId}`);
    const spoken = await this.kept(`The answer of the engine, spoken by ${ownerId}`);
    const recording = { ...spoken, fileName: 'secret.mp3' };
    const about = { ownerId, fileName: 'secret.zip', format: null, title: null, transcribe: false };
    const { imports } = this.store.repositories;
    await imports.request({ ...about, ...file, recording }, null, () => Promise.resolve());
    return file.sha256;
  }

  private async kept(text: string) {
    const staged = await this.imports.stage(Readable.from([Buffer.from(text)]), 2 ** 20);
    await staged.keep();
    return { sha256: staged.sha256, sizeBytes: staged.sizeBytes };
  }

  private async hashesOf(ownerId: string): Promise<readonly string[]> {
    const rows = await this.store.rows(
      `SELECT sha256 FROM clips WHERE conversation_id IN (SELECT id FROM conversations WHERE owner_id = $1)
       UNION SELECT sha256 FROM documents WHERE owner_id = $1`,
      [ownerId],
    );
    return rows.map(({ sha256 }) => String(sha256));
  }

  /** Starts a run of an owner. */
  async start(workflowId: string, ownerId: string): Promise<void> {
    await this.temporal.client.workflow.start('conversation', {
      workflowId,
      taskQueue: 'orchestration',
      staticSummary: `conversation · ${ownerId}`,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: SEARCH_ATTRIBUTES.owner, value: ownerId },
      ]),
    });
  }
}

function keyOf(scope: string) {
  return { scope, key: `key of ${scope}`, requestHash: 'h' };
}
