import { turnsOf } from './typed-turns.ts';

describe('typed text', () => {
  it('is one turn of the speaker, with its line breaks', () => {
    expect(turnsOf(' First.\nSecond. ', 'Ada')).toEqual([
      { speaker: 'Ada', text: 'First.\nSecond.' },
    ]);
  });

  it('is several turns when every line names a speaker', () => {
    expect(turnsOf('Ada: Monday?\n\nKaito Mori: Yes, at 9:30.', 'Me')).toEqual([
      { speaker: 'Ada', text: 'Monday?' },
      { speaker: 'Kaito Mori', text: 'Yes, at 9:30.' },
    ]);
  });

  it.each([
    'Note: one line alone stays as it is',
    'Ada: yes\nand no name here',
    'see http://x\ny: z',
  ])('stays one turn: %j', (text) => {
    expect(turnsOf(text, 'Ada')).toEqual([{ speaker: 'Ada', text }]);
  });

  it('is no turn when it is empty', () => {
    expect(turnsOf(' \n ', 'Ada')).toEqual([]);
  });
});
