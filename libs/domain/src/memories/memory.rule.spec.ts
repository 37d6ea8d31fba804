import { describe, expect, it } from '@jest/globals';
import { narrativesOf, PASSAGE_WORDS } from './memory.rule.ts';

const said = (text: string, speaker = 'Ada') => ({ speaker, text });
const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');

describe('the narratives of turns', () => {
  it('are one for all turns of an exchange', () => {
    const turns = [said('My daughter was born.'), said('Congratulations!', 'Tom')];
    expect(narrativesOf(turns)).toEqual(['Ada: My daughter was born.\nTom: Congratulations!']);
  });

  it.each([[[]], [[said('ok')]], [[said('yes, of course')]], [[said('…')]]])(
    'are none when too little was said',
    (turns) => expect(narrativesOf(turns)).toEqual([]),
  );

  it('name a speaker once for consecutive pieces', () => {
    expect(narrativesOf([said('We launch'), said('on Monday.')])).toEqual([
      'Ada: We launch on Monday.',
    ]);
  });

  it('count words of any script', () => {
    expect(narrativesOf([said('Мы запускаем в понедельник')])).toHaveLength(1);
  });

  it('are several passages when much was said, with nothing left out', () => {
    const pieces = Array.from({ length: 50 }, () => said(words(10)));
    const narratives = narrativesOf(pieces);
    // Twelve pieces of ten words fill a passage.
    expect(narratives).toHaveLength(Math.ceil(50 / (PASSAGE_WORDS / 10)));
    expect(narratives.join(' ').match(/word0/g)).toHaveLength(50);
  });

  it('are not much longer than a turn, however few words the turns have', () => {
    const strange = said(`So it goes on and on ${'.'.repeat(19_000)}`);
    const narratives = narrativesOf(Array.from({ length: 100 }, () => strange));
    expect(narratives).toHaveLength(100);
  });

  it('keep a short rest with the passage before it', () => {
    const narratives = narrativesOf([said(words(PASSAGE_WORDS)), said('Good night.')]);
    expect(narratives).toHaveLength(1);
    expect(narratives[0]).toMatch(/Good night\.$/);
  });
});
