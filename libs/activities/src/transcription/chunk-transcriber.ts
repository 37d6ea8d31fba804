import type { SoundChoice } from '#contracts/model';
import type { ChunkOutcome, ChunkRequest } from '#contracts/workflows';
import type { SegmentListener, SpeechEngine } from '#engines';
import { AppError } from '#platform';
import type { ChunkWork } from '#store';
import { storeFinished } from '../shared/store-finished.ts';
import { unlessCancelled, type HeartbeatScope } from '../shared/heartbeats.ts';
import { AudioMeter } from './audio-meter.ts';
import { chunkKey } from './chunk-key.ts';
import { decodeChunk, type DecodedChunk } from './decode-chunk.ts';
import { followReset } from './follow-reset.ts';
import { PartialWriter } from './partial-writer.ts';
import { ServiceHealth } from './service-health.ts';
import { soundOf } from './sound-of.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';

/** How the chunks of a task are decoded. */
interface Decoder {
  readonly engine: SpeechEngine;
  /** As tasks request it. */
  readonly engineName: string;
  /** ISO 639-1, or `null` to detect it. */
  readonly language: string | null;
  readonly sound: SoundChoice;
}

/** Transcribes single chunks. */
export class ChunkTranscriber {
  private readonly meter: AudioMeter;
  private readonly health: ServiceHealth;

  constructor(private readonly deps: SpeechDependencies) {
    this.meter = new AudioMeter(deps);
    this.health = new ServiceHealth(deps);
  }

  async transcribe(request: ChunkRequest, scope: HeartbeatScope): Promise<ChunkOutcome> {
    const { transcriptions } = this.deps;
    const { taskId, index } = request;
    await followReset(transcriptions, request);
    const work = await transcriptions.findChunkWork(taskId, index);
    if (work === null) throw notPlanned(index);
    const decoder = this.decoderOf(work);
    scope.follow(() => decoder.engine.isResponsive);
    const engine = await unlessCancelled(decoder.engine.fingerprint());
    const resultKey = work.chunk.resultKey ?? keyOf(work, engine, decoder);
    const chunk = { index, resultKey, audioMs: newAudioMs(work) };
    const stored = await transcriptions.findResult(resultKey);
    if (stored !== null) {
      await transcriptions.finishChunk(request, chunk);
      return { audioMs: chunk.audioMs, warnings: stored.warnings };
    }
    const decoded = await this.decode(request, work, decoder, scope);
    const result = { key: resultKey, audioSha256: work.clip.sha256, engine, ...decoded };
    await storeFinished(async (again) => {
      const isStored = again && (await transcriptions.findResult(resultKey)) !== null;
      await transcriptions.finishChunk(request, chunk, isStored ? null : result);
    }, scope.signal);
    return { audioMs: chunk.audioMs, warnings: decoded.warnings };
  }

  private async decode(
    request: ChunkRequest,
    { chunk, clip }: ChunkWork,
    { engine, engineName, language, sound }: Decoder,
    { signal, report }: HeartbeatScope,
  ): Promise<DecodedChunk> {
    const { startMs, endMs } = chunk;
    const path = await this.deps.blobs.localPath(clip.sha256);
    const partial = this.partialWriter(request);
    const onSegment: SegmentListener = (segment) => {
      partial.push(segment);
      const done = Math.min(segment.endMs, endMs) - startMs;
      report({ done, total: endMs - startMs, lastSegmentEndMs: segment.endMs });
    };
    const listener = { onSegment, onRestart: () => partial.restart() };
    try {
      const range = { path, sound, startMs, endMs, language };
      return await this.health.watched(engine, engineName, () =>
        this.meter.metered(engine, request.taskId, signal, (call) =>
          decodeChunk(engine, range, listener, call),
        ),
      );
    } finally {
      await partial.stop();
    }
  }

  private partialWriter(request: ChunkRequest): PartialWriter {
    const { transcriptions, logger } = this.deps;
    return new PartialWriter(
      (segments) => transcriptions.savePartial(request, request.index, segments),
      (err) => logger.warn({ taskId: request.taskId, err }, 'partial text could not be stored'),
    );
  }

  /** Settings of the task override those of the worker. */
  private decoderOf({ clip, settings }: ChunkWork): Decoder {
    const { engines, settings: defaults } = this.deps;
    const { language = defaults.language } = settings;
    return {
      engine: engines.choose(settings.engine),
      engineName: engines.nameOf(settings.engine),
      language: language === 'auto' ? null : language,
      sound: soundOf(clip, settings),
    };
  }
}

/** A retry has replaced the plan of this run; no later try will find the chunk. */
function notPlanned(index: number): AppError {
  return new AppError('internal', `Chunk ${index} was not planned.`, { retryable: false });
}

function keyOf({ chunk, clip }: ChunkWork, engine: string, decoder: Decoder): string {
  const { startMs, endMs } = chunk;
  const { language, sound } = decoder;
  return chunkKey({ sha256: clip.sha256, startMs, endMs, engine, language, sound });
}

/** An overlap with the previous chunk is counted there. */
function newAudioMs({ chunk, previousEndMs }: ChunkWork): number {
  return Math.max(0, chunk.endMs - Math.max(chunk.startMs, previousEndMs ?? 0));
}
