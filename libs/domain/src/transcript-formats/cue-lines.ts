import { columnsOf, LINE_COLUMNS } from './columns.ts';
import type { TimedWord } from './timed-words.ts';

/** The words of one cue, in lines. Times are in milliseconds from the start of the clip. */
export interface CueLines {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
}

const MOST_LINES = 2;
const LONGEST_MS = 7_000;
/** A cue that is at least this full breaks at the end of a clause. */
const FULL_ENOUGH = 0.5;
const CLAUSE_END = /[.!?…,;:。！？、，；：]["'”’)\]]*$/u;

/**
 * Splits the words of a segment into cues of at most two lines, at the end of a clause where possible. Each
 * word is measured once, because texts that take no space put thousands of words into one cue.
 */
export function linesOfCues(words: readonly TimedWord[]): readonly CueLines[] {
  const cues: OpenCue[] = [];
  for (const word of words) {
    const wide = columnsOf(word.text);
    const current = cues.at(-1);
    if (current?.hasRoomFor(word, wide) === true) current.add(word, wide);
    else cues.push(new OpenCue(word, wide));
  }
  return cues.map((cue) => cue.written());
}

/** A cue that is being filled, with the widths of what is in it. */
class OpenCue {
  private readonly lines: string[][];
  private last: TimedWord;
  /** Of the last line, and of all of it. */
  private lineColumns: number;
  private allColumns: number;

  constructor(
    private readonly first: TimedWord,
    wide: number,
  ) {
    this.lines = [[first.text]];
    this.last = first;
    this.lineColumns = wide;
    this.allColumns = wide;
  }

  hasRoomFor(next: TimedWord, wide: number): boolean {
    if (this.lines.length === MOST_LINES && this.needsLine(next, wide)) return false;
    if (next.endMs - this.first.startMs > LONGEST_MS) return false;
    const share = this.allColumns / (LINE_COLUMNS * MOST_LINES);
    return share < FULL_ENOUGH || !CLAUSE_END.test(this.last.text);
  }

  add(word: TimedWord, wide: number): void {
    const { separator, text } = word;
    if (this.needsLine(word, wide)) {
      this.lines.push([text]);
      this.lineColumns = wide;
    } else {
      this.lines.at(-1)?.push(separator, text);
      this.lineColumns += separator.length + wide;
    }
    this.allColumns += separator.length + wide;
    this.last = word;
  }

  written(): CueLines {
    const lines = this.lines.map((pieces) => pieces.join(''));
    return { startMs: this.first.startMs, endMs: this.last.endMs, lines };
  }

  private needsLine({ separator }: TimedWord, wide: number): boolean {
    return this.lineColumns + separator.length + wide > LINE_COLUMNS;
  }
}
