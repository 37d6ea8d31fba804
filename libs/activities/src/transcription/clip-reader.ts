import { activityInfo } from '@temporalio/activity';
import type { TaskWarning } from '#contracts/tasks';
import type { ClipRun, PlanOutcome, PlanRequest, ProbeOutcome } from '#contracts/workflows';
import { uniqueAudioMs } from '#domain';
import type { PlannedStretch } from '#engines';
import { AppError } from '#platform';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { ClipSource } from './clip-source.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';

/** Opens clips and cuts them into chunks. */
export class ClipReader {
  private readonly source: ClipSource;

  constructor(private readonly deps: SpeechDependencies) {
    this.source = new ClipSource(deps.transcriptions, deps.blobs);
  }

  async probe(run: ClipRun, { signal, follow }: HeartbeatScope): Promise<ProbeOutcome> {
    const { engines, transcriptions } = this.deps;
    const { runId } = activityInfo().workflowExecution ?? { runId: '' };
    if (!(await transcriptions.start(run, runId))) return { kind: 'skip' };
    const { clip, settings } = await this.source.find(run);
    const path = await this.source.pathOf(clip);
    const engine = engines.choose(settings.engine);
    follow(() => engine.isResponsive);
    const probe = await engine.probe(path, { signal });
    this.refuseTooLong(probe.durationMs ?? 0);
    await transcriptions.recordProbe(run, run.clipId, probe);
    return { kind: 'ready', durationMs: probe.durationMs };
  }

  async plan(request: PlanRequest, { signal, follow }: HeartbeatScope): Promise<PlanOutcome> {
    const { engines, transcriptions } = this.deps;
    const { fromMs, firstIndex } = request;
    const { stretchMs, chunkTargetMs } = this.deps.settings;
    const { clip, settings } = await this.source.find(request);
    const path = await this.source.pathOf(clip);
    const engine = engines.choose(settings.engine);
    follow(() => engine.isResponsive);
    const stretch = await engine.plan({ path, fromMs, stretchMs, chunkTargetMs }, { signal });
    const { chunks, readToMs, nextFromMs } = stretch;
    this.refuseTooLong(readToMs);
    const silentMs = silenceOf(stretch, fromMs);
    const warnings = truncationWarnings(stretch);
    const reading = { fromMs, nextFromMs, readToMs };
    await transcriptions.savePlan(request, { ...reading, firstIndex, chunks, silentMs, warnings });
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
