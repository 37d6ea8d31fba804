/** Kinds of recordings, the best first; browsers differ in what they can make. */
const KINDS = [
  { mimeType: 'audio/webm;codecs=opus', ending: 'webm' },
  { mimeType: 'audio/mp4', ending: 'm4a' },
  { mimeType: 'audio/ogg;codecs=opus', ending: 'ogg' },
] as const;

export type RecordingKind = (typeof KINDS)[number];

/**
 * Picks the kind of recording to make.
 *
 * @param canMake - Whether the browser can make one of this media type.
 * @returns `null` when it can make none that Afterword knows.
 */
export function recordingKind(canMake: (mimeType: string) => boolean): RecordingKind | null {
  return KINDS.find(({ mimeType }) => canMake(mimeType)) ?? null;
}

/**
 * Names a recording by when it was made.
 *
 * @param at - The moment, on the person's own clock.
 */
export function recordingName(at: Date, { ending }: RecordingKind): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.');
  return `Recording ${day} ${time}.${ending}`;
}
