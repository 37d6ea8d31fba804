import { DEFAULT_SPEAKER } from '#contracts/model';
import type { DiarisationChoice, TaskSettings } from '#contracts/tasks';
import type { ClipWork } from '#store';

/** Whether the speakers of a recording are to be told apart by their voices, and who says so. */
export type SpeakersWanted = 'no' | 'byDefault' | 'asked';

/**
 * Whether the speakers of a recording are to be told apart. Whoever names the speaker of a recording says that there is
 * one, unless a number of speakers is given as well.
 * @param isPart whether the recording has a turn for each of its channels or tracks, so that its speakers are known
 * @param usual what the installation does
 */
export function speakersWanted(
  { clip, speaker, voiceLabel, settings }: ClipWork,
  isPart: boolean,
  usual: DiarisationChoice,
): SpeakersWanted {
  const { diarisation } = settings;
  if (isPart || clip.splitFrom !== null || diarisation === 'off') return 'no';
  if (diarisation === 'on' || isHinted(settings)) return 'asked';
  const isNamed = speaker !== DEFAULT_SPEAKER && voiceLabel === null;
  return usual === 'on' && !isNamed ? 'byDefault' : 'no';
}

function isHinted({ speakers, minSpeakers, maxSpeakers }: TaskSettings): boolean {
  return [speakers, minSpeakers, maxSpeakers].some((count) => count !== undefined);
}
