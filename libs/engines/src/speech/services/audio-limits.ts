import type { AudioFormat } from '../providers/audio-formats.ts';

/** What a service accepts. */
export interface AudioLimits {
  readonly format: AudioFormat;
  readonly maxBytes: number;
  /** `null` when only the size is limited. */
  readonly maxMs: number | null;
}

/** Media type, and what the name of a file ends with. */
interface FileForm {
  readonly mediaType: string;
  readonly extension: string;
  /** The most bytes of a second; sound that cannot be compressed is that large. */
  readonly bytesPerSecond: number;
}

export const FILE_FORMS: Readonly<Record<AudioFormat, FileForm>> = {
  flac: { mediaType: 'audio/flac', extension: 'flac', bytesPerSecond: 34_000 },
  wav: { mediaType: 'audio/wav', extension: 'wav', bytesPerSecond: 34_000 },
  opus: { mediaType: 'audio/ogg', extension: 'ogg', bytesPerSecond: 8_000 },
  mp3: { mediaType: 'audio/mpeg', extension: 'mp3', bytesPerSecond: 10_000 },
};

/** Shorter chunks have too little context to be heard well. */
const LEAST_MS = 2_000;

/**
 * The length of a chunk that a service accepts in any case.
 * @param wantedMs the length that is wanted, in milliseconds
 */
export function acceptedChunkMs(
  wantedMs: number,
  { format, maxBytes, maxMs }: AudioLimits,
): number {
  const bySizeMs = Math.floor((maxBytes / FILE_FORMS[format].bytesPerSecond) * 1000);
  return Math.max(LEAST_MS, Math.min(wantedMs, bySizeMs, maxMs ?? Infinity));
}
