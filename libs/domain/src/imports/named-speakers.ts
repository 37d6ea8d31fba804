/** The name at the beginning of a line, and the rest of it. */
interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** As Speakr writes it. */
const BRACKETED = /^\[([^[\]:]{1,100})\]:\s{1,20}(?=\S)/u;
/** One to four words and a colon; a colon of Chinese needs no space after it. */
const NAME =
  /^([\p{L}\p{N}][\p{L}\p{M}\p{N}.'’_-]{0,39}(?: [\p{L}\p{M}\p{N}.'’_()-]{1,40}){0,3})(?::\s{1,20}|：\s{0,20})(?=\S)/u;

/** As OpenTranscribe writes what somebody has noted beside a transcript; nobody has said it. */
const COMMENT = /^USER COMMENT:/u;

/** Whether a line, with its name, is a note beside the transcript. */
export function isComment(line: string): boolean {
  return COMMENT.test(line);
}

/**
 * Finds who speaks in the texts of a transcript, which are given in order. Names count when the first
 * text begins with one; otherwise a colon is only a colon. Who has spoken last goes on until another
 * name comes.
 */
export class NamedSpeakers {
  private areNamed: boolean | null = null;
  private last: string | null = null;

  /** @returns the name, or `null` when there are none, and the text without it */
  take(text: string): { readonly speaker: string | null; readonly text: string } {
    const named = namedText(text);
    this.areNamed ??= named !== null;
    if (!this.areNamed) return { speaker: null, text };
    this.last = named?.name ?? this.last;
    return { speaker: this.last, text: named?.text ?? text };
  }
}

function namedText(text: string): NamedText | null {
  const found = BRACKETED.exec(text) ?? NAME.exec(text);
  const name = found?.[1]?.trim();
  if (found === null || name === undefined || name === '') return null;
  return { name, text: text.slice(found[0].length) };
}
