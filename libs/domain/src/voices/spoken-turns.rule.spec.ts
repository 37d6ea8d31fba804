import { describe, expect, it } from '@jest/globals';
import { segmentOf } from '../transcription/heard.fixture.ts';
import { withAssigned } from './assigned-ranges.rule.ts';
import { joinVoices } from './recording-voices.rule.ts';
import { speakerLabels } from './speaker-labels.rule.ts';
import { SpokenTurns } from './spoken-turns.rule.ts';

const turn = (startMs: number, endMs: number, speaker: number) => ({ startMs, endMs, speaker });

describe('the turns of a recording', () => {
  const begin = () =>
    new SpokenTurns('first', (startMs) => `turn ${startMs}`, [
      turn(0, 2_500, 0),
      turn(2_500, 6_000, 1),
      turn(6_000, 9_000, 0),
    ]);
  const heard = [
    segmentOf('How are you? Fine, thanks.', 0),
    segmentOf('And you?', 5_000),
    segmentOf('Well.', 6_500),
  ];
  const partsIn = (turns: SpokenTurns) =>
    heard.flatMap((segment) =>
      turns.partsOf(segment).map(({ turnId, segment: { text } }) => [turnId, text]),
    );

  it('begin with the first word of another speaker', () => {
    const turns = begin();
    expect(partsIn(turns)).toEqual([
      ['first', 'How are you?'],
      ['turn 3000', 'Fine, thanks.'],
      ['turn 3000', 'And'],
      ['turn 6000', 'you?'],
      ['turn 6000', 'Well.'],
    ]);
    expect(turns.turns.map(({ turnId, speaker }) => [turnId, speaker])).toEqual([
      ['first', 0],
      ['turn 3000', 1],
      ['turn 6000', 0],
    ]);
  });

  it('are the same each time', () => {
    expect(partsIn(begin())).toEqual(partsIn(begin()));
  });

  it('are one where nobody was told apart', () => {
    const turns = new SpokenTurns('first', String, []);
    expect(partsIn(turns).map(([turnId]) => turnId)).toEqual(['first', 'first', 'first']);
    expect(turns.turns).toHaveLength(1);
  });

  it('never begin at the same time', () => {
    const turns = new SpokenTurns('first', String, [turn(0, 1_000, 0), turn(1_000, 2_000, 1)]);
    const words = [
      { ...segmentOf('Yes', 900), startMs: 900, endMs: 950 },
      { ...segmentOf('No', 900), startMs: 900, endMs: 1_900 },
    ].map((segment) => ({ ...segment, words: [] }));
    for (const segment of words) turns.partsOf(segment);
    expect(turns.turns.map(({ startMs }) => startMs)).toEqual([900, 901]);
  });
});

describe('the labels of speakers', () => {
  const none = { held: [], taken: new Set<string>() };
  const turns = [turn(0, 10_000, 4), turn(10_000, 12_000, 0), turn(12_000, 20_000, 4)];
  const labelled = (label: string, startMs: number, endMs: number) => ({ label, startMs, endMs });

  it('count in the order in which they first speak', () => {
    expect([...speakerLabels(turns, none)]).toEqual([
      [4, 'Speaker 1'],
      [0, 'Speaker 2'],
    ]);
  });

  it('are not those of somebody else in the conversation', () => {
    const taken = new Set(['Speaker 1', 'Ada', 'Speaker 3']);
    expect([...speakerLabels(turns, { held: [], taken }).values()]).toEqual([
      'Speaker 2',
      'Speaker 4',
    ]);
  });

  it('stay with the voice for which people have decided something', () => {
    const held = [labelled('Speaker 1', 9_500, 12_500), labelled('Speaker 7', 0, 9_000)];
    expect([...speakerLabels(turns, { held, taken: new Set() })]).toEqual([
      [4, 'Speaker 7'],
      [0, 'Speaker 1'],
    ]);
  });

  it('give a held label to the speaker with the largest share only', () => {
    const held = [labelled('Speaker 1', 0, 12_000)];
    expect([...speakerLabels(turns, { held, taken: new Set() })]).toEqual([
      [4, 'Speaker 1'],
      [0, 'Speaker 2'],
    ]);
  });
});

describe('the voices of chunks', () => {
  const window = (startMs: number, endMs: number) => ({
    ...{ startMs, endMs },
    embedding: new Float32Array(1),
  });

  it('count once where two chunks overlap', () => {
    const joined = joinVoices([
      {
        regions: [{ startMs: 0, endMs: 3_000 }],
        overlaps: [{ startMs: 1_800, endMs: 2_200 }],
        windows: [window(0, 1_500), window(1_500, 3_000)],
      },
      {
        regions: [{ startMs: 2_000, endMs: 5_000 }],
        overlaps: [
          { startMs: 2_000, endMs: 2_200 },
          { startMs: 2_900, endMs: 3_400 },
        ],
        windows: [window(2_000, 3_500), window(3_500, 5_000)],
      },
    ]);
    expect(joined.regions).toEqual([
      { startMs: 0, endMs: 3_000 },
      { startMs: 3_000, endMs: 5_000 },
    ]);
    expect(joined.overlaps).toEqual([
      { startMs: 1_800, endMs: 2_200 },
      { startMs: 3_000, endMs: 3_400 },
    ]);
    expect(joined.windows.map(({ startMs }) => startMs)).toEqual([0, 1_500, 3_500]);
  });
});

describe('ranges that people have given to speakers', () => {
  it('win over what was heard, the latest first', () => {
    const heard = [turn(0, 4_000, 0), turn(4_000, 9_000, 1)];
    expect(withAssigned(heard, [turn(3_000, 6_000, 2), turn(5_000, 7_000, 0)])).toEqual([
      turn(0, 3_000, 0),
      turn(3_000, 5_000, 2),
      turn(5_000, 7_000, 0),
      turn(7_000, 9_000, 1),
    ]);
  });

  it('cut what is all said by one', () => {
    expect(withAssigned([], [turn(1_000, 2_000, 1)]).map(({ speaker }) => speaker)).toEqual([
      0, 1, 0,
    ]);
    expect(withAssigned([], [])).toEqual([]);
  });
});
