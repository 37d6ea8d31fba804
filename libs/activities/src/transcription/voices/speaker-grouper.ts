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
    const key = await this.groupVoices(clip.sha256, keys, settings, scope);
    await voices.noteSpeakers(run, key);
    const ranges = (await voices.findSpeakers(key)) ?? [];
    return { speakerCount: new Set(ranges.map(({ speaker }) => speaker)).size };
  }

  /**
   * Stores who speaks when, unless it is stored.
   * @param keys of the voices of the whole recording, in order
   * @returns the key under which it is
   */
  async groupVoices(
    audioSha256: string,
    keys: readonly string[],
    settings: TaskSettings,
    { signal }: HeartbeatScope,
  ): Promise<string> {
    const { voices, speakers } = this.deps;
    const hints = hintsOf(settings);
    const key = speakersKey(keys, hints);
    if ((await voices.findSpeakers(key)) !== null) return key;
    const heard = joinVoices(await voices.ofKeys(keys));
    const ranges = await speakers.group({ ...heard, hints }, { signal });
    await storeFinished(async (again) => {
      if (!again || (await voices.findSpeakers(key)) === null)
        await voices.saveSpeakers({ key, audioSha256, ranges });
    }, signal);
    return key;
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
