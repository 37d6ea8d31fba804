import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import type { ExportScope } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { ExportActivities, WriteExport } from '#contracts/workflows';
import { DiskBlobStore, ExportFolder, type ExportRecord } from '#store';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { transcribe } from '../../../store/src/heard.fixture.ts';
import {
  aDocument,
  aFact,
  aReading,
  aReport,
  newProject,
  takenOfProject,
} from '../../../store/src/projects.fixture.ts';
import { aClip, anExchange, runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import { exporting } from './export.handler.ts';
import { nameVoice } from './furnished-speakers.fixture.ts';
import { summarise } from './furnished-summary.fixture.ts';

const logger = pino({ level: 'silent' });

/** What an owner has, who has something of everything. */
export interface Furnished {
  readonly ownerId: string;
  readonly projectId: string;
  readonly conversationId: string;
  /** Bytes of the only recording, and of the only document. */
  readonly audio: Buffer;
  readonly document: Buffer;
}

/** An installation that makes exports. */
export class ExportingInstallation {
  readonly blobs: DiskBlobStore;
  readonly files: ExportFolder;
  readonly all: ExportActivities;

  private constructor(
    readonly store: TestStore,
    readonly folder: string,
    given: Partial<ExportDependencies>,
  ) {
    this.blobs = new DiskBlobStore(path.join(folder, 'blobs'));
    this.files = new ExportFolder(this.exportsFolder);
    this.all = exporting.create({
      ...store.repositories,
      ...{ blobs: this.blobs, exportFolder: this.files, exportsKeptMs: 60_000, logger },
      ...{ productVersion: '1.2.3', schemaVersion: () => Promise.resolve(8) },
      ...given,
    });
  }

  static async open(given: Partial<ExportDependencies> = {}): Promise<ExportingInstallation> {
    const folder = await temporaryFolder('exporting');
    return new ExportingInstallation(await TestStore.open(), folder, given);
  }

  get exportsFolder(): string {
    return path.join(this.folder, 'exports');
  }

  /** The same data and folders, in another process. */
  another(given: Partial<ExportDependencies>): ExportingInstallation {
    return new ExportingInstallation(this.store, this.folder, given);
  }

  async close(): Promise<void> {
    await this.store.close();
    await rm(this.folder, { recursive: true });
  }

  /** Path of the bytes of a blob. */
  blobFile(sha256: string): string {
    return path.join(this.folder, 'blobs', 'sha256', sha256.slice(0, 2), sha256);
  }

  async keep(bytes: Buffer): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
    const staged = await this.blobs.stage(Readable.from([bytes]), bytes.length);
    await staged.keep();
    return { sha256: staged.sha256, sizeBytes: staged.sizeBytes };
  }

  /** Runs an activity as Temporal would. */
  run<Outcome>(work: () => Promise<Outcome>, input?: TaskRun): Promise<Outcome> {
    const { retries, tasks } = this.store.repositories;
    const interceptors = [activityInterceptors({ retries, tasks, logger })];
    return activityEnvironment({ heartbeatTimeoutMs: 10_000 }, interceptors).run(
      work,
      ...(input ? [input] : []),
    );
  }

  request(scope: ExportScope): Promise<ExportRecord> {
    return this.store.repositories.exports.request(scope, null);
  }

  /** Runs all activities in the order of the workflow. @returns the path of the file */
  async export(scope: ExportScope): Promise<string> {
    const { id, task } = await this.request(scope);
    const run = runOf(task);
    const collected = await this.run(() => this.all.collectExport(run));
    if (collected.kind === 'skip') throw new Error('the run has ended');
    const written = await this.run(() => this.all.writeExport(partOf(run, collected.bytes)));
    await this.run(() => this.all.finishExport({ ...run, ...written }));
    return path.join(this.exportsFolder, `${id}.zip`);
  }

  /** An owner with something of everything. @param audio bytes of the recording */
  async furnish(ownerId: string, audio: Buffer = randomBytes(40_000)): Promise<Furnished> {
    const projectId = (await newProject(this.store, { ownerId })).id;
    const { repositories } = this.store;
    const given = { title: `Launch / "${ownerId}": plan?`, tags: ['a, b', '=1'], glossary: ['AI'] };
    const named = { ...given, ownerId, projectId };
    const { id: conversationId } = await repositories.conversations.create(named, null);
    for (const [level, id] of [
      ['owner', ownerId],
      ['project', projectId],
      ['conversation', conversationId],
    ] as const) {
      const kaito = { term: 'Kaito', soundsLike: [`Kyto of ${level}`], language: 'en' };
      await repositories.glossaries.change({ level, id }, ({ entries }) => [...entries, kaito]);
    }
    const minutes = { template: 'minutes', prompt: null } as const;
    const ofProject = { transcriptStyle: 'verbatim', spokenLanguage: 'auto' } as const;
    await repositories.projects.change(projectId, { ...ofProject, summaryStyle: minutes });
    const brief = { template: 'brief', prompt: null } as const;
    const own = { transcriptStyle: 'clean', spokenLanguage: 'de', summaryStyle: brief } as const;
    await repositories.conversations.change(conversationId, own);
    await repositories.exchanges.add(anExchange(conversationId, 'teh launch is in May'), null);
    await this.correct(conversationId);
    await this.record(conversationId, audio);
    await nameVoice(this.store, conversationId);
    await summarise(this.store, conversationId);
    await repositories.conversations.change(conversationId, { archived: true });
    const memory = { ownerId, narrative: `${ownerId} prefers mornings`, priorDialogue: [] };
    const written = await repositories.memories.write(memory, null, false);
    await repositories.memories.setPin(written.id, true);
    await repositories.memoryEdits.edit(written.id, `${ownerId} prefers evenings`);
    const document = Buffer.from('Item;Amount\nCables;300\n');
    await this.report(projectId, conversationId, document);
    return { ownerId, projectId, conversationId, audio, document };
  }

  private async correct(conversationId: string): Promise<void> {
    const { corrections } = this.store.repositories;
    const run = runOf(await this.store.taken(conversationId, 'correction'));
    const work = await corrections.start(run, 'run-1');
    const { segmentId = '', raw = '' } = work?.segments[0] ?? {};
    const place = { start: 0, end: 3, before: 'teh', after: 'the' };
    const span = { ...place, outcome: 'taken', rule: 'spelling' } as const;
    const corrected = { segmentId, raw, spans: [span] };
    await corrections.complete(run, { engine: 'instant', corrections: [corrected], warnings: [] });
  }

  /** A recording that is transcribed, edited, and transcribed again. */
  private async record(conversationId: string, audio: Buffer): Promise<void> {
    const { clips, requestedTasks, segments, transcripts } = this.store.repositories;
    const clip = {
      ...aClip(conversationId),
      ...(await this.keep(audio)),
      fileName: 'a/b: CON?.wav',
    };
    const clipId = await clips.acceptClip(clip, null);
    await transcribe(this.store, await this.store.taskOf(clipId), ['We', 'agreed.']);
    const again = await requestedTasks.create({ type: 'transcription', clipId }, null);
    await transcribe(this.store, again, ['We', 'agree.'], ['Ada: We agree on all of it.']);
    // As if two voices had been heard at once.
    await this.store.database.db.execute(
      `UPDATE segments SET words = jsonb_set(words, '{0,overlap}', 'true') WHERE clip_id = '${clipId}'`,
    );
    const heard = (await transcripts.find(conversationId))?.turns.at(-1)?.segments.at(-1);
    await segments.edit(conversationId, heard?.id ?? '', 'agreed!');
  }

  /** A document that is read, facts, a decision, and a report. */
  private async report(projectId: string, conversationId: string, bytes: Buffer): Promise<void> {
    const { documents, documentReading, facts, projects, reportRuns, reportRequests, transcripts } =
      this.store.repositories;
    const given = { ...aDocument(projectId), ...(await this.keep(bytes)) };
    const document = await documents.add(given, null, () => Promise.resolve());
    const reading = runOf(await takenOfProject(this.store, projectId, 'document_reading'));
    await documentReading.start(reading, 'run-1');
    const cells = [{ column: 'Item', text: 'Cables' }];
    const part = { text: 'Item: Cables', cells, place: { row: 2 } };
    await documentReading.complete(reading, document, {
      format: 'csv',
      parts: [part],
      warnings: [],
    });
    await projects.setPlan(projectId, {
      budget: [],
      goals: [],
      milestones: [{ name: 'Doors', on: '2026-12-01' }],
    });
    const { task } = await reportRequests.request(projectId, { agent: 'financial' }, null);
    const work = await reportRuns.start(runOf(task), 'run-1');
    if (work === null) throw new Error('there is nothing to report');
    const turnId = (await transcripts.find(conversationId))?.turns[0]?.turnId ?? '';
    const fact = aFact(conversationId);
    const cited = { ...fact, citation: { ...fact.citation, turnId, conversationId } };
    const id = aReading(projectId, conversationId).facts?.[0]?.id ?? '';
    await reportRuns.keepReading(
      aReading(projectId, conversationId, { facts: [{ ...cited, id }] }),
    );
    await facts.decide(projectId, id, { kind: 'confirmed' });
    await reportRuns.complete(runOf(task), work, aReport(await reportRuns.material(work)));
  }
}

/** The step that writes. */
export function partOf(run: TaskRun, bytes: number): WriteExport {
  return { ...run, doneBytes: 0, stepBytes: bytes, totalBytes: bytes };
}
