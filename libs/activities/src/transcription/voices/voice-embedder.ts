import type { SoundChoice, TimeRange } from '#contracts/model';
import type { VoicesRequest } from '#contracts/workflows';
import type { VoiceEngine } from '#engines';
import { AppError } from '#platform';
import type { ClipRow } from '#store';
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
    const { clip, settings } = await this.source.find(request);
    const chunks = await voices.chunks(request.taskId, request.fromIndex, request.toIndex);
    const open = chunks.filter(({ voiceKey: key }) => key === null);
    if (open.length === 0) return;
    const engine = await openVoices(voiceEngine, scope);
    const total = chunks.length;
    for (const [number, chunk] of open.entries()) {
      scope.report({ done: total - open.length + number, total });
      const recording = { clip, sound: soundOf(clip, settings) };
      const key = await this.embedRange(engine, recording, chunk, scope);
      await voices.noteChunk(request, chunk.index, key);
    }
  }

  /**
   * Stores the voices in a range, unless they are stored.
   * @returns the key under which they are
   */
  async embedRange(
    { engine, fingerprint }: OpenVoices,
    { clip, sound }: { readonly clip: ClipRow; readonly sound: SoundChoice },
    { startMs, endMs }: TimeRange,
    { signal }: HeartbeatScope,
  ): Promise<string> {
    const { voices } = this.deps;
    const range = { sound, startMs, endMs };
    const key = voiceKey({ sha256: clip.sha256, engine: fingerprint, ...range });
    if (await voices.has(key)) return key;
    const path = await this.source.pathOf(clip);
    const heard = await engine.voices({ path, ...range }, { signal });
    const result = { key, audioSha256: clip.sha256, engine: fingerprint, ...heard };
    await storeFinished(async (again) => {
      if (!again || !(await voices.has(key))) await voices.save(result);
    }, signal);
    return key;
  }
}

/** An engine that is ready, and what identifies it. */
export interface OpenVoices {
  readonly engine: VoiceEngine;
  readonly fingerprint: string;
}

/**
 * Waits until an engine for voices is ready. Heartbeats follow it from then on.
 * @throws AppError `speech_engine_unavailable` when there is none
 */
export async function openVoices(
  engine: VoiceEngine | null,
  scope: HeartbeatScope,
): Promise<OpenVoices> {
  if (engine === null) throw noEngine();
  scope.follow(() => engine.isResponsive);
  return { engine, fingerprint: await unlessCancelled(engine.fingerprint()) };
}

function noEngine(): AppError {
  const message = 'This worker has no engine for voices.';
  return new AppError('speech_engine_unavailable', message, { retryable: false });
}
