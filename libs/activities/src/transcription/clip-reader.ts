import type { TaskWarning } from '#contracts/tasks';
import type { PlanOutcome, PlanRequest, ProbeOutcome, ProbeRequest } from '#contracts/workflows';
import { uniqueAudioMs } from '#domain';
import type { EngineCall, PlannedStretch, SpeechEngine } from '#engines';
import { AppError } from '#platform';
import type { ClipWork } from '#store';
import { workflowRunId } from '../shared/activity-run.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { ClipSource } from './clip-source.ts';
import { followReset } from './follow-reset.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';

/** A clip that is being read. */
interface Reading {
  readonly path: string;
  readonly engine: SpeechEngine;
  readonly call: EngineCall;
}

/** Opens clips and cuts them into chunks. */
export class ClipReader {
  private readonly source: ClipSource;

  constructor(private readonly deps: SpeechDependencies) {
    this.source = new ClipSource(deps.transcriptions, deps.blobs);
  }

  async probe(
    { plansFirstStretch = false, ...run }: ProbeRequest,
    scope: HeartbeatScope,
  ): Promise<ProbeOutcome> {
    const work = await this.source.start(run, workflowRunId());
    if (work === null) return { kind: 'skip' };
    const reading = await this.open(work, scope);
    const probe = await reading.engine.probe(reading.path, reading.call);
    const { durationMs } = probe;
    this.refuseTooLong(durationMs ?? 0);
    const recorded = this.deps.transcriptions.recordProbe(run, run.clipId, probe);
    if (!plansFirstStretch) {
      await recorded;
      return { kind: 'ready', durationMs };
    }
    const [stretch] = await Promise.all([this.read(reading, 0), recorded]);
    const firstPlan = await this.store({ ...run, fromMs: 0, firstIndex: 0 }, stretch);
    return { kind: 'ready', durationMs, firstPlan };
  }

  async plan(request: PlanRequest, scope: HeartbeatScope): Promise<PlanOutcome> {
    await followReset(this.deps.transcriptions, request);
    const reading = await this.open(await this.source.find(request), scope);
    return this.store(request, await this.read(reading, request.fromMs));
  }

  private async open({ clip, settings }: ClipWork, scope: HeartbeatScope): Promise<Reading> {
    const path = await this.source.pathOf(clip);
    const engine = this.deps.engines.choose(settings.engine);
    scope.follow(() => engine.isResponsive);
    return { path, engine, call: { signal: scope.signal } };
  }

  private read({ path, engine, call }: Reading, fromMs: number): Promise<PlannedStretch> {
    const { stretchMs, firstStretchMs, chunkTargetMs } = this.deps.settings;
    const lengthMs = fromMs === 0 ? firstStretchMs : stretchMs;
    return engine.plan({ path, fromMs, stretchMs: lengthMs, chunkTargetMs }, call);
  }

  private async store(request: PlanRequest, stretch: PlannedStretch): Promise<PlanOutcome> {
    const { fromMs, firstIndex } = request;
    const { chunks, readToMs, nextFromMs } = stretch;
    this.refuseTooLong(readToMs);
    const silentMs = silenceOf(stretch, fromMs);
    const warnings = truncationWarnings(stretch);
    const reading = { fromMs, nextFromMs, readToMs };
    const plan = { ...reading, firstIndex, chunks, silentMs, warnings };
    await this.deps.transcriptions.savePlan(request, plan);
    const ranges = chunks.map(({ startMs, endMs }) => ({ startMs, endMs }));
    return { chunkCount: chunks.length, chunks: ranges, silentMs, nextFromMs, readToMs };
  }

  private refuseTooLong(durationMs: number): void {
    const { maxAudioMs } = this.deps.settings;
    if (durationMs <= maxAudioMs) return;
    const minutes = (ms: number) => Math.ceil(ms / 60_000);
    throw new AppError(
      'audio_too_long',
      `The clip lasts ${minutes(durationMs)} minutes; the limit is ${minutes(maxAudioMs)}.`,
    );
  }
}

/** Audio after the start of the next stretch is read again and counted with that stretch. */
function silenceOf({ chunks, nextFromMs, readToMs }: PlannedStretch, fromMs: number): number {
  const stretchMs = (nextFromMs ?? readToMs) - fromMs;
  return Math.max(0, stretchMs - uniqueAudioMs(chunks));
}

function truncationWarnings(stretch: PlannedStretch): readonly TaskWarning[] {
  if (!stretch.truncated) return [];
  const message = 'The clip ends before its stated length; the audio up to there was transcribed.';
  return [{ code: 'audio_truncated', message, atMs: stretch.readToMs }];
}
