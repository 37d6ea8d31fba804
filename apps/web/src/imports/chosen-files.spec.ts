import { describe, expect, it } from '@jest/globals';
import { chosenFiles } from './chosen-files.ts';

const named = (...names: readonly string[]) => names.map((name) => new File(['x'], name));
const chosen = (...names: readonly string[]) => {
  const found = chosenFiles(named(...names));
  return typeof found === 'string' ? found : [found.file.name, found.recording?.name ?? null];
};

describe('the files that a person chooses to import', () => {
  it('are one file, or a transcript and its recording in any order', () => {
    expect(chosen('all.zip')).toEqual(['all.zip', null]);
    expect(chosen('talk.MP3', 'Talk.SRT')).toEqual(['Talk.SRT', 'talk.MP3']);
    expect(chosen('talk.json', 'rec.m4a')).toEqual(['talk.json', 'rec.m4a']);
  });

  it.each([
    ['two transcripts', ['a.srt', 'b.vtt']],
    ['two recordings', ['a.mp3', 'b.mp3']],
    ['three files', ['a.srt', 'a.mp3', 'b.mp3']],
  ])('are no more than that: %s', (_what, names) => {
    expect(chosen(...names)).toContain('make one zip file');
  });

  it('are missing', () => {
    expect(chosen()).toBe('Choose a file.');
  });
});
