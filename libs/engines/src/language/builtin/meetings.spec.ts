import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Decision } from '#contracts/model';
import { rouge } from '../testing/rouge.ts';
import { summarise } from './summarise.ts';
import { ENGLISH } from '../../summary-form.fixture.ts';

const caseSchema = z.object({
  name: z.string(),
  turns: z.array(z.object({ speaker: z.string(), text: z.string() })),
  /** What a person wrote about the meeting. */
  summary: z.string(),
  /** Numbers of the turns that state a decision or an action item, from 1. */
  decisionTurns: z.array(z.number()),
  actionTurns: z.array(z.number()),
});

const MEETINGS = z
  .array(caseSchema)
  .parse(
    JSON.parse(readFileSync(path.join(import.meta.dirname, 'cases', 'meetings.json'), 'utf8')),
  );
/** How many words of each summary are compared. */
const WORDS = 90;

describe.each(MEETINGS.map((meeting) => [meeting.name, meeting] as const))(
  'the meeting about the %s',
  (_name, { turns, summary, decisionTurns, actionTurns }) => {
    const made = summarise({
      title: '',
      form: ENGLISH,
      turns: turns.map((turn, n) => ({ ...turn, turnId: String(n + 1) })),
    });
    const first = (text: string) => text.split(/\s+/u).slice(0, WORDS).join(' ');
    const certain = (points: readonly Decision[]) =>
      points
        .filter(({ certainty }) => certainty === 'certain')
        .map(({ turnIds }) => Number(turnIds[0]));

    it('is summarised from its beginning to its end, near to what a person wrote', () => {
      const own = rouge(first(made.keyPoints.map(({ text }) => text).join(' ')), summary);
      expect(own.one).toBeGreaterThan(0.4);
      expect(own.two).toBeGreaterThan(0.2);
      const places = made.keyPoints.map(({ turnIds }) => Number(turnIds[0]) / turns.length);
      for (const third of [0, 1, 2]) {
        const inThird = places.filter((place) => Math.min(2, Math.floor(place * 3)) === third);
        expect(inThird.length).toBeGreaterThan(0);
      }
    });

    it('has the decisions and action items that it has, and no others that are certain', () => {
      expect(certain(made.decisions)).toEqual(decisionTurns);
      expect(certain(made.actionItems)).toEqual(actionTurns);
    });
  },
);
