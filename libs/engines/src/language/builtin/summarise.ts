import type { SummaryContent } from '#contracts/model';
import { cited } from '../cited.ts';
import type { SummaryRequest } from '../language-engine.port.ts';
import { actionItemsIn } from './summary/action-items.ts';
import { decisionsIn } from './summary/decisions.ts';
import { keySentences } from './summary/key-sentences.ts';
import { NOTHING_SAID, overviewOf } from './summary/overview.ts';
import { attributed, speakersOf, statementsOf } from './summary/statements.ts';
import { topicsOf } from './summary/topics.ts';

const MAX_KEY_POINTS = 10;

/**
 * Builds an extractive summary: it cleans and chooses sentences of all turns instead of generating new
 * text.
 */
export function summarise({ title, turns }: SummaryRequest): SummaryContent {
  const spoken = turns.filter(({ text }) => text.trim() !== '');
  if (spoken.length === 0) return empty();
  const statements = statementsOf(spoken);
  const speakers = speakersOf(spoken);
  const keyPoints = keySentences(statements, title, keyPointCount(statements.length));
  return {
    overview: overviewOf(spoken, topicsOf(statements)),
    keyPoints: keyPoints.map((statement) => ({
      text: attributed(statement, speakers.length),
      ...cited([statement]),
    })),
    decisions: decisionsIn(statements, speakers.length),
    actionItems: actionItemsIn(statements, speakers),
  };
}

/** Grows with the square root: 4 sentences give 3 points, 16 give 5, and 64 or more give 10. */
function keyPointCount(sentenceCount: number): number {
  return Math.min(MAX_KEY_POINTS, Math.ceil(1.25 * Math.sqrt(sentenceCount)));
}

function empty(): SummaryContent {
  return { overview: NOTHING_SAID, keyPoints: [], decisions: [], actionItems: [] };
}
