import type { FactDraft, Passage, ReadingContext, SourceLine } from '#contracts/model';
import { type FoundAmount, findAmounts } from '../../text/amounts.ts';
import { withoutReplacedAmounts } from '../../text/amounts/replaced.ts';
import { findDates, type FoundDate } from '../../text/dates.ts';
import { withoutReplacedDates } from '../../text/dates/replaced.ts';
import { sentencesOf, type TextSpan } from '../../text/sentences.ts';
import { sentenceOrder } from '../../text/tables/day-order.ts';
import { clausesOf, type Place } from './clauses/clauses.ts';
import { askedBefore, lastSaid } from './clauses/context.rule.ts';
import { readClosing } from './changes/closing.rule.ts';
import { readRow } from './rows/read-row.ts';
import { readStatement } from './read-statement.ts';
import { forgetAll } from './clauses/remembered.ts';
import { Table } from './rows/table.ts';
import { termOf } from './dates/term.rule.ts';
import { relativeTo, type SentenceSource } from './statement.ts';

/** Facts that a correction may refer to were stated at most this many lines before it. */
const RECENT_LINES = 6;
const MOST_RECENT = 8;

/**
 * Reads the financial facts of a passage by rules. The lines before it are read too, as far as they
 * explain what is said in it.
 */
export function readPassage(passage: Passage, reading: ReadingContext): readonly FactDraft[] {
  forgetAll();
  const lines = [...passage.before, ...passage.lines];
  const offset = passage.before.length;
  const table = new Table(lines, reading);
  const drafts: FactDraft[] = [];
  lines.forEach((line, index) => {
    const row = table.rows[index] ?? null;
    drafts.push(
      ...(row === null
        ? readLine(lines, index, line, drafts.slice(-MOST_RECENT), reading)
        : readRow({ line, index, row, days: table.days, reading })),
    );
  });
  return drafts
    .filter(({ line }) => line >= offset)
    .map((draft) => ({ ...draft, line: draft.line - offset }));
}

function readLine(
  lines: readonly SourceLine[],
  index: number,
  line: SourceLine,
  earlier: readonly FactDraft[],
  reading: ReadingContext,
): readonly FactDraft[] {
  const { text, amounts, corrections, dates } = repairedLine(line, reading);
  const sentences = sentencesOf(text);
  const amountsOf = grouped(sentences, amounts);
  const datesOf = grouped(sentences, dates);
  const lineBefore = sentencesOf(lines[index - 1]?.text ?? '').at(-1)?.text ?? null;
  const drafts: FactDraft[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const own = amountsOf[at] ?? [];
    const before = lastSaid(lineBefore, sentences[at - 1]?.text ?? '');
    const recent = recentOf(earlier, drafts, index);
    const found = readSentence({
      ...{ line, index, sentence, reading, corrections, amounts: own, dates: datesOf[at] ?? [] },
      afterwards: sentences[at + 1]?.text ?? nextOf(lines, index),
      context: {
        asked:
          own[0] === undefined
            ? null
            : askedBefore(lines, index, before, sentence.text, own[0].start === sentence.start),
        ...{ before, recent },
      },
    });
    const last = drafts.at(-1);
    if (takesBack(sentence.text, found, last) || isAmountOf(sentence, found, last)) drafts.pop();
    drafts.push(...found);
  }
  return drafts;
}

/** What holds of a line: without amounts and dates that its speaker took back at once. */
interface RepairedLine {
  readonly text: string;
  readonly amounts: readonly FoundAmount[];
  readonly corrections: ReadonlySet<FoundAmount>;
  readonly dates: readonly FoundDate[];
}

function repairedLine({ text, date }: SourceLine, { currency }: ReadingContext): RepairedLine {
  const amounts = withoutReplacedAmounts(text, findAmounts(text, currency));
  const dates = findDates(amounts.text, date, sentenceOrder(currency));
  const repaired = withoutReplacedDates(amounts.text, dates);
  return {
    ...{ text: repaired.text, dates: repaired.holding },
    ...{ amounts: amounts.holding, corrections: amounts.corrections },
  };
}

/** The latest facts of earlier lines and of this one, from the last one backwards; most are not looked at. */
function recentOf(
  earlier: readonly FactDraft[],
  drafts: readonly FactDraft[],
  index: number,
): readonly FactDraft[] {
  const recent: FactDraft[] = [];
  for (const some of [drafts, earlier]) {
    for (let at = some.length - 1; at >= 0 && recent.length < MOST_RECENT; at -= 1) {
      const draft = some[at];
      if (draft && isRecent(draft, index)) recent.unshift(draft);
    }
  }
  return recent;
}

function isRecent({ type, line }: FactDraft, index: number): boolean {
  return type !== 'closing' && type !== 'term' && index - line <= RECENT_LINES;
}

/** "I've paid the lab for the panels. 188 euros that was.": the amount says more than the closing. */
function isAmountOf(
  { text }: TextSpan,
  [found, ...more]: readonly FactDraft[],
  last: FactDraft | undefined,
): boolean {
  if (last?.type !== 'closing' || last.status !== 'paid' || more.length > 0) return false;
  return found?.type === 'expense' && text.length <= MAX_AMOUNT_ONLY;
}

const MAX_AMOUNT_ONLY = 60;

/** "We paid 480 for the speakers. Scratch that, 430." */
function takesBack(
  sentence: string,
  [found, ...more]: readonly FactDraft[],
  last: FactDraft | undefined,
): boolean {
  if (found === undefined || more.length > 0) return false;
  return last?.type === found.type && last.label === found.label && TAKES_BACK.test(sentence);
}

const TAKES_BACK =
  /^\s*(?:(?:oh|no|ah|well)[\s,]+)*(?:scratch that|strike that|wait|sorry|correction|make that|my mistake|i meant|quatsch|korrektur|entschuldigung|ich meinte|pardon|perdón|rectification|corrección)(?!\p{L})/iu;

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
  if (amounts.length === 0) return closingsIn(source);
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
  return [...drafts, ...drafts.flatMap((draft) => termOf(draft, source) ?? [])];
}

function closingsIn(source: SentenceSource): readonly FactDraft[] {
  const closing = readClosing(source);
  return closing === null ? [] : [closing];
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
