import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ErrorCode } from '#contracts/model';
import type {
  ChunkOutcome,
  ChunkRequest,
  EndTaskRequest,
  PlanOutcome,
  PlanRequest,
  ProbeOutcome,
  ProbeRequest,
  SpeakersOutcome,
  SpeechActivities,
  StitchOutcome,
  StitchRequest,
  TaskActivities,
  TranscriptActivities,
  VoicesRequest,
} from '#contracts/workflows';

/** A clip of a test. Each chunk has ten seconds, each stretch starts with a second of silence. */
export interface ScriptedClip {
  /** Number of chunks of each stretch. */
  readonly stretches: readonly number[];
  /** Index of a chunk that fails for good. */
  readonly failingChunk?: number;
  readonly probeFailure?: ErrorCode;
  readonly skip?: boolean;
  /** The worker is of an earlier version, whose `probeClip` plans nothing. */
  readonly onlyProbes?: boolean;
  /** Its speakers are to be told apart. */
  readonly tellsSpeakers?: boolean;
  /** Its voices cannot be embedded. */
  readonly voicesFailure?: ErrorCode;
  /** Embedding waits until the test opens the gate. */
  readonly voiceGate?: Promise<void>;
  /** Chunks wait until the test opens the gate. */
  readonly gate?: Promise<void>;
}

const CHUNK_MS = 10_000;
/** Silence at the start of each stretch. */
const SILENCE_MS = 1_000;

/** Activities of a transcription that follow a script and log their calls. */
export class ScriptedActivities implements SpeechActivities, TaskActivities, TranscriptActivities {
  readonly log: string[] = [];
  readonly endings: EndTaskRequest[] = [];
  readonly stopped: number[] = [];
  /** What the transcript was told of its speakers. */
  stitched: Partial<Record<'tellsSpeakers' | 'voicesFailure', unknown>> = {};
  running = 0;
  mostRunning = 0;

  constructor(private readonly clip: ScriptedClip) {}

  /** The activities as plain functions, as a worker needs them. */
  asFunctions(): SpeechActivities & TaskActivities & TranscriptActivities {
    return {
      probeClip: (request) => this.probeClip(request),
      planChunks: (request) => this.planChunks(request),
      transcribeChunk: (request) => this.transcribeChunk(request),
      embedVoices: (request) => this.embedVoices(request),
      groupVoices: () => this.groupVoices(),
      stitchTranscript: (request) => this.stitchTranscript(request),
      endTask: (request) => this.endTask(request),
    };
  }

  async probeClip({ plansFirstStretch, ...run }: ProbeRequest): Promise<ProbeOutcome> {
    this.log.push('probe');
    const { probeFailure, skip, stretches, onlyProbes } = this.clip;
    if (probeFailure) throw ApplicationFailure.nonRetryable('It cannot be read.', probeFailure);
    if (skip) return { kind: 'skip' };
    const told = this.clip.tellsSpeakers ? { tellsSpeakers: true } : {};
    const durationMs = this.startOf(stretches.length);
    const ready = { kind: 'ready' as const, durationMs, ...told };
    if (!plansFirstStretch || onlyProbes) return ready;
    return { ...ready, firstPlan: await this.planChunks({ ...run, fromMs: 0, firstIndex: 0 }) };
  }

  planChunks({ fromMs, firstIndex }: PlanRequest): Promise<PlanOutcome> {
    this.log.push(`plan ${firstIndex}`);
    const starts = this.clip.stretches.map((_, number) => this.startOf(number));
    const number = starts.indexOf(fromMs);
    const readToMs = this.startOf(number + 1);
    const nextFromMs = number + 1 < this.clip.stretches.length ? readToMs : null;
    const chunkCount = this.clip.stretches[number] ?? 0;
    return Promise.resolve({ chunkCount, silentMs: SILENCE_MS, nextFromMs, readToMs });
  }

  async transcribeChunk({ index }: ChunkRequest): Promise<ChunkOutcome> {
    this.log.push(`chunk ${index}`);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      if (index === this.clip.failingChunk)
        throw ApplicationFailure.nonRetryable('scripted failure', 'internal');
      await waitFor(this.clip.gate);
    } finally {
      this.running -= 1;
      this.stopped.push(index);
    }
    return { audioMs: CHUNK_MS, warnings: [] };
  }

  async embedVoices({ fromIndex, toIndex }: VoicesRequest): Promise<void> {
    this.log.push(`voices ${fromIndex} to ${toIndex}`);
    const { voicesFailure, voiceGate } = this.clip;
    if (voicesFailure) throw ApplicationFailure.nonRetryable('It does not work.', voicesFailure);
    await waitFor(voiceGate);
  }

  groupVoices(): Promise<SpeakersOutcome> {
    this.log.push('group');
    return Promise.resolve({ speakerCount: 2 });
  }

  stitchTranscript({ tellsSpeakers, voicesFailure }: StitchRequest): Promise<StitchOutcome> {
    this.log.push('stitch');
    this.stitched = { tellsSpeakers, voicesFailure };
    return Promise.resolve({ segmentCount: 1, warnings: [] });
  }

  endTask(request: EndTaskRequest): Promise<void> {
    this.log.push(`end ${request.ending.state}`);
    this.endings.push(request);
    return Promise.resolve();
  }

  private startOf(stretch: number): number {
    const before = this.clip.stretches.slice(0, stretch);
    return before.reduce((sum, chunks) => sum + chunks * CHUNK_MS + SILENCE_MS, 0);
  }
}

/** Waits for a gate, with heartbeats, until the activity is cancelled. */
async function waitFor(gate: Promise<void> | undefined): Promise<void> {
  if (!gate) return;
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), 50);
  try {
    await Promise.race([gate, context.cancelled]);
  } finally {
    clearInterval(timer);
  }
}
