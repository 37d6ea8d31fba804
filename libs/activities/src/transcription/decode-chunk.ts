import type { HeardSegment } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import { cutRepetitions, findRepetition } from '#domain';
import type {
  DecodingMode,
  EngineCall,
  SegmentListener,
  SpeechEngine,
  TranscribeRequest,
} from '#engines';

/** Result of decoding a chunk. */
export interface DecodedChunk {
  readonly language: string;
  readonly segments: readonly HeardSegment[];
  readonly warnings: readonly TaskWarning[];
}

/** Receives segments while a chunk is being decoded. */
export interface DecodingListener {
  readonly onSegment: SegmentListener;
  /** Discards all segments so far: the chunk is decoded again from its start. */
  onRestart(): void;
}

/**
 * Decodes a chunk. When the engine repeats itself, the chunk is decoded again in `careful` mode;
 * remaining repetitions are cut, with a warning.
 */
export async function decodeChunk(
  engine: SpeechEngine,
  chunk: Omit<TranscribeRequest, 'decoding'>,
  listener: DecodingListener,
  call: EngineCall,
): Promise<DecodedChunk> {
  const decode = (decoding: DecodingMode) =>
    engine.transcribe({ ...chunk, decoding }, listener.onSegment, call);
  const heard = await decode('standard');
  if (findRepetition(heard.segments) === null) return { ...heard, warnings: [] };
  listener.onRestart();
  const again = await decode('careful');
  const { segments, cutAtMs } = cutRepetitions(again.segments);
  return { language: again.language, segments, warnings: cutAtMs.map(repetitionCut) };
}

function repetitionCut(atMs: number): TaskWarning {
  const message = 'The engine repeated a phrase many times here; one occurrence was kept.';
  return { code: 'repetition_cut', message, atMs };
}
