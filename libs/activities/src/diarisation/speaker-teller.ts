import type { TimeRange } from '#contracts/model';
import type { TaskSettings, TaskWarning } from '#contracts/tasks';
import type { SoleActivityRun, TaskOutcome } from '#contracts/workflows';
import type { GroupedRecording, TranscribedRecording } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { soundOf } from '../transcription/sound-of.ts';
import type { SpeechDependencies } from '../transcription/speech-dependencies.ts';
import { BY_SPEAKER } from '../transcription/voices/by-speaker.ts';
import { SpeakerGrouper } from '../transcription/voices/speaker-grouper.ts';
import {
  openVoices,
  VoiceEmbedder,
  type OpenVoices,
} from '../transcription/voices/voice-embedder.ts';
import {
  isTranscribing,
  noRecording,
  turnsAreKnown,
} from '../transcription/voices/voice-warnings.ts';

/** Length of the ranges of a recording that was not cut into chunks here. */
const RANGE_MS = 28_000;

/** Tells the speakers of a conversation's recordings apart, in the text that there is. */
export class SpeakerTeller {
  private readonly embedder: VoiceEmbedder;
  private readonly grouper: SpeakerGrouper;

  constructor(private readonly deps: SpeechDependencies) {
    this.embedder = new VoiceEmbedder(deps);
    this.grouper = new SpeakerGrouper(deps);
  }

  /** @throws AppError those of the engine for voices */
  async tell(run: SoleActivityRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    const { diarisation, voiceEngine } = this.deps;
    const work = await diarisation.start(run, runId);
    if (work === null) return { kind: 'skip', done: 0, warnings: [], behind: false };
    const { recordings, settings } = work;
    const open = recordings.filter((each) => each.isTranscribed && !each.hasKnownTurns);
    const engine = open.length > 0 ? await openVoices(voiceEngine, scope) : null;
    const grouped: GroupedRecording[] = [];
    for (const [done, recording] of open.entries()) {
      scope.report({ done, total: open.length });
      if (engine) grouped.push(await this.group(engine, recording, settings, scope));
    }
    const warnings = warningsOf(recordings);
    const changed = await diarisation.complete(run, grouped, warnings, BY_SPEAKER);
    const done = grouped.length;
    return { kind: changed === null ? 'skip' : 'done', done, warnings, behind: false };
  }

  private async group(
    engine: OpenVoices,
    recording: TranscribedRecording,
    hints: TaskSettings,
    scope: HeartbeatScope,
  ): Promise<GroupedRecording> {
    const { clip, settings } = recording;
    const sound = soundOf(clip, settings);
    const keys: string[] = [];
    for (const range of await this.rangesOf(recording)) {
      keys.push(await this.embedder.embedRange(engine, { clip, sound }, range, scope));
    }
    const speakersKey = await this.grouper.groupVoices(clip.sha256, keys, hints, scope);
    return { clipId: clip.id, speakersKey };
  }

  /** Those in which it was transcribed, so that their voices may be stored; else all of it, piece by piece. */
  private async rangesOf({ clip }: TranscribedRecording): Promise<readonly TimeRange[]> {
    const chunks = await this.deps.voices.chunks(clip.taskId);
    if (chunks.length > 0) return chunks;
    const lengthMs = clip.durationMs ?? 0;
    return Array.from({ length: Math.ceil(lengthMs / RANGE_MS) }, (_, n) => ({
      startMs: n * RANGE_MS,
      endMs: Math.min(lengthMs, (n + 1) * RANGE_MS),
    }));
  }
}

/** What could not be done. */
function warningsOf(recordings: readonly TranscribedRecording[]): readonly TaskWarning[] {
  if (recordings.length === 0) return [noRecording()];
  return [
    ...(recordings.some(({ hasKnownTurns }) => hasKnownTurns) ? [turnsAreKnown()] : []),
    ...(recordings.some(({ isTranscribed }) => !isTranscribed) ? [isTranscribing()] : []),
  ];
}
