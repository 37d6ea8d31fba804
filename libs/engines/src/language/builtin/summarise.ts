import type { SummaryContent } from '#contracts/model';
import { cited } from '../cited.ts';
import type { SummaryRequest } from '../language-engine.port.ts';
import { actionItemsIn } from './summary/action-items.ts';
import { decisionsIn } from './summary/decisions.ts';
import { NOTHING_SAID, overviewOf } from './summary/overview.ts';
import { rank, weighWords } from './summary/ranking.ts';
import { select } from './summary/selection.ts';
import { attributed, speakersOf, statementsOf } from './summary/statements.ts';

const MAX_KEY_POINTS = 7;
const OVERVIEW_SENTENCES = 3;

/**
 * Builds an extractive summary: it ranks and selects sentences of all turns instead of generating
 * new text.
 */
export function summarise({ title, turns }: SummaryRequest): SummaryContent {
  const spoken = turns.filter(({ text }) => text.trim() !== '');
  if (spoken.length === 0) return empty();
  const statements = statementsOf(spoken);
  const speakers = speakersOf(spoken);
  const ranked = rank(statements, weighWords(statements, title));
  const keyPoints = select(ranked, keyPointCount(ranked.length));
  return {
    overview: overviewOf(spoken, select(keyPoints, OVERVIEW_SENTENCES)),
    keyPoints: keyPoints.map(({ statement }) => ({
      text: attributed(statement, speakers.length),
      ...cited([statement]),
    })),
    decisions: decisionsIn(statements, speakers.length),
    actionItems: actionItemsIn(statements, speakers),
  };
}

/** Grows with the square root: 4 sentences give 3 points, 16 give 5, and 24 or more give 7. */
function keyPointCount(sentenceCount: number): number {
  return Math.min(MAX_KEY_POINTS, Math.ceil(1.25 * Math.sqrt(sentenceCount)));
}

function empty(): SummaryContent {
  return { overview: NOTHING_SAID, keyPoints: [], decisions: [], actionItems: [] };
}
