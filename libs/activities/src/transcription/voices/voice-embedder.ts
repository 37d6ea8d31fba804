import type { VoicesRequest } from '#contracts/workflows';
import type { VoiceEngine } from '#engines';
import { AppError } from '#platform';
import type { ChunkToEmbed, ClipWork } from '#store';
import { unlessCancelled, type HeartbeatScope } from '../../shared/heartbeats.ts';
import { storeFinished } from '../../shared/store-finished.ts';
import { ClipSource } from '../clip-source.ts';
import { followReset } from '../follow-reset.ts';
import { soundOf } from '../sound-of.ts';
import type { SpeechDependencies } from '../speech-dependencies.ts';
import { voiceKey } from './voice-keys.ts';

/** Embeds the voices of chunks, each once. */
export class VoiceEmbedder {
  private readonly source: ClipSource;

  constructor(private readonly deps: SpeechDependencies) {
    this.source = new ClipSource(deps.transcriptions, deps.blobs);
  }

  /**
   * Stores the voices of some chunks, one after the other, so that memory stays bounded and a try that is lost goes
   * on with the next one.
   * @throws AppError those of the engine; `speech_engine_unavailable` when there is none
   */
  async embed(request: VoicesRequest, scope: HeartbeatScope): Promise<void> {
    const { voiceEngine, transcriptions, voices } = this.deps;
    await followReset(transcriptions, request);
    const work = await this.source.find(request);
    const chunks = await voices.chunks(request.taskId, request.fromIndex, request.toIndex);
    const open = chunks.filter(({ voiceKey: key }) => key === null);
    if (open.length === 0) return;
    if (voiceEngine === null) throw noEngine();
    scope.follow(() => voiceEngine.isResponsive);
    const engine = await unlessCancelled(voiceEngine.fingerprint());
    const total = chunks.length;
    for (const [number, chunk] of open.entries()) {
      scope.report({ done: total - open.length + number, total });
      const key = await this.embedChunk(voiceEngine, engine, work, chunk, scope);
      await voices.noteChunk(request, chunk.index, key);
    }
  }

  /** @returns the key under which the voices of the chunk are stored */
  private async embedChunk(
    voiceEngine: VoiceEngine,
    engine: string,
    { clip, settings }: ClipWork,
    { startMs, endMs }: ChunkToEmbed,
    { signal }: HeartbeatScope,
  ): Promise<string> {
    const { voices } = this.deps;
    const sound = soundOf(clip, settings);
    const range = { sound, startMs, endMs };
    const key = voiceKey({ sha256: clip.sha256, engine, ...range });
    if (await voices.has(key)) return key;
    const path = await this.source.pathOf(clip);
    const heard = await voiceEngine.voices({ path, ...range }, { signal });
    const result = { key, audioSha256: clip.sha256, engine, ...heard };
    await storeFinished(async (again) => {
      if (!again || !(await voices.has(key))) await voices.save(result);
    }, signal);
    return key;
  }
}

function noEngine(): AppError {
  const message = 'This worker has no engine for voices.';
  return new AppError('speech_engine_unavailable', message, { retryable: false });
}
