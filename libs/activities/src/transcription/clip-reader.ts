import type { AudioProbe, SoundChoice } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import type {
  ClipRun,
  PlanOutcome,
  PlanRequest,
  ProbeOutcome,
  ProbeRequest,
} from '#contracts/workflows';
import { recordingParts, speakerOfPart, uniqueAudioMs } from '#domain';
import type { EngineCall, PlannedStretch, ProbedRecording, SpeechEngine } from '#engines';
import { AppError } from '#platform';
import type { ClipWork } from '#store';
import { workflowRunId } from '../shared/activity-run.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { ClipSource } from './clip-source.ts';
import { followReset } from './follow-reset.ts';
import { endWarnings, recordingWarnings } from './recording-warnings.ts';
import { soundOf } from './sound-of.ts';
import type { SpeechDependencies } from './speech-dependencies.ts';
import { noVoiceModel, turnsAreKnown } from './voices/voice-warnings.ts';
import { speakersWanted } from './voices/wanted-speakers.ts';

/** A clip that is being read. */
interface Reading {
  readonly path: string;
  readonly sound: SoundChoice;
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
    const recording = await reading.engine.probe(reading.path, reading.call, reading.sound);
    const { durationMs } = recording;
    this.refuseTooLong(durationMs ?? 0);
    const recorded = this.record(run, work, recording);
    if (!plansFirstStretch) {
      await recorded;
      return { kind: 'ready', durationMs };
    }
    const speakers = this.speakersOf(work, recording);
    const [stretch] = await Promise.all([this.read(reading, 0), recorded]);
    const warnings = [
      ...(work.clip.splitFrom === null ? recordingWarnings(recording, work.settings) : []),
      ...speakers.warnings,
    ];
    const firstPlan = await this.store({ ...run, fromMs: 0, firstIndex: 0 }, stretch, warnings);
    const { tellsSpeakers } = speakers;
    return { kind: 'ready', durationMs, firstPlan, ...(tellsSpeakers ? { tellsSpeakers } : {}) };
  }

  /** Whether its speakers are told apart by their voices; what was asked for and cannot be done is told. */
  private speakersOf(work: ClipWork, recording: ProbedRecording) {
    const { voiceEngine, settings } = this.deps;
    const isPart = recordingParts(work.settings, recording).length > 1;
    const wanted = speakersWanted(work, isPart, settings.diarisation);
    const cannot = (...warnings: readonly TaskWarning[]) => ({ tellsSpeakers: false, warnings });
    if (wanted === 'no') return cannot();
    const isAsked = wanted === 'asked';
    if (work.hasKnownTurns) return isAsked ? cannot(turnsAreKnown()) : cannot();
    // An installation that is to have no network is silent about it, unless somebody asks.
    if (voiceEngine === null) return isAsked ? cannot(noVoiceModel(false)) : cannot();
    if (!voiceEngine.isInstalled()) return cannot(noVoiceModel(true));
    return { tellsSpeakers: true, warnings: [] };
  }

  /** Records what the clip is, and gives its further parts turns of their own. */
  private async record(
    run: ClipRun,
    { clip, speaker, settings }: ClipWork,
    recording: ProbedRecording,
  ): Promise<void> {
    await this.deps.transcriptions.recordProbe(run, run.clipId, toProbe(recording));
    if (clip.splitFrom !== null) return;
    const parts = recordingParts(settings, recording);
    const others = parts
      .slice(1)
      .map((part) => ({ ...part, speaker: speakerOfPart(speaker, part, parts) }));
    if (others.length > 0) await this.deps.transcriptions.splitClip(run, others);
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
    return { path, sound: soundOf(clip, settings), engine, call: { signal: scope.signal } };
  }

  private read({ path, sound, engine, call }: Reading, fromMs: number): Promise<PlannedStretch> {
    const { stretchMs, firstStretchMs, chunkTargetMs } = this.deps.settings;
    const lengthMs = fromMs === 0 ? firstStretchMs : stretchMs;
    return engine.plan({ path, sound, fromMs, stretchMs: lengthMs, chunkTargetMs }, call);
  }

  private async store(
    request: PlanRequest,
    stretch: PlannedStretch,
    known: readonly TaskWarning[] = [],
  ): Promise<PlanOutcome> {
    const { fromMs, firstIndex } = request;
    const { chunks, readToMs, nextFromMs } = stretch;
    this.refuseTooLong(readToMs);
    const silentMs = silenceOf(stretch, fromMs);
    const warnings = [...known, ...endWarnings(stretch)];
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
      `The recording lasts ${minutes(durationMs)} minutes; the limit is ${minutes(maxAudioMs)}.`,
    );
  }
}

/** Audio after the start of the next stretch is read again and counted with that stretch. */
function silenceOf({ chunks, nextFromMs, readToMs }: PlannedStretch, fromMs: number): number {
  const stretchMs = (nextFromMs ?? readToMs) - fromMs;
  return Math.max(0, stretchMs - uniqueAudioMs(chunks));
}

/** The part of a probe that is stored with the clip. */
function toProbe(recording: ProbedRecording): AudioProbe {
  const { container, codec, channels, sampleRateHz, durationMs, hasVideo } = recording;
  return { container, codec, channels, sampleRateHz, durationMs, hasVideo };
}
