import type { SummaryContent } from '#contracts/model';
import { rouge, type Rouge } from '../language/testing/rouge.ts';
import type { ConversationCase } from './case.schema.ts';
import type { Summarised } from './items.ts';
import { SUMMARY_BASELINES } from './summary-baselines.ts';
import { tracedFacts } from './traced-facts.ts';
import { turnNumberOf } from './turn-ids.ts';

/** How near summaries are to those of people, 0 to 1, on average. */
export interface NamedRouge extends Rouge {
  readonly name: string;
}

/** What summaries are like. */
export interface SummaryQuality {
  /** Summaries that are compared with one by a person. */
  readonly compared: number;
  readonly rouge: Rouge;
  readonly baselines: readonly NamedRouge[];
  /** Names, numbers and dates in all summaries, and how many of them the conversations have. */
  readonly facts: number;
  readonly traced: number;
  readonly untraced: readonly string[];
  /** Shares of the cited turns that are in the first, second and last third of their conversations. */
  readonly thirds: readonly number[];
}

/** Measures summaries; `null` when there are none. Each is as long as the one of the person at most. */
export function summaryQuality(summaries: readonly Summarised[]): SummaryQuality | null {
  if (summaries.length === 0) return null;
  const compared = summaries.filter(({ conversation }) => conversation.summary !== undefined);
  const facts = summaries.map(({ conversation: { turns, language }, content }) =>
    tracedFacts(wholeText(content), turns, language),
  );
  return {
    compared: compared.length,
    rouge: averageRouge(compared, ({ content }) => readFirst(content)),
    baselines: Object.entries(SUMMARY_BASELINES).map(([name, order]) => ({
      name,
      ...averageRouge(compared, ({ conversation }) => order(conversation.turns).map(textOf)),
    })),
    facts: facts.reduce((sum, each) => sum + each.facts, 0),
    traced: facts.reduce((sum, each) => sum + each.traced, 0),
    untraced: facts.flatMap(({ untraced }) => untraced),
    thirds: thirdsOf(summaries),
  };
}

/** What is compared, the most important first: the key points, then the overview. */
function readFirst({ overview, keyPoints }: SummaryContent): readonly string[] {
  return [...keyPoints.map(textOf), overview];
}

function wholeText({ overview, keyPoints, decisions, actionItems }: SummaryContent): string {
  return [overview, ...[...keyPoints, ...decisions, ...actionItems].map(textOf)].join('\n');
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}

function averageRouge(
  summaries: readonly Summarised[],
  textsOf: (summarised: Summarised) => readonly string[],
): Rouge {
  const all = summaries.map((each) => {
    const reference = each.conversation.summary ?? '';
    return rouge(firstWords(textsOf(each), wordCount(reference)), reference);
  });
  const average = (of: keyof Rouge) => all.reduce((sum, each) => sum + each[of], 0) / all.length;
  return { one: average('one'), two: average('two'), longest: average('longest') };
}

function firstWords(texts: readonly string[], count: number): string {
  return texts.join(' ').split(/\s+/u).slice(0, count).join(' ');
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/u).length;
}

function thirdsOf(summaries: readonly Summarised[]): readonly number[] {
  const counts = [0, 0, 0];
  for (const { conversation, content } of summaries) {
    for (const third of citedThirds(conversation, content))
      counts[third] = (counts[third] ?? 0) + 1;
  }
  const all = counts.reduce((sum, each) => sum + each, 0);
  return counts.map((count) => count / all);
}

function citedThirds(
  { turns }: ConversationCase,
  { keyPoints }: SummaryContent,
): readonly number[] {
  return keyPoints.flatMap(({ turnIds }) =>
    turnIds
      .map((turnId) => Math.floor(((turnNumberOf(turnId) - 1) * 3) / turns.length))
      .filter((third) => third >= 0 && third <= 2),
  );
}
