/** Lines and bytes of a program's messages that an error keeps. */
const KEPT_LINES = 5;
const KEPT_BYTES = 8 * 1024;
const KEPT_LINE_LENGTH = 300;

/** A message of the program itself. Other lines continue one, and may hold the content of rows. */
const OWN_MESSAGE = /^pg_(?:dump|restore): (?:error|detail|warning): /;
/** SQL that failed: it may hold the content of rows. */
const STATEMENT = /^pg_\w+: detail: (?:Command|Query) was: /;
/** What is quoted, and what of that is a name, host or path. */
const QUOTED = /"([^"]*)"/g;
const NAME = /^[\w.:/-]+$/;
/** The server repeats the value that it could not read. */
const INVALID_VALUE = /(invalid input (?:syntax|value) for [\w ]+): .*/;

/** Collects the end of what a program writes to its standard error. */
export class MessageTail {
  private readonly decoder = new TextDecoder();
  private text = '';

  add(chunk: Uint8Array): void {
    this.text = (this.text + this.decoder.decode(chunk, { stream: true })).slice(-KEPT_BYTES);
  }

  toString(): string {
    return this.text;
  }
}

/**
 * The last messages of a program as one line for people, without passwords and without the content
 * of rows.
 * @param output what it wrote to its standard error
 * @param password that may occur in it; empty for none
 */
export function messagesOf(output: string, password: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const messages = lines.filter((line) => OWN_MESSAGE.test(line) && !STATEMENT.test(line));
  const kept = messages.slice(-KEPT_LINES).map((line) => withoutContent(line, password));
  return kept.join(' ');
}

function withoutContent(line: string, password: string): string {
  const clean = withoutQuotedContent(line.replace(INVALID_VALUE, '$1'));
  const masked = password === '' ? clean : clean.replaceAll(password, '…');
  return masked.slice(0, KEPT_LINE_LENGTH);
}

/** Cuts a line where a value is quoted: the value may have quotes itself, so its end is not known. */
function withoutQuotedContent(line: string): string {
  const first = [...line.matchAll(QUOTED)].find(([, quoted = '']) => !NAME.test(quoted));
  return first === undefined ? line : `${line.slice(0, first.index)}"…"`;
}
