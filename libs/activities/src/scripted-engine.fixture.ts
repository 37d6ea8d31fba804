import type { HeardSegment, SoundChoice } from '#contracts/model';
import {
  InstantSpeechEngine,
  type EngineCall,
  type PlannedStretch,
  type PlanStretchRequest,
  type ProbedRecording,
  type SegmentListener,
  type SpeechEngine,
  type TranscribedRange,
  type TranscribeRequest,
} from '#engines';

/** Length of the simulated recording. */
export const CLIP_MS = 20_000;

/** An engine controlled by its test, which records the ranges that it was called to decode. */
export class ScriptedEngine implements SpeechEngine {
  private readonly instant = new InstantSpeechEngine({ durationMs: CLIP_MS });
  readonly decoded: TranscribeRequest[] = [];
  readonly planned: PlanStretchRequest[] = [];
  /** What was to be listened to in each probe. */
  readonly probed: (SoundChoice | null)[] = [];
  /** What each recording contains. */
  contents: Partial<ProbedRecording> = {};
  otherLanguage: string | null = null;
  /** Whether it says what each call has used. */
  costly = false;
  /** As which language a range is decoded. */
  language: (request: TranscribeRequest) => string = ({ language }) => language ?? 'en';
  readonly capacity = 1;
  isResponsive = true;
  /** Number of calls in progress. */
  busy = 0;
  /** Thrown by every call. */
  failure: Error | null = null;
  /** The segments decoded from a range. */
  hears: (request: TranscribeRequest) => readonly HeardSegment[] = ({ startMs }) => [
    spoken('word', startMs),
  ];
  stretch: Partial<PlannedStretch> = {};
  statedMs: number | null = CLIP_MS;
  /** Decoding emits its segments, then waits for this. */
  restOfDecoding: Promise<unknown> = Promise.resolve();
  loading: Promise<unknown> = Promise.resolve();

  constructor(private readonly name = 'scripted:1') {}

  async fingerprint(): Promise<string> {
    await this.loading;
    return this.name;
  }

  async probe(path: string, call: EngineCall, sound?: SoundChoice): Promise<ProbedRecording> {
    this.throwFailure();
    this.probed.push(sound ?? null);
    const recording = await this.instant.probe(path, call);
    return { ...recording, durationMs: this.statedMs, ...this.contents };
  }

  async plan(request: PlanStretchRequest, call: EngineCall): Promise<PlannedStretch> {
    this.throwFailure();
    this.planned.push(request);
    return { ...(await this.instant.plan(request, call)), ...this.stretch };
  }

  async transcribe(
    request: TranscribeRequest,
    onSegment: SegmentListener,
    { signal, heard }: EngineCall,
  ): Promise<TranscribedRange> {
    const audioMs = request.endMs - request.startMs;
    if (this.costly) heard?.({ model: 'openai:scripted', audioMs });
    this.throwFailure();
    this.decoded.push(request);
    this.busy += 1;
    try {
      const segments = this.hears(request);
      for (const segment of segments) onSegment(segment);
      await Promise.race([this.restOfDecoding, abortOf(signal)]);
      return { language: this.language(request), otherLanguage: this.otherLanguage, segments };
    } finally {
      this.busy -= 1;
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure;
  }
}

/** Rejects when the signal is aborted, with an error of the engine itself. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Error('the engine stopped'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** A segment with a word every 100 ms. */
export function spoken(text: string, startMs: number): HeardSegment {
  const words = text.split(' ').map((word, number) => {
    const wordStartMs = startMs + number * 100;
    return { startMs: wordStartMs, endMs: wordStartMs + 90, text: word, confidence: 0.9 };
  });
  return { startMs, endMs: words.at(-1)?.endMs ?? startMs, text, words, confidence: 0.9 };
}
