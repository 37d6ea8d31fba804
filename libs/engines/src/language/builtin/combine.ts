import type { SummaryContent, SummaryPoint } from '#contracts/model';
import { cited, sourcesOf } from '../cited.ts';
import type { CombineRequest } from '../language-engine.port.ts';
import { NOTHING_SAID, whoSpoke } from './summary/overview.ts';
import { saysTheSame } from './summary/selection.ts';
import { contentWords } from './text/content-words.ts';
import { sentencesOf } from './text/sentences.ts';

const MAX_KEY_POINTS = 7;
const OVERVIEW_SENTENCES = 5;
/** Number of preceding points that are searched for a repetition. */
const COMPARED = 50;
/** The first sentence of an overview of this engine; see `whoSpoke`. */
const WHO_SPOKE = /^(?<names>.+) spoke in (?<count>\d+) turns?\.$/u;

/** Joins summaries of consecutive parts. A repeated point is kept once, with the sources of all. */
export function combine({ parts }: CombineRequest): SummaryContent {
  const keyPoints = distinct(parts.flatMap((part) => part.keyPoints));
  return {
    overview: overview(parts.map((part) => part.overview)),
    keyPoints: spread(keyPoints, Math.max(MAX_KEY_POINTS, parts.length)),
    decisions: distinct(parts.flatMap((part) => part.decisions)),
    actionItems: distinct(parts.flatMap((part) => part.actionItems)),
  };
}

function overview(overviews: readonly string[]): string {
  const informative = overviews.filter((text) => text.trim() !== '' && text !== NOTHING_SAID);
  if (informative.length === 0) return NOTHING_SAID;
  const sentences = informative.map(sentencesOf);
  const spoken = sentences.map(([first = '']) => WHO_SPOKE.exec(first)?.groups ?? null);
  const rest = sentences.flatMap((all, n) => spread(spoken[n] ? all.slice(1) : all, 2));
  const opening = spoken.every((groups) => groups !== null) ? [whoSpokeInAll(spoken)] : [];
  return [...opening, ...spread(rest, OVERVIEW_SENTENCES)].join(' ');
}

function whoSpokeInAll(spoken: readonly Readonly<Record<string, string>>[]): string {
  const names = spoken.flatMap(({ names: some = '' }) => some.split(/, | and /u));
  const turnCount = spoken.reduce((sum, { count = '0' }) => sum + Number(count), 0);
  return whoSpoke([...new Set(names)], turnCount);
}

/** The points without repetitions, in order. */
function distinct<Point extends SummaryPoint>(points: readonly Point[]): readonly Point[] {
  const kept: { point: Point; words: readonly string[] }[] = [];
  for (const point of points) {
    const words = contentWords(point.text);
    const same = kept.slice(-COMPARED).find((other) => saysTheSame(words, other.words));
    if (same === undefined) kept.push({ point, words });
    else same.point = { ...same.point, ...cited([same.point, point].flatMap(sourcesOf)) };
  }
  return kept.map(({ point }) => point);
}

/** At most `maxCount` items, evenly spaced from the first to the last. */
function spread<Item>(items: readonly Item[], maxCount: number): readonly Item[] {
  if (items.length <= maxCount) return items;
  return Array.from({ length: maxCount }, (_, n) =>
    items.slice(Math.round((n * (items.length - 1)) / Math.max(1, maxCount - 1))),
  ).flatMap((from) => from.slice(0, 1));
}
