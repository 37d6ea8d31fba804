import type { ImportFormat } from '#contracts/model';
import { readCsvTranscript } from './csv-transcript.reader.ts';
import type { HeardLine } from './heard-line.ts';
import { readPlainText } from './plain-text.reader.ts';
import { readSpeakrMarkdown } from './speakr-markdown.reader.ts';
import { readSrt, readVtt } from './subtitle.readers.ts';
import { readWhisper } from './whisper.reader.ts';

/** A format of transcripts that can be imported. */
export type ImportedTranscriptFormat = Exclude<ImportFormat, 'export' | 'bundle'>;

/**
 * The readers of all formats. Each gives line after line, in time that is linear in the text, so
 * that its caller can let others work in between.
 */
export const TRANSCRIPT_READERS: Readonly<
  Record<ImportedTranscriptFormat, (text: string) => Generator<HeardLine>>
> = {
  srt: readSrt,
  vtt: readVtt,
  txt: readPlainText,
  csv: readCsvTranscript,
  whisper_json: readWhisper,
  speakr_markdown: readSpeakrMarkdown,
};
