import { isAbbreviation } from './sentences/abbreviations.ts';

/** A part of a text, as character positions; `text` is the part itself. */
export interface TextSpan {
  readonly text: string;
  readonly start: number;
  /** The character after the last. */
  readonly end: number;
}

/** A longer stretch without an end, as in a raw speech transcript, is cut at a space. */
const MAX_CHARACTERS = 400;

const WESTERN_STOPS = '.!?…';
/** Chinese and Japanese stops need no space after them. */
const EASTERN_STOPS = '。！？；';
const CLOSERS = '"\')]»”’」』';

/** Splits a text into sentences. Their spans do not overlap and are in order. */
export function sentencesOf(text: string): readonly TextSpan[] {
  const sentences: TextSpan[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfSentence(text, start);
    const sentence = trimmed(text, start, end);
    if (sentence.text !== '') sentences.push(sentence);
    start = end;
  }
  return sentences;
}

/** The character after the last of the sentence; always after `start`. */
function endOfSentence(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_CHARACTERS);
  for (let at = start; at < limit; at++) {
    const end = endAt(text, start, at);
    if (end > at) return end;
  }
  return limit === text.length ? limit : cutAtSpace(text, start, limit);
}

/** The end of the sentence whose last mark begins at a character; `at` when it does not end there. */
function endAt(text: string, start: number, at: number): number {
  const character = text.charAt(at);
  if (character === '\n') return breaksLine(text, at) ? at + 1 : at;
  if (EASTERN_STOPS.includes(character)) return afterMarks(text, at, EASTERN_STOPS);
  if (!WESTERN_STOPS.includes(character)) return at;
  const end = afterMarks(text, at, WESTERN_STOPS);
  const follows = text.charAt(end);
  if (follows !== '' && follows.trim() !== '') return at;
  return character === '.' && isAbbreviation(text, start, at, end) ? at : end;
}

/** A line that goes on in lower case was wrapped; any other line is an item of its own. */
function breaksLine(text: string, at: number): boolean {
  return !/\p{Ll}/u.test(text.charAt(at + 1));
}

/** The character after a run of stops and the brackets and quotation marks that close after it. */
function afterMarks(text: string, at: number, stops: string): number {
  const limit = Math.min(text.length, at + MAX_CHARACTERS);
  let end = at;
  while (end < limit && stops.includes(text.charAt(end))) end++;
  while (end < limit && CLOSERS.includes(text.charAt(end))) end++;
  return end;
}

function cutAtSpace(text: string, start: number, limit: number): number {
  const space = text.slice(start, limit).lastIndexOf(' ');
  return space > 0 ? start + space + 1 : limit;
}

function trimmed(text: string, start: number, end: number): TextSpan {
  const part = text.slice(start, end);
  const first = start + part.length - part.trimStart().length;
  const content = part.trim();
  return { text: content, start: first, end: first + content.length };
}
