import type { SpeakerRange } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import type { ClipRun, SpeakersOutcome } from '#contracts/workflows';
import { joinVoices, type SpeakerHints } from '#domain';
import { AppError } from '#platform';
import type { HeartbeatScope } from '../../shared/heartbeats.ts';
import { storeFinished } from '../../shared/store-finished.ts';
import { ClipSource } from '../clip-source.ts';
import { followReset } from '../follow-reset.ts';
import type { SpeechDependencies } from '../speech-dependencies.ts';
import { speakersKey } from './voice-keys.ts';

/** Tells who speaks when in a recording whose voices are stored. */
export class SpeakerGrouper {
  private readonly source: ClipSource;

  constructor(private readonly deps: SpeechDependencies) {
    this.source = new ClipSource(deps.transcriptions, deps.blobs);
  }

  /** @throws AppError `internal` when voices of a chunk are missing */
  async group(run: ClipRun, scope: HeartbeatScope): Promise<SpeakersOutcome> {
    const { transcriptions, voices } = this.deps;
    await followReset(transcriptions, run);
    const { clip, settings } = await this.source.find(run);
    const chunks = await voices.chunks(run.taskId);
    const keys = chunks.map(({ index, voiceKey }) => voiceKey ?? missing(index));
    const hints = hintsOf(settings);
    const key = speakersKey(keys, hints);
    const stored = await voices.findSpeakers(key);
    const ranges = stored ?? (await this.rangesOf(run, hints, scope));
    await storeFinished(async (again) => {
      const isStored = stored !== null || (again && (await voices.findSpeakers(key)) !== null);
      if (!isStored) await voices.saveSpeakers({ key, audioSha256: clip.sha256, ranges });
      await voices.noteSpeakers(run, key);
    }, scope.signal);
    return { speakerCount: new Set(ranges.map(({ speaker }) => speaker)).size };
  }

  private async rangesOf(
    { taskId }: ClipRun,
    hints: SpeakerHints,
    { signal }: HeartbeatScope,
  ): Promise<readonly SpeakerRange[]> {
    const { voices, speakers } = this.deps;
    const heard = joinVoices(await voices.ofTask(taskId));
    return speakers.group({ ...heard, hints }, { signal });
  }
}

function hintsOf({ speakers, minSpeakers, maxSpeakers }: TaskSettings): SpeakerHints {
  return {
    ...(speakers === undefined ? {} : { speakers }),
    ...(minSpeakers === undefined ? {} : { minSpeakers }),
    ...(maxSpeakers === undefined ? {} : { maxSpeakers }),
  };
}

function missing(index: number): never {
  const message = `The voices of chunk ${index} are not stored.`;
  throw new AppError('internal', message, { retryable: false });
}
