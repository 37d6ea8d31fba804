import type { ImportFormat } from '#contracts/model';
import { isCsvTranscript } from './csv-transcript.reader.ts';
import { isSpeakrMarkdown } from './speakr-markdown.reader.ts';
import { subtitleTiming } from './subtitle-timing.ts';

/** How much of a file is enough to see what it is, in bytes. */
export const DETECTION_BYTES = 4_096;

const ZIP = [0x50, 0x4b] as const;
const ARROW_LINES = 4;

/**
 * Finds what a file is by its first bytes; the name decides where the content does not.
 * @param head up to {@link DETECTION_BYTES} bytes
 * @returns `null` when it can be no format that is known
 */
export function detectImportFormat(head: Uint8Array, fileName: string): ImportFormat | null {
  if (ZIP.every((byte, index) => head[index] === byte)) return 'export';
  // The last character may be cut.
  const text = new TextDecoder('utf-8').decode(head).trimStart();
  if (text.includes('\0')) return null;
  if (/^WEBVTT(?:\s|$)/.test(text)) return 'vtt';
  if (/^(?:\{|\[\s{0,100}[{\]])/.test(text) && !/\.(?:txt|srt|vtt)$/i.test(fileName))
    return 'whisper_json';
  if (isSpeakrMarkdown(text)) return 'speakr_markdown';
  if (!/\.txt$/i.test(fileName) && isCsvTranscript(text)) return 'csv';
  if (/\.srt$/i.test(fileName) || beginsWithCue(text)) return 'srt';
  return 'txt';
}

function beginsWithCue(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, ARROW_LINES);
  return lines.slice(0, 2).some((line) => subtitleTiming(line.trim()) !== null);
}
