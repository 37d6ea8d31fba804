const UNKNOWN = 'application/octet-stream';

/** Media types by a part of the container name that probing reports. The first match wins. */
const MEDIA_TYPES: readonly (readonly [string, string])[] = [
  ['webm', 'audio/webm'],
  ['matroska', 'audio/webm'],
  ['mp4', 'audio/mp4'],
  ['mov', 'audio/mp4'],
  ['m4a', 'audio/mp4'],
  ['mp3', 'audio/mpeg'],
  ['wav', 'audio/wav'],
  ['ogg', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['flac', 'audio/flac'],
  ['aac', 'audio/aac'],
];

/**
 * All media types that clips are served with.
 */
export const CLIP_MEDIA_TYPES: readonly string[] = [
  ...new Set(MEDIA_TYPES.map(([, type]) => type)),
  UNKNOWN,
];

/**
 * The media type of a clip.
 * @param container container name from probing; `null` before the clip has been probed
 */
export function mediaTypeOf(container: string | null): string {
  const known = MEDIA_TYPES.find(([name]) => container?.toLowerCase().includes(name));
  return known?.[1] ?? UNKNOWN;
}
