import { TEMPLATE_SHAPES, type SummaryContent, type SummaryPoint } from '#contracts/model';
import { cited, sourcesOf } from '../cited.ts';
import type { CombineRequest } from '../language-engine.port.ts';
import { nothingSaid } from '../phrases/counted-overview.ts';
import { coverMost } from './summary/coverage.ts';
import { inForm } from './summary/in-form.ts';
import { unitsOf, weightsOf, type WeighedIn } from './summary/importance.ts';
import { overviewOf } from './summary/overview.ts';
import { preferenceOf } from './summary/read-alone.ts';
import { saysTheSame } from './summary/same.ts';
import { withoutSpeaker } from './summary/statements.ts';
import { contentWords } from './text/content-words.ts';
import { wordsIn } from './text/words.ts';

const MAX_TOPICS = 8;
/** Number of preceding points that are searched for a repetition. */
const COMPARED = 50;

/**
 * Joins summaries of consecutive parts, by whichever engine: of their key points, those that together tell
 * most. A repeated point is kept once, with the sources of all.
 */
export function combine({ title, parts, counted, form }: CombineRequest): SummaryContent {
  const { mostKeyPoints } = TEMPLATE_SHAPES[form.template];
  const keyPoints = distinct(parts.flatMap((part) => part.keyPoints));
  const topics = mostNamed(parts.flatMap((part) => part.topics ?? []));
  // A detailed summary of many parts has at least one point for each.
  const most = form.template === 'detailed' ? Math.max(mostKeyPoints, parts.length) : mostKeyPoints;
  const content = {
    overview:
      counted.turnCount === 0
        ? nothingSaid(form.language)
        : overviewOf(counted, topics, form.language),
    topics,
    keyPoints: chosen(keyPoints, most, {
      ...{ title, language: form.language, speakers: new Set(counted.speakers) },
    }),
    decisions: distinct(parts.flatMap((part) => part.decisions)),
    actionItems: distinct(parts.flatMap((part) => part.actionItems)),
  };
  return inForm(content, counted, form);
}

function chosen(
  points: readonly SummaryPoint[],
  most: number,
  { title, language, speakers }: WeighedIn & { readonly speakers: ReadonlySet<string> },
): readonly SummaryPoint[] {
  if (points.length <= most) return points;
  const items = points.map((point, n) => {
    const text = withoutSpeaker(point.text, speakers);
    const [units, { length }] = [unitsOf(text, language), wordsIn(text)];
    const preference = preferenceOf(text, language);
    return { point, units, length, preference, place: n / points.length };
  });
  const weights = weightsOf(
    items.map(({ units }) => units),
    { title, language },
  );
  return coverMost(items, most, weights).map(({ point }) => point);
}

/** The topics of most parts first, each once. */
function mostNamed(topics: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const ordered = [...counts].sort(([, one], [, other]) => other - one);
  return ordered.slice(0, MAX_TOPICS).map(([topic]) => topic);
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
