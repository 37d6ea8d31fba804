import type { HeardSegment, PlannedChunk } from '#contracts/model';
import type { EngineCall } from '../../engine-call.ts';
import type { PlannedStretch, SpeechEngine } from '../speech-engine.port.ts';

/** An engine under test, and a recording of speech that it can read. */
export interface EngineUnderTest {
  readonly engine: SpeechEngine;
  readonly path: string;
  readonly durationMs: number;
}

const STRETCH_MS = 5_000;
const CHUNK_TARGET_MS = 5_000;

/** The contract that every adapter of `SpeechEngine` must satisfy. */
export function itKeepsTheSpeechEngineContract(create: () => EngineUnderTest): void {
  let subject: EngineUnderTest;
  beforeAll(() => {
    subject = create();
  });
  afterAll(() => subject.engine.close());

  it('has the same fingerprint in another instance', async () => {
    const other = create();
    expect(await other.engine.fingerprint()).toBe(await subject.engine.fingerprint());
    await other.engine.close();
  });

  it('returns the length of the recording', async () => {
    const probe = await subject.engine.probe(subject.path, call());
    expect(Math.abs((probe.durationMs ?? 0) - subject.durationMs)).toBeLessThan(100);
  });

  it('plans stretch by stretch to the end, in order and deterministically', async () => {
    const stretches = await planAll(subject);
    const chunks = stretches.flatMap((stretch) => stretch.chunks);
    expect(chunks.length).toBeGreaterThan(0);
    for (const [index, chunk] of chunks.entries()) expectAfter(chunks[index - 1], chunk);
    const readToMs = stretches.at(-1)?.readToMs ?? 0;
    expect(Math.abs(readToMs - subject.durationMs)).toBeLessThan(100);
    expect(await planAll(subject)).toEqual(stretches);
  });

  it('passes each segment to the listener, within the range, and stays responsive', async () => {
    const request = { ...range(subject), language: null, decoding: 'standard' } as const;
    const received: HeardSegment[] = [];
    const responsive = [subject.engine.isResponsive];
    const onSegment = (segment: HeardSegment) => {
      received.push(segment);
      responsive.push(subject.engine.isResponsive);
    };
    const heard = await subject.engine.transcribe(request, onSegment, call());
    expect(new Set([...responsive, subject.engine.isResponsive])).toEqual(new Set([true]));
    expect(heard.segments).toEqual(received);
    expect(heard.segments.length).toBeGreaterThan(0);
    for (const segment of heard.segments) expectWithin(segment, request.startMs, request.endMs);
  });

  it('rejects with the reason when it is aborted', async () => {
    const reason = new Error('cancelled by the caller');
    const signal = AbortSignal.abort(reason);
    const request = { ...range(subject), language: 'en', decoding: 'standard' } as const;
    await expect(subject.engine.probe(subject.path, { signal })).rejects.toBe(reason);
    const transcribed = subject.engine.transcribe(request, () => undefined, { signal });
    await expect(transcribed).rejects.toBe(reason);
  });
}

/** Options of a call that is never cancelled. */
export function call(): EngineCall {
  return { signal: new AbortController().signal };
}

function range({ path, durationMs }: EngineUnderTest) {
  return { path, startMs: 0, endMs: durationMs };
}

async function planAll({ engine, path }: EngineUnderTest): Promise<PlannedStretch[]> {
  const stretches: PlannedStretch[] = [];
  for (let fromMs: number | null = 0; fromMs !== null;) {
    const request = { path, fromMs, stretchMs: STRETCH_MS, chunkTargetMs: CHUNK_TARGET_MS };
    const stretch: PlannedStretch = await engine.plan(request, call());
    expect(stretch.nextFromMs ?? Infinity).toBeGreaterThan(fromMs);
    stretches.push(stretch);
    fromMs = stretch.nextFromMs;
  }
  return stretches;
}

function expectAfter(before: PlannedChunk | undefined, chunk: PlannedChunk): void {
  expect(chunk.endMs).toBeGreaterThan(chunk.startMs);
  expect(chunk.endMs - chunk.startMs).toBeLessThanOrEqual(CHUNK_TARGET_MS);
  if (before === undefined) return;
  if (chunk.overlapsPrevious) expect(chunk.startMs).toBeLessThan(before.endMs);
  else expect(chunk.startMs).toBeGreaterThanOrEqual(before.endMs);
}

function expectWithin(segment: HeardSegment, startMs: number, endMs: number): void {
  for (const timed of [segment, ...segment.words]) {
    expect(timed.startMs).toBeGreaterThanOrEqual(startMs);
    expect(timed.endMs).toBeGreaterThanOrEqual(timed.startMs);
    expect(timed.endMs).toBeLessThanOrEqual(endMs);
    expect(timed.confidence).toBeGreaterThan(0);
    expect(timed.confidence).toBeLessThanOrEqual(1);
  }
}
