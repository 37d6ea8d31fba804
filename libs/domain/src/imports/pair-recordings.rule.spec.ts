import { describe, expect, it } from '@jest/globals';
import { bundledKind } from './bundled-file.rule.ts';
import { detectImportFormat } from './detect-format.rule.ts';
import { pairRecordings } from './pair-recordings.rule.ts';
import { statedRecording } from './stated-recording.ts';

const FORMATS = { srt: 'srt', vtt: 'vtt', txt: 'txt', json: 'whisper_json' } as const;
const formatOf = (path: string) =>
  Object.entries(FORMATS).find(([ending]) => path.endsWith(`.${ending}`))?.[1] ?? 'txt';

/** Pairs files by their names; `name -> other` states the name of a recording. */
function paired(...files: readonly string[]) {
  const split = files.map((file) => file.split(' -> '));
  const of = (kind: string) => split.filter(([path = '']) => bundledKind(path) === kind);
  const transcripts = of('transcript').map(([path = '', recordingName = null]) => ({
    ...{ path, recordingName, format: formatOf(path) },
  }));
  const recordings = of('recording').map(([path = '']) => path);
  const { pairs, ...others } = pairRecordings(transcripts, recordings);
  return { ...others, pairs: pairs.map((pair) => [pair.transcript.path, ...pair.candidates]) };
}

const nothing = { repeated: [], unused: [] };

describe('transcripts and recordings', () => {
  it.each([
    ['with the same name', ['a.srt', 'a.mp3', 'b.srt', 'b.wav']],
    ['in another case', ['Talk.SRT', 'talk.MP3', 'Other.vtt', 'OTHER.m4a']],
    ['with composed and decomposed characters', ['caf\u00e9.srt', 'cafe\u0301.mp3']],
    ['with the whole name of the recording', ['a.mp3.json', 'a.mp3', 'b.mp3.srt', 'b.mp3']],
    ['with a language', ['a.en.srt', 'a.mp3', 'b.pt-BR.vtt', 'b.mp3']],
    ['in their folders', ['x/a.srt', 'x/a.mp3', 'y/a.srt', 'y/a.mp3']],
    ['in folders of their own', ['text/a.srt', 'audio/a.mp3', 'text/b.srt', 'audio/b.mp3']],
    [
      'that is the only one beside the only one',
      ['x/talk.txt', 'x/rec1.m4a', 'y/a.srt', 'y/2.m4a'],
    ],
    ['that is the only one of all', ['text/minutes.txt', 'audio/rec.m4a']],
    ['that the transcript states', ['a.json -> R1.wav', 'R1.wav', 'b.json -> R2.wav', 'R2.wav']],
  ])('are a pair: %s', (_what, files) => {
    const wanted = [];
    for (let at = 0; at < files.length; at += 2) {
      wanted.push([files[at]?.split(' -> ')[0], files[at + 1]]);
    }
    expect(paired(...files)).toEqual({ ...nothing, pairs: wanted });
  });

  it('are one for both transcripts in two languages', () => {
    expect(paired('a.en.srt', 'a.de.srt', 'a.mp3').pairs).toEqual([
      ['a.en.srt', 'a.mp3'],
      ['a.de.srt', 'a.mp3'],
    ]);
  });

  it('leave it open when there are two candidates, unless one is stated', () => {
    expect(paired('a.srt', 'a.mp3', 'a.wav')).toEqual({
      ...{ ...nothing, pairs: [['a.srt', 'a.mp3', 'a.wav']] },
    });
    expect(paired('a.json -> A.wav', 'a.mp3', 'a.wav').pairs).toEqual([['a.json', 'a.wav']]);
    expect(paired('a.wav.srt', 'a.mp3', 'a.wav')).toMatchObject({
      ...{ pairs: [['a.wav.srt', 'a.wav']], unused: ['a.mp3'] },
    });
  });

  it('do not take what belongs to another one', () => {
    expect(paired('a.srt', 'a.mp3', 'notes.txt')).toMatchObject({
      pairs: [['a.srt', 'a.mp3'], ['notes.txt']],
    });
    expect(paired('a.srt', 'a.mp3', 'b.srt', 'c.mp3')).toMatchObject({
      ...{ pairs: [['a.srt', 'a.mp3'], ['b.srt']], unused: ['c.mp3'] },
    });
    expect(paired('a.srt', 'b.srt', 'c.mp3', 'd.mp3')).toEqual({
      ...{ repeated: [], pairs: [['a.srt'], ['b.srt']], unused: ['c.mp3', 'd.mp3'] },
    });
  });

  it('are one when Whisper has written several formats', () => {
    const all = paired('a.json', 'a.srt', 'a.txt', 'a.vtt', 'a.mp3', 'b.srt', 'b.txt');
    expect(all.pairs).toEqual([['a.json', 'a.mp3'], ['b.srt']]);
    expect(all.repeated).toEqual(['a.srt', 'a.txt', 'a.vtt', 'b.txt']);
  });
});

describe('the files of a zip file', () => {
  it.each([
    ['transcript', ['a.srt', 'x/B.VTT', 'c.d.txt', 'e.json']],
    ['recording', ['a.mp3', 'x/B.Wav', 'c.opus']],
    ['other', ['a.pdf', 'noending', 'b.tsv']],
    ['hidden', ['.DS_Store', '__MACOSX/._a.mp3', 'x/.hidden.srt', 'Thumbs.db']],
  ])('are by their names: %s', (kind, paths) => {
    expect(paths.map(bundledKind)).toEqual(paths.map(() => kind));
  });

  it('are looked into where the name does not tell', () => {
    expect(detectImportFormat(Buffer.from('WEBVTT\n'), 'a.txt')).toBe('vtt');
  });
});

describe('the recording that a transcript states', () => {
  it.each([
    ['{"filename": "Talk \\"1\\".mp3", "segments": []}', 'Talk "1".mp3'],
    ['{"original_filename":"a.wav","segments":[]}', 'a.wav'],
    ['{"segments": [{"text": "\\"filename\\": \\"x.wav\\""}]}', null],
    ['[{"sentence": "Hi."}]', null],
    ['{"filename": 3}', null],
  ])('is before its segments: %s', (text, name) => {
    expect(statedRecording(text, 'whisper_json')).toBe(name);
  });
});
