import { MalformedTranscript } from './heard-line.ts';

/** A member of the outermost object, or an element of one of its lists. */
export interface JsonPiece {
  /** Name of the member; `''` for an element of an outermost list. */
  readonly name: string;
  readonly value: unknown;
}

/** What ends a piece or begins another one. */
const STRUCTURE = /["{}[\],]/g;
/** Longest piece, so that none holds up the others. */
const LONGEST_PIECE = 4_000_000;

/**
 * Parses a long JSON text in pieces: the members of the outermost object, of which one list is given
 * element by element, or the elements of an outermost list.
 * @param list name of that member
 * @throws MalformedTranscript
 */
export function* jsonPieces(text: string, list: string): Generator<JsonPiece> {
  const scanner = new Scanner(text);
  const opening = scanner.open();
  if (opening === '[') yield* elements(scanner, '');
  else yield* members(scanner, list);
  scanner.end();
}

function* members(scanner: Scanner, list: string): Generator<JsonPiece> {
  const opensList = new RegExp(String.raw`^\s*"${list}"\s*:\s*\[$`);
  for (;;) {
    const span = scanner.next((before) => opensList.test(before));
    if (span.kind === 'list') {
      yield* elements(scanner, list);
      continue;
    }
    for (const [name, value] of Object.entries(parsed(`{${span.text}}`))) yield { name, value };
    if (span.isLast) return;
  }
}

function* elements(scanner: Scanner, name: string): Generator<JsonPiece> {
  for (;;) {
    const span = scanner.next(() => false);
    if (span.kind === 'list') return;
    if (span.text.trim() !== '' || !span.isLast) yield { name, value: parsed(span.text) };
    if (span.isLast) return;
  }
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // What follows says it.
  }
  throw new MalformedTranscript(
    `The JSON cannot be read near ${JSON.stringify(text.slice(0, 40))}`,
  );
}

type Span =
  | { readonly kind: 'list' }
  | { readonly kind: 'piece'; readonly text: string; readonly isLast: boolean };

/** Goes over a JSON text once, from one piece to the next. */
class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  /** @returns the bracket that opens the whole */
  open(): string {
    const found = /\S/.exec(this.text);
    if (found === null || !'{['.includes(found[0])) throw new MalformedTranscript('It is no JSON');
    this.at = found.index + 1;
    return found[0];
  }

  /** @throws MalformedTranscript when something follows the end */
  end(): void {
    if (this.text.slice(this.at).trim() !== '') throw unexpectedEnd();
  }

  /** The text up to the next comma or bracket that belongs to the same level. */
  next(opensList: (before: string) => boolean): Span {
    const start = this.at;
    for (let depth = 0; ;) {
      const sign = this.step(start);
      if (sign === '{' || sign === '[') depth += 1;
      if (depth === 1 && sign === '[' && opensList(this.text.slice(start, this.at))) {
        return { kind: 'list' };
      }
      if (depth === 0 && sign !== '"') {
        return { kind: 'piece', text: this.text.slice(start, this.at - 1), isLast: sign !== ',' };
      }
      if (sign === '}' || sign === ']') depth -= 1;
    }
  }

  /** Goes to the next sign, behind strings. */
  private step(start: number): string {
    STRUCTURE.lastIndex = this.at;
    const found = STRUCTURE.exec(this.text);
    if (found === null) throw unexpectedEnd();
    this.at = found.index + 1;
    if (this.at - start > LONGEST_PIECE) throw new MalformedTranscript('A part of it is too long');
    if (found[0] === '"') this.skipString();
    return found[0];
  }

  private skipString(): void {
    for (;;) {
      const quote = this.text.indexOf('"', this.at);
      if (quote < 0) throw unexpectedEnd();
      const isEscaped = backslashesBefore(this.text, quote, this.at) % 2 === 1;
      this.at = quote + 1;
      if (!isEscaped) return;
    }
  }
}

function backslashesBefore(text: string, index: number, from: number): number {
  let count = 0;
  while (index - count - 1 >= from && text[index - count - 1] === '\\') count += 1;
  return count;
}

function unexpectedEnd(): MalformedTranscript {
  return new MalformedTranscript('The JSON does not end where it should');
}
