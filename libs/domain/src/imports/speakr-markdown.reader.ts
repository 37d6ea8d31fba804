import { NoTranscript, type HeardLine } from './heard-line.ts';
import { readPlainText } from './plain-text.reader.ts';
import { subtitleTiming } from './subtitle-timing.ts';
import { readSrt } from './subtitle.readers.ts';

/** A title, and a heading with a list of what is known of the recording. */
const HEAD = /^# [^\r\n]{1,500}\r?\n\s{0,10}## [^\r\n]{1,100}\r?\n\s{0,10}(?:- \*\*|## )/u;
/** The heading of the transcript, in the languages of Speakr. */
const TRANSCRIPT =
  /^## (?:Transcription|Transkription|Transcripción|Transcrição|Транскрипция|转录)[ \t]*$/gmu;
/** The last lines of each file. */
const FOOTER = /\n---\s{1,10}\*[^\n]{0,200}\[Speakr\]\([^\n]{1,200}\n?\s*$/u;
const FILE = /^- \*\*[^*\r\n]{1,60}\*\* ([^\r\n]{1,300}\.[a-z0-9]{2,4})[ \t]*$/imu;

/** Whether a text begins like the Markdown that Speakr exports of each recording. */
export function isSpeakrMarkdown(head: string): boolean {
  return HEAD.test(head);
}

/**
 * Reads the transcript in the Markdown of Speakr, whose lines follow a template of its user. Notes and summary
 * before it are no part of what was said.
 * @throws NoTranscript when the export was made without it; MalformedTranscript
 */
export function* readSpeakrMarkdown(text: string): Generator<HeardLine> {
  const heading = [...text.matchAll(TRANSCRIPT)].at(-1);
  if (heading === undefined) throw new NoTranscript('It has no transcript of Speakr');
  const said = text.slice(heading.index + heading[0].length).replace(FOOTER, '\n');
  yield* hasCues(said) ? readSrt(said.trimStart()) : readPlainText(said);
}

/** The name of the recording that such a file states; `null` for none. */
export function recordingOfSpeakr(text: string): string | null {
  const end = text.search(TRANSCRIPT);
  return FILE.exec(end < 0 ? text : text.slice(0, end))?.[1] ?? null;
}

/** The title of such a file. */
export function titleOfSpeakr(text: string): string | null {
  return /^# ([^\r\n]{1,500})/u.exec(text.trimStart())?.[1]?.trim() ?? null;
}

function hasCues(said: string): boolean {
  const lines = said.trimStart().split(/\r\n|\r|\n/, 2);
  return lines.some((line) => subtitleTiming(line.trim()) !== null);
}
