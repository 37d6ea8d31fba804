import type { ActionItem, SummaryContent, SummaryPoint } from '#contracts/model';
import type { CombineRequest, SummaryRequest } from '../language-engine.port.ts';
import type { SummaryAnswer } from './answers.schema.ts';
import { NumberedTurns } from './numbered-turns.ts';

/** Prompt data, and the turns by the numbers that the data uses. */
export interface NumberedData {
  readonly data: unknown;
  readonly turns: NumberedTurns;
}

/** The prompt data of a summary request. */
export function summaryData({ title, turns }: SummaryRequest): NumberedData {
  const numbered = turns.map(({ speaker, text }, at) => ({ n: at + 1, speaker, text }));
  const turnIds = turns.map(({ turnId }) => turnId);
  return { data: { title, turns: numbered }, turns: new NumberedTurns(turnIds) };
}

/** The prompt data of a request to combine summaries. */
export function combinationData({ title, parts }: CombineRequest): NumberedData {
  const turns = new NumberedTurns(parts.flatMap(turnIdsOf));
  return { data: { title, parts: parts.map((part) => partData(part, turns)) }, turns };
}

/** Converts an answer: turn numbers are replaced by turn ids, and texts are trimmed. */
export function summaryContent(answer: SummaryAnswer, turns: NumberedTurns): SummaryContent {
  return {
    overview: answer.overview.trim(),
    keyPoints: answer.keyPoints.map((point) => pointOf(point, turns)),
    decisions: answer.decisions.map((point) => pointOf(point, turns)),
    actionItems: answer.actionItems.map((item) => itemOf(item, turns)),
  };
}

function partData(part: SummaryContent, turns: NumberedTurns) {
  const point = ({ text, turnIds }: SummaryPoint) => ({ text, sources: turns.numbersOf(turnIds) });
  return {
    overview: part.overview,
    keyPoints: part.keyPoints.map(point),
    decisions: part.decisions.map(point),
    actionItems: part.actionItems.map((item) => ({
      ...{ who: item.who, when: item.when },
      ...point(item),
    })),
  };
}

function turnIdsOf({ keyPoints, decisions, actionItems }: SummaryContent): string[] {
  return [...keyPoints, ...decisions, ...actionItems].flatMap(({ turnIds }) => turnIds);
}

type PointAnswer = SummaryAnswer['keyPoints'][number];
type ItemAnswer = SummaryAnswer['actionItems'][number];

function pointOf({ text, sources }: PointAnswer, turns: NumberedTurns): SummaryPoint {
  return { text: text.trim(), turnIds: turns.turnIdsOf(sources) };
}

function itemOf(item: ItemAnswer, turns: NumberedTurns): ActionItem {
  return { ...pointOf(item, turns), who: textOrNull(item.who), when: textOrNull(item.when) };
}

/** Models may write an empty text instead of `null`. */
function textOrNull(value: string | null): string | null {
  return value?.trim() || null;
}
