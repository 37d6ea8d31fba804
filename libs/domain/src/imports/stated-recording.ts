import type { ImportFormat } from '#contracts/model';
import { recordingOfSpeakr, titleOfSpeakr } from './speakr-markdown.reader.ts';

/** The names are before the segments, whose words cannot be taken for one. */
const HEAD_CHARACTERS = 65_536;
const SEGMENTS = '"segments"';
/** As OpenTranscribe calls the recording in its JSON, and Speakr in that of its API. */
const NAME = /"(?:filename|original_filename)"\s{0,20}:\s{0,20}("(?:[^"\\]|\\.){1,1000}")/;

/** The name of the recording that a transcript states; `null` for none. */
export function statedRecording(text: string, format: ImportFormat): string | null {
  if (format === 'speakr_markdown') return recordingOfSpeakr(text);
  return format === 'whisper_json' ? recordingInJson(text) : null;
}

/** What a transcript says that it is called; `null` when it does not. */
export function statedTitle(text: string, format: ImportFormat): string | null {
  return format === 'speakr_markdown' ? titleOfSpeakr(text) : null;
}

/** What is stated before the segments. */
function recordingInJson(text: string): string | null {
  const head = text.slice(0, HEAD_CHARACTERS);
  const end = head.indexOf(SEGMENTS);
  const found = NAME.exec(end < 0 ? head : head.slice(0, end))?.[1];
  if (found === undefined) return null;
  try {
    const name: unknown = JSON.parse(found);
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
