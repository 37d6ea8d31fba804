import { TEMPLATE_SHAPES, type SummaryContent, type SummaryForm } from '#contracts/model';
import { cited } from '../cited.ts';
import { countedOf } from '../counted.ts';
import type { SummaryRequest } from '../language-engine.port.ts';
import { nothingSaid } from '../phrases/counted-overview.ts';
import { actionItemsIn } from './summary/action-items.ts';
import { decisionsIn } from './summary/decisions.ts';
import { itemRulesOf } from './summary/languages/rules-of.ts';
import { inForm } from './summary/in-form.ts';
import { keySentences } from './summary/key-sentences.ts';
import { overviewOf } from './summary/overview.ts';
import { attributed, statementsOf } from './summary/statements.ts';
import { topicsOf } from './summary/topics.ts';

/**
 * Builds an extractive summary: it cleans and chooses sentences of all turns instead of generating new
 * text.
 */
export function summarise({ title, turns, form }: SummaryRequest): SummaryContent {
  const spoken = turns.filter(({ text }) => text.trim() !== '');
  if (spoken.length === 0) return empty(form);
  const statements = statementsOf(spoken, form.language);
  const counted = countedOf(spoken);
  const { speakers } = counted;
  const rules = itemRulesOf(form.language);
  const topics = topicsOf(statements, form.language);
  const most = keyPointCount(statements.length, form);
  const keyPoints = keySentences(statements, title, { most, language: form.language });
  const content = {
    overview: overviewOf(counted, topics, form.language),
    topics,
    keyPoints: keyPoints.map((statement) => ({
      text: attributed(statement, speakers.length),
      ...cited([statement]),
    })),
    decisions: rules === null ? [] : decisionsIn(statements, speakers.length, rules),
    actionItems: rules === null ? [] : actionItemsIn(statements, speakers, rules),
  };
  return inForm(content, counted, form);
}

/** Grows with the square root: 4 sentences give 3 points, 16 give 5, and 64 or more give 10. */
function keyPointCount(sentenceCount: number, { template }: SummaryForm): number {
  const { mostKeyPoints } = TEMPLATE_SHAPES[template];
  return Math.min(mostKeyPoints, Math.ceil(1.25 * Math.sqrt(sentenceCount)));
}

function empty({ language }: SummaryForm): SummaryContent {
  return { overview: nothingSaid(language), keyPoints: [], decisions: [], actionItems: [] };
}
