import { describe, expect, it } from '@jest/globals';
import { srt } from './srt.format.ts';
import { saying, transcriptOf, turnOf } from './transcript.fixture.ts';
import { vtt } from './vtt.format.ts';

const talk = transcriptOf(
  turnOf('Ada', 3_725_250, saying('Good morning.', 3_723_004)),
  turnOf('Tom & <Jerry>', 2000, saying('a < b --> c & d', 0)),
);

describe('SubRip', () => {
  it('numbers cues, counts past an hour and names the speaker of each turn', () => {
    expect(srt.write(talk)).toBe(
      [
        '1',
        '01:02:03,004 --> 01:02:03,904',
        'Ada: Good morning.',
        '',
        '2',
        '01:02:05,250 --> 01:02:08,650',
        'Tom & <Jerry>: a < b → c & d',
        '',
      ].join('\n'),
    );
  });

  it('is empty when there is no text', () => {
    expect(srt.write(transcriptOf(turnOf('Ada', 1000)))).toBe('');
  });
});

describe('WebVTT', () => {
  it('names speakers in voice tags that no text can break', () => {
    expect(vtt.write(talk)).toBe(
      [
        'WEBVTT',
        '',
        '1',
        '01:02:03.004 --> 01:02:03.904',
        '<v Ada>Good morning.</v>',
        '',
        '2',
        '01:02:05.250 --> 01:02:08.650',
        '<v Tom &amp; &lt;Jerry&gt;>a &lt; b --&gt; c &amp; d</v>',
        '',
      ].join('\n'),
    );
  });

  it('keeps a speaker and a text with line breaks in one cue', () => {
    const odd = { ...saying('x'), text: 'one\n\n2\n00:00:00.000 --> 00:00:09.000\ntwo' };
    const blocks = vtt
      .write(transcriptOf(turnOf('A\nB', 5000, odd)))
      .trim()
      .split('\n\n');
    expect(blocks).toHaveLength(2);
    expect(blocks[1]?.match(/-->/g)).toHaveLength(1);
  });
});
