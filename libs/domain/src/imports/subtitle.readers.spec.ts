import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { MalformedTranscript } from './heard-line.ts';
import { readSrt, readVtt } from './subtitle.readers.ts';

const said = (lines: Iterable<{ speaker: string | null; text: string }>) =>
  [...lines].map(({ speaker, text }) => [speaker, text]);
const reasonOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof MalformedTranscript) return error.message;
    throw error;
  }
  throw new Error('it was read');
};

describe('SubRip', () => {
  it('gives each cue with its times and its text', () => {
    const text =
      '1\r\n00:00:01,500 --> 00:00:03,000\r\nWe launch\r\nin March.\r\n\r\n2\r\n01:02:03,004 --> 01:02:04,005 X1:40\r\nYes.';
    expect([...readSrt(text)]).toEqual([
      {
        speaker: null,
        startMs: 1_500,
        endMs: 3_000,
        text: 'We launch in March.',
        confidence: 1,
        words: [],
      },
      {
        speaker: null,
        startMs: 3_723_004,
        endMs: 3_724_005,
        text: 'Yes.',
        confidence: 1,
        words: [],
      },
    ]);
  });

  it('names who speaks until somebody else does, when the first cue has a name', () => {
    const text = ['Ada Lovelace: Hello.', 'How are you?', 'Bob: Fine. Note: it rains.']
      .map((line, n) => `${n + 1}\n00:00:0${n},000 --> 00:00:0${n},900\n${line}\n`)
      .join('\n');
    expect(said(readSrt(text))).toEqual([
      ['Ada Lovelace', 'Hello.'],
      ['Ada Lovelace', 'How are you?'],
      ['Bob', 'Fine. Note: it rains.'],
    ]);
  });

  it('takes a colon for a colon when the first cue has no name', () => {
    const text =
      '1\n00:00:00,000 --> 00:00:01,000\nHello.\n\n2\n00:00:01,000 --> 00:00:02,000\nRemember: March.\n';
    expect(said(readSrt(text))).toEqual([
      [null, 'Hello.'],
      [null, 'Remember: March.'],
    ]);
  });

  it('loses nothing of a cue that has an empty line, or a number, in it', () => {
    const text =
      '1\n00:00:00,000 --> 00:00:01,000\nHello.\n\nAnd more\n42\n\n2\n00:00:01,000 --> 00:00:02,000\nEnd\n';
    expect(said(readSrt(text))).toEqual([
      [null, 'Hello. And more 42'],
      [null, 'End'],
    ]);
  });

  it('reads cues without empty lines between them, and without numbers', () => {
    const text = '00:00:00,000 --> 00:00:01,000\nOne\n2\n00:00:01,000 --> 00:00:02,000\nTwo';
    expect(said(readSrt(text))).toEqual([
      [null, 'One'],
      [null, 'Two'],
    ]);
  });

  it('leaves out how it looks, and keeps what only looks like a tag', () => {
    const text =
      '1\n00:00:00,000 --> 00:00:01,000\n{\\an8}<i>a < b</i> <font color="#fff">and</font> <Ada> &amp;';
    expect(said(readSrt(text))).toEqual([[null, 'a < b and <Ada> &amp;']]);
  });

  it.each([
    ['Hello.\nWorld.', 'Line 2: there is text before the times of the first cue.'],
    ['1\n00:00:01 -> 00:00:02\nHello.', 'Line 2: there is text before the times of the first cue.'],
    ['1\n00:00:01,000 --> 00:99\nHello.', 'Line 2: its times cannot be read.'],
    ['1\n00:00:02,000 --> 00:00:01,000\nHello.', 'Line 2: the cue ends before it begins.'],
    ['Hello.', 'There is no cue with times.'],
  ])('says where %j cannot be read', (text, reason) => {
    expect(reasonOf(() => [...readSrt(text)])).toBe(reason);
  });
});

describe('WebVTT', () => {
  it('gives what each voice says, without header, notes, styles and entities', () => {
    const text = [
      'WEBVTT - Launch\nKind: captions\n',
      'NOTE\nnobody says this\n',
      'STYLE\n::cue { color: red }\n',
      'intro\n00:01.500 --> 00:03.000 align:start\n<v.loud Ada &amp; Co>We <c.big>launch</c> &lt;soon&gt;.</v>\n',
      '2\n00:00:03.000 --> 00:00:04.000\n<v Bob>Yes.</v> <v Ada>No.\nNOTE well\n',
    ].join('\n');
    expect(
      [...readVtt(text)].map(({ speaker, startMs, text: line }) => [speaker, startMs, line]),
    ).toEqual([
      ['Ada & Co', 1_500, 'We launch <soon>.'],
      ['Bob', 3_000, 'Yes.'],
      ['Ada', 3_000, 'No. NOTE well'],
    ]);
  });

  it('must begin with its name', () => {
    expect(reasonOf(() => [...readVtt('00:01.500 --> 00:03.000\nHi')])).toBe(
      'Line 1: it does not begin with WEBVTT.',
    );
  });
});

describe('hostile subtitles', () => {
  const cue = (text: string) => `1\n00:00:00,000 --> 00:00:01,000\n${text}\n`;
  it.each(['<', '<v ', 'a:', '&amp', '{\\an', '0', '-- ', 'x '])(
    'of %j take twice as long when they are twice as long',
    (piece) => {
      const linesOf = (length: number) =>
        Array.from({ length }, () => cue(piece.repeat(4_000))).join('\n');
      const [once, twice] = [linesOf(20), linesOf(40)];
      expectLinearTime(
        () => [...readSrt(once)],
        () => [...readSrt(twice)],
      );
    },
  );
});
