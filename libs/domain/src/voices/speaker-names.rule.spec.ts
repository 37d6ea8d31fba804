import { describe, expect, it } from '@jest/globals';
import { conversationSpeakers } from './conversation-speakers.rule.ts';
import { isOnlyRenamed, replacedNames, speakerName, withNames } from './speaker-names.rule.ts';

describe('the name of a speaker', () => {
  const decisions = [
    { bases: ['Speaker 1'], name: 'Ada' },
    { bases: ['Speaker 1', 'Speaker 2'], name: 'Eva' },
  ];

  it('is what the latest decision about them says', () => {
    expect(
      ['Speaker 1', 'Speaker 2', 'Speaker 3'].map((base) => speakerName(base, decisions)),
    ).toEqual(['Eva', 'Eva', 'Speaker 3']);
  });
});

describe('names that change', () => {
  const turn = (before: string, after: string) => ({ before, after });

  it('are replaced where all turns of a name have another one', () => {
    const turns = [turn('A', 'B'), turn('A', 'B'), turn('C', 'C'), turn('D', 'D'), turn('D', 'E')];
    expect([...replacedNames(turns)]).toEqual([['A', 'B']]);
  });

  it('are nothing but names unless speakers are joined or parted', () => {
    expect(isOnlyRenamed([turn('A', 'B'), turn('C', 'C')])).toBe(true);
    expect(isOnlyRenamed([turn('A', 'C'), turn('C', 'A')])).toBe(true);
    expect(isOnlyRenamed([turn('A', 'C'), turn('C', 'C')])).toBe(false);
    expect(isOnlyRenamed([turn('A', 'B'), turn('A', 'C')])).toBe(false);
  });

  it('are replaced as words of their own, all at once', () => {
    const names = new Map([
      ['Speaker 1', 'Ada (x)'],
      ['Ada', 'Speaker 1'],
      ['D.', 'E'],
    ]);
    expect(withNames('Speaker 1, Speaker 10: Ada and Adam, Ada’s, D. and Dx', names)).toBe(
      'Ada (x), Speaker 10: Speaker 1 and Adam, Speaker 1’s, E and Dx',
    );
    expect(withNames('Ада и Адам', new Map([['Ада', 'Ева']]))).toBe('Ева и Адам');
    expect(withNames('unchanged', new Map())).toBe('unchanged');
  });
});

describe('the speakers of a conversation', () => {
  const piece = (speaker: string, turnId: string, startMs: number, endMs: number) => ({
    ...{ speaker, turnId, startMs, endMs, clipId: 'clip' },
    voiceLabel: speaker === 'Ada' ? 'Speaker 1' : null,
  });

  it('have their time, turns and longest places, in the order in which they first speak', () => {
    const speakers = conversationSpeakers([
      piece('Ada', '1', 0, 2_000),
      piece('Bob', '2', 2_000, 3_000),
      piece('Ada', '3', 3_000, 33_000),
      piece('Ada', '3', 33_000, 34_000),
      piece('Ada', '4', 34_000, 37_000),
      { ...piece('Bob', '5', 0, 0), clipId: null },
    ]);
    expect(speakers).toEqual([
      {
        ...{ name: 'Ada', voiceLabels: ['Speaker 1'], turnCount: 3, talkMs: 36_000 },
        samples: [
          { clipId: 'clip', startMs: 0, endMs: 2_000 },
          { clipId: 'clip', startMs: 3_000, endMs: 11_000 },
          { clipId: 'clip', startMs: 34_000, endMs: 37_000 },
        ],
      },
      {
        ...{ name: 'Bob', voiceLabels: [], turnCount: 2, talkMs: 1_000 },
        samples: [{ clipId: 'clip', startMs: 2_000, endMs: 3_000 }],
      },
    ]);
  });
});
