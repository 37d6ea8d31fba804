import type { Transcript, TranscriptFormat } from '#contracts/api';
import { formatMarkdown, formatPlainText, formatSrt, formatVtt } from '#domain';

/** How a transcript is written in one format. */
export interface TranscriptWriter {
  readonly mediaType: string;
  write(transcript: Transcript): string;
}

/** All formats. A new one is a function in `#domain` and a line here. */
export const TRANSCRIPT_WRITERS: Readonly<Record<TranscriptFormat, TranscriptWriter>> = {
  json: { mediaType: 'application/json', write: (transcript) => JSON.stringify(transcript) },
  md: { mediaType: 'text/markdown', write: formatMarkdown },
  txt: { mediaType: 'text/plain', write: formatPlainText },
  srt: { mediaType: 'application/x-subrip', write: formatSrt },
  vtt: { mediaType: 'text/vtt', write: formatVtt },
};
