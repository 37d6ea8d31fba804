import type { SourceLine } from '#contracts/model';
import { languageOf, type Language } from '../../text/language.ts';
import { type FoundAmount, findAmounts } from '../../text/amounts.ts';
import { withoutReplacedAmounts } from '../../text/amounts/replaced.ts';
import { withoutReplacedDates } from '../../text/dates/replaced.ts';
import { findDates, type FoundDate } from '../../text/dates.ts';
import { standingClauses } from '../../text/clause-standing.ts';
import { sentencesOf, type TextSpan } from '../../text/sentences.ts';
import { withoutQuoted } from '../../text/split-clauses.ts';
import { type Standing, standingOf } from '../../text/standing.ts';
import { withoutFillers } from './fillers.ts';
import { within } from './within.ts';

/** A part of a sentence with a subject of its own: what the rules read. */
export interface Clause {
  readonly line: number;
  readonly source: SourceLine;
  /** Its place in the text of the line. */
  readonly start: number;
  /** Verbatim. */
  readonly quote: string;
  /** Without the words at its start that say nothing, and without what others are quoted with. */
  readonly text: string;
  readonly language: Language;
  readonly standing: Standing;
  /** The clause before it in the same line; `''` for the first. */
  readonly previous: string;
  /** The clause after it in the same line; `''` for the last. */
  readonly next: string;
  /** How the next line begins, when somebody else says it. */
  readonly reply: string;
  /** The sentence that it is in. */
  readonly sentence: string;
  /** Where `text` begins in the line. */
  readonly textStart: number;
  /** The dates in it, as the whole line has them. */
  readonly dates: readonly FoundDate[];
  /** All dates of its line. */
  readonly lineDates: readonly FoundDate[];
  /** The amounts in `text`, as the whole line has them; positions are those in `text`. */
  readonly amounts: readonly FoundAmount[];
}

/** What may stand before a date at the start of a clause. */
const LEADS =
  /^(?:(?:by|on|in|from|at|until|since|before|after|as of|over|bis|am|im|ab|zum|d['’]ici|à partir de?|en|para|el|le|a partir del?)\s*)?(?:the |dem |au )?$/iu;

/**
 * The clauses of lines, in order.
 * @param currency ISO 4217; of money whose currency is not stated
 */
export function clausesOf(lines: readonly SourceLine[], currency: string): readonly Clause[] {
  return lines.flatMap((source, line) => {
    const { text, dates, amounts } = repairedLine(source, currency);
    const sentences = sentencesOf(text);
    const parts = sentences.flatMap((sentence, index) =>
      partsOf(sentence, sentences[index + 1]?.text ?? '', source.text),
    );
    return parts.map((part, index) => ({
      ...placed(withoutLeadingDate(part, dates), dates, amounts),
      ...{ line, source, reply: replyTo(lines, line) },
      ...{ previous: parts[index - 1]?.quote ?? '', next: parts[index + 1]?.quote ?? '' },
    }));
  });
}

/** A line without the amounts and dates that its speaker took back at once. */
function repairedLine({ text, date }: SourceLine, currency: string) {
  const amounts = withoutReplacedAmounts(text, findAmounts(text, currency));
  const dates = withoutReplacedDates(amounts.text, findDates(amounts.text, date));
  return { text: dates.text, dates: dates.holding, amounts: amounts.holding };
}

/** So many characters of a reply are read. */
const REPLY_CHARACTERS = 80;

function replyTo(lines: readonly SourceLine[], line: number): string {
  const [own, next] = [lines[line], lines[line + 1]];
  const isOther = next !== undefined && next.speaker !== own?.speaker;
  return isOther ? next.text.slice(0, REPLY_CHARACTERS) : '';
}

/** A clause before its dates and amounts are known; positions are those in its line. */
interface Part extends Pick<Clause, 'quote' | 'text' | 'language' | 'standing' | 'sentence'> {
  readonly start: number;
  readonly textStart: number;
}

/** "By the end of June we want" begins with its subject: "we want". */
function withoutLeadingDate(part: Part, dates: readonly FoundDate[]): Part {
  const first = within(dates, part.textStart, part.textStart + part.text.length)[0];
  if (!first || !LEADS.test(part.text.slice(0, first.start - part.textStart))) return part;
  const rest = part.text.slice(first.end - part.textStart);
  const text = rest.replace(/^[\s,:]+/u, '');
  return { ...part, text, textStart: first.end + rest.length - text.length };
}

/** A date has so many characters at most. */
const MAX_DATE = 60;

/** Whether a date and an amount have no character in common: the year of a date is no number. */
function apart(amount: FoundAmount): (date: FoundDate) => boolean {
  return (date) => date.end <= amount.start || date.start >= amount.end;
}

function placed(
  { start, textStart, ...part }: Part,
  dates: readonly FoundDate[],
  amounts: readonly FoundAmount[],
) {
  const end = start + part.quote.length;
  const textEnd = textStart + part.text.length;
  return {
    ...part,
    ...{ start, textStart, lineDates: dates },
    dates: within(dates, start, end),
    amounts: within(amounts, textStart, textEnd)
      .filter((amount) =>
        within(dates, amount.start - MAX_DATE, amount.end + MAX_DATE).every(apart(amount)),
      )
      .map((amount) => ({
        ...amount,
        start: amount.start - textStart,
        end: amount.end - textStart,
      })),
  };
}

/** @param verbatim the text of the line with what was taken back */
function partsOf(sentence: TextSpan, next: string, verbatim: string): readonly Part[] {
  const joking = standingOf(sentence.text).joking || standingOf(next).joking;
  const language = languageOf(sentence.text);
  return standingClauses(sentence.text).map(({ text: stated, start, standing }) => {
    const unquoted = withoutFillers(withoutQuoted(stated));
    const from = sentence.start + start;
    return {
      quote: verbatim.slice(from, from + stated.length),
      start: sentence.start + start,
      textStart: sentence.start + start + unquoted.start,
      text: unquoted.text,
      language,
      standing: { ...standing, joking },
      sentence: sentence.text,
    };
  });
}
