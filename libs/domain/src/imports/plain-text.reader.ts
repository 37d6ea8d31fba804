import { typedLine, type HeardLine } from './heard-line.ts';
import { isNumbered, lineStart, nameAlone, type LineStart } from './headlines.ts';
import { isComment, NamedSpeakers } from './named-speakers.ts';
import { textLines } from './text-lines.ts';

/** What is known of the lines to come. */
interface Head {
  readonly times: LineStart['times'];
  readonly speaker: string | null;
}

/**
 * Reads plain text: each line is something that was said, when and by whom the beginnings of lines say
 * if that of the first line does. OpenTranscribe, and some templates of Speakr, say it in a line of its own
 * above what was said.
 */
export function* readPlainText(text: string): Generator<HeardLine> {
  const reader = new PlainTextReader();
  for (const { text: line } of textLines(text)) {
    const heard = reader.take(line);
    if (heard !== null) yield heard;
  }
}

class PlainTextReader {
  private readonly names = new NamedSpeakers();
  private numbered: boolean | null = null;
  /** Whether the first line has times, and whether it is a headline. */
  private areTimed = false;
  private haveHeadlines = false;
  private head: Head = { times: null, speaker: null };
  private wasEmpty = true;

  /** @returns `null` when nothing is said in the line */
  take(line: string): HeardLine | null {
    const isAfterEmpty = this.wasEmpty;
    this.wasEmpty = line === '';
    if (line === '') return null;
    if (this.numbered === null) this.look(line);
    const start = lineStart(line, this.numbered ?? false);
    const { times, text } = this.areTimed ? start : { times: null, text: line };
    const untimed = this.areTimed ? text : lineText(line, this.numbered ?? false);
    if (times !== null) this.head = { times, speaker: this.head.speaker };
    const name = this.haveHeadlines && (times !== null || isAfterEmpty) ? nameAlone(untimed) : null;
    if (name !== null) this.head = { ...this.head, speaker: name };
    return untimed === '' || name !== null ? null : this.said(untimed);
  }

  /** What the first line is like, the others are. */
  private look(line: string): void {
    this.numbered = isNumbered(line);
    const { times, text } = lineStart(line, this.numbered);
    this.areTimed = times !== null;
    this.haveHeadlines = text === '' || nameAlone(text) !== null;
  }

  private said(text: string): HeardLine | null {
    const named = this.haveHeadlines ? { ...this.head, text } : this.names.take(text);
    const { startMs = 0, endMs = 0 } = this.head.times ?? {};
    if (isComment(text) || isComment(`${named.speaker}:`)) return null;
    return { ...typedLine(named.speaker, named.text), startMs, endMs };
  }
}

/** A line without its number; what looks like a time stays. */
function lineText(line: string, numbered: boolean): string {
  return numbered ? line.replace(/^\d{1,7}\s{4}/u, '') : line;
}
