/** Recording formats, best first; browsers support different ones. */
const KINDS = [
  { mimeType: 'audio/webm;codecs=opus', ending: 'webm' },
  { mimeType: 'audio/mp4', ending: 'm4a' },
  { mimeType: 'audio/ogg;codecs=opus', ending: 'ogg' },
] as const;

export type RecordingKind = (typeof KINDS)[number];

/**
 * Selects the recording format.
 *
 * @param isSupported - Whether the browser supports a media type.
 * @returns `null` when the browser supports no format that Afterword accepts.
 */
export function recordingKind(isSupported: (mimeType: string) => boolean): RecordingKind | null {
  return KINDS.find(({ mimeType }) => isSupported(mimeType)) ?? null;
}

/**
 * The file name of a recording.
 *
 * @param at - The local time of the recording.
 */
export function recordingName(at: Date, { ending }: RecordingKind): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.');
  return `Recording ${day} ${time}.${ending}`;
}
