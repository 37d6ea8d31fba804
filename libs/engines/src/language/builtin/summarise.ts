import type { SummaryContent } from '#contracts/model';
import type { SummaryRequest } from '../language-engine.port.ts';
import { actionItemsIn } from './summary/action-items.ts';
import { decisionsIn } from './summary/decisions.ts';
import { NOTHING_SAID, overviewOf } from './summary/overview.ts';
import { rank, weighWords } from './summary/ranking.ts';
import { select } from './summary/selection.ts';
import { attributed, speakersOf, statementsOf } from './summary/statements.ts';

const MOST_KEY_POINTS = 7;
const OVERVIEW_SENTENCES = 3;

/**
 * Sums a conversation up in its own sentences. It reads all turns; it understands none, and so
 * chooses and sorts what was said instead of wording it anew.
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
      turnIds: [statement.turnId],
    })),
    decisions: decisionsIn(statements, speakers.length),
    actionItems: actionItemsIn(statements, speakers),
  };
}

/** Grows slowly: four sentences give three points, sixteen five, thirty and more seven. */
function keyPointCount(sentenceCount: number): number {
  return Math.min(MOST_KEY_POINTS, Math.ceil(1.25 * Math.sqrt(sentenceCount)));
}

function empty(): SummaryContent {
  return { overview: NOTHING_SAID, keyPoints: [], decisions: [], actionItems: [] };
}
