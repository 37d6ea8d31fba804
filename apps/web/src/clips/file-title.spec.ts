import { titleOfFile } from './file-title.ts';

describe('title of a conversation that is created from a file', () => {
  it.each([
    ['launch_planning.wav', 'launch planning'],
    ['Meeting 2026-11-22 v1.2.mp3', 'Meeting 2026-11-22 v1.2'],
    ['no ending', 'no ending'],
    ['.wav', 'Untitled conversation'],
    ['___.m4a', 'Untitled conversation'],
  ])('of %s is %s', (fileName, title) => {
    expect(titleOfFile(fileName)).toBe(title);
  });

  it('is never longer than the API allows', () => {
    expect(titleOfFile(`${'long '.repeat(100)}.wav`).length).toBeLessThanOrEqual(200);
  });
});
