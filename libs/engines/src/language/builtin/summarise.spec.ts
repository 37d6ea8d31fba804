import { countedOf } from '../counted.ts';
import { combine } from './combine.ts';
import { summarise } from './summarise.ts';
import { turnsOf } from './summary/turns.fixture.ts';
import { COMBINED, ENGLISH } from '../../summary-form.fixture.ts';

const summary = (...lines: string[]) =>
  summarise({ title: '', form: ENGLISH, turns: turnsOf(lines) });

const MEETING = [
  'Ada: Good morning everyone, can you all hear me?',
  'Tom: Yes, loud and clear.',
  'Ada: Okay, so, um, the payment provider still has not signed the contract for Europe.',
  'Tom: Without them we lose forty percent of our customers in March.',
  'Priya: Their legal department needs another ten days for the contract.',
  "Ada: Okay, let's move the launch to March 17.",
  'Tom: Great. I will tell the press agency by Wednesday.',
  'Ada: The search ads cost 12,000 euros in January and brought 230 signups.',
  'Priya: The invite email is not sent when a name has an accent.',
  'Ada: Thanks everyone, see you on Thursday.',
];

describe('summarise', () => {
  it('names the speakers and the topics in its overview, and repeats no key point there', () => {
    const { overview, keyPoints } = summary(
      ...MEETING,
      'Tom: The payment provider has a new contract for us.',
      'Priya: The contract with the payment provider is long.',
    );
    expect(overview).toMatch(/^Ada, Tom and Priya spoke in 12 turns\. Topics: payment provider\b/u);
    for (const { text } of keyPoints) expect(overview).not.toContain(text);
  });

  it('finds key points from beginning to end, and no small talk', () => {
    const { keyPoints, decisions: decided, actionItems } = summary(...MEETING);
    const turns = keyPoints.flatMap(({ turnIds }) => turnIds);
    expect(turns.some((id) => ['t3', 't4', 't5'].includes(id))).toBe(true);
    expect(turns.some((id) => ['t8', 't9'].includes(id))).toBe(true);
    for (const smallTalk of ['t1', 't2', 't10']) expect(turns).not.toContain(smallTalk);
    expect(decided).toEqual([
      {
        text: "Ada: Let's move the launch to March 17.",
        certainty: 'certain',
        turnIds: ['t6'],
      },
    ]);
    expect(actionItems).toEqual([
      {
        text: 'Tell the press agency by Wednesday.',
        who: 'Tom',
        when: 'by Wednesday',
        certainty: 'certain',
        turnIds: ['t7'],
      },
    ]);
  });

  it('cites all segments of a sentence, and no others, also when the same was said before', () => {
    const texts = ['Yes. The harbour bridge', 'stays closed until May.', 'Yes.', 'Nobody told the'];
    const text = [...texts, 'ferry company yet.'].join(' ');
    const starts = ['Yes. The', 'stays', 'Yes. Nobody', 'Nobody', 'ferry'];
    const segments = starts.map((start, n) => {
      return { segmentId: `s${n}`, startMs: n * 1_000, from: text.indexOf(start) };
    });
    const turns = [{ turnId: 't1', speaker: 'Speaker', text, segments }];
    const { keyPoints } = summarise({ title: '', form: ENGLISH, turns });
    const cited = keyPoints.map((point) => [
      point.text,
      ...(point.segments ?? []).map(({ segmentId }) => segmentId),
    ]);
    expect(cited).toEqual([
      ['The harbour bridge stays closed until May.', 's0', 's1'],
      ['Nobody told the ferry company yet.', 's3', 's4'],
    ]);
  });

  it('cites no segments of typed turns', () => {
    const points = summary(...MEETING).keyPoints;
    expect(points.every((point) => !('segments' in point))).toBe(true);
  });

  it('counts a turn that is read in pieces once', () => {
    const piece = (text: string) => ({ turnId: 't1', speaker: 'Ada', text });
    const turns = [piece('We rent the hall.'), { ...piece('It costs a lot.'), continues: true }];
    const [first, rest] = turns.map((turn) =>
      summarise({ title: '', form: ENGLISH, turns: [turn] }),
    );
    expect(summarise({ title: '', form: ENGLISH, turns }).overview).toMatch(
      /^Ada spoke in 1 turn\./u,
    );
    const counted = countedOf(turns);
    const { overview } = combine({ title: '', counted, form: ENGLISH, parts: [first!, rest!] });
    expect(overview).toMatch(/^Ada spoke in 1 turn\./u);
  });

  it('states that an empty conversation is empty', () => {
    const emptySummary = {
      overview: 'Nothing was said.',
      keyPoints: [],
      decisions: [],
      actionItems: [],
    };
    expect(summary()).toEqual(emptySummary);
    expect(summary('Ada:  ')).toEqual(emptySummary);
  });

  it('has whole, clean and short sentences only', () => {
    const { keyPoints } = summary(
      'Ada: Um, so the the harbour bridge is, uh, is closed for repairs until May.',
      'Tom: The ferry of the harbour company takes the',
      'Ada: Because of the bridge.',
      'Tom: I mean, the bridge, you know, the bridge or something.',
      'Ada: What does the ferry cost?',
      `Tom: ${'The ferry goes to the island and to the harbour and '.repeat(6)} back.`,
    );
    const texts = keyPoints.map(({ text }) => text);
    expect(texts).toContain('Ada: The harbour bridge is closed for repairs until May.');
    for (const text of texts) {
      expect(text).toMatch(/^\w+: \p{Lu}.*[.!]$/u);
      expect(text.split(' ').length).toBeLessThanOrEqual(28);
      expect(text).not.toMatch(
        /\b(?:um|uh|you know|or something)\b|\?|takes the\.$|^\w+: Because/u,
      );
    }
  });

  it('invents nothing: each word of a key point is in its turn', () => {
    for (const { text, turnIds } of summary(...MEETING).keyPoints) {
      const [speaker = '', said = ''] = text.split(/: (.*)/su);
      const source = MEETING[Number(turnIds[0]?.slice(1)) - 1]?.toLowerCase() ?? '';
      expect(source.startsWith(speaker.toLowerCase())).toBe(true);
      for (const word of said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
        expect(source).toContain(word);
      }
    }
  });

  it('lists a repeated point once', () => {
    const said = 'the harbour bridge will be closed for repairs';
    const { keyPoints } = summary(
      `Ada: ${said}`,
      `Tom: ${said}`,
      `Lin: yes, ${said}`,
      `Ada: ${said}`,
    );
    expect(keyPoints).toHaveLength(1);
  });

  it('considers all of ten thousand turns', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, n) => `${['Ada', 'Tom'][n % 2]}: The part${n % 97} of house${n} needs stone${n % 13}.`,
    );
    const { keyPoints } = summary(...lines);
    const positions = keyPoints.flatMap(({ turnIds }) => turnIds.map((id) => Number(id.slice(1))));
    expect(Math.max(...positions)).toBeGreaterThan(5_000);
  });
});

describe('combine', () => {
  it('gives a point that parts repeat the segments of all, each once', () => {
    const point = (turnId: string, ...segmentIds: readonly string[]) => ({
      text: 'The harbour bridge is closed.',
      turnIds: [turnId],
      segments: segmentIds.map((segmentId) => ({ turnId, segmentId, startMs: 7 })),
    });
    const parts = [point('t1', 's1', 's2'), point('t1', 's2', 's3'), point('t9', 's9')].map(
      (each) => ({ overview: 'So.', keyPoints: [each], decisions: [], actionItems: [] }),
    );
    const [first] = combine({ title: '', ...COMBINED, parts }).keyPoints;
    expect(first?.turnIds).toEqual(['t1', 't9']);
    const ids = first?.segments?.map(({ segmentId }) => segmentId);
    expect(ids).toEqual(['s1', 's2', 's3', 's9']);
  });

  it('joins parts: all speakers, and each point once with all its turns', () => {
    const point = (turnId: string) => ({
      text: 'The harbour bridge is closed.',
      turnIds: [turnId],
    });
    // Another engine may have made them, so nothing is read out of their overviews.
    const part = (topics: readonly string[], turnId: string) => {
      const overview = 'They talked about the bridge.';
      return { overview, topics, keyPoints: [point(turnId)], decisions: [], actionItems: [] };
    };
    const parts = [part(['rain', 'bridge'], 't1'), part(['bridge'], 't5')];
    const counted = { speakers: ['Ada', 'Tom', 'Lin'], turnCount: 7 };
    expect(combine({ title: '', counted, form: ENGLISH, parts })).toEqual({
      overview: 'Ada, Tom and Lin spoke in 7 turns. Topics: bridge, rain.',
      topics: ['bridge', 'rain'],
      keyPoints: [{ ...point('t1'), turnIds: ['t1', 't5'] }],
      decisions: [],
      actionItems: [],
    });
  });
});
