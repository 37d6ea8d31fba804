import type { SummaryContent, SummaryPoint } from '#contracts/model';
import { COMBINED, ENGLISH } from '../../summary-form.fixture.ts';
import type { LanguageEngine, SummaryTurn } from '../language-engine.port.ts';
import { call, TURNS } from './contract-turns.ts';

/** What every adapter of `LanguageEngine` must satisfy when it summarises. */
export function itSummarises(create: () => LanguageEngine): void {
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
