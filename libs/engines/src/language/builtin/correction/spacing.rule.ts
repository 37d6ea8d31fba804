import type { Edit, TextRule } from './edits.ts';

const SPACES = /(?<=\S)[^\S\n]{2,}(?=\S)/gu;
/** Excludes marks such as "...", ".5" and ".net". */
const BEFORE_MARK = /(?<=[\p{L}\p{N}"')\]])[^\S\n]+(?=[,;?!](?:\s|$)|\.(?:\s|$))/gu;
/** Requires letters on both sides, so that numbers, addresses and file names stay unchanged. */
const AFTER_MARK = /(?<=\p{L}{2})(?<mark>[,;?!])(?=\p{L}{2}|I['’ ])/gu;
/** Marks with a preceding space, which is correct in French. */
const FRENCH_MARKS = /\s[?!;:](?:\s|$)/u;
const UNBROKEN = /\S+/gu;
const IN_ADDRESS = /https?:|www\.|[/\\@=&_]|```/u;

/** Normalises spacing: one space between words, none before a mark, and one after a comma. */
export const spacingRule: TextRule = {
  find: (text, { english }) => {
    if (text.includes('```')) return [];
    const marks = english || !FRENCH_MARKS.test(text);
    const edits = [
      ...repeatedSpaces(text),
      ...(marks ? beforeMarks(text) : []),
      ...afterMarks(text),
    ];
    return edits.sort((one, other) => one.start - other.start);
  },
};

function repeatedSpaces(text: string): readonly Edit[] {
  return Array.from(text.matchAll(SPACES)).flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const beforeMark = /^[,;?!.](?:\s|$)/u.test(text.slice(end, end + 2));
    return beforeMark ? [] : [{ start: index, end, text: ' ' }];
  });
}

function beforeMarks(text: string): readonly Edit[] {
  return Array.from(text.matchAll(BEFORE_MARK), ({ 0: found, index }) => {
    const end = index + found.length;
    return { start: index, end, text: '' };
  });
}

function afterMarks(text: string): readonly Edit[] {
  const isInAddress = inOrder(addressesIn(text));
  return Array.from(text.matchAll(AFTER_MARK)).flatMap(({ index }) => {
    if (isInAddress(index)) return [];
    return [{ start: index + 1, end: index + 1, text: ' ' }];
  });
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The unbroken runs of characters that are addresses, file names or code. */
function addressesIn(text: string): readonly Range[] {
  return Array.from(text.matchAll(UNBROKEN)).flatMap(({ 0: found, index }) =>
    IN_ADDRESS.test(found) ? [{ start: index, end: index + found.length }] : [],
  );
}

/** Tells whether indices, asked for in ascending order, are in one of the ranges. */
function inOrder(ranges: readonly Range[]): (index: number) => boolean {
  let next = 0;
  return (index) => {
    while ((ranges[next]?.end ?? Infinity) <= index) next += 1;
    return index >= (ranges[next]?.start ?? Infinity);
  };
}
