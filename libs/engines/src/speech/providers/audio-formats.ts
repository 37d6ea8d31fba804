/** What a chunk may be sent to a service as. */
export const AUDIO_FORMATS = ['flac', 'wav', 'opus', 'mp3'] as const;
export type AudioFormat = (typeof AUDIO_FORMATS)[number];
