import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LEFT_OUT_REASONS, SUMMARY_LANGUAGES, type SummaryPoint } from '#contracts/model';
import { countedOf } from '../counted.ts';
import { evidenceLines } from './evidence-lines.ts';
import { topicsSentence } from '../phrases/counted-overview.ts';
import { checkSummary } from './check-summary.ts';

const caseSchema = z.object({
  name: z.string(),
  language: z.enum(SUMMARY_LANGUAGES),
  saidOn: z.string(),
  turns: z.array(z.object({ speaker: z.string(), text: z.string() })),
  good: z.array(z.string()),
  bad: z.array(z.object({ text: z.string(), reason: z.enum(LEFT_OUT_REASONS) })),
});
type Case = z.output<typeof caseSchema>;

const CASES = z
  .array(caseSchema)
  .parse(
    JSON.parse(readFileSync(path.join(import.meta.dirname, 'cases', 'model-answers.json'), 'utf8')),
  );

const idOf = (n: number) => `trn_${n}`;
const turnsOf = ({ turns, saidOn }: Case) =>
  turns.map((turn, n) => ({ ...turn, turnId: idOf(n), saidOn }));

function checked(given: Case, point: SummaryPoint) {
  const { content, leftOut } = checkSummary({
    content: { overview: '', keyPoints: [point], decisions: [], actionItems: [] },
    lines: evidenceLines(turnsOf(given)),
    ...{ about: [], counted: countedOf(turnsOf(given)), language: given.language },
  });
  return { point: content.keyPoints[0] ?? null, leftOut };
}

const nothing = (): readonly string[] => [];
const all = ({ turns }: Case): readonly string[] => turns.map((_, n) => idOf(n));

describe.each(CASES.map((each) => [each.name, each] as const))('%s', (_name, given) => {
  describe.each([
    ['no turn', nothing],
    ['every turn', all],
  ] as const)('with points that cite %s', (_what, cites) => {
    it.each(given.good)('bears out: %s', (text) => {
      const { point, leftOut } = checked(given, { text, turnIds: cites(given) });
      expect(leftOut).toEqual({});
      expect(point?.text).toBe(text);
      expect(point?.turnIds.length).toBeGreaterThan(0);
    });

    it.each(given.bad)('does not bear out: $text ($reason)', ({ text, reason }) => {
      const { point, leftOut } = checked(given, { text, turnIds: cites(given) });
      expect(point).toBeNull();
      expect(leftOut).toEqual({ [reason]: 1 });
    });
  });
});

describe('what is quoted word for word', () => {
  it.each([
    ['de', 'Ich kümmere mich um die Musik, zwei Bands haben schon Interesse.'],
    ['de', 'Könnten Sie mir ein Foto von der Anzeige am Kessel schicken?'],
    ['fr', 'Deux voisins ont déjà répondu à la lettre du syndic.'],
    ['es', 'Dos vecinos han pagado ya la cuota de la escalera.'],
    ['it', 'Due soci hanno già pagato la quota del circolo.'],
  ] as const)('holds in %s, whatever words of grammar follow a number: %s', (language, text) => {
    const turns = [{ turnId: 'trn_0', speaker: 'Ada', text, saidOn: '2026-11-03' }];
    const { content, leftOut } = checkSummary({
      content: {
        ...{ overview: '', decisions: [], actionItems: [] },
        keyPoints: [{ text, turnIds: ['trn_0'] }],
      },
      lines: evidenceLines(turns),
      ...{ about: [], counted: countedOf(turns), language },
    });
    expect(content.keyPoints.map((point) => point.text)).toEqual([text]);
    expect(leftOut).toEqual({});
  });
});

describe('the lines that a point cites', () => {
  const turns = [
    'We could move the launch to May.',
    'It rains.',
    'Agreed.',
    'The bridge is closed.',
  ].map((text, n) => ({ turnId: idOf(n), speaker: ['Ada', 'Tom'][n % 2] ?? '', text }));
  const citing = (...places: readonly number[]) => {
    const point = { text: 'The launch moves to May.', turnIds: places.map(idOf) };
    const { content } = checkSummary({
      content: { overview: '', keyPoints: [point], decisions: [], actionItems: [] },
      lines: evidenceLines(turns),
      ...{ about: [], counted: countedOf(turns), language: 'en' },
    });
    return content.keyPoints[0]?.turnIds;
  };

  it('are those that bear it out, and the reply that makes it one', () => {
    expect(citing(0, 2)).toEqual([idOf(0), idOf(2)]);
  });

  it('are found where the engine has named others', () => {
    expect(citing(3)).toEqual([idOf(0)]);
    expect(citing()).toEqual([idOf(0)]);
  });
});

describe('a combination of parts', () => {
  const part = { text: 'The launch moves to May.', turnIds: [idOf(7)] };
  const counted = { speakers: ['Ada'], turnCount: 90 };
  const combined = (keyPoints: readonly SummaryPoint[], topics: readonly string[] = []) =>
    checkSummary({
      content: {
        overview: ['Ada spoke in 90 turns.', ...topicsSentence(topics, 'en')].join(' '),
        ...{ topics, keyPoints, decisions: [], actionItems: [] },
      },
      lines: [],
      ...{ about: ['two hundred', 'launch'], checked: [part], counted, language: 'en' },
    });

  it('has the points of its parts, without their lines', () => {
    expect(combined([part])).toMatchObject({ content: { keyPoints: [part] }, leftOut: {} });
  });

  it('has no other points that its lines do not bear out', () => {
    const other = { ...part, text: 'The launch moves to June.' };
    const { content, leftOut } = combined([other, part]);
    expect(content.keyPoints).toEqual([part]);
    expect(leftOut).not.toEqual({});
  });

  it('may list topics that were checked, also when they are numbers', () => {
    const { content, leftOut } = combined([], ['two hundred', 'launch']);
    expect(content.overview).toBe('Ada spoke in 90 turns. Topics: two hundred, launch.');
    expect(leftOut).toEqual({});
  });
});
