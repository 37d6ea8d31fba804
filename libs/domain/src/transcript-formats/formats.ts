import type { TranscriptTextFormat } from '#contracts/model';
import type { FormatDefinition } from './format-definition.ts';
import { markdown } from './markdown.format.ts';
import { plainText } from './plain-text.format.ts';
import { srt } from './srt.format.ts';
import { vtt } from './vtt.format.ts';

/**
 * How a transcript is written in each format. To add a format, add its name to `#contracts/model`,
 * a file here and a line below; the API then offers and documents it.
 */
export const TRANSCRIPT_FORMATS: Readonly<Record<TranscriptTextFormat, FormatDefinition>> = {
  md: markdown,
  txt: plainText,
  srt,
  vtt,
};
