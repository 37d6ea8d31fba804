import {
  SIGNIFICANCES,
  type Passage,
  type SummaryContent,
  type SummaryPoint,
} from '#contracts/model';
import type { EngineCall } from '../../engine-call.ts';
import type { FactRequest, LanguageEngine, SummaryTurn } from '../language-engine.port.ts';
import { AMOUNT_READER } from './amount-reader.ts';
import { COMBINED, ENGLISH } from '../../summary-form.fixture.ts';

/** The contract that every adapter of `LanguageEngine` must satisfy. */
export function itKeepsTheLanguageEngineContract(create: () => LanguageEngine): void {
  itHasStableBasics(create);
  itCorrects(create);
  itSummarises(create);
  itReadsFacts(create);
}

function itCorrects(create: () => LanguageEngine): void {
  it('corrects each piece separately, in order', async () => {
    const engine = create();
    const texts = ['first we talk', 'then we eat', 'and at last we go home'];
    const corrected = await engine.correct(
      { speaker: 'Ada', texts, before: '', glossary: [], style: 'clean' as const },
      call(),
    );
    expect(corrected).toHaveLength(texts.length);
    for (const [n, word] of ['talk', 'eat', 'home'].entries()) {
      expect(corrected[n]?.text).toContain(word);
    }
  });

  it('returns a piece without changes as it was given', async () => {
    const engine = create();
    const texts = ['We meet on Monday.', ''];
    const corrected = await engine.correct(
      { speaker: 'Ada', texts, before: '', glossary: [], style: 'clean' as const },
      call(),
    );
    for (const [n, { text, changes }] of corrected.entries()) {
      if (changes.length === 0) expect(text).toBe(texts[n]);
    }
  });

  it('returns no corrections for an empty request', async () => {
    const engine = create();
    const request = {
      speaker: 'Ada',
      texts: [],
      before: '',
      glossary: [],
      style: 'clean' as const,
    };
    expect(await engine.correct(request, call())).toEqual([]);
  });
}

function itSummarises(create: () => LanguageEngine): void {
  it('refers in every point of a summary only to turns of the request', async () => {
    const engine = create();
    const summary = await engine.summarise(
      { title: 'Launch', form: ENGLISH, turns: TURNS },
      call(),
    );
    expect(summary.overview).not.toBe('');
    expectTurns(summary, ids(TURNS));
  });

  it('cites the segments of a recording in which it was said, not only the turn', async () => {
    const engine = create();
    const summary = await engine.summarise(
      { title: 'Launch', form: ENGLISH, turns: [RECORDING] },
      call(),
    );
    expectTurns(summary, [RECORDING.turnId]);
    expectSegments(summary);
    const parts = [
      summary,
      await engine.summarise({ title: '', form: ENGLISH, turns: TURNS }, call()),
    ];
    const whole = await engine.combine({ title: 'Launch', ...COMBINED, parts }, call());
    expectTurns(whole, [RECORDING.turnId, ...ids(TURNS)]);
    expectSegments({ ...whole, ...pointsOf(whole, RECORDING.turnId) });
  });

  it('has an overview but no points for an empty conversation', async () => {
    const engine = create();
    const summary = await engine.summarise({ title: '', form: ENGLISH, turns: [] }, call());
    expect(summary.overview).not.toBe('');
    const lists = [summary.keyPoints, summary.decisions, summary.actionItems];
    expect(lists).toEqual([[], [], []]);
  });

  it('combines summaries of parts without inventing turns', async () => {
    const engine = create();
    const halves = [TURNS.slice(0, 3), TURNS.slice(3)];
    const parts = await Promise.all(
      halves.map((turns) => engine.summarise({ title: '', form: ENGLISH, turns }, call())),
    );
    const summary = await engine.combine({ title: '', ...COMBINED, parts }, call());
    expect(summary.overview).not.toBe('');
    expectTurns(summary, ids(TURNS));
  });
}

function itReadsFacts(create: () => LanguageEngine): void {
  it('reads the facts of an agent, with the words that state them', async () => {
    const drafts = await create().readFacts(factRequest(PASSAGE), call());
    expect(drafts.map(({ line, type, value }) => ({ line, type, value }))).toEqual([
      { line: 0, type: 'expense', value: { kind: 'money', amount: '12000', currency: 'EUR' } },
      { line: 2, type: 'expense', value: { kind: 'money', amount: '450', currency: 'USD' } },
    ]);
    for (const { line, quote } of drafts) expect(PASSAGE.lines[line]?.text).toContain(quote);
  });

  it('reads no facts in an empty passage, nor in the lines before it', async () => {
    const engine = create();
    for (const lines of [[], [{ speaker: 'Ada', text: ' ', date: '2026-11-03' }]]) {
      const passage = { before: PASSAGE.lines, lines };
      expect(await engine.readFacts(factRequest(passage), call())).toEqual([]);
    }
  });

  it('reads passages of at least a few hundred characters', () => {
    expect(create().maxPassageCharacters).toBeGreaterThan(500);
  });
}

function itHasStableBasics(create: () => LanguageEngine): void {
  it('has the same fingerprint and rubric in another instance', () => {
    const engine = create();
    expect(engine.fingerprint).not.toBe('');
    expect(engine.rubricVersion).not.toBe('');
    expect(create().fingerprint).toBe(engine.fingerprint);
    expect(create().rubricVersion).toBe(engine.rubricVersion);
  });

  it('scores from 0 to 3, with a reason', async () => {
    const engine = create();
    const request = { narrative: 'Ada moved the launch to May.', priorDialogue: [] };
    const { significance, reason } = await engine.score(request, call());
    expect(SIGNIFICANCES).toContain(significance);
    expect(reason.trim()).not.toBe('');
  });

  it('rejects with the reason when it is aborted', async () => {
    const engine = create();
    const reason = new Error('cancelled by the caller');
    const aborted = { signal: AbortSignal.abort(reason) };
    const correction = {
      speaker: 'Ada',
      texts: ['we go'],
      before: '',
      glossary: [],
      style: 'clean' as const,
    };
    await expect(engine.correct(correction, aborted)).rejects.toBe(reason);
    await expect(
      engine.summarise({ title: '', form: ENGLISH, turns: TURNS }, aborted),
    ).rejects.toBe(reason);
    await expect(engine.combine({ title: '', ...COMBINED, parts: [] }, aborted)).rejects.toBe(
      reason,
    );
    const memory = { narrative: 'We moved.', priorDialogue: [] };
    await expect(engine.score(memory, aborted)).rejects.toBe(reason);
    await expect(engine.readFacts(factRequest(PASSAGE), aborted)).rejects.toBe(reason);
  });
}

/** Options of a call that is never cancelled. */
export function call(): EngineCall {
  return { signal: new AbortController().signal };
}

const TURNS: readonly SummaryTurn[] = [
  ['Ada', 'The payment provider has not signed the contract yet.'],
  ['Tom', 'Then we cannot charge anyone in Europe in March.'],
  ['Ada', "Okay, let's move the launch to May."],
  ['Tom', "I'll tell the press agency by Friday."],
  ['Ada', 'The search ads cost us 12,000 euros in January.'],
].map(([speaker = '', text = ''], n) => ({ turnId: `trn_${n}`, speaker, text }));

/** The same as one turn, as of a meeting that was recorded with one microphone. */
const RECORDING: SummaryTurn = {
  turnId: 'trn_recorded',
  speaker: 'Speaker',
  text: TURNS.map(({ text }) => text).join(' '),
  segments: TURNS.map((_, n) => ({
    ...{ segmentId: `seg_${n}`, startMs: n * 5_000 },
    from: TURNS.slice(0, n).reduce((sum, { text }) => sum + text.length + 1, 0),
  })),
};

const PASSAGE: Passage = {
  before: [{ speaker: 'Tom', text: 'We paid 70 euros for lunch.', date: '2026-11-03' }],
  lines: [
    { speaker: 'Ada', text: 'We paid 12000 euros for the ads.', date: '2026-11-03' },
    { speaker: 'Tom', text: 'Fine.', date: '2026-11-03' },
    { speaker: 'Ada', text: 'And 450 dollars for the hall.', date: '2026-11-03' },
  ],
};

function factRequest(passage: Passage): FactRequest {
  return { reader: AMOUNT_READER, passage, context: { currency: 'EUR', categories: ['Venue'] } };
}

function ids(turns: readonly SummaryTurn[]): readonly string[] {
  return turns.map(({ turnId }) => turnId);
}

function expectTurns(summary: SummaryContent, known: readonly string[]): void {
  for (const point of [...summary.keyPoints, ...summary.decisions, ...summary.actionItems]) {
    expect(point.text.trim()).not.toBe('');
    expect(point.turnIds.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining([...point.turnIds]));
    const inOrder = known.filter((id) => point.turnIds.includes(id));
    expect(point.turnIds).toEqual(inOrder);
  }
}

/** The points of a summary that cite a turn. */
function pointsOf({ keyPoints, decisions, actionItems }: SummaryContent, turnId: string) {
  const of = <Point extends SummaryPoint>(points: readonly Point[]) =>
    points.filter(({ turnIds }) => turnIds.includes(turnId));
  return { keyPoints: of(keyPoints), decisions: of(decisions), actionItems: of(actionItems) };
}

/** Each point of the recording cites a segment that has its words. */
function expectSegments({ keyPoints, decisions, actionItems }: SummaryContent): void {
  const points = [...keyPoints, ...decisions, ...actionItems];
  expect(points.length).toBeGreaterThan(1);
  for (const { text, segments = [] } of points) {
    const [segment] = segments;
    const n = TURNS.findIndex((_, index) => segment?.segmentId === `seg_${index}`);
    expect(segment).toEqual({ turnId: 'trn_recorded', segmentId: `seg_${n}`, startMs: n * 5_000 });
    const words = text.split(/[^\p{L}]+/u).sort((one, other) => other.length - one.length);
    expect(TURNS[n]?.text).toContain(words[0]);
  }
}
