import {
  TEMPLATE_SHAPES,
  type ActionItem,
  type SummaryContent,
  type SummaryForm,
  type SummaryPoint,
} from '#contracts/model';
import { cited, sourcesOf, type Source } from '../cited.ts';
import type { Counted } from '../counted.ts';
import { evidenceLines } from '../evidence/evidence-lines.ts';
import type { CombineRequest, SummaryRequest, SummaryTurn } from '../language-engine.port.ts';
import type { SummaryAnswer } from './answers.schema.ts';
import { NumberedSources } from './numbered-sources.ts';
import { distinct, withoutRepeats } from './without-repeats.ts';

/** Prompt data, and the sources by the numbers that the data uses. */
export interface NumberedData {
  readonly data: unknown;
  readonly sources: NumberedSources;
}

/** Text that the model may cite. */
interface Passage extends Source {
  /** Absent where the speaker of the passage before it goes on. */
  readonly speaker?: string;
  readonly text: string;
}

/** The prompt data of a summary request. */
export function summaryData({ title, turns }: SummaryRequest): NumberedData {
  const passages = turns.flatMap(passagesOf);
  const sources = new NumberedSources(passages);
  const numbered = passages.map(({ turnId, segments, ...said }) => {
    const [n] = sources.numbersOf([{ turnId, segments }]);
    return { n, ...said };
  });
  const date = turns[0]?.saidOn;
  return { data: { title, ...(date === undefined ? {} : { date }), turns: numbered }, sources };
}

/** The passages of a turn: its segments if it was recorded, or all of it. */
function passagesOf(turn: SummaryTurn): readonly Passage[] {
  return evidenceLines([turn]).map(({ turnId, segments, speaker, text }, at) => ({
    ...{ turnId, segments },
    ...(at === 0 ? { speaker } : {}),
    text,
  }));
}

/** The prompt data of a request to combine summaries. */
export function combinationData({ title, parts }: CombineRequest): NumberedData {
  const sources = new NumberedSources(parts.flatMap(pointsOf).flatMap(sourcesOf));
  return { data: { title, parts: parts.map((part) => partData(part, sources)) }, sources };
}

/** Converts an answer: numbers are replaced by what they stand for, and texts are trimmed. */
export function summaryContent(
  answer: SummaryAnswer,
  sources: NumberedSources,
  { speakers }: Counted,
  { template }: SummaryForm,
): SummaryContent {
  return {
    overview: answer.overview.trim(),
    ...(TEMPLATE_SHAPES[template].parts.includes('attendees') ? { attendees: [...speakers] } : {}),
    topics: distinct(answer.topics.map((topic) => topic.trim()).filter((topic) => topic !== '')),
    keyPoints: pointsOfAnswer(answer.keyPoints, sources),
    decisions: pointsOfAnswer(answer.decisions, sources),
    actionItems: withoutRepeats(answer.actionItems, ({ who }) => who ?? '').map((item) =>
      itemOf(item, sources),
    ),
  };
}

function partData(part: SummaryContent, sources: NumberedSources) {
  const point = (each: SummaryPoint) => ({
    text: each.text,
    sources: sources.numbersOf(sourcesOf(each)),
  });
  return {
    overview: part.overview,
    topics: part.topics ?? [],
    keyPoints: part.keyPoints.map(point),
    decisions: part.decisions.map(point),
    actionItems: part.actionItems.map((item) => ({
      ...{ who: item.who, when: item.when },
      ...point(item),
    })),
  };
}

function pointsOf({ keyPoints, decisions, actionItems }: SummaryContent): readonly SummaryPoint[] {
  return [...keyPoints, ...decisions, ...actionItems];
}

type PointAnswer = SummaryAnswer['keyPoints'][number];
type ItemAnswer = SummaryAnswer['actionItems'][number];

function pointsOfAnswer(
  points: readonly PointAnswer[],
  sources: NumberedSources,
): readonly SummaryPoint[] {
  return withoutRepeats(points).map((point) => pointOf(point, sources));
}

function pointOf({ text, sources: numbers }: PointAnswer, sources: NumberedSources): SummaryPoint {
  return { text: text.trim(), ...cited(sources.sourcesOf(numbers)) };
}

function itemOf(item: ItemAnswer, sources: NumberedSources): ActionItem {
  return { ...pointOf(item, sources), who: textOrNull(item.who), when: textOrNull(item.when) };
}

/** Models may write an empty text instead of `null`. */
function textOrNull(value: string | null): string | null {
  return value?.trim() || null;
}
