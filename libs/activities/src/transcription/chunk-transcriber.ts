import type { ChunkOutcome, ChunkRequest } from '#contracts/messages';
import type { SegmentListener } from '#engines';
import { AppError } from '#platform';
import type { ChunkRecord, ChunkResult, ClipRow } from '#store';
import { unlessCancelled, type HeartbeatScope } from '../shared/with-heartbeat.ts';
import { chunkKey } from './chunk-key.ts';
import { ClipSource } from './clip-source.ts';
import { decodeChunk, type DecodedChunk } from './decode-chunk.ts';
import { PartialWriter } from './partial-writer.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';

/** Turns single chunks into words. */
export class ChunkTranscriber {
  private readonly source: ClipSource;

  constructor(private readonly deps: SpeechDependencies) {
    this.source = new ClipSource(deps.transcriptions, deps.blobs);
  }

  async transcribe(request: ChunkRequest, scope: HeartbeatScope): Promise<ChunkOutcome> {
    const { transcriptions } = this.deps;
    const { taskId, index } = request;
    const chunk = await transcriptions.findChunk(taskId, index);
    if (chunk === null) throw new AppError('internal', `Chunk ${index} was not planned.`);
    const { key, warnings } = await this.resultOf(request, chunk, scope);
    const audioMs = await this.newAudioMs(chunk);
    await transcriptions.finishChunk(request, { index, resultKey: key, audioMs });
    return { audioMs, warnings };
  }

  /** The stored result of a chunk, decoded first when there is none. */
  private async resultOf(
    request: ChunkRequest,
    chunk: ChunkRecord,
    scope: HeartbeatScope,
  ): Promise<ChunkResult> {
    const { transcriptions } = this.deps;
    const clip = await this.source.find(request);
    const engine = await unlessCancelled(this.deps.engine.fingerprint());
    const key = chunk.resultKey ?? this.keyOf(clip, chunk, engine);
    const stored = await transcriptions.findResult(key);
    if (stored !== null) return stored;
    const path = await this.source.pathOf(clip);
    const result = { key, engine, ...(await this.decode(request, chunk, path, scope)) };
    await transcriptions.saveResult(result);
    return result;
  }

  private async decode(
    request: ChunkRequest,
    chunk: ChunkRecord,
    path: string,
    { signal, report }: HeartbeatScope,
  ): Promise<DecodedChunk> {
    const { startMs, endMs } = chunk;
    const { language } = this.deps.settings;
    const partial = this.partialWriter(request);
    const onSegment: SegmentListener = (segment) => {
      partial.push(segment);
      const doneMs = Math.min(segment.endMs, endMs) - startMs;
      report({ doneMs, totalMs: endMs - startMs, lastSegmentEndMs: segment.endMs });
    };
    const listener = { onSegment, onRestart: () => partial.restart() };
    try {
      const range = { path, startMs, endMs, language };
      return await decodeChunk(this.deps.engine, range, listener, { signal });
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
}
