import type { FactDraft, Passage, ReadingContext, SourceLine } from '#contracts/model';
import { findAmounts } from '../../text/amounts.ts';
import { findDates } from '../../text/dates.ts';
import { sentencesOf, type TextSpan } from '../../text/sentences.ts';
import { clausesOf, type Place } from './clauses.ts';
import { askedBefore } from './context.rule.ts';
import { isRow, readRow } from './read-row.ts';
import { readStatement } from './read-statement.ts';
import { relativeTo, type SentenceSource } from './statement.ts';

/** Facts that a correction may refer to were stated at most this many lines before it. */
const RECENT_LINES = 6;

/**
 * Reads the financial facts of a passage by rules. The lines before it are read too, as far as they
 * explain what is said in it.
 */
export function readPassage(passage: Passage, reading: ReadingContext): readonly FactDraft[] {
  const lines = [...passage.before, ...passage.lines];
  const offset = passage.before.length;
  const drafts: FactDraft[] = [];
  lines.forEach((line, index) => {
    drafts.push(...readLine(lines, index, line, drafts.at(-1) ?? null, reading));
  });
  return drafts
    .filter(({ line }) => line >= offset)
    .map((draft) => ({ ...draft, line: draft.line - offset }));
}

function readLine(
  lines: readonly SourceLine[],
  index: number,
  line: SourceLine,
  last: FactDraft | null,
  reading: ReadingContext,
): readonly FactDraft[] {
  if (line.speaker === null && isRow(line.text)) return readRow(line, index, reading);
  const amounts = findAmounts(line.text, reading.currency);
  if (amounts.length === 0) return [];
  const recent = last !== null && index - last.line <= RECENT_LINES ? last : null;
  const sentences = sentencesOf(line.text);
  const amountsOf = grouped(sentences, amounts);
  const datesOf = grouped(sentences, findDates(line.text, line.date));
  return sentences.flatMap((sentence, at) => {
    const own = amountsOf[at] ?? [];
    if (own.length === 0) return [];
    return readSentence({
      ...{ line, index, sentence, reading, amounts: own, dates: datesOf[at] ?? [] },
      afterwards: sentences[at + 1]?.text ?? nextOf(lines, index),
      context: {
        asked: askedBefore(lines, index, sentences[at - 1]?.text ?? '', sentence.text),
        recent,
      },
    });
  });
}

/** What lies in each sentence; both are in the order of the text. */
function grouped<Item extends Place>(
  sentences: readonly TextSpan[],
  items: readonly Item[],
): readonly (readonly Item[])[] {
  let next = 0;
  return sentences.map(({ end }) => {
    const first = next;
    while (next < items.length && (items[next]?.start ?? end) < end) next++;
    return items.slice(first, next);
  });
}

/** What the same speaker says next, as in "just kidding". */
function nextOf(lines: readonly SourceLine[], index: number): string {
  const next = lines
    .slice(index + 1, index + 3)
    .find(({ speaker }) => speaker === lines[index]?.speaker);
  return sentencesOf(next?.text.slice(0, 200) ?? '')[0]?.text ?? '';
}

function readSentence(source: SentenceSource): readonly FactDraft[] {
  const { amounts } = source;
  const drafts: FactDraft[] = [];
  for (const clause of clausesIn(source)) {
    for (const amount of amounts.filter(
      ({ start }) => clause.start <= start && start < clause.end,
    )) {
      const carried = drafts.at(-1) ?? null;
      const draft = readStatement({ source, amount, clause, carried });
      if (draft !== null) drafts.push(draft);
    }
  }
  return drafts;
}

/** The clauses of a sentence, as places in the line. */
function clausesIn({ sentence, amounts }: SentenceSource): readonly TextSpan[] {
  const places = amounts.map((amount) => relativeTo(sentence, amount));
  return clausesOf(sentence.text, places).map(({ text, start, end }) => ({
    text,
    start: start + sentence.start,
    end: end + sentence.start,
  }));
}
