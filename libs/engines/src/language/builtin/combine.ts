import type { SummaryContent, SummaryPoint } from '#contracts/model';
import { cited, sourcesOf } from '../cited.ts';
import type { CombineRequest } from '../language-engine.port.ts';
import { coverMost } from './summary/coverage.ts';
import { unitsOf, weightOfUnit } from './summary/key-sentences.ts';
import { NOTHING_SAID, ofWhat, whoSpoke } from './summary/overview.ts';
import { saysTheSame } from './summary/same.ts';
import { contentWords } from './text/content-words.ts';
import { sentencesOf } from './text/sentences.ts';
import { wordsIn } from './text/words.ts';

const MAX_KEY_POINTS = 10;
const MAX_TOPICS = 8;
/** Number of preceding points that are searched for a repetition. */
const COMPARED = 50;
/** The sentences of an overview of this engine; see `overviewOf`. */
const WHO_SPOKE = /^(?<names>.+) spoke in (?<count>\d+) turns?\.$/u;
const TOPICS = /^Topics: (?<topics>.+)\.$/u;

/**
 * Joins summaries of consecutive parts: of their key points, those that together tell most. A repeated
 * point is kept once, with the sources of all.
 */
export function combine({ parts }: CombineRequest): SummaryContent {
  const keyPoints = distinct(parts.flatMap((part) => part.keyPoints));
  return {
    overview: overview(parts.map((part) => part.overview)),
    keyPoints: chosen(keyPoints, Math.max(MAX_KEY_POINTS, parts.length)),
    decisions: distinct(parts.flatMap((part) => part.decisions)),
    actionItems: distinct(parts.flatMap((part) => part.actionItems)),
  };
}

function chosen(points: readonly SummaryPoint[], most: number): readonly SummaryPoint[] {
  if (points.length <= most) return points;
  const items = points.map((point) => ({
    point,
    units: unitsOf(point.text),
    length: Math.max(1, wordsIn(point.text).length),
  }));
  return coverMost(items, most, weightOfUnit).map(({ point }) => point);
}

function overview(overviews: readonly string[]): string {
  const informative = overviews.filter((text) => text.trim() !== '' && text !== NOTHING_SAID);
  if (informative.length === 0) return NOTHING_SAID;
  const sentences = informative.flatMap(sentencesOf);
  const spoken = sentences
    .map((each) => WHO_SPOKE.exec(each)?.groups)
    .filter((groups) => groups !== undefined);
  const topics = sentences.flatMap(
    (each) => TOPICS.exec(each)?.groups?.['topics']?.split(', ') ?? [],
  );
  return [whoSpokeInAll(spoken), ...ofWhat(mostNamed(topics))].join(' ');
}

/** The topics of most parts first, each once. */
function mostNamed(topics: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const ordered = [...counts].sort(([, one], [, other]) => other - one);
  return ordered.slice(0, MAX_TOPICS).map(([topic]) => topic);
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
