import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { detectImportFormat } from './detect-format.rule.ts';
import { NoTranscript, typedLine } from './heard-line.ts';
import { statedRecording } from './stated-recording.ts';
import { TRANSCRIPT_READERS } from './transcript.readers.ts';

/** What a file is found to be, and what is heard in it. */
function heard(text: string, fileName: string) {
  const format = detectImportFormat(new TextEncoder().encode(text).subarray(0, 4_096), fileName);
  if (format === null || format === 'export' || format === 'bundle') throw new Error('unknown');
  const lines = [...TRANSCRIPT_READERS[format](text)];
  return { format, lines, recording: statedRecording(text, format) };
}

const at = (seconds: number, endSeconds: number, speaker: string | null, text: string) => ({
  ...typedLine(speaker, text),
  startMs: seconds * 1_000,
  endMs: endSeconds * 1_000,
});
const ADA = 'Ada Lovelace';
const BOTH = [at(5, 62, ADA, 'We want to launch it: in March.'), at(3_603, 3_610, 'Bob', 'Good.')];
const SAID = BOTH.map(({ speaker, text }) => typedLine(speaker, text));

describe('what OpenTranscribe downloads', () => {
  it.each([
    [
      'text with times and names above it',
      '[0:05 --> 1:02] Ada Lovelace:\nWe want to launch it: in March.\n\n[60:03 --> 60:10] Bob:\nGood.',
      BOTH,
    ],
    [
      'text with times alone',
      '[0:05 --> 1:02]\nWe want to launch it: in March.\n\n[60:03 --> 60:10]\nGood.',
      BOTH.map((line) => ({ ...line, speaker: null })),
    ],
    [
      'text with names alone',
      'Ada Lovelace:\nWe want to launch it: in March.\n\nBob:\nGood.\n\nAda Lovelace:\nWell:',
      [...SAID, typedLine(ADA, 'Well:')],
    ],
    [
      'text with notes, which nobody has said',
      '[0:05 --> 1:02] Ada Lovelace:\nWe want to launch it: in March.\n\n[0:50] USER COMMENT: Tom: nice\n\n[60:03 --> 60:10] Bob:\nGood.',
      BOTH,
    ],
  ])('is %s', (_, text, lines) => {
    expect(heard(text, 'talk.txt')).toEqual({ format: 'txt', lines, recording: null });
  });

  it('is a table, in any language and with quotes and line breaks in cells', () => {
    const text =
      'Startzeit,Endzeit,Sprecher,Text\n5,62,"Ada Lovelace","We ""launch"",\nin March."\n';
    expect(heard(text, 'talk.csv')).toEqual({
      format: 'csv',
      lines: [at(5, 62, ADA, 'We "launch",\nin March.')],
      recording: null,
    });
    const notes =
      'Start Time,End Time,Speaker,Text,Comment Type\r\n' +
      '5,62,"Ada Lovelace","We want to launch it: in March.",""\r\n' +
      '50,50,"USER COMMENT: Tom","nice","COMMENT"\r\n' +
      '3603,3610,"Bob","Good.",""';
    expect(heard(notes, 'talk.csv').lines).toEqual(BOTH);
  });

  it('is a table whose faults are named by their line', () => {
    const text = 'Start,End,Speaker,Text\n5,62,"Ada","Two\nlines."\nx,9,"Bob","Good."';
    expect(() => heard(text, 'talk.csv')).toThrow('Line 4: it does not begin with two times');
  });

  it.each([
    ['quotes', '"'],
    ['quotes and letters', '"a'],
    ['commas', ','],
    ['empty cells', '"",'],
    ['line breaks', '\r\n'],
  ])('is read in linear time, whatever it has: %s', (_, piece) => {
    const head = 'Start,End,Speaker,Text\n5,62,"Ada","Hi"\n';
    const hear = (characters: number) => () => {
      try {
        heard(head + piece.repeat(characters / piece.length), 'talk.csv');
      } catch (error) {
        expect(String(error)).toContain('times in seconds');
      }
    };
    expectLinearTime(hear(1_000_000), hear(2_000_000));
  });

  it('is JSON with the name of the recording', () => {
    const segments = BOTH.map(({ startMs, endMs, speaker, text }) => ({
      ...{ start_time: startMs / 1_000, end_time: endMs / 1_000, speaker, text },
    }));
    const text = JSON.stringify({ filename: 'talk.m4a', duration: 3_610, segments }, null, 2);
    expect(heard(text, 'talk.json')).toEqual({
      ...{ format: 'whisper_json', lines: BOTH, recording: 'talk.m4a' },
    });
  });

  it.each(['vtt', 'srt'])('is %s without its notes', (kind) => {
    const stop = kind === 'vtt' ? '.' : ',';
    const cues = [
      `00:00:05${stop}000 --> 00:01:02${stop}000\nAda Lovelace: We want to launch it: in March.\n`,
      `00:00:50${stop}000 --> 00:00:52${stop}000\nUSER COMMENT: Tom: nice\n`,
      `01:00:03${stop}000 --> 01:00:10${stop}000\nBob: Good.\n`,
    ];
    const srt = cues.map((cue, n) => `${n + 1}\n${cue}`).join('\n');
    const text = kind === 'vtt' ? `WEBVTT\n\n${cues.join('\n')}` : srt;
    expect(heard(text, `talk.${kind}`).lines).toEqual(BOTH);
  });
});

/** The layout of the file that Speakr writes for each recording. */
const markdown = (transcript: string, heading = '## Transcription', more = '') =>
  `# Planning the launch

## Metadata

- **Date:** March 03, 2026
- **Created:** March 03, 2026 at 10:00
- **Original File:** launch talk.m4a
- **File Size:** 1.2 MB

${more}## Summary

Launch in March.

- Bob: agrees

${heading}

${transcript}

---

*Generated with [Speakr](https://speakr.example/speakr)*
`;

describe('what Speakr exports', () => {
  const templates: readonly (readonly [string, string, typeof BOTH])[] = [
    ['without one', '[Ada Lovelace]: We want to launch it: in March.\n[Bob]: Good.', SAID],
    ['simple', 'Ada Lovelace: We want to launch it: in March.\nBob: Good.', SAID],
    [
      'with times',
      '[00:00:05 - 00:01:02] Ada Lovelace: We want to launch it: in March.\n[01:00:03 - 01:00:10] Bob: Good.',
      BOTH,
    ],
    [
      'of minutes',
      '• [00:00:05] Ada Lovelace: We want to launch it: in March.\n• [01:00:03] Bob: Good.',
      BOTH.map((line) => ({ ...line, endMs: line.startMs })),
    ],
    ['of interviews', 'Ada Lovelace:\nWe want to launch it: in March.\n\nBob:\nGood.\n', SAID],
    ['of courts', '1    Ada Lovelace: We want to launch it: in March.\n2    Bob: Good.', SAID],
    [
      'of subtitles',
      '1\n00:00:05,000 --> 00:01:02,000\nWe want to launch it: in March.\n\n2\n01:00:03,000 --> 01:00:10,000\nGood.\n',
      BOTH.map((line) => ({ ...line, speaker: null })),
    ],
  ];

  it.each(templates)('is Markdown by the template %s', (_, transcript, lines) => {
    expect(heard(markdown(transcript), 'recording_12.md')).toEqual({
      ...{ format: 'speakr_markdown', lines, recording: 'launch talk.m4a' },
    });
    expect(heard(transcript, 'Planning.txt').lines).toEqual(lines);
  });

  it('is Markdown in other languages, with notes that have headings', () => {
    const text = markdown(
      '[Bob]: Gut.',
      '## Transkription',
      '## Notizen\n\n## Eigenes\n\nText\n\n',
    );
    expect(heard(text, 'recording_13.md').lines).toEqual([typedLine('Bob', 'Gut.')]);
  });

  it('is no transcript when it was exported without one', () => {
    const text = markdown('').replace('## Transcription\n', '');
    expect(() => heard(text, 'recording_14.md')).toThrow(NoTranscript);
  });

  it('is not what other Markdown is', () => {
    expect(heard('# Read me\n\nHow to start.\n', 'README.md').format).toBe('txt');
  });
});
