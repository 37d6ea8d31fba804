import { describe, expect, it } from '@jest/globals';
import { columnsOf } from './columns.ts';
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

const WIDE_TEXTS = [
  '我们昨天和 Margaret 讨论了 Q3 budget 的问题以及下一年度的计划安排还有市场推广的预算，大家都同意。',
  'これは空白のない長い文です。'.repeat(9),
  'สวัสดีครับวันนี้อากาศดีมากเราไปเดินเล่นกันเถอะ'.repeat(4),
  'Send it to https://example.org/a/very/long/path/that/does/not/end/soon?with=parameters now',
  '👍'.repeat(60),
];
const SPEAKERS = [
  'Ada',
  'Ada\n\nTom',
  'A\u2028B\u0085C\r\nD',
  '语音'.repeat(40),
  'x'.repeat(100),
  '-->',
];

describe.each([
  ['SubRip', srt, ''],
  ['WebVTT', vtt, 'WEBVTT\n\n'],
])('any text and speaker in %s', (_name, format, head) => {
  const cases = WIDE_TEXTS.flatMap((text) => SPEAKERS.map((speaker) => [speaker, text] as const));

  it.each(cases)('has lines of at most 42 columns: %j, %j', (speaker, text) => {
    const segment = { ...saying('x'), text, words: [], endMs: 30_000 };
    const written = format.write(transcriptOf(turnOf(speaker, 30_000, segment)));
    expect(written.startsWith(head)).toBe(true);
    const blocks = written.slice(head.length).trim().split('\n\n');
    for (const [number, block] of blocks.entries()) {
      const [index, times, ...lines] = block.split('\n');
      expect(index).toBe(String(number + 1));
      expect(times).toMatch(/^\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:\d\d:\d\d[,.]\d{3}$/);
      expect(lines.length).toBeGreaterThanOrEqual(1);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) {
        expect(columnsOf(line.replaceAll(/<[^>]*>/g, ''))).toBeLessThanOrEqual(42);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }
    }
  });
});

describe('the name of a speaker', () => {
  it('counts for the width of its line, in SubRip', () => {
    const text = 'we walked along the river until it was dark and cold';
    const written = srt.write(transcriptOf(turnOf('Alexandra Hamilton', 9000, saying(text))));
    expect(written).toContain(
      'Alexandra Hamilton: we walked along the\nriver until it was dark and cold',
    );
  });
});

describe('parts of one recording', () => {
  it('run side by side', () => {
    const part = (speaker: string, text: string, startMs: number) => ({
      ...turnOf(speaker, 9000, saying(text, startMs)),
      recordingId: 'clp_1',
    });
    const written = srt.write(
      transcriptOf(
        part('A', 'How are you?', 0),
        part('B', 'Fine.', 3000),
        turnOf('C', 2000, saying('Next.')),
      ),
    );
    expect(written.match(/\S+ -->|[A-C]: .*/g)).toEqual([
      '00:00:00,000 -->',
      'A: How are you?',
      '00:00:03,000 -->',
      'B: Fine.',
      '00:00:09,000 -->',
      'C: Next.',
    ]);
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
