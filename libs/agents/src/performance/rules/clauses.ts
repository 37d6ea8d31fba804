import type { Passage, SourceLine } from '#contracts/model';
import { languageOf, type Language } from '../../text/language.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { type Standing, standingOf } from '../../text/standing.ts';
import { withoutFillers } from './fillers.ts';

/** A part of a sentence with a subject of its own: what the rules read. */
export interface Clause {
  readonly line: number;
  readonly source: SourceLine;
  /** Verbatim. */
  readonly quote: string;
  /** Without the words at its start that say nothing, and without what others are quoted with. */
  readonly text: string;
  readonly language: Language;
  readonly standing: Standing;
  /** The clause before it in the same sentence; `''` for the first. */
  readonly previous: string;
}

const SUBJECT =
  "(?:i|we|he|she|they|you|it|there|let['’]s|ich|wir|er|sie|je|j['’]\\p{L}+|nous|on|il|elle|yo)(?![\\p{L}])" +
  '|(?:the|our|my|that)\\s+\\p{L}+(?:\\s\\p{L}+)?\\s+(?:is|are|was|were|will|has|have|moved|went|can)(?![\\p{L}])' +
  "|\\p{L}+(?:['’]ll|\\s+(?:will|is going to|has|promised|agreed|wird|hat|va|a|ha)(?![\\p{L}]))";

/** Where a new clause begins: a mark or a conjunction that is followed by a subject and its verb. */
const BOUNDARY = new RegExp(
  `(?:[;:,]|\\s[-–—]|(?<![\\p{L}])(?:and|but|so|then|also|plus|und|aber|et|mais|pero))\\s+` +
    `(?=(?:(?:and|but|so|then|also|ok|okay|yeah|now|und|aber|et|mais|y|pero)\\s+){0,2}(?:${SUBJECT}))`,
  'giu',
);

/** What is quoted was said by others. */
const QUOTED = /["“„«][^"”“»]{0,400}["”“»]/gu;

/** The clauses of a passage, in order. */
export function clausesOf(passage: Passage): readonly Clause[] {
  return passage.lines.flatMap((source, line) => {
    const sentences = sentencesOf(source.text).map(({ text }) => text);
    return sentences.flatMap((sentence, index) =>
      clausesIn(sentence, sentences[index + 1] ?? '', line, source),
    );
  });
}

function clausesIn(
  sentence: string,
  next: string,
  line: number,
  source: SourceLine,
): readonly Clause[] {
  const whole = standingOf(sentence);
  const joking = whole.joking || standingOf(next).joking;
  const language = languageOf(sentence);
  const parts = split(sentence);
  return parts.map((part, index) => ({
    line,
    source,
    quote: part,
    text: withoutFillers(part.replace(QUOTED, (quoted) => '"'.repeat(quoted.length))),
    language,
    standing: {
      ...standingOf(part),
      hypothetical: whole.hypothetical,
      unsure: whole.unsure,
      joking,
    },
    previous: parts[index - 1] ?? '',
  }));
}

function split(sentence: string): readonly string[] {
  const spoken = sentence.replace(QUOTED, (quoted) => '"'.repeat(quoted.length));
  const parts: string[] = [];
  let start = 0;
  for (const boundary of spoken.matchAll(BOUNDARY)) {
    parts.push(sentence.slice(start, boundary.index));
    start = boundary.index + boundary[0].length;
  }
  parts.push(sentence.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
