import type { Edit, TextRule } from './edits.ts';

const SPACES = /(?<=\S)[^\S\n]{2,}(?=\S)/gu;
/** Not before "...", ".5" or ".net", and never in text that puts a space there on purpose. */
const BEFORE_MARK = /(?<=[\p{L}\p{N}"')\]])[^\S\n]+(?=[,;?!](?:\s|$)|\.(?:\s|$))/gu;
/** Letters on both sides, so that numbers, addresses and file names stay. */
const AFTER_MARK = /(?<=\p{L}{2})(?<mark>[,;?!])(?=\p{L}{2}|I['’ ])/gu;
/** Where French stands, a space before "?" and "!" is right. */
const FRENCH_MARKS = /\s[?!;:](?:\s|$)/u;
const ADDRESS = /\S*(?:https?:|www\.|[/\\@=&_]|```)\S*/gu;

/** Puts one space between words, none before a comma or full stop, and one after a comma. */
export const spacingRule: TextRule = {
  rule: 'spacing',
  find: (text, { english }) => {
    if (text.includes('```')) return [];
    const marks = english || !FRENCH_MARKS.test(text);
    const edits = [...tooMany(text), ...(marks ? beforeMarks(text) : []), ...afterMarks(text)];
    return edits.sort((one, other) => one.start - other.start);
  },
};

function tooMany(text: string): readonly Edit[] {
  return Array.from(text.matchAll(SPACES)).flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const beforeMark = /^[,;?!.](?:\s|$)/u.test(text.slice(end, end + 2));
    return beforeMark ? [] : [{ start: index, end, text: ' ', ...around(text, index, end) }];
  });
}

function beforeMarks(text: string): readonly Edit[] {
  return Array.from(text.matchAll(BEFORE_MARK), ({ 0: found, index }) => {
    const end = index + found.length;
    return { start: index, end, text: '', ...around(text, index, end) };
  });
}

function afterMarks(text: string): readonly Edit[] {
  const addresses = Array.from(text.matchAll(ADDRESS), ({ 0: found, index }) => [
    index,
    index + found.length,
  ]);
  return Array.from(text.matchAll(AFTER_MARK)).flatMap(({ index }) => {
    if (addresses.some(([from = 0, to = 0]) => index >= from && index < to)) return [];
    return [{ start: index + 1, end: index + 1, text: ' ', ...around(text, index, index + 1) }];
  });
}

/** The words on both sides, so that a change of mere space can be seen. */
function around(text: string, start: number, end: number) {
  const head = /\S*\s*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const tail = /^\s*\S*/u.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  return { shownFrom: start - head, shownTo: end + tail };
}
