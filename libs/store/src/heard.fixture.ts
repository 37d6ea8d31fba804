import type { HeardSegment, PlannedChunk } from '#contracts/model';
import type { ChunkResult, PlanRecord } from './transcripts/transcription/transcription.records.ts';
import type { TaskRecord } from './tasks/task.records.ts';
import type { StitchSummary } from './transcripts/replace-segments.ts';
import type { CompletedTranscript } from './transcripts/transcripts.repository.ts';
import { runOf, type TestStore } from './store.fixture.ts';
import type { FinishedChunk } from './transcripts/transcription/finished-chunks.ts';

/** Length of each chunk of {@link aPlan}. */
export const CHUNK_MS = 10_000;

/** A stretch without silence, split into chunks of ten seconds. */
export function aPlan(chunkCount: number, changes: Partial<PlanRecord> = {}): PlanRecord {
  const chunks = Array.from({ length: chunkCount }, (_, index) => chunkAt(index));
  const readToMs = chunkCount * CHUNK_MS;
  const whole = { fromMs: 0, nextFromMs: null, readToMs, firstIndex: 0 };
  return { ...whole, chunks, silentMs: 0, warnings: [], ...changes };
}

export function chunkAt(index: number): PlannedChunk {
  return { startMs: index * CHUNK_MS, endMs: (index + 1) * CHUNK_MS, overlapsPrevious: false };
}

/** A segment of a single word. */
export function aSegment(text: string, startMs = 0): HeardSegment {
  const word = { startMs, endMs: startMs + 500, text, confidence: 0.9 };
  return { startMs, endMs: word.endMs, text, words: [word], confidence: 0.9 };
}

export function aResult(key: string, texts: readonly string[] = [key]): ChunkResult {
  const segments = texts.map((text, index) => aSegment(text, index * 500));
  return { key, audioSha256: null, engine: 'instant', language: 'en', segments, warnings: [] };
}

/** Concatenates chunks unchanged. */
export async function* joinChunks(
  chunks: AsyncIterable<FinishedChunk>,
): AsyncGenerator<HeardSegment, StitchSummary> {
  let segmentCount = 0;
  for await (const { result } of chunks) {
    yield* result.segments;
    segmentCount += result.segments.length;
  }
  return { engine: 'instant', segmentCount, wordCount: segmentCount, narratives: [], warnings: [] };
}

/** Runs a transcription from start to completion; each text becomes a segment. */
export async function transcribe(
  store: TestStore,
  task: TaskRecord,
  texts: readonly string[],
  narratives: readonly string[] = [],
): Promise<CompletedTranscript | null> {
  const run = runOf(task);
  await store.repositories.transcriptions.start(run, 'run-1');
  await store.repositories.transcriptions.savePlan(run, aPlan(1));
  const result = aResult(`${task.id}:${task.attempt}`, texts);
  const chunk = { index: 0, resultKey: result.key, audioMs: CHUNK_MS };
  await store.repositories.transcriptions.finishChunk(run, chunk, result);
  return store.repositories.transcripts.complete(run, task.clipId ?? '', async function* (chunks) {
    const summary = yield* joinChunks(chunks);
    return { ...summary, narratives };
  });
}
