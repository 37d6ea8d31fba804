import { AppError } from '#platform';
import { BUILTIN_RULES } from './builtin-rules.fixture.ts';
import { conversationCaseSchema } from './case.schema.ts';
import { COMMITTED_CONVERSATIONS, readCases } from './cases.ts';
import { missedFloors } from './floors.ts';
import { measureLanguage } from './language-result.ts';
import type { MeasuredEngine } from './measured-engine.ts';

const conversation = (...turns: readonly { text: string; reference?: string }[]) =>
  conversationCaseSchema.parse({
    summary: 'The bridge is closed, Ada says.',
    turns: turns.map((turn, at) => ({ speaker: 'Ada', importance: at === 0 ? 3 : 0, ...turn })),
  });
const CASE = conversation(
  { text: 'the the bridge is closed until May', reference: 'The bridge is closed until May.' },
  { text: 'We drive to Porto.', reference: 'We drive to Porto.' },
);
const engineWith = (engine: Partial<MeasuredEngine['engine']>): MeasuredEngine => ({
  ...BUILTIN_RULES,
  engine: { ...BUILTIN_RULES.engine, ...engine },
});

describe('the builtin engine in the committed conversations', () => {
  it('reaches its floors', async () => {
    const result = await measureLanguage(BUILTIN_RULES, readCases(COMMITTED_CONVERSATIONS));
    expect(missedFloors(result)).toEqual([]);
  });
});

describe('measuring an engine', () => {
  it('takes of a correction what the guard takes', async () => {
    const rewriting = engineWith({
      correct: async ({ texts }) =>
        texts.map((text) => ({
          text: text.replace('the the', 'The').replace('May', 'March').replace('Porto', 'Lisbon'),
        })),
    });
    const { correction } = await measureLanguage(rewriting, { conversations: [CASE] });
    expect(correction?.before.words).toEqual({ errors: 1, of: 10 });
    expect(correction?.after.words).toEqual({ errors: 0, of: 10 });
    expect(correction).toMatchObject({ turns: 2, madeWorse: 0, refused: 2 });
  });

  it('counts a turn that has more errors after the correction', async () => {
    const shouting = engineWith({
      correct: async ({ texts }) => texts.map((text) => ({ text: text.replace('drive', 'Drive') })),
    });
    const trusting: MeasuredEngine = {
      ...shouting,
      guard: async (all) => all.map(({ corrected }) => ({ text: corrected, spans: [] })),
    };
    const { correction } = await measureLanguage(trusting, { conversations: [CASE] });
    expect(correction?.madeWorse).toBe(1);
  });

  it('goes on when a call fails, and counts it by its code', async () => {
    const failing = () => Promise.reject(new AppError('language_answer_invalid', 'No.'));
    const failed = engineWith({ correct: failing, summarise: failing, score: failing });
    const { calls, correction, summaries } = await measureLanguage(failed, {
      conversations: [CASE],
    });
    const { before, after } = correction ?? {};
    expect(after).toEqual(before);
    expect(summaries?.rouge.one).toBe(0);
    expect(calls.correct?.failures).toEqual({ language_answer_invalid: 2 });
    expect(calls.score.failures).toEqual({ language_answer_invalid: 2 });
    expect(calls.summarise).toMatchObject({ calls: 1, failures: { language_answer_invalid: 1 } });
  });

  it('does not hide a fault of its own', async () => {
    const faulty = engineWith({ summarise: () => Promise.reject(new TypeError('oops')) });
    await expect(measureLanguage(faulty, { conversations: [CASE] })).rejects.toThrow(TypeError);
  });

  it('combines the summaries of the parts of a long conversation', async () => {
    const long = conversation(...Array.from({ length: 40 }, () => ({ text: 'Hm. '.repeat(9) })));
    const sizes: number[] = [];
    const counting = engineWith({
      maxWholeCharacters: 400,
      maxSummaryCharacters: 400,
      combine: async ({ parts }) => {
        sizes.push(parts.length);
        return { overview: 'All.', keyPoints: [], decisions: [], actionItems: [] };
      },
    });
    const { calls } = await measureLanguage(counting, { conversations: [long] });
    expect(sizes).toEqual([calls.summarise.calls - 1]);
    expect(sizes[0]).toBeGreaterThan(3);
  });

  it('leaves out what the cases do not have', async () => {
    const bare = conversationCaseSchema.parse({ turns: [{ speaker: 'Ada', text: 'Hello.' }] });
    const result = await measureLanguage(BUILTIN_RULES, { conversations: [bare] });
    expect(result).toMatchObject({ correction: null, significance: null, actionItems: null });
    expect(result.summaries?.compared).toBe(0);
  });

  it('takes of a summary what was said, and finds the shares of the thirds', async () => {
    const inventing = engineWith({
      summarise: async () => ({
        overview: 'Ada said it in 1999.',
        keyPoints: [
          { text: 'The bridge is closed.', turnIds: ['1'] },
          { text: 'They drive to Paris.', turnIds: ['2'] },
        ],
        decisions: [],
        actionItems: [],
      }),
    });
    const { summaries } = await measureLanguage(inventing, { conversations: [CASE] });
    expect(summaries?.thirds).toEqual([1, 0, 0]);
    expect(summaries?.untraced).toEqual([]);
    expect(summaries?.baselines.map(({ name }) => name)).toEqual([
      'beginning',
      'random',
      'longest',
    ]);
    expect(summaries?.rouge.one).toBeGreaterThan(0.5);
  });
});
