import type { AudioTrack } from '#contracts/model';
import type { TaskSettings, TaskWarning } from '#contracts/tasks';
import type { PlannedStretch, ProbedRecording } from '#engines';

/** What a person should know of a recording that was listened to without a choice of its parts. */
export function recordingWarnings(
  recording: ProbedRecording,
  { channels, track, tracks }: TaskSettings,
): readonly TaskWarning[] {
  const choseTrack = track !== undefined || tracks !== undefined;
  return [
    ...(choseTrack ? [] : otherTracks(recording)),
    ...(recording.channelsUnrelated && channels === undefined ? [channelsUnrelated()] : []),
  ];
}

function otherTracks({ track, tracks }: ProbedRecording): readonly TaskWarning[] {
  const others = tracks.filter(({ number, codec }) => number !== track && codec !== null);
  if (others.length === 0) return [];
  const also = others.map(nameOf).join(', ');
  const message = `Only track ${track} was transcribed; the recording also has ${also}. Choose one with \`track\`, or transcribe each with \`tracks=all\`.`;
  return [{ code: 'other_tracks', message }];
}

/** The name that the container gives the track helps people to know it. */
function nameOf({ number, title, language }: AudioTrack): string {
  const known = language === 'und' ? null : language;
  const about = [title, known].filter((part) => part !== null && part !== '');
  return about.length === 0 ? `track ${number}` : `track ${number} (${about.join(', ')})`;
}

function channelsUnrelated(): TaskWarning {
  const message =
    'The channels of the recording have hardly anything in common, as if a person spoke on each. Transcribe it with `channels=separate` to get a turn for each.';
  return { code: 'channels_unrelated', message };
}

/** What the end of a recording shows; nothing before the last stretch. */
export function endWarnings(stretch: PlannedStretch): readonly TaskWarning[] {
  const atMs = stretch.readToMs;
  const truncated = {
    code: 'audio_truncated' as const,
    message: 'The recording ends before its stated length; the audio up to there was transcribed.',
    atMs,
  };
  const goesOn = {
    code: 'audio_after_end' as const,
    message:
      'The file has more bytes than it states. What could be read as sound up to here was transcribed; listen to whether anything is missing.',
    atMs,
  };
  return [...(stretch.truncated ? [truncated] : []), ...(stretch.hasMoreBytes ? [goesOn] : [])];
}
