import { activityInfo } from '@temporalio/activity';
import type {
  ChunkOutcome,
  ChunkRequest,
  ClipRun,
  PlanOutcome,
  PlanRequest,
  ProbeOutcome,
  SpeechActivities,
  TaskWarning,
} from '#contracts/messages';
import { uniqueAudioMs } from '#domain';
import type { PlannedStretch, SpeechEngine } from '#engines';
import { AppError, type Logger } from '#platform';
import type { BlobStore, ChunkRecord, ClipRow, TranscriptionRepository } from '#store';
import { atBorder } from '../shared/activity-border.ts';
import { withHeartbeat } from '../shared/with-heartbeat.ts';
import { chunkKey } from './chunk-key.ts';
import { decodeChunk, type DecodedChunk } from './decode-chunk.ts';
import { PartialWriter } from './partial-writer.ts';

/** What a worker needs to turn clips into words. */
export interface SpeechDependencies {
  readonly engine: SpeechEngine;
  readonly transcriptions: TranscriptionRepository;
  readonly blobs: BlobStore;
  readonly logger: Logger;
  readonly settings: {
    readonly chunkTargetMs: number;
    /** Audio that one planning activity reads. */
    readonly stretchMs: number;
    readonly maxAudioMs: number;
    readonly language: string | null;
  };
}

/** The activities of the `speech` queue, closed over their dependencies. */
export function createSpeechActivities(dependencies: SpeechDependencies): SpeechActivities {
  const work = new SpeechWork(dependencies);
  const { logger } = dependencies;
  return {
    probeClip: atBorder(logger, (run) => work.probe(run)),
    planChunks: atBorder(logger, (request) => work.plan(request)),
    transcribeChunk: atBorder(logger, (request) => work.transcribe(request)),
  };
}

class SpeechWork {
  constructor(private readonly deps: SpeechDependencies) {}

  async probe(run: ClipRun): Promise<ProbeOutcome> {
    const { engine, transcriptions } = this.deps;
    const { runId } = activityInfo().workflowExecution ?? { runId: '' };
    if (!(await transcriptions.start(run, runId))) return { kind: 'skip' };
    const path = await this.pathOf(await this.clipOf(run));
    const probe = await withHeartbeat(0, ({ signal }) => engine.probe(path, { signal }));
    this.refuseTooLong(probe.durationMs ?? 0);
    await transcriptions.recordProbe(run, run.clipId, probe);
    return { kind: 'ready', durationMs: probe.durationMs };
  }

  async plan(request: PlanRequest): Promise<PlanOutcome> {
    const { engine, transcriptions, settings } = this.deps;
    const path = await this.pathOf(await this.clipOf(request));
    const { fromMs, firstIndex } = request;
    const { stretchMs, chunkTargetMs } = settings;
    const stretch = await withHeartbeat(stretchMs, ({ signal }) =>
      engine.plan({ path, fromMs, stretchMs, chunkTargetMs }, { signal }),
    );
    this.refuseTooLong(stretch.readToMs);
    const { chunks, readToMs, nextFromMs } = stretch;
    const silentMs = Math.max(0, readToMs - fromMs - uniqueAudioMs(chunks));
    const warnings = truncationWarnings(stretch);
    await transcriptions.savePlan(request, { firstIndex, chunks, silentMs, readToMs, warnings });
    return { chunkCount: chunks.length, silentMs, nextFromMs, readToMs };
  }

  async transcribe(request: ChunkRequest): Promise<ChunkOutcome> {
    const { transcriptions } = this.deps;
    const chunk = await transcriptions.findChunk(request.taskId, request.index);
    if (chunk === null) throw new AppError('internal', `Chunk ${request.index} was not planned.`);
    const audioMs = await this.newAudioMs(chunk);
    if (chunk.resultKey !== null) return { audioMs, warnings: [] };
    const clip = await this.clipOf(request);
    const engine = await this.deps.engine.fingerprint();
    const key = this.keyOf(clip, chunk, engine);
    const stored = await transcriptions.findResult(key);
    const result = stored ?? (await this.decodeAndStore(request, clip, chunk, { key, engine }));
    await transcriptions.finishChunk(request, { index: chunk.index, resultKey: key, audioMs });
    return { audioMs, warnings: result.warnings };
  }

  private async decodeAndStore(
    request: ChunkRequest,
    clip: ClipRow,
    chunk: ChunkRecord,
    identity: { readonly key: string; readonly engine: string },
  ): Promise<DecodedChunk> {
    const decoded = await this.decode(request, await this.pathOf(clip), chunk);
    await this.deps.transcriptions.saveResult({ ...identity, ...decoded });
    return decoded;
  }

  private async decode(
    request: ChunkRequest,
    path: string,
    chunk: ChunkRecord,
  ): Promise<DecodedChunk> {
    const { engine, transcriptions, settings, logger } = this.deps;
    const { startMs, endMs } = chunk;
    const partial = new PartialWriter(
      (segments) => transcriptions.savePartial(request, chunk.index, segments),
      (err) => logger.warn({ taskId: request.taskId, err }, 'partial text could not be stored'),
    );
    const range = { path, startMs, endMs, language: settings.language };
    try {
      return await withHeartbeat(endMs - startMs, ({ signal, report }) =>
        decodeChunk(
          engine,
          range,
          (segment) => {
            partial.push(segment);
            const doneMs = Math.min(segment.endMs, endMs) - startMs;
            report({ doneMs, totalMs: endMs - startMs, lastSegmentEndMs: segment.endMs });
          },
          { signal },
        ),
      );
    } finally {
      await partial.stop();
    }
  }

  /** An overlap with the chunk before was counted there. */
  private async newAudioMs(chunk: ChunkRecord): Promise<number> {
    const before =
      chunk.overlapsPrevious && chunk.index > 0
        ? await this.deps.transcriptions.findChunk(chunk.taskId, chunk.index - 1)
        : null;
    return Math.max(0, chunk.endMs - Math.max(chunk.startMs, before?.endMs ?? 0));
  }

  private keyOf(clip: ClipRow, chunk: ChunkRecord, engine: string): string {
    const { language } = this.deps.settings;
    const { startMs, endMs } = chunk;
    return chunkKey({ sha256: clip.sha256, startMs, endMs, engine, language });
  }

  private async clipOf(run: ClipRun): Promise<ClipRow> {
    const clip = await this.deps.transcriptions.findClip(run.clipId);
    if (clip !== null) return clip;
    throw new AppError('not_found', `There is no clip ${run.clipId} any more.`);
  }

  private pathOf(clip: ClipRow): Promise<string> {
    return this.deps.blobs.localPath(clip.sha256);
  }

  private refuseTooLong(durationMs: number): void {
    const { maxAudioMs } = this.deps.settings;
    if (durationMs <= maxAudioMs) return;
    const minutes = (ms: number) => Math.round(ms / 60_000);
    throw new AppError(
      'audio_too_long',
      `The clip lasts ${minutes(durationMs)} minutes; the limit is ${minutes(maxAudioMs)}.`,
    );
  }
}

function truncationWarnings(stretch: PlannedStretch): readonly TaskWarning[] {
  if (!stretch.truncated) return [];
  const message = 'The clip ends before its stated length; what is there was transcribed.';
  return [{ code: 'audio_truncated', message, atMs: stretch.readToMs }];
}
