import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { detectImportFormat } from './detect-format.rule.ts';
import { HeardTurns } from './heard-turns.rule.ts';
import { MalformedTranscript, typedLine } from './heard-line.ts';
import { readPlainText } from './plain-text.reader.ts';
import { readWhisper } from './whisper.reader.ts';

describe('plain text', () => {
  it('is what was said, line by line, with its speakers', () => {
    const text = 'Ada: We launch in March.\n\nIt is settled.\nBob：Good.';
    expect([...readPlainText(text)]).toEqual([
      typedLine('Ada', 'We launch in March.'),
      typedLine('Ada', 'It is settled.'),
      typedLine('Bob', 'Good.'),
    ]);
  });
});

describe('text of Speakr and OpenTranscribe', () => {
  it('has names in brackets, or times before them', () => {
    expect([...readPlainText('[Ada Lovelace]: Hello.\n[Bob]: Hi.')]).toEqual([
      typedLine('Ada Lovelace', 'Hello.'),
      typedLine('Bob', 'Hi.'),
    ]);
    const timed = '[0:05 --> 1:02] Ada: Hello.\n\n[01:00:03] Bob: [laughs] Hi.';
    expect([...readPlainText(timed)]).toEqual([
      { ...typedLine('Ada', 'Hello.'), startMs: 5_000, endMs: 62_000 },
      { ...typedLine('Bob', '[laughs] Hi.'), startMs: 3_603_000, endMs: 3_603_000 },
    ]);
  });

  it('keeps what looks like a time when the first line has none', () => {
    expect([...readPlainText('Notes\n[10:30] Ada: coffee')].map(({ text }) => text)).toEqual([
      'Notes',
      '[10:30] Ada: coffee',
    ]);
  });
});

describe('JSON of Speakr and OpenTranscribe', () => {
  const times = { start_time: 0.5, end_time: 2 };
  const line = { startMs: 500, endMs: 2_000, confidence: 1, words: [] };

  it('is a list of sentences with their speakers', () => {
    const list = [{ speaker: 'Ada', sentence: 'Hello.', ...times }];
    expect([...readWhisper(JSON.stringify(list))]).toEqual([
      { ...line, speaker: 'Ada', text: 'Hello.' },
    ]);
  });

  it('is segments with the name of the file, and comments which nobody has said', () => {
    const file = {
      ...{ filename: 'talk.mp3', duration: 3 },
      segments: [{ ...times, speaker: 'Ada', text: 'Hello.' }],
      comments: [{ timestamp: 1, user: 'Bob', text: 'Nice.' }],
    };
    expect([...readWhisper(JSON.stringify(file))]).toEqual([
      { ...line, speaker: 'Ada', text: 'Hello.' },
    ]);
  });
});

describe('JSON of Whisper', () => {
  const segment = { id: 0, start: 1.5, end: 3, text: ' We launch.', avg_logprob: -0.1 };
  const read = (value: unknown) => [...readWhisper(JSON.stringify(value))];

  it('gives segments with their times, and words with theirs', () => {
    const words = [
      { word: ' We', start: 1.5, end: 1.7, probability: 0.5 },
      { word: ' launch.', start: 1.7, end: 3, probability: 1 },
    ];
    const file = {
      text: 'We launch. "[{',
      segments: [{ ...segment, words }, segment],
      language: 'en',
    };
    expect(read(file)).toEqual([
      {
        ...{ speaker: null, startMs: 1_500, endMs: 3_000, text: 'We launch.', confidence: 0.75 },
        words: [
          { startMs: 1_500, endMs: 1_700, text: 'We', confidence: 0.5 },
          { startMs: 1_700, endMs: 3_000, text: 'launch.', confidence: 1 },
        ],
      },
      expect.objectContaining({ words: [], confidence: Math.exp(-0.1) }),
    ]);
  });

  it('takes speakers, and words without times, as WhisperX has them', () => {
    const words = [{ word: '2026' }, { word: 'it', start: 2, end: 2.5, score: 0.9 }];
    expect(read({ segments: [{ ...segment, speaker: 'SPEAKER_00', words }] })).toMatchObject([
      {
        speaker: 'SPEAKER_00',
        words: [
          { startMs: 1_500, endMs: 1_500, text: '2026' },
          { startMs: 2_000, endMs: 2_500, text: 'it', confidence: 0.9 },
        ],
      },
    ]);
  });

  it.each([
    ['{"text": "no segments"}', 'It has no list of `segments`.'],
    [
      '{"segments": [{"start": "1", "end": 2, "text": "x"}]}',
      'A segment has no number of seconds in `start`.',
    ],
    ['{"segments": [{"start": 1, "end": 2}]}', 'A segment has no text.'],
    [
      '{"segments": [{"start": 1e12, "end": 2, "text": "x"}]}',
      '1000000000000 is no time of a recording.',
    ],
    ['{"segments": [{"start": 1, "end": 2, "text": "x"', 'The JSON does not end where it should.'],
    [
      '{"segments": [{"start": NaN, "end": 2, "text": "x"}]}',
      'The JSON cannot be read near "{\\"start\\": NaN, \\"end\\": 2, \\"text\\": \\"x\\"}".',
    ],
    ['{"segments": []} and more', 'The JSON does not end where it should.'],
    ['nothing', 'It is no JSON.'],
  ])('says what is wrong with %j', (text, message) => {
    const failure = expect(() => [...readWhisper(text)]);
    failure.toThrow(MalformedTranscript);
    failure.toThrow(message);
  });

  it('is read in pieces, in time that grows with its length', () => {
    const text = (length: number) =>
      JSON.stringify({ text: '\\"'.repeat(length * 20), segments: Array(length).fill(segment) });
    const [once, twice] = [text(10_000), text(20_000)];
    expect([...readWhisper(once)]).toHaveLength(10_000);
    expectLinearTime(
      () => [...readWhisper(once)],
      () => [...readWhisper(twice)],
    );
  });
});

describe('the format of a file', () => {
  it.each([
    ['export', 'PK\u0003\u0004', 'export.zip'],
    ['vtt', '\uFEFFWEBVTT\n', 'a.txt'],
    ['srt', '1\n00:00:00,000 --> 00:00:01,000\nHi', 'noname'],
    ['srt', 'broken', 'a.SRT'],
    ['whisper_json', ' {"segments": []}', 'a.json'],
    ['txt', '[00:01] Ada: hi', 'a.md'],
    ['whisper_json', '[ {"sentence": "Hi"}]', 'speakr'],
    ['txt', 'Ada: hi', 'a.md'],
    [null, '\0\u0001\u0002', 'a.txt'],
  ])('is %s by its content and name', (format, text, fileName) => {
    expect(detectImportFormat(new TextEncoder().encode(text), fileName)).toBe(format);
  });
});

describe('turns of a transcript', () => {
  const turnsOf = (...lines: readonly [string | null, string][]) => {
    const turns = new HeardTurns();
    for (const [speaker, text] of lines) turns.add(typedLine(speaker, text));
    return turns.turns.map(({ speaker, lines: said }) => [
      speaker,
      ...said.map(({ text }) => text),
    ]);
  };

  it('are what one speaker says before another one does', () => {
    expect(turnsOf(['Ada', 'One'], ['Ada', 'Two'], [null, 'Three'], ['Ada', 'Four'])).toEqual([
      ['Ada', 'One', 'Two'],
      ['Speaker', 'Three'],
      ['Ada', 'Four'],
    ]);
  });

  it('lose nothing of texts and names that are too long', () => {
    const long = `${'word '.repeat(9_000)}end${'😀'.repeat(15_000)}`;
    const [turn = []] = turnsOf(['n'.repeat(101), long]);
    const [speaker, ...texts] = turn;
    expect(speaker).toBe('Speaker');
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(20_000);
    const whole = `${'n'.repeat(101)}: ${long}`;
    expect(texts.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
  });
});
