import { MalformedTranscript, typedLine, type HeardLine } from './heard-line.ts';
import { separatedRows } from './separated-rows.ts';

/** The last moment that can be stored: 24 days. */
const LATEST_SECONDS = 2_147_483;
/** The names of columns, in any language, and a row that begins with two times in seconds. */
const HEAD = /^[^\r\n]{1,500}\r?\n\d{1,7}(?:\.\d{1,12})?,\d{1,7}(?:\.\d{1,12})?,"/u;

/** Whether a text begins like a transcript that OpenTranscribe writes as CSV. */
export function isCsvTranscript(head: string): boolean {
  return HEAD.test(head);
}

/**
 * Reads the CSV of OpenTranscribe: start and end in seconds, speaker, text, and the kind of a comment, which
 * nobody has said.
 * @throws MalformedTranscript
 */
export function* readCsvTranscript(text: string): Generator<HeardLine> {
  let isHead = true;
  for (const { line, cells } of separatedRows(text)) {
    const [start = '', end = '', speaker = '', said = '', comment = ''] = cells;
    const isSaid = !isHead && comment === '' && said.trim() !== '';
    isHead = false;
    if (!isSaid) continue;
    const startMs = timeOf(start, line);
    const endMs = Math.max(startMs, timeOf(end, line));
    yield { ...typedLine(speaker.trim() || null, said.trim()), startMs, endMs };
  }
}

function timeOf(cell: string, line: number): number {
  const seconds = cell === '' ? Number.NaN : Number(cell);
  if (seconds >= 0 && seconds <= LATEST_SECONDS) return Math.round(seconds * 1_000);
  throw new MalformedTranscript('it does not begin with two times in seconds', line);
}
