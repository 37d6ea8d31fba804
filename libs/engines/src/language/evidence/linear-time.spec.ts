import { itTakesLinearTime } from '../../../../../test/support/linear-time.ts';
import type { SummaryTurn } from '../language-engine.port.ts';
import { checkSummary } from './check-summary.ts';
import { evidenceLines } from './evidence-lines.ts';

/** A quarter of the length that a turn may have, and half of it: a square shows there as well. */
const LENGTHS = { characters: 3_000, noticeableMs: 25 };

/** Checks a text against turns, one of which it cites, or none. */
function checked(turns: readonly SummaryTurn[], text: string, language: 'en' | 'de') {
  const point = { text, turnIds: turns.slice(0, 1).map(({ turnId }) => turnId) };
  const item = { ...point, who: text.slice(0, 100), when: text.slice(0, 100) };
  return checkSummary({
    content: { overview: text, keyPoints: [point], decisions: [], actionItems: [item] },
    lines: evidenceLines(turns),
    ...{ about: [text], counted: { speakers: ['Ada', 'Tom'], turnCount: 2 }, language },
  });
}

const turnOf = (text: string, n: number): SummaryTurn => ({
  ...{ turnId: `t${n}`, speaker: n % 2 === 0 ? 'Ada' : 'Tom', text, saidOn: '2026-11-25' },
});

describe('the check of a summary', () => {
  describe('that says what was said', () => {
    itTakesLinearTime((text) => checked([turnOf(text, 0)], text, 'en'), LENGTHS);
  });

  describe('that says it in pieces, in another language', () => {
    itTakesLinearTime(
      (text) => checked((text.match(/.{1,200}/gsu) ?? []).map(turnOf), text.slice(0, 2_000), 'de'),
      LENGTHS,
    );
  });

  describe('that says it of something else', () => {
    itTakesLinearTime((text) => checked([turnOf('We meet on Monday.', 0)], text, 'en'), LENGTHS);
  });
});
