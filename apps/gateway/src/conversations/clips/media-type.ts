/** Media types by what the name of a container contains, as probing reports it. */
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
 * The media type to serve a clip with.
 * @param container found by opening the clip; `null` while that has not happened
 */
export function mediaTypeOf(container: string | null): string {
  const known = MEDIA_TYPES.find(([name]) => container?.toLowerCase().includes(name));
  return known?.[1] ?? 'application/octet-stream';
}
